import type { Span } from '../span.ts'
import type { Failure } from './failure.ts'
import { NEGATION_WORDS } from './negation-words.ts'
import { UNIVERSAL_WORDS } from './universal-words.ts'
import { findMarks } from './word-marks.ts'

/** "Always" and "all" are not said where the proof says "mostly" or "some" and nothing of the kind. One language for both. */
export function checkUniversals(claim: string, proof: string, language: string): Failure | null {
  const words = UNIVERSAL_WORDS[language]
  if (words === undefined) return null
  // "Not all" and "won't … all" leave something out.
  const denies = NEGATION_WORDS[language]?.says
  if (denies !== undefined && findMarks(claim, denies, language).length > 0) return null
  const [claimed] = findMarks(claim, words.all, language)
  if (claimed === undefined || findMarks(claim, words.part, language).length > 0) return null
  const parts = findMarks(proof, words.part, language)
  // "Almost all" is not all.
  const isPart = ({ start }: Span): boolean =>
    parts.some(({ end }) => /^\s(?:of\s)?$/u.test(proof.slice(end, start)))
  const said = findMarks(proof, `${words.all}|each|both|100`, language).filter((mark) => !isPart(mark))
  const isSaid =
    said.length >
    findMarks(
      proof,
      "(?:not|\\p{L}+n['’]t|never) (?:all|always|every\\p{L}*)|nicht (?:alle\\p{L}*|immer)",
      language,
    ).length
  const [part] = parts
  if (isSaid || part === undefined) return null
  return {
    why: 'certainty-changed',
    detail: `the proof says “${proof.slice(part.start, part.end)}”, not “${claim.slice(claimed.start, claimed.end)}”`,
    isFinal: true,
  }
}
