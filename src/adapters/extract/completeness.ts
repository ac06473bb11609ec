import type { Block } from '../../core/article.ts'
import type { Notice } from '../../core/source.ts'
import { countWords } from '../../core/words.ts'
import { proseIn, wordsIn } from './article-shape.ts'
import { elementNames } from './dom.ts'
import type { PageLine } from './page-lines.ts'

// How much of the article was read: whether the page shows an opening, a first page, or more than was found.

export interface CompletenessSources {
  readonly lines: readonly PageLine[]
  /** What `findPaidRest` found. */
  readonly rest: Gate | null
  /** Where the page says its next page is, as it writes it. */
  readonly nextPage: string
  readonly blocks: readonly Block[]
  readonly url: string | null
  /** The page says of itself that not everybody may read the whole. */
  readonly isPaid: boolean
  /** Words of the whole article as the page counts them, null where it does not. */
  readonly statedWords: number | null
  /** The text was taken from the page's data, because its markup shows none. */
  readonly isFromData: boolean
}

/** A page that is not free and shows fewer words than this shows an opening. */
const OPENING_WORDS = 250
/** A line right below the text that asks for a subscription says that the text goes on, up to so many words. */
const LONGEST_OPENING_WORDS = 700
const LINES_BELOW = 8
/** What such a line says: that the rest of this text is for others. A newsletter's box never speaks of the rest. */
const REST_IS_PAID =
  /(?:to|and) (?:continue|keep) reading|read the (?:rest|full|whole|entire|complete) (?:of )?(?:this |the )?(?:article|story|post|piece|interview)|(?:this|the (?:full|rest of this)) (?:article|story|post|content|page) is (?:exclusive(?:ly)?|only|reserved|available|for)[^.]{0,40}(?:subscribers|members|premium|paid)|(?:subscribe|sign up|log in|register|join|upgrade|pay) to (?:continue|read|unlock|view|keep)|unlock (?:this|the full|the rest)|(?:for|to) (?:paid |paying )?(?:subscribers|members) only|this post is for (?:paid|paying) subscribers|already a (?:subscriber|member)\b|(?:weiterlesen|lesen sie weiter) mit|(?:jetzt|hier) .{0,30}weiterlesen|nur für (?:abonnent|mitglied)|exklusiv für abonnent|(?:réservée?s?) (?:à nos |aux )?abonnés|pour lire la suite|il vous reste .{1,12} (?:de cet article )?à lire|(?:exclusivo|solo) para (?:suscriptores|socios)|para (?:seguir|continuar) leyendo|(?:riservat[oa]|solo) (?:agli|per gli) abbonati|per continuare a leggere|(?:exclusivo|só) para assinantes|para continuar lendo|alleen voor (?:abonnees|leden)|lees verder met|för prenumeranter|logga in för att läsa|tylko dla (?:prenumeratorów|subskrybentów)|только (?:для|по) подпис|чтобы (?:читать|продолжить)|devamını okumak için|この記事は(?:有料|会員)|続きを(?:読む|お読み)には|(?:会員|有料)(?:限定|記事)|订阅(?:后|以)继续|للمشتركين فقط/iu
const GATE_NAME = /paywall|regwall|piano|subscriber|subscription|premium|locked|gate|meter|truncat|barrier/i

const POOR_PROSE = 0.35
/** The page counts so many times more words than were found. */
const MUCH_MORE = 1.6
const LEAST_MISSING_WORDS = 150

export function readCompleteness(sources: CompletenessSources): Notice[] {
  const words = wordsIn(sources.blocks)
  const opening = readOpening(sources, words)
  if (opening !== null) return [opening]
  const notices: Notice[] = []
  const cut = readCut(sources)
  if (cut !== null) notices.push(cut)
  const poor = readPoor(sources, words)
  if (poor !== null) notices.push(poor)
  return notices
}

/** A line that says that the rest of the text is for others. */
export interface Gate {
  readonly line: PageLine
  /** It stands in an element that is named for it. */
  readonly isNamed: boolean
}

/** All such lines of a page that is as it came: an article's own words may be among them. */
export const findGates = (lines: readonly PageLine[]): Gate[] =>
  lines
    .filter(({ text }) => text.length <= 400 && REST_IS_PAID.test(text))
    .map((line) => ({ line, isNamed: GATE_NAME.test(namesAround(line)) }))

/** The one right below an article's opening, null where there is none. */
export function findPaidRest(
  gates: readonly Gate[],
  { lines, blocks }: Pick<CompletenessSources, 'lines' | 'blocks'>,
): Gate | null {
  // The line may have been taken for a part of the text: then what stands above it is the opening.
  const inside = findGateInside(blocks, gates)
  if (inside !== null) return inside
  const lastText = blocks.findLast(({ kind }) => kind === 'paragraph')?.text ?? ''
  if (gates.length === 0 || lastText === '') return null
  const last = lines.findLastIndex(({ text }) => text.length > 20 && lastText.endsWith(text.slice(-200)))
  const below = new Set(last === -1 ? [] : lines.slice(last, last + 1 + LINES_BELOW))
  return gates.find(({ line }) => below.has(line)) ?? null
}

