import { nameBehindComma, STOPS, type Subject } from './clause.ts'
import type { Frame, VoiceToken } from './frame.ts'
import { isCapital } from './name-run.ts'
import { type Reading, readPhrase } from './phrase.ts'

const LONGEST_AFTER = 25

/** A description goes on with these. */
const DESCRIBES =
  /^(?:of|for|with|at|from|de|du|del|des|der|do|da|della|di|van|für|von|pour|para|per|вопросам)$/u

const ENDS_NAME =
  /^(?:in|on|during|after|before|as|when|while|at|to|about|of|last|this|via|and|who|by|from|early|late|earlier|later|with|for|without|because|through)$/u

/** Who does what the verb says, read from the words behind it: "said Ms. Ruiz, the mayor", "according to a spokesman for X". */
export function subjectAfter(frame: Frame, from: number, reading: Reading): Subject | null {
  const { tokens } = frame
  const { lexicon } = reading
  const head = tokens[from]
  if (head === undefined || head.kind !== 'word') return null
  if (
    !head.capital &&
    !lexicon.determiners.has(head.small) &&
    !lexicon.pronouns.has(head.small) &&
    !lexicon.people.test(head.small) &&
    !isPluralPhrase(tokens, from, lexicon)
  )
    return null
  if (
    lexicon.conjunctions.has(head.small) ||
    (lexicon.that.has(head.small) && !lexicon.determiners.has(head.small))
  )
    return null
  let to = from
  while (to < tokens.length && to - from < LONGEST_AFTER) {
    const token = tokens[to]!
    if (
      token.kind === 'quotation' ||
      token.text === ',' ||
      STOPS.test(token.text) ||
      /^[.!?…]$/u.test(token.text)
    )
      break
    if (to > from && lexicon.inverts && endsBehindVerb(tokens, to, lexicon)) break
    if (
      to > from &&
      isCapital(tokens[to - 1]) &&
      (ENDS_NAME.test(token.small) || lexicon.prepositions.has(token.small)) &&
      !(DESCRIBES.test(token.small) && isDescribed(tokens, from, to, lexicon))
    )
      break
    if (
      to > from &&
      /^(?:in|on|during|after|before|as|when|while|last|this|that|who|because|adding|but)$/u.test(
        token.small,
      ) &&
      !/^(?:briefed|based|working|sitting)$/u.test(tokens[to - 1]!.small)
    )
      break
    if (
      to > from &&
      lexicon.adverbs.test(token.small) &&
      !/^(?:both|all|only|senior)$/u.test(token.small) &&
      (isCapital(tokens[to - 1]) || token.capital)
    )
      break
    to += 1
  }
  if (to === from) return null
  if (lexicon.prepositions.has(head.small) && !lexicon.determiners.has(head.small)) return null
  const phrase = readPhrase(tokens, from, to, reading)
  if (phrase === null) return null
  const name = phrase.kind === 'description' ? nameBehindComma(tokens, to, tokens.length, reading) : null
  if (name !== null) return { ...name, from }
  return { phrase, from, to }
}

/** Where verbs stand anywhere, a name ends at the next small word: "laut Jan Köhler bleibt", "dijo Juan Colín el martes". */
function endsBehindVerb(tokens: readonly VoiceToken[], at: number, lexicon: Reading['lexicon']): boolean {
  const { small, kind } = tokens[at]!
  if (lexicon.auxiliaries.has(small) || lexicon.say.has(small)) return true
  return isCapital(tokens[at - 1]) && kind === 'word' && !isCapital(tokens[at]) && !DESCRIBES.test(small)
}

/** "said former colleagues": no article, and people all the same. */
const isPluralPhrase = (tokens: readonly VoiceToken[], from: number, lexicon: Reading['lexicon']): boolean =>
  [1, 2].some(
    (offset) => lexicon.people.test(tokens[from + offset]?.small ?? '') || isCapital(tokens[from + offset]),
  ) &&
  !lexicon.prepositions.has(tokens[from]!.small) &&
  !lexicon.auxiliaries.has(tokens[from]!.small)

/** Whether the words so far describe somebody instead of naming them: "a spokesman for" goes on. */
const isDescribed = (
  tokens: readonly VoiceToken[],
  from: number,
  to: number,
  lexicon: Reading['lexicon'],
): boolean =>
  tokens
    .slice(from, to)
    .some(({ small, capital }) => !capital && (lexicon.people.test(small) || lexicon.groups.test(small)))
