import type { Span } from '../span.ts'
import { clauseAt, clausesOf } from './clauses.ts'
import { type ContentWord, contentWords, isSameWord } from './content-words.ts'
import type { Failure } from './failure.ts'
import { HEDGE_WORDS } from './hedge-words.ts'
import { NEGATION_WORDS, type NegationWords } from './negation-words.ts'
import { findMarks } from './word-marks.ts'

/** So many words behind "not" are what it denies. */
const DENIED_WORDS = 2
/** Behind these, "not" denies nothing: "not just" adds, "no more than" bounds. */
const NO_DENIAL =
  /^\s+(?:just|only|merely|simply|least|later|more|less|fewer|doubt|longer than|sooner|so much|to mention|all|always|necessarily|every\p{L}*|nur|bloß|allein|mehr als|zuletzt|selten)(?!\p{L})/iu
const UNTIL =
  /(?<!\p{L})(?:until|till|before|unless|without|bis|bevor|ehe|avant|jusqu|hasta|antes|finché|prima|até|totdat|voor|пока|до|kadar|önce|حتى|قبل)(?!\p{L})|之前|直到|まで/iu
const BEFORE =
  /(?<!\p{L})(?:before|bevor|ehe|avant|antes|prima|voordat|до того|önce|قبل)(?!\p{L})|之前|前に/iu
/** They deny what follows, whatever it is: who did, not what was done. */
const DENIES_ALL = /^(?:neither|nor|none|nobody|no one|nothing|nowhere|no)$/iu
/** Adverbs between "not" and what it denies. */
const FILLING = new Set(
  'longer yet still already even ever also really quite actually currently immediately fully always so far sign signs evidence indication indications proof suggestion hint hints reason trace anyone anybody anything anywhere any plan plans intention way need'.split(
    ' ',
  ),
)
/** Of a clause in which a word is denied anywhere, so much in a claim is the denied thing said without its "not". */
const COVERED = 0.6
/** The same for languages that put the denied word behind "not", and for what a claim denies. */
const MOSTLY = 0.75

/** In the same words these deny only what is still to come: "remains to be decided", but not "we remain sceptical". */
const STILL = /^(?:remain\p{L}*|still)$/iu
/** What a claim may deny with "no" where the proof says "only". */
const EXCEPT =
  /(?<!\p{L})(?:other|others|else|except|besides|but|apart|beyond|than|outside|only|more)(?!\p{L})/iu
