import { readFileSync } from 'node:fs'
import { splitPassages } from '../../src/core/passage.ts'
import type { Span } from '../../src/core/span.ts'
import { findVoices } from '../../src/core/voices/find-voices.ts'

interface LabelledQuote extends Span {
  /** Null: the text does not say whose words they are. */
  readonly speaker: string | null
}

export interface VoicedText {
  readonly title: string
  readonly language: string
  readonly text: string
  readonly quotes: readonly LabelledQuote[]
}

export type Half = 'tuned' | 'held-out' | 'languages'

/** Texts behind "=== language? title" lines, each quotation of speech as `{{speaker|words}}`, `?` where nobody is named. */
export function labelledVoices(half: Half): VoicedText[] {
  return readFileSync(new URL(`../fixtures/voices/${half}.txt`, import.meta.url), 'utf8')
    .split(/^=== /mu)
    .filter((part) => part.trim() !== '')
    .map((part) => {
      const lineEnd = part.indexOf('\n')
      const [, language = 'en', title = ''] = /^(?:\[(\w+)\] )?(.*)$/u.exec(part.slice(0, lineEnd)) ?? []
      return { title, language, ...readMarks(part.slice(lineEnd).trim()) }
    })
}

function readMarks(marked: string): Pick<VoicedText, 'text' | 'quotes'> {
  const quotes: LabelledQuote[] = []
  let text = ''
  let at = 0
  for (const match of marked.matchAll(/\{\{([^|}]+)\|([^}]*)\}\}/gu)) {
    const [whole, speaker = '', words = ''] = match
    text += marked.slice(at, match.index)
    quotes.push({
      start: text.length,
      end: text.length + words.length,
      speaker: speaker === '?' ? null : speaker,
    })
    text += words
    at = match.index + whole.length
  }
  return { text: text + marked.slice(at), quotes }
}

export interface VoiceScore {
  readonly f1: number
  readonly precision: number
  readonly recall: number
  /** Quotations of speech that the labels hold. */
  readonly wanted: number
  /** Share of them that were found at all, whoever was taken for the speaker. */
  readonly found: number
  readonly misses: readonly string[]
}

type Finder = (
  text: string,
  passages: readonly Span[],
  language: string,
) => readonly (Span & { readonly speaker: string | null })[]

const byRules: Finder = (text, passages, language) =>
  findVoices(text, passages, language)
    .filter(({ direct }) => direct)
    .map(({ quote, speaker }) => ({ ...quote, speaker: speaker?.name ?? null }))

/** A quotation counts where its words are found and are given to the right speaker. */
export function scoreVoices(half: Half, find: Finder = byRules): VoiceScore {
  let hits = 0
  let given = 0
  let wanted = 0
  let found = 0
  const misses: string[] = []
  for (const { title, language, text, quotes } of labelledVoices(half)) {
    const mine = find(text, splitPassages(text), language)
    const named = quotes.filter(({ speaker }) => speaker !== null)
    wanted += named.length
    given += mine.filter(({ speaker }) => speaker !== null).length
    for (const quote of quotes) {
      const match = mine.find((one) => overlap(one, quote) > 0.5)
      const words = text.slice(quote.start, quote.end).slice(0, 60)
      if (quote.speaker === null) {
        if (match?.speaker != null) misses.push(`${title}: nobody's “${words}” given to ${match.speaker}`)
        continue
      }
      if (match !== undefined) found += 1
      if (match?.speaker != null && isSameName(match.speaker, quote.speaker)) hits += 1
      else
        misses.push(
          `${title}: “${words}” is ${quote.speaker}'s, given to ${match === undefined ? 'nothing' : match.speaker}`,
        )
    }
    for (const one of mine) {
      if (one.speaker !== null && !quotes.some((quote) => overlap(one, quote) > 0.5))
        misses.push(
          `${title}: “${text.slice(one.start, one.end).slice(0, 60)}” is no speech, given to ${one.speaker}`,
        )
    }
  }
  const precision = hits / given
  const recall = hits / wanted
  return { f1: (2 * hits) / (given + wanted), precision, recall, wanted, found: found / wanted, misses }
}

/** Shared characters over all characters of both. */
function overlap(one: Span, other: Span): number {
  const shared = Math.min(one.end, other.end) - Math.max(one.start, other.start)
  return shared <= 0 ? 0 : shared / (Math.max(one.end, other.end) - Math.min(one.start, other.start))
}

/** The same words, or all words of the one in the other: "Biden" is "Joe Biden". */
function isSameName(one: string, other: string): boolean {
  const wordsOf = (name: string): string[] =>
    name
      .toLowerCase()
      .replace(/[’']s(?!\p{L})/gu, '')
      .split(/\s+/u)
      .filter((word) => !/^(?:an?|the|of|his|her|m(?:r|s|rs)\.?)$/u.test(word))
  const [first, second] = [wordsOf(one), wordsOf(other)]
  return first.every((word) => second.includes(word)) || second.every((word) => first.includes(word))
}
