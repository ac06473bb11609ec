import { splitSentences } from '../sentence.ts'
import type { Failure } from './failure.ts'

/** So long is what stands behind these: shorter ones are mostly other words ("unit", "improve", "increase"). */
const OPPOSITE =
  /^(?:un(?<un>\p{L}{5,})|i[lr](?<twice>[lr]\p{L}{4,})|i[mn](?!formation|corporat|stalled|habit|different)(?<other>\p{L}{7,}))$/u
/** Denials in either text may turn the word round again: "not unusual" for "usual". */
const DENIES =
  /(?<!\p{L})(?:not|no|none|nobody|nothing|never|nor|neither|hardly|without|\p{L}+n['’]t)(?!\p{L})/iu

/** English words that "un-" and "in-" turn into their opposite: "unintentional" is not said where the proof says "intentional". */
export function checkOpposites(claim: string, proof: string, language: string): Failure | null {
  if (language !== 'en' || DENIES.test(claim)) return null
  const affirmed = splitSentences(proof)
    .map(({ start, end }) => proof.slice(start, end))
    .filter((sentence) => !DENIES.test(sentence))
  const [claimed, proven] = [wordsOf(claim), wordsOf(affirmed.join('\n'))]
  const inClaim = turned(claimed, proven)
  if (inClaim !== undefined) {
    return {
      why: 'negation-unsupported',
      detail: `the proof says “${baseOf(inClaim)}”, not “${inClaim}”`,
      isFinal: true,
    }
  }
  const inProof = turned(proven, claimed)
  return inProof === undefined
    ? null
    : {
        why: 'negation-unsupported',
        detail: `the proof says “${inProof}”, not “${baseOf(inProof)}”`,
        isFinal: true,
      }
}

const wordsOf = (text: string): ReadonlySet<string> => new Set(text.toLowerCase().match(/\p{L}+/gu))

const baseOf = (word: string): string | undefined => {
  const { un, twice, other } = OPPOSITE.exec(word)?.groups ?? {}
  return un ?? twice ?? other
}

/** A word of one text of which the other has only the opposite. */
const turned = (words: ReadonlySet<string>, others: ReadonlySet<string>): string | undefined =>
  [...words].find((word) => {
    const base = baseOf(word)
    return base !== undefined && others.has(base) && !words.has(base) && !others.has(word)
  })
