import type { NameEvidence } from './name-evidence.ts'
import { isSameName } from './name-words.ts'

/** A word of a name in a claim: as names are compared, as it is written, and whether any word would have a capital there. */
export interface NameWord {
  readonly folded: string
  readonly written: string
  readonly isFirst: boolean
}

/** A word that begins a sentence before a name of the proof is what that person is: "Councillor Oland". */
export const isRole = (
  { isFirst }: NameWord,
  names: readonly NameWord[],
  inProof: ReadonlySet<string>,
  language: string,
): boolean =>
  isFirst &&
  names.length > 2 &&
  names.slice(1).every(({ folded }) => [...inProof].some((word) => isSameName(folded, word, language)))

/** The same word, an inflection, or a short form that the article introduces. */
export function stands(
  folded: string,
  inProof: ReadonlySet<string>,
  { aliases }: NameEvidence,
  language: string,
): boolean {
  if (inProof.has(folded)) return true
  for (const word of inProof) if (isSameName(folded, word, language)) return true
  return (aliases.get(folded) ?? []).some((alias) => alias.split(' ').every((word) => inProof.has(word)))
}

/** They tell two names apart: "North Dakota" is not "Dakota" in full. */
const COMPASS = new Set(
  'north south east west northern southern eastern western new nord sud ost norte sur este oeste'.split(' '),
)

/** "Ines Havgaard" for "Havgaard", where the article has both names side by side. */
export function isGivenInFull(
  names: readonly NameWord[],
  missing: readonly NameWord[],
  { pairs }: NameEvidence,
): boolean {
  if (missing.length === names.length || missing.some(({ folded }) => COMPASS.has(folded))) return false
  return missing.every((word) => {
    const at = names.indexOf(word)
    return [names[at - 1], names[at + 1]].some(
      (near) =>
        near !== undefined &&
        (pairs.has(`${near.folded} ${word.folded}`) || pairs.has(`${word.folded} ${near.folded}`)),
    )
  })
}

/** "Swift" for "Taylor", where the article has nobody else of either name. */
export function isOtherHalf(
  [only, ...more]: readonly NameWord[],
  inProof: ReadonlySet<string>,
  { fullNames }: NameEvidence,
): boolean {
  if (only === undefined || more.length > 0) return false
  const own = fullNames.find((name) => name.includes(only.folded))
  if (own === undefined || !own.some((word) => inProof.has(word))) return false
  return fullNames.filter((name) => name.some((word) => own.includes(word))).length === 1
}

/** "WHO" for "World Health Organization", and the other way round. */
export function isAcronym(names: readonly NameWord[], proof: string, inProof: ReadonlySet<string>): boolean {
  const [only] = names
  if (
    names.length === 1 &&
    only !== undefined &&
    /^\p{Lu}{2,6}s?$/u.test(only.written.replaceAll(/[.&]/gu, ''))
  ) {
    const short = only.folded.replaceAll('&', '').slice(0, only.written.endsWith('s') ? -1 : undefined)
    // "IPO" for "initial public offering".
    const all = (proof.match(/\p{L}[\p{L}\p{M}]*/gu) ?? []).map((word) => word[0]).join('')
    if (short.length > 2 && all.toLowerCase().includes(short)) return true
    const initials = [...proof.matchAll(/(?<![\p{L}])\p{Lu}(?=\p{Ll})/gu)]
      .map(([letter]) => letter)
      .join('')
      .toLowerCase()
    return initials.includes(short)
  }
  const initials = names.map(({ folded }) => folded[0]).join('')
  return initials.length > 1 && inProof.has(initials)
}
