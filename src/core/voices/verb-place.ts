import { SETS_OFF } from './assign.ts'
import type { Frame, VoiceToken } from './frame.ts'
import { isCapital } from './name-run.ts'
import type { Phrase, Reading } from './phrase.ts'

/** Whether a quotation ends right before this token, marks between them at most. */
export const isBehindQuotation = (tokens: readonly VoiceToken[], at: number): boolean => {
  let before = at - 1
  while (before > at - 3 && SETS_OFF.test(tokens[before]?.text ?? '')) before -= 1
  return tokens[before]?.kind === 'quotation'
}

/** Whether nothing that is said can follow a subject behind its verb: the words stood before. */
export const closes = (next: VoiceToken | undefined, lexicon: Reading['lexicon']): boolean =>
  lexicon.inverts ||
  next === undefined ||
  /^[,.;]$/u.test(next.text) ||
  /^(?:in|on|of|during|after|at|last|this|who|yesterday|today|\p{L}+day)$/u.test(next.small)

/** These take whom they are said to right behind them, so a name there is no subject. */
const NEEDS_NO_HEARER =
  /^(?:said|says|added|adds|wrote|writes|argued|argues|explained|noted|notes|tweeted|admitted|concluded|sagte|erklärte)$/u

/** Whether a verb may stand before its subject here: behind a quotation, behind a comma, at the very start. */
export const mayStandFirst = (
  tokens: readonly VoiceToken[],
  first: number,
  at: number,
  lexicon: Reading['lexicon'],
): boolean =>
  isBehindQuotation(tokens, first) ||
  ((first === 0 || SETS_OFF.test(tokens[first - 1]?.text ?? '')) &&
    (lexicon.inverts || NEEDS_NO_HEARER.test(tokens[at]!.small)))

/** Where a verb begins with its auxiliaries: "a déclaré", "ha detto". */
export function firstOfVerb(tokens: readonly VoiceToken[], at: number, lexicon: Reading['lexicon']): number {
  let first = at
  while (lexicon.inverts && first > 0 && at - first < 4 && lexicon.auxiliaries.has(tokens[first - 1]!.small))
    first -= 1
  return first
}

/** "dit-il", "a-t-elle déclaré": the pronoun is part of the verb. */
export const PRONOUN_BEHIND = /^(?<verb>\p{L}+?)(?:-t)?-(?<pronoun>ils?|elles?|on)$/u

export function pronounBehind(
  tokens: readonly VoiceToken[],
  at: number,
  lexicon: Reading['lexicon'],
): { readonly phrase: Phrase; readonly from: number } | null {
  const own = PRONOUN_BEHIND.exec(tokens[at]!.small)
  const before = own === null ? PRONOUN_BEHIND.exec(tokens[at - 1]?.small ?? '') : null
  const pronoun = (own ?? before)?.groups?.['pronoun'] ?? ''
  const gender = lexicon.pronouns.get(pronoun)
  return gender === undefined
    ? null
    : { phrase: { kind: 'pronoun', gender }, from: own === null ? at - 1 : at }
}

/** "claims", "calls": a verb only between somebody and what they say. */
export function standsAsVerb(frame: Frame, at: number, { lexicon }: Reading): boolean {
  const { tokens } = frame
  const after = tokens[at + 1]
  const isBehindWords = isBehindQuotation(tokens, at) && at > 0 && tokens[at - 1]!.kind !== 'word'
  let before = at - 1
  while (
    before > 0 &&
    at - before < 5 &&
    lexicon.adverbs.test(tokens[before]!.small) &&
    !tokens[before]!.capital
  )
    before -= 1
  const last = tokens[before]
  if (last === undefined) return false
  if (last.kind === 'quotation') return true
  if (
    /^(?:to|will|would|can|could|should|may|might|must|did|didn't|does|doesn't|do|don't|and|who|not|has|had|have)$/u.test(
      last.small,
    )
  )
    return true
  if (lexicon.pronouns.has(last.small) && !lexicon.determiners.has(last.small)) return true
  if (last.small === "'s" || lexicon.determiners.has(last.small) || lexicon.prepositions.has(last.small))
    return false
  const isSomebody =
    isCapital(last) ||
    last.text === ',' ||
    lexicon.people.test(last.small) ||
    lexicon.groups.test(last.small) ||
    lexicon.documents.test(last.small)
  if (!isSomebody) return false
  if (after === undefined || after.kind === 'mark') return isQuotedBefore(tokens, before)
  if (lexicon.auxiliaries.has(after.small) || after.small === 'of') return false
  const goesOn =
    after.kind === 'quotation' ||
    lexicon.that.has(after.small) ||
    lexicon.determiners.has(after.small) ||
    lexicon.pronouns.has(after.small) ||
    isCapital(after)
  const isAside = lexicon.prepositions.has(after.small) || lexicon.adverbs.test(after.small)
  return goesOn || (isAside && (isBehindWords || isQuotedBefore(tokens, before)))
}

/** Whether a quotation ends right before the words whose last one is at this place: "“…,” Ruiz notes". */
function isQuotedBefore(tokens: readonly VoiceToken[], last: number): boolean {
  for (let at = last; at >= 0 && last - at < 8; at -= 1) if (tokens[at]!.kind === 'quotation') return true
  return false
}