function findGateInside(blocks: readonly Block[], gates: readonly Gate[]): Gate | null {
  const index = blocks.findIndex(({ text }) => gates.some(({ line }) => line.text === text))
  const gate = gates.find(({ line }) => line.text === blocks[index]?.text) ?? null
  const isBehind = index > 0 && wordsIn(blocks.slice(index)) < wordsIn(blocks.slice(0, index))
  return isBehind ? gate : null
}

function readOpening(
  { rest, blocks, isPaid, statedWords }: CompletenessSources,
  words: number,
): Notice | null {
  const message = 'Only the opening of this article is public.'
  const isMostRead = statedWords !== null && words * 1.2 >= statedWords
  if (rest !== null && !isMostRead) {
    const isCut = isCutShort(blocks)
    if (words < OPENING_WORDS || (words < LONGEST_OPENING_WORDS && (isPaid || rest.isNamed || isCut)))
      return { code: 'teaser', message, evidence: [rest.line.text.slice(0, 300)] }
  }
  if (isPaid && (words < OPENING_WORDS || (statedWords !== null && words * 2 < statedWords)))
    return { code: 'teaser', message, evidence: ['isAccessibleForFree: false'] }
  return null
}

function namesAround({ element }: PageLine): string {
  let names = ''
  let above: typeof element | null = element
  for (let steps = 0; above !== null && steps < 4; steps += 1, above = above.parentElement)
    names += ` ${elementNames(above)}`
  return names
}

/** The last paragraph ends in an ellipsis, or in the middle of a sentence. */
function isCutShort(blocks: readonly Block[]): boolean {
  const last = blocks.findLast(({ kind }) => kind === 'paragraph')?.text ?? ''
  return (
    /(?:…|\.\.\.|\[…\]|\[\.\.\.\])["'”’)]*$/u.test(last) ||
    (countWords(last) >= 12 && /[\p{L},]$/u.test(last))
  )
}

function readCut({ nextPage, blocks, lines, url }: CompletenessSources): Notice | null {
  const count = lines.find(({ text }) =>
    /^page \d{1,2} (?:of|\/) \d{1,2}$|^seite \d{1,2} (?:von|\/) \d{1,2}$|^\d{1,2}\s?\/\s?\d{1,2}$/iu.test(
      text,
    ),
  )
  const pages = count === undefined ? null : /(\d{1,2})\D+(\d{1,2})/.exec(count.text)
  if (isNextPage(nextPage, url) && (pages === null || pages[1] !== pages[2])) {
    return {
      code: 'truncated',
      message: 'The article goes on, on further pages that I have not read.',
      evidence: [count?.text ?? `next page: ${URL.parse(nextPage, url ?? undefined)?.pathname ?? nextPage}`],
    }
  }
  const last = blocks.findLast(({ kind }) => kind === 'paragraph')?.text ?? ''
  if (!/(?:…|\.\.\.)\s*(?:\[\+?\d+ (?:chars|words|more).{0,12}\])?$/iu.test(last) || blocks.length > 12)
    return null
  if (countWords(last) < 8) return null
  return {
    code: 'truncated',
    message: 'The text breaks off: its last sentence is cut.',
    evidence: [last.slice(-120)],
  }
}

/** `/story/2` or `?page=2` of this address: other "next" links lead to the next story. */
function isNextPage(next: string, url: string | null): boolean {
  const own = URL.parse(url ?? '')
  const target = URL.parse(next, url ?? undefined)
  if (own === null || target === null || own.hostname !== target.hostname) return false
  const path = own.pathname.replace(/\/(?:page\/)?\d\/?$|\/$/, '')
  const rest = target.pathname.startsWith(path) && path !== '' ? target.pathname.slice(path.length) : null
  const isPath = target.pathname !== own.pathname && rest !== null && /^[/_-](?:page[/-])?\d\/?$/i.test(rest)
  const isQuery = target.pathname === own.pathname && /^\d{1,2}$/.test(target.searchParams.get('page') ?? '')
  return isPath || isQuery
}

function readPoor({ blocks, statedWords, isFromData }: CompletenessSources, words: number): Notice | null {
  if (statedWords !== null && statedWords > words * MUCH_MORE && statedWords - words > LEAST_MISSING_WORDS) {
    return {
      code: 'poorly-extracted',
      message: `I may have missed parts: the page counts ${statedWords} words, and I found ${words}.`,
      evidence: [`wordCount: ${statedWords}`],
    }
  }
  if (isFromData) {
    return {
      code: 'poorly-extracted',
      message:
        'The text comes from the data of the page, which shows none without scripts: parts may be missing.',
      evidence: ['articleBody'],
    }
  }
  const share = words === 0 ? 1 : proseIn(blocks) / words
  if (share >= POOR_PROSE) return null
  return {
    code: 'poorly-extracted',
    message: 'Much of what I found is short lines, so some of it may not be the article.',
    evidence: blocks
      .filter(({ text }) => countWords(text) < 8)
      .slice(0, 3)
      .map(({ text }) => text),
  }
}
