import type { Frame, VoiceToken } from './frame.ts'
import { isCapital, readNameRun } from './name-run.ts'
import { type Phrase, type Reading, readPhrase } from './phrase.ts'

export interface Subject {
  readonly phrase: Phrase
  /** Index of the first token that belongs to it. */
  readonly from: number
  /** Index after the last one. */
  readonly to: number
}

/** A subject is looked for no further away from its verb than so many tokens. */
export const FARTHEST = 45
export const STOPS = /^[;:—–(){}[\]]$|^--$/u

/** The words that end at `last` back to where their clause begins, read as a subject. */
export function stretchBefore(frame: Frame, last: number, reading: Reading): Subject | null {
  const { tokens } = frame
  let from = last + 1
  while (from > 0 && last - from < FARTHEST && !isBoundary(tokens, from - 1, last, reading)) from -= 1
  if (from > last) return null
  const phrase = readPhrase(tokens, from, last + 1, reading)
  return phrase === null ? null : { phrase, from, to: last + 1 }
}

/** "Thousands of people" are people. */
const QUANTITY =
  /^(?:thousands|hundreds|dozens|tens|scores|millions|number|group|majority|handful|couple|crowd|pair|half|most|some|many|one|none)$/u

const PERCEIVES = /^(?:hear|heard|hears|hearing|saw|watched|seen)$/u

export function isBoundary(
  tokens: readonly VoiceToken[],
  at: number,
  last: number,
  { lexicon }: Reading,
): boolean {
  const token = tokens[at]!
  if (token.kind === 'quotation' || token.text === ',' || STOPS.test(token.text)) return true
  if (token.kind === 'mark')
    return token.text !== '-' && token.text !== '/' && token.text !== '&' && token.text !== '.'
  if (lexicon.conjunctions.has(token.small) && !token.capital) return true
  // "the plan, which Sanders has called"
  if (at < last && lexicon.relatives.has(token.small)) return true
  if (lexicon.and.has(token.small)) return !joinsNames(tokens, at, lexicon)
  // "he heard the guard shout": the guard shouts.
  if (at < last && PERCEIVES.test(token.small)) return true
  // Another verb of saying ends where its own words begin: "He noted Clinton said".
  return (
    at < last &&
    (lexicon.say.has(token.small) || lexicon.participles.has(token.small)) &&
    !lexicon.alsoNouns.has(token.small) &&
    !token.capital
  )
}

/** "Smith and Jones said", "House and Senate leaders say": one subject. */
function joinsNames(tokens: readonly VoiceToken[], at: number, lexicon: Reading['lexicon']): boolean {
  const after = tokens[at + 1]
  const before = tokens[at - 1]
  if (after === undefined || before === undefined) return false
  if (lexicon.pronouns.has(after.small) || lexicon.determiners.has(after.small)) return false
  return isCapital(before) === isCapital(after) && before.kind === 'word' && !lexicon.say.has(after.small)
}

/** The subject of the clause that a later verb of it belongs to: "Trump stood up and said", "X attacked Y, calling him". */
export function clauseSubject(frame: Frame, before: number, reading: Reading): Subject | null {
  const { tokens } = frame
  let start = Math.max(0, before - FARTHEST)
  for (let at = start; at < before; at += 1) {
    const { kind, text } = tokens[at]!
    if (kind === 'quotation' || text === ';') start = at + 1
  }
  // Clauses of introduction ("On Monday, …", "Asked about it, …") end in a comma.
  const limit = before
  let from = start
  while (from < limit) {
    const subject = leadingSubject(frame, from, limit, reading)
    if (subject !== null) return subject
    let next = from
    while (next < limit && tokens[next]!.text !== ',' && !/^(?:that|but|and)$/u.test(tokens[next]!.small))
      next += 1
    from = next + 1
  }
  return null
}

/** A subject that begins at this token, its end not known: a pronoun, a name, or a description up to a name or a person. */
export function leadingSubject(frame: Frame, from: number, limit: number, reading: Reading): Subject | null {
  const { tokens } = frame
  const { lexicon } = reading
  let at = from
  while (
    at < limit &&
    (lexicon.conjunctions.has(tokens[at]!.small) ||
      lexicon.and.has(tokens[at]!.small) ||
      (tokens[at]!.kind === 'mark' && tokens[at]!.text !== ','))
  )
    at += 1
  const head = tokens[at]
  if (head === undefined || at >= limit || head.kind !== 'word') return null
  const gender = lexicon.pronouns.get(head.small)
  if (gender !== undefined && !lexicon.determiners.has(head.small))
    return { phrase: { kind: 'pronoun', gender }, from: at, to: at + 1 }
  if (lexicon.prepositions.has(head.small) && !lexicon.relatives.has(head.small)) return null
  for (let end = at; end < Math.min(limit, at + 8); end += 1) {
    const token = tokens[end]!
    if (token.kind !== 'word' && token.small !== "'s") return null
    const run = readNameRun(tokens, end, lexicon, limit)
    if (run !== null) {
      if (tokens[run.to]?.small === "'s") {
        end = run.to
        continue
      }
      if (
        lexicon.people.test(tokens[run.to]?.small ?? '') ||
        lexicon.groups.test(tokens[run.to]?.small ?? '')
      ) {
        end = run.to - 1
        continue
      }
      const phrase = readPhrase(tokens, at, run.to, reading)
      return phrase === null ? null : { phrase, from: at, to: run.to }
    }
    if (
      lexicon.people.test(token.small) ||
      lexicon.groups.test(token.small) ||
      lexicon.documents.test(token.small)
    ) {
      if (QUANTITY.test(token.small) && tokens[end + 1]?.small === 'of') continue
      if (readNameRun(tokens, end + 1, lexicon, limit) !== null) continue
      if (lexicon.people.test(tokens[end + 1]?.small ?? '')) continue
      const name = nameBehindComma(tokens, end + 1, limit, reading)
      if (name !== null) return { ...name, from: at }
      const phrase = readPhrase(tokens, at, end + 1, reading)
      return phrase === null ? null : { phrase, from: at, to: end + 1 }
    }
    if (token.small === 'of' && QUANTITY.test(tokens[end - 1]?.small ?? '')) continue
    if (lexicon.auxiliaries.has(token.small) || lexicon.prepositions.has(token.small)) return null
  }
  return null
}

const isLead = (token: VoiceToken | undefined, lexicon: Reading['lexicon']): boolean =>
  token !== undefined &&
  !token.capital &&
  (lexicon.determiners.has(token.small) || lexicon.people.test(token.small))

/** "her husband, Frank, …": the name that a description has behind a comma. */
export function nameBehindComma(
  tokens: readonly VoiceToken[],
  comma: number,
  limit: number,
  { lexicon, people }: Reading,
): Pick<Subject, 'phrase' | 'to'> | null {
  if (tokens[comma]?.text !== ',') return null
  // "his co-host, the comedian Sarah Silverman,"
  let from = comma + 1
  while (from < comma + 4 && isLead(tokens[from], lexicon)) from += 1
  const run = readNameRun(tokens, from, lexicon, limit)
  if (run === null || !/^[,.]$/u.test(tokens[run.to]?.text ?? '.')) return null
  const person = people.resolve(run)
  return {
    phrase: { kind: 'name', person, speaker: { name: person.name, kind: 'named', via: [] } },
    to: run.to,
  }
}
