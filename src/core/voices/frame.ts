import { splitSentences } from '../sentence.ts'
import type { Span } from '../span.ts'
import type { Quotation } from './quotations.ts'

/** A word, a punctuation mark, or a whole quotation taken as one thing. */
export interface VoiceToken extends Span {
  readonly kind: 'word' | 'mark' | 'quotation'
  readonly text: string
  readonly small: string
  /** Begins with a capital letter, or is of a script that has none. */
  readonly capital: boolean
  /** Index of the quotation, -1 for words and marks. */
  readonly quotation: number
}

/** A sentence as its writer built it: whatever is quoted in it counts as one token. */
export interface Frame extends Span {
  readonly passage: number
  readonly tokens: readonly VoiceToken[]
  /** The last frame of the same passage comes right before this one. */
  readonly isFirst: boolean
}

/** What is longer is no sentence. It is cut, so that looking about in it costs no quadratic time. */
const MOST_TOKENS = 400

const TOKEN =
  /(?:\p{L}\.){2,}|(?:Mr|Mrs|Ms|Mx|Dr|Drs|Prof|Sen|Sens|Rep|Reps|Gov|Gen|Lt|Col|Sgt|Capt|Cmdr|Adm|Maj|Jr|Sr|St|Rev|Hon|Atty|Pres|Insp|Supt|Hr|Fr|Sr|Sra|Mme|Inc|Corp|Co|Ltd|Dist|No)\.(?=\s)|\p{Lu}\.(?=\s?\p{Lu})|[’'](?:s|S|d|ll|ve|re|m)(?!\p{L})|[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:(?:[’'](?!(?:s|S|d|ll|ve|re|m)(?!\p{L}))|[.&-])[\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*|[$€£@#]?\p{N}[\p{N}.,]*|@\w+|--|[^\s]/gu

/** The frames of all passages, in order. Linear in the text. */
export function readFrames(
  text: string,
  passages: readonly Span[],
  quotations: readonly Quotation[],
): Frame[] {
  const masked = maskQuotations(text, quotations)
  const frames: Frame[] = []
  let next = 0
  for (const [passage, { start, end }] of passages.entries()) {
    let isFirst = true
    for (const sentence of splitSentences(masked, start, end)) {
      const from = next
      while (next < quotations.length && quotations[next]!.open < sentence.end) next += 1
      const tokens = tokensOf(text, sentence, quotations, from, next)
      for (let at = 0; at < Math.max(1, tokens.length); at += MOST_TOKENS) {
        const own = tokens.slice(at, at + MOST_TOKENS)
        const isLast = at + MOST_TOKENS >= tokens.length
        frames.push({
          start: at === 0 ? sentence.start : own[0]!.start,
          end: isLast ? sentence.end : own.at(-1)!.end,
          passage,
          tokens: own,
          isFirst,
        })
        isFirst = false
      }
    }
  }
  return frames
}

/** The words inside quotation marks made unreadable, so that no sentence ends in the middle of a quotation. */
export function maskQuotations(text: string, quotations: readonly Quotation[]): string {
  const pieces: string[] = []
  let at = 0
  for (const { open, start, end, close } of quotations) {
    const words = text.slice(start, end)
    const last = words.length - 1
    const first = /^\p{Lu}/u.test(words) ? 'Q' : 'q'
    const marks = /[.!?…,。！？،؟]/u.test(words.charAt(last)) ? words.charAt(last) : 'q'
    pieces.push(text.slice(at, open), plain(text.slice(open, start)))
    if (last >= 0) pieces.push(last === 0 ? first : `${first}${'q'.repeat(last - 1)}${marks}`)
    pieces.push(plain(text.slice(end, close)))
    at = close
  }
  pieces.push(text.slice(at))
  return pieces.join('')
}

/** Marks of every style become one that ends sentences as it should. */
const plain = (marks: string): string => (marks.includes('``') ? marks.replace('``', '““') : marks)

function tokensOf(
  text: string,
  sentence: Span,
  quotations: readonly Quotation[],
  from: number,
  to: number,
): VoiceToken[] {
  const tokens: VoiceToken[] = []
  let at = sentence.start
  for (let index = from; index < to; index += 1) {
    const { open, close } = quotations[index]!
    readWords(text, at, open, tokens)
    tokens.push({ ...quotationToken, start: open, end: close, quotation: index })
    at = close
  }
  readWords(text, at, sentence.end, tokens)
  return withoutAsides(tokens)
}

/** What stands in brackets behind a name ("Estcourt (Lib Dem, East)") is no subject and parts none from its verb. */
function withoutAsides(tokens: readonly VoiceToken[]): VoiceToken[] {
  const kept: VoiceToken[] = []
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at]!
    if (token.text === '(' && kept.at(-1)?.capital === true) {
      const aside = tokens.slice(at, at + LONGEST_ASIDE + 1)
      const close = aside.findIndex(({ text }) => text === ')')
      if (close > 0 && aside.slice(0, close).every(({ kind }) => kind !== 'quotation')) {
        at += close
        continue
      }
    }
    kept.push(token)
  }
  return kept
}

const LONGEST_ASIDE = 14

const quotationToken = { kind: 'quotation', text: '', small: '', capital: false } as const

/** The words and marks of a stretch of text. */
export function readWords(text: string, from: number, to: number, tokens: VoiceToken[] = []): VoiceToken[] {
  if (to <= from) return tokens
  for (const match of text.slice(from, to).matchAll(TOKEN)) {
    const word = match[0]
    const start = from + match.index
    tokens.push({
      kind: /^[\p{L}\p{N}@#$€£’']/u.test(word) && /[\p{L}\p{N}]/u.test(word) ? 'word' : 'mark',
      text: word,
      small: word.toLowerCase().replace(/’/gu, "'"),
      capital: /^(?:[\p{Lu}\p{Lt}]|@\w)/u.test(word),
      start,
      end: start + word.length,
      quotation: -1,
    })
  }
  return tokens
}
