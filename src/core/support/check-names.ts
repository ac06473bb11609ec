import type { Article } from '../article.ts'
import { calendarWordAt } from './calendar-words.ts'
import { isCommonWord } from './content-words.ts'
import { isCountryWord } from './demonyms.ts'
import type { Failure } from './failure.ts'
import { HEDGE_WORDS } from './hedge-words.ts'
import { type NameEvidence, nameEvidence, nameWordsOf, startsSentence } from './name-evidence.ts'
import { isAcronym, isGivenInFull, isOtherHalf, isRole, type NameWord, stands } from './name-forms.ts'
import { foldName, isTitle } from './name-words.ts'
import { numberWordsOf } from './number-words.ts'
import { isOpener, isOrdinaryStart, isOrdinaryWord } from './sentence-starts.ts'
import { isUnit } from './units.ts'
import { findMarks } from './word-marks.ts'

export interface NamesToCheck {
  readonly claim: string
  readonly claimLanguage: string
  readonly proof: string
  readonly article: Article
  readonly isTranslated: boolean
}

/** Short for ordinary words, in one text written out and in the next not. */
const ABBREVIATIONS = new Set(
  'ceo cfo coo cto mp mps mep meps pm gdp bip pib ai ki ia it tv co2 dna hq pr id vat gps ngo ngos phd mwst lkw pkw eur usd gbp chf km kg'.split(
    ' ',
  ),
)

