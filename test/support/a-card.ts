import type { SummaryResult } from '../../src/app/ports.ts'
import type { Article } from '../../src/core/article.ts'
import { buildArticle } from '../../src/core/build-article.ts'
import type { Claim, Speaker } from '../../src/core/claim.ts'
import { splitSentences } from '../../src/core/sentence.ts'
import type { Source } from '../../src/core/source.ts'
import type { CardFacts } from '../../src/discord/cards/card.ts'
import type { View } from '../../src/discord/cards/view.ts'
import { namedNotQuoted } from '../../src/core/voices/named-not-quoted.ts'
import { aRun } from './a-run.ts'

const URL_OF_PAGE = 'https://ostvik.example/bridge'
export const PARAGRAPHS = [
  'The council of Ostvik decided on Tuesday to close the old harbour bridge for eleven weeks. Mayor Ida Brandt said that "the bridge is tired".',
  "The repair costs 4.2 million crowns, according to the engineers' report. Two of the six pillars have cracks.",
]

/** An article of a page, of which nothing is known but what is given. */
export function article(
  paragraphs: readonly string[] = PARAGRAPHS,
  title = 'Old bridge to close',
  source: Partial<Source> = {},
): Article {
  const none = { value: null, basis: 'none' } as const
  const built = buildArticle(
    {
      blocks: paragraphs.map((text) => ({ kind: 'paragraph', text, page: null })),
      title,
      language: 'en',
      publisher: { name: 'Ostvik Post', domain: 'ostvik.example', basis: 'og:site_name' },
      origin: null,
      authors: [],
      published: none,
      modified: none,
      canonicalUrl: null,
      notices: [],
      linesLeftOut: 0,
      looksLikeArticle: true,
    },
    { kind: 'link', url: URL_OF_PAGE, retrievedAt: Date.parse('2026-03-01T10:00:00Z') },
  )
  return { ...built, source: { ...built.source, notices: [], ...source } }
}

/** A claim proven by the sentence that holds these words. */
export function claim(
  of: Article,
  words: string,
  options: { text?: string; speaker?: Speaker; linked?: boolean } = {},
): Claim {
  const at = of.text.indexOf(words)
  const sentence = splitSentences(of.text).find(({ start, end }) => start <= at && at < end) ?? {
    start: 0,
    end: 0,
  }
  const passage = of.passages.find(({ start, end }) => start <= at && at < end)?.id ?? 'P1'
  const link =
    options.linked === false ? null : `${URL_OF_PAGE}#:~:text=${encodeURIComponent(words.slice(0, 40))}`
  return {
    text: options.text ?? of.text.slice(sentence.start, sentence.end),
    speaker: options.speaker ?? null,
    quotes: [{ passage, start: at, end: at + words.length, text: words, sentence, link, page: null }],
  }
}

export const run = aRun({ milliseconds: 4200 })

export const result = (claims: readonly Claim[], dropped = 0): SummaryResult => ({
  summary: {
    headline: 'Old bridge to close',
    language: 'en',
    claims,
    dropped: Array.from({ length: dropped }, () => ({ text: 'invented', why: 'quote-not-found' as const })),
    coverage: { paragraphs: 1, of: 2 },
  },
  run,
})

export const facts = (of: Article, claims: readonly Claim[], more: Partial<CardFacts> = {}): CardFacts => ({
  conversationId: 'c1',
  article: of,
  linesLeftOut: 0,
  result: { ...result(claims), silent: namedNotQuoted(of) },
  given: null,
  howToAsk: null,
  ...more,
})

/** All that a reader can see of it, as markup. */
export function wordsOf(view: View): string {
  if (view.kind === 'plain') return view.text.text
  const texts: string[] = []
  JSON.stringify(view.components, (key, value: unknown) => {
    if (key === 'content' && typeof value === 'string') texts.push(value)
    return value
  })
  return texts.join('\n')
}
