import type { Failure } from './failure.ts'

/** So long is what stands behind "un-": shorter ones are mostly other words ("unit", "union", "uniform"). */
const OPPOSITE = /^un(\p{L}{5,})$/u
/** Denials in either text may turn the word round again: "not unusual" for "usual". */
const DENIES =
  /(?<!\p{L})(?:not|no|none|nobody|nothing|never|nor|neither|hardly|without|\p{L}+n['’]t)(?!\p{L})/iu

/** English words that "un-" turns into their opposite: "unintentional" is not said where the proof says "intentional". */
export function checkOpposites(claim: string, proof: string, language: string): Failure | null {
  if (language !== 'en' || DENIES.test(claim) || DENIES.test(proof)) return null
  const [claimed, proven] = [wordsOf(claim), wordsOf(proof)]
  const inClaim = turned(claimed, proven)
  if (inClaim !== undefined) {
    return {
      why: 'negation-unsupported',
      detail: `the proof says “${inClaim.slice(2)}”, not “${inClaim}”`,
      isFinal: true,
    }
  }
  const inProof = turned(proven, claimed)
  return inProof === undefined
    ? null
    : {
        why: 'negation-unsupported',
        detail: `the proof says “${inProof}”, not “${inProof.slice(2)}”`,
        isFinal: true,
      }
}

const wordsOf = (text: string): ReadonlySet<string> => new Set(text.toLowerCase().match(/\p{L}+/gu))

/** A word of one text of which the other has only the opposite. */
const turned = (words: ReadonlySet<string>, others: ReadonlySet<string>): string | undefined =>
  [...words].find((word) => {
    const base = OPPOSITE.exec(word)?.[1]
    return base !== undefined && others.has(base) && !words.has(base) && !others.has(word)
  })