/** Words with a capital that stand side by side, with the small words inside names ("de", "van", "al"). */
const SEQUENCE =
  /\p{Lu}[\p{L}\p{M}\p{N}]*(?:['’.&][\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*\.?(?:[ -](?:(?:de|da|di|do|dos|del|della|la|le|van|von|der|den|ter|bin|al|el|of|the|zu|y|e)[ -]){0,2}\p{Lu}[\p{L}\p{M}\p{N}]*(?:['’.&][\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*)*/gu
const WORD = /\p{Lu}[\p{L}\p{M}\p{N}]*(?:['’.&][\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*/gu
/** In these languages nouns have capitals too. */
const CAPITAL_NOUNS = new Set(['de', 'lb'])
/** Before these no name stands: they are nouns' own. */
const NOUN_AHEAD =
  /(?<!\p{L})(?:der|die|das|des|dem|den|ein|eine|einer|eines|einem|einen|kein|keine|keinen|keiner|im|am|zum|zur|vom|beim|ins|ans|sein|seine|seinen|seiner|seinem|ihr|ihre|ihren|ihrer|ihrem|diese|dieser|diesen|dieses|jede|jeder|jeden|alle|allen|aller|mehr|viele|vielen|einige|\p{L}+(?:e|en|er|es|em))\s$/iu
/**
 * Every proper name of a claim stands in its proof: the same word, an inflection, the country of a people, an acronym that
 * the article introduces, or a part of a name that the proof shortens and the article gives in full.
 */
export function checkNames({
  claim,
  claimLanguage,
  proof,
  article,
  isTranslated,
}: NamesToCheck): Failure | null {
  const evidence = nameEvidence(article)
  // Names of another script are written anew in each language: no words to compare.
  if (isTranslated && !evidence.isLatin) return null
  const inProof = new Set(nameWordsOf(proof))
  for (const match of claim.matchAll(SEQUENCE)) {
    const words = wordsOf(match[0], match.index, claim)
    const names = words.filter((word) =>
      isName(word, words, { claim, claimLanguage, evidence, isTranslated, at: match.index }),
    )
    if (names.length === 0) continue
    const missing = names.filter(
      (name) =>
        !stands(name.folded, inProof, evidence, article.language) &&
        !isRole(name, names, inProof, article.language),
    )
    if (
      missing.length === 0 ||
      isGivenInFull(names, missing, evidence) ||
      isOtherHalf(names, inProof, evidence) ||
      isAcronym(missing.length === 1 ? missing : names, proof, inProof)
    )
      continue
    const [first] = missing
    return {
      why: 'name-unsupported',
      detail: `“${first?.written ?? ''}” is not in the proof`,
      name: first?.folded ?? '',
    }
  }
  return null
}

const wordsOf = (sequence: string, at: number, claim: string): NameWord[] =>
  [...sequence.matchAll(WORD)].map(({ 0: written, index }) => ({
    written,
    folded: foldName(written),
    isFirst: startsSentence(claim, at + index),
  }))

interface Context {
  readonly claim: string
  readonly claimLanguage: string
  readonly evidence: NameEvidence
  readonly isTranslated: boolean
  readonly at: number
}

function isName(word: NameWord, sequence: readonly NameWord[], context: Context): boolean {
  const { written, folded, isFirst } = word
  const { claim, claimLanguage, evidence, isTranslated, at } = context
  if (folded.length < 2 || isTitle(written) || isCommonWord(folded, claimLanguage)) return false
  if (numberWordsOf(claimLanguage).parts.has(folded)) return false
  const place = claim.indexOf(written, at)
  if (calendarWordAt(claim, place, place + written.length) !== null) return false
  if (isUnit(folded)) return false
  if (isTranslated) return isNameInTranslation(word, place, context)
  if (ABBREVIATIONS.has(folded) || /^[qh]\d$/u.test(folded)) return false
  if (/^\p{Lu}[\p{Lu}\p{N}.&]+$/u.test(written)) return true
  if (CAPITAL_NOUNS.has(claimLanguage)) return isGermanName(word, sequence, context, place)
  const isOrdinary = evidence.small.has(folded) && !evidence.names.has(folded)
  if (isOrdinary) return false
  if (!isFirst) return true
  // "Unlike Europa's …": no part of the name behind it.
  if (isOpener(folded)) return false
  if (sequence.length > 1) return true
  if (isOrdinaryWord(folded)) return false
  if (evidence.names.has(folded) || evidence.people.has(folded)) return !evidence.small.has(folded)
  if (evidence.words.has(folded) || claimLanguage !== 'en') return false
  return !isOrdinaryStart(folded)
}

/** Places and offices have other names in other languages: only a name of this article, or one that speaks, can be compared. */
function isNameInTranslation(
  { written, folded, isFirst }: NameWord,
  place: number,
  { claim, claimLanguage, evidence }: Context,
): boolean {
  if (isCountryWord(folded)) return false
  if (evidence.names.has(folded)) return !evidence.small.has(folded)
  if (evidence.words.has(folded)) return false
  const saying = HEDGE_WORDS[claimLanguage]?.saying
  if (saying === undefined || (isFirst && isOrdinaryStart(folded))) return false
  // "Eine Methamphetamin-Störung angeben": German nouns have capitals too.
  if (CAPITAL_NOUNS.has(claimLanguage) && claim.slice(0, place).endsWith('-')) return false
  const behind = claim.slice(place + written.length, place + written.length + 24)
  return findMarks(behind, saying, claimLanguage).some(({ start }) => behind.slice(0, start).trim() === '')
}

/** German nouns have capitals: a name is told by its neighbours, in the claim or in the article. */
function isGermanName(
  { folded }: NameWord,
  sequence: readonly NameWord[],
  { claim, evidence }: Context,
  place: number,
): boolean {
  if (evidence.small.has(folded)) return false
  const isNounHere = NOUN_AHEAD.test(claim.slice(Math.max(0, place - 16), place))
  if (evidence.names.has(folded)) return evidence.people.has(folded) && !isNounHere
  if (evidence.words.has(folded)) return false
  // "Peter Wiegold" for Jasper Wiegold, and two words that the article does not know, are names; "Wiegolds Ansicht" is not.
  const at = sequence.findIndex((each) => each.folded === folded)
  const [before, next] = [sequence[at - 1], sequence[at + 1]]
  if (isNounHere || /\d\s$/u.test(claim.slice(Math.max(0, place - 2), place))) return false
  if (next !== undefined) return evidence.people.has(next.folded) || !evidence.words.has(next.folded)
  // "Die Reederei Nordwelle": no noun follows a noun but as its name.
  return (
    before !== undefined &&
    evidence.words.has(before.folded) &&
    (!evidence.people.has(before.folded) || NOUN_AHEAD.test(claim.slice(0, claim.indexOf(before.written)))) &&
    !isUnit(before.folded) &&
    !MEASURES.test(before.written)
  )
}

const MEASURES =
  /^(?:Ende|Anfang|Mitte|Prozent|Million(?:en)?|Milliarden?|Dutzend|Uhr|Seiten?|Art|Teil|Hälfte|Anteil|Zahl|Gruppe|Reihe|Stück)$|s$/u
