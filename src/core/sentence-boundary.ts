import {
  AFTER_CLOCK_TIMES,
  BEFORE_NUMBERS,
  BEFORE_ORDINALS,
  LEADING_ABBREVIATIONS,
  LEADING_AS_WRITTEN,
  MONTHS_AND_DAYS,
  NAMED_BY_LETTER,
  NAME_PARTICLES,
  ORDINAL_MONTHS,
  SPEECH_VERBS,
  STARTERS,
  TRAILING_ABBREVIATIONS,
} from './abbreviations.ts'

/** A mark that may end a sentence. All offsets are into `words`. */
export interface Candidate {
  readonly words: string
  /** Where the sentence that may end here begins. */
  readonly from: number
  readonly mark: number
  readonly marksEnd: number
  /** Behind closing quotes and brackets. */
  readonly closed: number
  /** Behind footnote marks too. */
  readonly after: number
  /** False in text written without any capital letter. */
  readonly hasCapitals: boolean
}

const UNSPACED_MARK = /[。．｡！？।॥։።။។]/u
const OPENERS = /^[\s"'“”„‚‘«»‹›「『（([{¿¡—–-]*/u
const LOOK_BACK = 48
const LOOK_AHEAD = 80
const SAID_BY_NAME = new RegExp(`^(?:\\p{Lu}[\\p{L}'’.-]*\\s+){1,3}(?:${SPEECH_VERBS})\\b`, 'u')

/** Whether the sentence ends at this mark. */
export function endsSentence(candidate: Candidate): boolean {
  const { words, mark, marksEnd, closed, after } = candidate
  const marks = words.slice(mark, marksEnd)
  const ahead = words.slice(after, after + LOOK_AHEAD)
  if (UNSPACED_MARK.test(marks)) return endsUnspaced(words.slice(marksEnd, closed), ahead)
  if (/[;\u037e]/u.test(marks)) return endsGreekQuestion(words.slice(Math.max(0, mark - 2), mark), ahead)
  if (!/^\s/u.test(ahead)) return endsWithoutSpace(candidate, marks, ahead)
  const next = ahead.replace(OPENERS, '')
  const nextWord = /^[\p{L}\p{M}\p{N}'’-]+/u.exec(next)?.[0] ?? ''
  const startsSmall = /^\p{Ll}/u.test(next)
  if (startsSmall && candidate.hasCapitals && !/^[ie]\p{Lu}/u.test(next)) return false
  if (/[!?؟‼⁇⁈⁉]/u.test(marks)) return !(closed > marksEnd && SAID_BY_NAME.test(next))
  if (marks !== '.') return true
  return endsAtFullStop(candidate, nextWord, next)
}

/** 。！？ need no space behind them; 「…。」と goes on, as speech inside a sentence. */
function endsUnspaced(closers: string, ahead: string): boolean {
  if (/^[、，,；;：]/u.test(ahead)) return false
  return !(closers !== '' && /^(?:と|って|など|を|の)/u.test(ahead))
}

/** The Greek question mark looks like a semicolon, and is one after normalising. */
function endsGreekQuestion(before: string, ahead: string): boolean {
  return /\p{Script=Greek}["”»]?$/u.test(before) && /^\s+["«“(]?[\p{Lu}]/u.test(ahead)
}

/** "began.The": only where the words on both sides are plain words, so no domain, file, version or initial. */
function endsWithoutSpace(candidate: Candidate, marks: string, ahead: string): boolean {
  const { words, mark, marksEnd, after, from } = candidate
  if (after > marksEnd) return /^["“«„(]?\p{Lu}/u.test(ahead) && !/^\p{Lu}[\p{L}]*[)\]]/u.test(ahead)
  if (/^[“«„「『"]\p{Lu}/u.test(ahead)) return true
  const next = /^(\p{Lu}\p{Ll}+|I|A)(?=[\s,’']|$)/u.exec(ahead)?.[1]
  if (next === undefined) return false
  const token = /\S*$/u.exec(words.slice(Math.max(from, mark - LOOK_BACK), mark))?.[0] ?? ''
  if (/[/@_=]/u.test(token)) return false
  if (marks !== '.') return true
  const plain = token.replace(/^["'“‘«(]+/u, '')
  if (isAbbreviation(plain) || !/[\p{Ll}\d)%]$/u.test(plain)) return false
  if (/^\p{Ll}{2,}$|[)%]$/u.test(plain)) return true
  return isStarter(next) && !/^\d+$/u.test(plain)
}

function endsAtFullStop(candidate: Candidate, nextWord: string, next: string): boolean {
  const { words, mark, marksEnd, closed, after, from } = candidate
  if (after > closed) return true
  const behind = words.slice(Math.max(from, mark - LOOK_BACK), mark)
  const token = (/\S*$/u.exec(behind)?.[0] ?? '').replace(/^["'“”‘„«»([{¿¡—–-]+|^\p{L}{1,2}['’]/gu, '')
  const isFirst = /^[\s"'“‘«([]*\S*$/u.test(behind) && behind.length === mark - from
  const earlier = /(\S+)\s+\S*$/u.exec(behind)?.[1] ?? ''
  const quoteClosed = /["'”’»“]/u.test(words.slice(marksEnd, closed))
  const nextIsNumber = /^\p{N}/u.test(nextWord)

  // "1. First", "a) b. Second": the mark of a list item.
  if (isFirst && /^(?:\d{1,3}|\p{L}|[ivxIVX]{1,4})$/u.test(token)) return false
  if (/^\d{1,3}$/u.test(token)) return !isOrdinal(token, earlier, nextWord)
  if (token === '') return true

  const joined = /^\p{L}{1,2}\.$/u.test(earlier) && token.length <= 5 ? `${earlier}${token}` : token
  const small = joined.toLowerCase()
  if (LEADING_ABBREVIATIONS.has(small) || LEADING_AS_WRITTEN.has(token)) return false
  if (BEFORE_NUMBERS.has(small) && nextIsNumber) return false
  if (quoteClosed) return true
  if (/^[ap]\.m$/u.test(small)) return !AFTER_CLOCK_TIMES.has(nextWord.toLowerCase()) && !isDay(nextWord)
  if (isMonth(token)) return !isDay(nextWord)
  if (TRAILING_ABBREVIATIONS.has(small)) return endsAtTrailing(small, earlier, nextWord)
  if (/^(?:\p{L}{1,2}\.-?)+\p{L}{1,2}$/u.test(joined)) return isStarter(nextWord)
  if (/^\p{Lu}$/u.test(token) || /^\p{Lo}\p{M}*$/u.test(token)) {
    if (NAMED_BY_LETTER.has(earlier.toLowerCase())) return true
    const isInitial = /^\p{Lu}\./u.test(next)
    return !isInitial && isStarter(nextWord) && !NAME_PARTICLES.has(nextWord.toLowerCase())
  }
  if (/^\p{Ll}$/u.test(token)) return isStarter(nextWord) || (/\p{N}$/u.test(earlier) && !nextIsNumber)
  return true
}

function endsAtTrailing(small: string, earlier: string, nextWord: string): boolean {
  // "в 2005 г. Она", but "в г. Москва".
  if (/^(?:гг?|вв?|r)$/u.test(small)) return /[\p{N}IVX]$/u.test(earlier) && !/^\p{N}/u.test(nextWord)
  if (/^(?:etc|etc\)|т\.[дп])$/u.test(small)) return true
  return isStarter(nextWord)
}

/** "am 3. Mai", "der 19. Kongress", "3. 5. 2020"; but "Er ist 42. Sie …" ends. */
function isOrdinal(number: string, earlier: string, nextWord: string): boolean {
  if (number.length <= 2 && ORDINAL_MONTHS.has(nextWord.toLowerCase())) return true
  if (number.length <= 2 && /^\d{1,2}$/u.test(nextWord) && /^\p{Ll}/u.test(earlier)) return true
  return BEFORE_ORDINALS.has(earlier.toLowerCase()) && !isStarter(nextWord)
}

function isAbbreviation(token: string): boolean {
  const small = token.toLowerCase()
  return (
    LEADING_ABBREVIATIONS.has(small) ||
    LEADING_AS_WRITTEN.has(token) ||
    TRAILING_ABBREVIATIONS.has(small) ||
    (BEFORE_NUMBERS.has(small) && small !== 'no')
  )
}

const isMonth = (token: string): boolean => /^\p{Lu}\p{Ll}{2,4}$/u.test(token) && isDay(token)
const isDay = (word: string): boolean => MONTHS_AND_DAYS.has(word.toLowerCase())
const isStarter = (word: string): boolean => STARTERS.has(word.toLowerCase())
