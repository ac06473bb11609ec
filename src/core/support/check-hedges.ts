import type { Span } from '../span.ts'
import { clausesOf } from './clauses.ts'
import { type ContentWord, contentWords, isSameWord } from './content-words.ts'
import type { Failure } from './failure.ts'
import { HEDGE_WORDS } from './hedge-words.ts'
import { NEGATION_WORDS } from './negation-words.ts'
import { findMarks } from './word-marks.ts'

/** Words of a clause that is hardly more than a doubt. */
const SHORT = 2
/** A claim that has so much of a clause repeats it. */
const MOSTLY = 0.6
/** In these languages a doubt stands in front of what is doubted; in the others it may stand at the clause's end. */
const DOUBT_FIRST = new Set(['en', 'es', 'it', 'pt', 'fr', 'ru', 'ar', 'zh'])

/**
 * A doubt of the proof ("reportedly", "may", "is expected to") is kept in the claim: as any doubt, or, where it says that
 * others say so, by a voice. Only the clause that the claim draws on counts, told by the words that both share.
 */
export function checkHedges(
  claim: string,
  proof: string,
  language: string,
  hasVoice: boolean,
): Failure | null {
  const words = HEDGE_WORDS[language]
  if (words === undefined) return null
  const heard = findMarks(proof, words.heard, language)
  const kept = findMarks(proof, words.kept, language)
  const soon = awaited(claim, proof, language)
  if (heard.length + kept.length + soon.length === 0) return null
  if (findMarks(claim, `${words.heard}|${words.open}`, language).length > 0) return null
  const isSaid = hasVoice || findMarks(claim, words.saying, language).length > 0
  // "May dissolve parliament" is a right, which "can" says too.
  const isRight = findMarks(claim, CAN, language).length > 0
  const isDrawn = (mark: Span, manner: Pick<Drawn, 'canEnd' | 'canBeShort'>): boolean =>
    isDrawnOn(mark, { claim, proof, language, ...manner })
  const isLost = (mark: Span): boolean =>
    !(isRight && MAY.test(proof.slice(mark.start, mark.end))) &&
    isDrawn(mark, { canEnd: false, canBeShort: true })
  const lost =
    (isSaid ? undefined : heard.find((mark) => isDrawn(mark, { canEnd: true, canBeShort: true }))) ??
    kept.find(isLost) ??
    soon.find((mark) => isDrawn(mark, { canEnd: false, canBeShort: false }))
  if (lost === undefined) return null
  return { why: 'certainty-changed', detail: `the proof says “${proof.slice(lost.start, lost.end)}”` }
}

const CAN =
  'can|allowed|permitted|entitled|right to|darf|dürfen|kann|können|peut|peuvent|puede|pueden|può|possono|pode|podem|kan|mag|mogen'
const MAY = /^(?:may|peut|peuvent|puede|pueden|può|possono|pode|podem)$/iu

/** What is still to come, and what has been done, in languages that tell them apart by single words. */
const TO_COME: Readonly<Record<string, { readonly willBe: string; readonly isDone: string }>> = {
  en: { willBe: 'will|shall|going to|set to|due to', isDone: 'has|have|had|was|were|did|already' },
  de: { willBe: 'wird|werden', isDone: 'hat|hatte|hatten|wurde|wurden|war|waren|bereits' },
  nl: { willBe: 'zal|zullen|gaat|gaan', isDone: 'heeft|hebben|had|hadden|werd|werden|was|waren|al' },
}

/** "Production will start" is no proof that it has started. */
function awaited(claim: string, proof: string, language: string): Span[] {
  const words = TO_COME[language]
  if (words === undefined || findMarks(claim, words.isDone, language).length === 0) return []
  // "Have not toured together" is what "will tour for the first time" says.
  const others = `${words.willBe}|${NEGATION_WORDS[language]?.says ?? words.willBe}`
  return findMarks(claim, others, language).length > 0 ? [] : findMarks(proof, words.willBe, language)
}

/** Whether the claim says what the doubt is about: its clause is the one that shares most words with the claim. */
function isDrawnOn(mark: Span, { claim, proof, language, canEnd, canBeShort }: Drawn): boolean {
  const told = contentWords(claim, language)
  const words = contentWords(proof, language)
  const isTold = ({ key }: ContentWord): boolean => told.some((word) => isSameWord(word.key, key))
  const clauses = clausesOf(proof)
  const sharedOf = ({ start, end }: Span): ContentWord[] =>
    words.filter((word) => start <= word.start && word.start < end && isTold(word))
  const clause = clauses.find(({ start, end }) => start <= mark.start && mark.start < end)
  if (clause === undefined) return false
  const shared = sharedOf(clause).filter(({ start, end }) => end <= mark.start || start >= mark.end)
  const others = words.filter(
    ({ start, end }) =>
      clause.start <= start && start < clause.end && (end <= mark.start || start >= mark.end),
  )
  // "As is expected, …": a clause of its own doubts the whole sentence.
  if (others.length === 0) return words.some(isTold)
  const behind = words.filter(({ start }) => start >= mark.end && start < clause.end)
  if (DOUBT_FIRST.has(language) && behind.length === 0 && !canEnd) return false
  // "Possibly as early as Friday": of a short clause, half is enough.
  if (canBeShort && others.length <= SHORT && shared.length * 2 >= others.length && shared.length > 0)
    return true
  if (shared.length >= Math.max(2, MOSTLY * others.length)) return true
  const most = Math.max(...clauses.map((each) => sharedOf(each).length))
  if (shared.length === 0 || shared.length < most) return false
  return !DOUBT_FIRST.has(language) || behind.length === 0 || behind.some(isTold)
}

interface Drawn {
  readonly claim: string
  readonly proof: string
  readonly language: string
  /** "…, reportedly" doubts what stands before it; "and hope" does not. */
  readonly canEnd: boolean
  /** A clause of two words is drawn on by one of them. */
  readonly canBeShort: boolean
}
