import type { Article } from '../article.ts'
import { isCommonWord } from './content-words.ts'
import { HE_OR_SHE } from './antecedent.ts'
import { NAME_WORD, personNames } from './name-evidence.ts'
import { foldName } from './name-words.ts'
import { isSameQuantity } from './check-numbers.ts'
import type { Quantity } from './read-quantities.ts'

/** A text with the quantities that are read in it. */
export interface Counted {
  readonly text: string
  readonly quantities: readonly Quantity[]
}

/**
 * Whether a claim puts a number of a neighbouring sentence in the place of one that its own sentence has: "grew by 22 %"
 * where the sentence says 9 % and the next one 22 %, "17 votes" where it says "212 votes".
 */
export function takesOtherNumber(claim: Counted, own: Counted): boolean {
  const taken = claim.quantities.filter((one) => !own.quantities.some((other) => isSameQuantity(one, other)))
  const left = own.quantities.filter((one) => !claim.quantities.some((other) => isSameQuantity(other, one)))
  return taken.some((one) =>
    left.some((other) => {
      if (other.kind !== one.kind) return false
      if (one.unit !== null) return other.unit?.dimension === one.unit.dimension
      const noun = wordBehind(claim.text, one)
      return noun !== '' && noun === wordBehind(own.text, other)
    }),
  )
}

const wordBehind = (text: string, { end }: Quantity): string =>
  foldName(/^[\s-]*(\p{L}[\p{L}\p{M}]{2,})/u.exec(text.slice(end, end + 40))?.[1] ?? '')

/**
 * The same with a name: "the Osthavn Hospital" where the sentence says "the Brisa Hospital". Told by the word before or
 * behind that both have.
 */
export function takesOtherName(claim: string, own: string, name: string, { language }: Article): boolean {
  const claimed = placesOf(claim, language)
  const said = placesOf(own, language)
  const isClaimed = new Set(claimed.map(({ word }) => word))
  if (isOtherPerson(claim, own, name, language)) return true
  return claimed.some(
    (place) =>
      place.word === name &&
      said.some(
        ({ word, isCapital, before, behind }) =>
          // The first name of somebody whom the claim names is nobody else.
          !(behind !== place.behind && claimed.some((each) => each.isCapital && each.word === behind)) &&
          isCapital &&
          word !== name &&
          !isClaimed.has(word) &&
          (isSame(before, place.before) || isSame(behind, place.behind)),
      ),
  )
}

/** A person for a person: the sentence names somebody by full name whom the claim does not name, and no "she" or "he". */
function isOtherPerson(claim: string, own: string, name: string, language: string): boolean {
  if (HE_OR_SHE.test(own)) return false
  const claimed = personNames(claim, language)
  const isPerson = claimed.some(({ names }) => names.includes(name))
  const words = new Set(placesOf(claim, language).map(({ word }) => word))
  return isPerson && personNames(own, language).some(({ names }) => names.every((each) => !words.has(each)))
}

const isSame = (one: string, other: string): boolean => one !== '' && one === other

interface Place {
  readonly word: string
  readonly isCapital: boolean
  readonly before: string
  readonly behind: string
}

function placesOf(text: string, language: string): Place[] {
  const words = [...text.matchAll(NAME_WORD)].map(([word]) => word)
  return words.map((word, at) => ({
    word: foldName(word),
    isCapital: /^\p{Lu}/u.test(word) && !isCommonWord(word, language),
    before: foldName(words[at - 1] ?? ''),
    behind: foldName(words[at + 1] ?? ''),
  }))
}
