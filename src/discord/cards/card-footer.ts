import type { SummaryResult } from '../../app/ports.ts'
import type { Article } from '../../core/article.ts'
import { sayPartsRead } from '../../core/parts-read.ts'
import { sayDollars, toNanodollars } from '../../core/price.ts'
import type { Run } from '../../core/run.ts'
import { translatedNotice } from '../../core/translated.ts'
import { joinMarkup, type Markup, markup, shorten } from './markup.ts'
import { CARD } from '../texts.ts'

interface FooterFacts {
  readonly article: Article
  readonly linesLeftOut: number
  readonly result: SummaryResult
  readonly howToAsk: Markup | null
}

const MOST_NAMES = 4
const LONGEST_NAME = 30
const MOST_NOTICES = 2
const LONGEST_NOTICE = 130
const LONGEST_MODEL = 40

/** Who is named and not quoted, null where that is nobody. */
export function silentPeople({ silent: names = [] }: SummaryResult): Markup | null {
  if (names.length === 0) return null
  const shown = names.slice(0, MOST_NAMES).map((name) => shorten(name, LONGEST_NAME))
  return CARD.namedNotQuoted(shown, names.length - shown.length)
}

/** How the summary was made, in small print: from what, by what, when or how fast, at what cost. */
export function footer(
  { article, linesLeftOut, result, howToAsk }: FooterFacts,
  silent: Markup | null,
): Markup {
  const { coverage, dropped, claims, language } = result.summary
  const parts = [
    CARD.coverage(coverage.paragraphs, coverage.of),
    ...(silent === null ? [] : [silent]),
    markup`${sayPartsRead(article, result.run) ?? words(article, 'read')}${CARD.furniture(linesLeftOut)}`,
    ...(dropped.length === 0 ? [] : [CARD.dropped(dropped.length)]),
    madeBy(result),
  ]
  const translated = translatedNotice(article, claims, language)
  if (translated !== null) parts.push(markup`${translated.message}`)
  const lines = [joinMarkup(parts, ' · '), ...runNotices(result.run)]
  if (howToAsk !== null) lines.push(howToAsk)
  return joinMarkup(
    lines.map((line) => markup`-# ${line}`),
    '\n',
  )
}

const runNotices = ({ notices }: Run): Markup[] =>
  notices.slice(0, MOST_NOTICES).map(({ message }) => markup`${shorten(message, LONGEST_NOTICE)}`)

function words({ source: { kind, read } }: Article, done: 'read' | 'searched'): string {
  if (read.complete === false) return CARD.wordsOf(read.words, read.of, done)
  return CARD.words(read.words, { done, pasted: kind === 'text' })
}

/** Of a refusal: where was looked for an answer. */
export const wordsSearched = (article: Article, run: Run): string =>
  sayPartsRead(article, run) ?? words(article, 'searched')

/** By what, at what cost and in what time a summary was made; when, where it is not new. */
export function madeBy({ run, madeAt }: SummaryResult): Markup {
  const engine = run.engine === 'extractive' ? CARD.builtIn : shorten(run.model ?? run.engine, LONGEST_MODEL)
  const cost = run.cost === null || run.cost === 0 ? '' : ` · ${sayDollars(toNanodollars(run.cost))}`
  return markup`${engine}${cost} · ${run.cached ? CARD.made(madeAt) : CARD.seconds(run.milliseconds)}`
}
