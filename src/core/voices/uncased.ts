import type { Speaker } from '../claim.ts'
import { splitSentences } from '../sentence.ts'
import type { Span } from '../span.ts'
import type { Attribution } from './attribution.ts'
import { maskQuotations } from './frame.ts'
import { findQuotations, type Quotation } from './quotations.ts'
import { UNCASED, type UncasedLanguage } from './uncased-languages.ts'
import { writersOwn } from './writer.ts'

// Chinese, Japanese and Arabic have no capitals to tell names by, and two of them no spaces. What stands between a
// clause's start and its verb of saying (in Arabic: between the verb and what is said) is the speaker.

export const isUncased = (language: string): boolean => language in UNCASED

const LEAST_CHARACTERS = 6
const MOST_SCARE_CHARACTERS = 6

interface Told {
  /** Where the words that name the speaker and the verb end, in the text. */
  readonly at: number
  readonly end: number
  readonly speaker: Speaker | null
  /** The sentence itself says who; else it is whoever spoke last. */
  readonly isNamed: boolean
}

/** Who says what in a text without capitals. Linear in the text. */
export function findUncasedVoices(text: string, passages: readonly Span[], language: string): Attribution[] {
  const rules = UNCASED[language]
  if (rules === undefined) return []
  const quotations = findQuotations(text, passages)
  const masked = maskQuotations(text, quotations)
  const found: Attribution[] = []
  const names: string[] = []
  const sentences: Span[] = []
  let next = 0
  let last: Speaker | null = null
  for (const [passage, { start, end }] of passages.entries()) {
    let isFirst = true
    for (const sentence of splitSentences(masked, start, end)) {
      sentences.push(sentence)
      const own: Quotation[] = []
      for (; next < quotations.length && quotations[next]!.open < sentence.end; next += 1)
        own.push(quotations[next]!)
      const told = readTold(masked, sentence, rules, names, last)
      const before: Speaker | null = last
      for (const quotation of own) {
        const voice = nearest(told, quotation) ?? null
        const isAlone =
          own.length === 1 && quotation.close - quotation.open >= (sentence.end - sentence.start) * 0.9
        const length = quotation.end - quotation.start
        if (voice === null && !isAlone && length <= MOST_SCARE_CHARACTERS * (rules.isSpaced ? 3 : 1)) continue
        const speaker: Speaker | null = voice === null ? (isFirst && !isAlone ? null : before) : voice.speaker
        const quote = { start: quotation.start, end: quotation.end }
        found.push({ quote, sentence, direct: true, speaker, sure: voice !== null && voice.speaker !== null })
        last = speaker ?? last
      }
      if (own.length === 0) {
        const reported = reportedIn(text, sentence, told[0], rules)
        if (reported !== null) found.push(reported)
      }
      last = told.findLast(({ speaker }) => speaker !== null)?.speaker ?? last
      isFirst = false
    }
    if (passage + 1 < passages.length && quotations[next - 1]?.goesOn !== true) isFirst = true
  }
  found.push(...writersOwn(masked, sentences, language, found))
  return found.toSorted((one, other) => one.quote.start - other.quote.start)
}

function readTold(
  masked: string,
  { start, end }: Span,
  rules: UncasedLanguage,
  names: string[],
  last: Speaker | null,
): Told[] {
  const sentence = masked.slice(start, end)
  const told: Told[] = []
  for (const pattern of rules.patterns) {
    for (const match of sentence.matchAll(pattern)) {
      const words = rules.clean(match.groups?.['who'] ?? '')
      const at = start + match.index
      const speaker = rules.pronoun.test(words) ? last : speakerOf(words, rules, names)
      if (speaker === null && words !== '' && !rules.pronoun.test(words)) continue
      told.push({
        at,
        end: at + match[0].length,
        speaker: speaker ?? last,
        isNamed: speaker !== null && !rules.pronoun.test(words),
      })
    }
  }
  return told.toSorted((one, other) => one.at - other.at)
}

function speakerOf(words: string, rules: UncasedLanguage, names: string[]): Speaker | null {
  if (words.length < 2 || words.length > rules.longest) return null
  if (rules.document.test(words)) return { name: words, kind: 'document', via: [] }
  const bare = rules.bareName(words)
  if (bare === null) return { name: words, kind: 'unnamed', via: [] }
  // A short form is the name that was given in full before: 岸田 is 岸田文雄.
  const known = names.find(
    (name) => name === bare || name.startsWith(bare) || name.split(' ').at(-1) === bare,
  )
  if (known === undefined && names.length < 200) names.push(bare)
  return { name: known ?? bare, kind: 'named', via: [] }
}

/** The cue that ends right before the quotation, begins right behind it, or stands around it; those that name first. */
function nearest(told: readonly Told[], { open, close }: Quotation): Told | undefined {
  const choose = (some: readonly Told[]): Told | undefined =>
    some.find(({ at }) => at >= close && at - close <= 3) ??
    some.findLast(({ end }) => end <= open + 1) ??
    some.find(({ at, end }) => at <= open && end >= close) ??
    some.find(({ at }) => at >= close)
  return choose(told.filter(({ isNamed }) => isNamed)) ?? choose(told)
}

function reportedIn(
  text: string,
  sentence: Span,
  told: Told | undefined,
  rules: UncasedLanguage,
): Attribution | null {
  if (told === undefined || told.speaker === null) return null
  const isBehind = rules.saysBefore || told.end < sentence.start + (sentence.end - sentence.start) / 2
  const from = isBehind ? told.end : sentence.start
  const to = isBehind ? sentence.end : told.at
  const words = text.slice(from, to)
  const start = from + words.length - words.replace(/^[\s，、,:：]+/u, '').length
  const end = to - (words.length - words.replace(/[\s。．.！!？?，、]+$/u, '').length)
  if (end - start < LEAST_CHARACTERS) return null
  return { quote: { start, end }, sentence, direct: false, speaker: told.speaker, sure: true }
}