/** Denials that need a denial of any kind in the proof. */
const DENIES_OUTRIGHT = /^(?:den(?:y|ies|ied|ying)|reject(?:s|ed|ing)|rul(?:es|ed|ing) out)$/iu
/** "Did not settle", "never settled": the verb right behind is all that is denied. */
const VERB_AHEAD =
  /(?<!\p{L})(?:(?:do|does|did|has|have|had|will|would|could|can) not|(?:do|does|did|has|have|had|wo|would|could|ca)n['’]t|cannot|never(?: did)?)$/iu

/** An order not to do something. */
const ORDER = /(?:^|[.!?]\s+)(?:never|do not|don['’]t|not)$/iu

interface Words {
  readonly claim: string
  readonly proof: string
  readonly language: string
  readonly words: NegationWords
  readonly told: readonly ContentWord[]
  readonly inProof: readonly ContentWord[]
  readonly clauses: readonly Span[]
  /** What the proof denies in a word, and what it means without saying so. */
  readonly proven: readonly Span[]
  readonly implied: readonly Span[]
}

/** What a claim denies its proof denies, and what the proof denies the claim does not say. One language for both. */
export function checkNegation(claim: string, proof: string, language: string): Failure | null {
  const words = NEGATION_WORDS[language]
  if (words === undefined) return null
  const claimed = findMarks(claim, words.says, language).filter(
    ({ end }) => !NO_DENIAL.test(claim.slice(end)),
  )
  const given: Words = {
    claim,
    proof,
    language,
    words,
    told: contentWords(claim, language),
    inProof: contentWords(proof, language),
    clauses: clausesOf(proof),
    proven: findMarks(proof, words.says, language),
    implied: findMarks(proof, words.means, language),
  }
  const outright = findMarks(claim, words.means, language).find(({ start, end }) =>
    DENIES_OUTRIGHT.test(claim.slice(start, end)),
  )
  const [first] =
    outright !== undefined && given.proven.length + given.implied.length === 0 ? [outright] : claimed
  if (first !== undefined) {
    const isUnknown = given.proven.length + given.implied.length === 0
    if (isUnknown || claimed.some((mark) => deniesWhatIsSaid(mark, given))) {
      return {
        why: 'negation-unsupported',
        detail: `“${claim.slice(first.start, first.end)}” is not in the proof`,
      }
    }
  }
  const lost = lostDenial(claimed, given)
  if (lost === undefined) return null
  return {
    why: 'negation-unsupported',
    detail: `the proof says “${proof.slice(lost.start, lost.end)}” of it`,
  }
}

/** Whether what the claim denies stands in the proof, in a clause where nothing is denied in other words than the claim's own. */
function deniesWhatIsSaid(mark: Span, given: Words): boolean {
  const { claim, proof, words, told, inProof, clauses, proven, implied } = given
  if (words.reach === 'before') return false
  if (DENIES_ALL.test(claim.slice(mark.start, mark.end)) && !claim.slice(mark.end).startsWith(' longer')) {
    const isOnlyOne = implied.length > 0 && implied.every((each) => wordOf(proof, each) === 'only')
    return proven.length === 0 && isOnlyOne && !EXCEPT.test(claim)
  }
  const repeated = claim.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? []
  const denials = [
    ...proven,
    ...implied.filter(
      (each) =>
        !repeated.some((word) => isSameStart(word, wordOf(proof, each))) &&
        !(STILL.test(wordOf(proof, each)) && !/^ (?:to|un)/u.test(proof.slice(each.end))),
    ),
  ]
  const isDenied = (clause: Span | undefined): boolean =>
    clause !== undefined && denials.some(({ start }) => clause.start <= start && start < clause.end)
  if (words.reach === 'clause') {
    const own = clauseAt(clausesOf(claim), mark.start)
    const around = told.filter(({ start, end }) => own !== undefined && own.start <= start && end <= own.end)
    return clauses.some((clause) => {
      const said = inProof.filter(({ start }) => clause.start <= start && start < clause.end)
      const shared = around.filter(({ key }) => said.some((word) => isSameWord(word.key, key)))
      return shared.length > 1 && shared.length >= MOSTLY * around.length && !isDenied(clause)
    })
  }
  const [head] = wordsBehind(told, mark, claim)
  if (head === undefined || /[\u3040-\u9fff]/u.test(head.key)) return false
  // "Would not say" for "declined": somebody says something in every article.
  const saying = HEDGE_WORDS[given.language]?.saying ?? ''
  if (findMarks(claim.slice(head.start, head.end), saying, given.language).length > 0) return false
  const said = inProof.filter(({ key }) => isSameWord(key, head.key))
  return said.length > 0 && said.every(({ start }) => !isDenied(clauseAt(clauses, start)))
}

/** "Wasn't" and "did not" are one word of denial. */
const wordOf = (text: string, { start, end }: Span): string =>
  text
    .slice(start, end)
    .toLowerCase()
    .replace(/^\p{L}+n['’]t$|^cannot$/u, 'not')

/** A denial of the proof whose words the claim repeats, although it denies nothing that the proof does not deny elsewhere. */
function lostDenial(claimed: readonly Span[], given: Words): Span | undefined {
  const { claim, proof, language, words, proven } = given
  const refused = findMarks(proof, words.refuses, language)
  const denials = [...proven, ...refused]
  // A word that both have denies the same thing in both; every other one may stand for any denial.
  const isFree = (mark: Span): boolean =>
    !denials.some((other) => wordOf(proof, other) === wordOf(claim, mark))
  const proofWords = proof.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? []
  const meant = findMarks(claim, words.means, language).filter(
    (mark) => !proofWords.some((word) => isSameStart(word, wordOf(claim, mark))),
  )
  if (meant.length > 0 || claimed.some(isFree)) return undefined
  const deniesSame = (one: Span, other: Span): boolean => {
    const [head, same] = [wordsBehind(given.told, one, claim)[0], wordsBehind(given.inProof, other, proof)[0]]
    return (
      words.reach !== 'behind' || head === undefined || same === undefined || isSameWord(head.key, same.key)
    )
  }
  const hedges = HEDGE_WORDS[language]?.open ?? ''
  const isWarning = hedges !== '' && findMarks(claim, hedges, language).length > 0
  const open = denials.filter((mark) => {
    const alike = claimed.filter((other) => wordOf(claim, other) === wordOf(proof, mark))
    const asOften = denials.filter((other) => wordOf(proof, other) === wordOf(proof, mark))
    return (
      alike.length === 0 || (alike.length < asOften.length && !alike.some((other) => deniesSame(other, mark)))
    )
  })
  const kept = findMarks(claim, words.refuses, language)
  return open.find(
    (mark) =>
      !kept.some((other) => isSameStart(wordOf(claim, other), wordOf(proof, mark))) &&
      // "Never screw it tight" says what might happen if somebody does.
      !(isWarning && ORDER.test(proof.slice(0, mark.end))) &&
      isSaidWithout(mark, refused.includes(mark), given),
  )
}

/** A verb of saying stands in every article, denied or not. */
const isVerbDenied = (mark: Span, verb: Span, proof: string, language: string): boolean =>
  VERB_AHEAD.test(proof.slice(Math.max(0, mark.start - 12), mark.end)) &&
  /^\s(?:(?:did|have|been|even|yet|ever|really) )*$/u.test(proof.slice(mark.end, verb.start)) &&
  findMarks(proof.slice(verb.start, verb.end), HEDGE_WORDS[language]?.saying ?? '', language).length === 0

const isSameStart = (one: string, other: string): boolean => one.slice(0, 4) === other.slice(0, 4)

function isSaidWithout(
  mark: Span,
  isVerb: boolean,
  { claim, proof, language, told, inProof, words, clauses }: Words,
): boolean {
  const clause = clauseAt(clauses, mark.start) ?? mark
  const rest = proof.slice(mark.end, clause.end)
  if (NO_DENIAL.test(rest)) return false
  // "Not until Monday" says Monday; "before Monday" is what it denies.
  if (
    UNTIL.test(words.reach === 'clause' ? proof.slice(clause.start, clause.end) : rest) &&
    !BEFORE.test(claim)
  )
    return false
  const inClause = inProof.filter(({ start }) => clause.start <= start && start < clause.end)
  const isTold = ({ key }: ContentWord): boolean => told.some((word) => isSameWord(word.key, key))
  const others = inClause.filter(({ start, end }) => end <= mark.start || start >= mark.end)
  const isMostlyTold = (part: readonly ContentWord[]): boolean =>
    part.length > 1 && part.filter(isTold).length >= COVERED * part.length
  switch (words.reach) {
    case 'behind': {
      const behind = wordsBehind(inClause, mark, proof)
      if (behind.length === 0) return isVerb && isMostlyTold(others)
      const isFirstTold = isTold(behind[0]!)
      if (isFirstTold && isVerbDenied(mark, behind[0]!, proof, language)) return true
      const isAllDenied = DENIES_ALL.test(proof.slice(mark.start, mark.end))
      const isRepeated = others.length > 2 && others.filter(isTold).length >= MOSTLY * others.length
      return behind.every(isTold) || (isFirstTold && isAllDenied) || isRepeated
    }
    case 'before': {
      const before = others.filter(({ start, key }) => start < mark.start && !/^[\u3040-\u309f]+$/u.test(key))
      const nearest = before.slice(-DENIED_WORDS)
      return (
        nearest.length > 1 && isTold(nearest.at(-1)!) && nearest.filter(isTold).length * 2 >= nearest.length
      )
    }
    case 'clause': {
      const [next] = wordsBehind(inClause, mark, proof)
      return isMostlyTold(others) || (others.length === 1 && next !== undefined && isTold(next))
    }
  }
}

function wordsBehind(words: readonly ContentWord[], mark: Span, text: string): ContentWord[] {
  const near: ContentWord[] = []
  for (const word of words) {
    if (word.start < mark.end || FILLING.has(text.slice(word.start, word.end).toLowerCase())) continue
    const from = near.at(-1)?.end ?? mark.end
    if (
      /[,;:.!?]\s|(?<!\p{L})(?:and|or|nor|but|will|would|because|und|oder|et|ou|y|e|o|и|или)(?!\p{L})/u.test(
        text.slice(from, word.start),
      )
    )
      break
    near.push(word)
    if (near.length === DENIED_WORDS) break
  }
  return near
}
