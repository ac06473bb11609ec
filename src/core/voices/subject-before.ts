import { clauseSubject, FARTHEST, isBoundary, leadingSubject, stretchBefore, type Subject } from './clause.ts'
import type { Frame, VoiceToken } from './frame.ts'
import { isCapital, readNameRun } from './name-run.ts'
import { type Phrase, type Reading, readPhrase } from './phrase.ts'

/** Who does what the verb says, read from the words before it; `passive` where somebody only was told so. */
export function subjectBefore(frame: Frame, verb: number, reading: Reading): Subject | 'passive' | null {
  const { tokens } = frame
  const { lexicon } = reading
  let at = verb - 1
  let isPassive = false
  while (at >= 0 && verb - at < 8 && (isBetween(tokens[at]!, lexicon) || isShortHas(tokens, at, lexicon))) {
    if (lexicon.passive.has(tokens[at]!.small)) isPassive = true
    at -= 1
  }
  if (isPassive && isPastForm(tokens[verb]!)) return 'passive'
  const before = tokens[at]
  if (before === undefined || before.kind === 'quotation') return null
  if (before.small === 'as') {
    const quoted = quotedSubject(frame, at, reading)
    if (quoted !== null) return quoted
  }
  if (isParticipleVerb(tokens[verb]!, lexicon))
    return ownSubject(frame, at, reading) ?? clauseSubject(frame, at, reading)
  if (/^(?:to|but)$/u.test(before.small) || lexicon.and.has(before.small))
    return clauseSubject(frame, at, reading)
  if (lexicon.relatives.has(before.small)) {
    const end = tokens[at - 1]?.text === ',' ? at - 1 : at
    return nearestPhrase(frame, end, reading)
  }
  if (before.small === 'that' && lexicon.documents.test(tokens[at - 1]?.small ?? ''))
    return nearestPhrase(frame, at, reading)
  if (before.text === ',') return beforeComma(frame, at, reading)
  return stretchBefore(frame, at, reading)
}

const QUOTED_WITHIN = 16

/** "The Post quoted an unnamed aide as saying": the aide says it. */
function quotedSubject(frame: Frame, as: number, reading: Reading): Subject | null {
  const { tokens } = frame
  for (let at = as - 1; at >= 0 && as - at < QUOTED_WITHIN; at -= 1) {
    if (!/^(?:quot|cit)(?:ed|es?|ing)$/u.test(tokens[at]!.small)) continue
    if (at + 1 === as) return null
    const phrase = readPhrase(tokens, at + 1, as, reading)
    return phrase === null ? null : { phrase, from: at + 1, to: as }
  }
  return null
}

/** "with a defense official saying", "and the chief spokesman, Adam Reece, dismissing": a participle with a subject of its own. */
function ownSubject(frame: Frame, last: number, reading: Reading): Subject | null {
  const { tokens } = frame
  for (let at = last; at >= 0 && last - at < FARTHEST; at -= 1) {
    const { kind, small, text } = tokens[at]!
    if (kind === 'quotation' || text === ';' || reading.lexicon.say.has(small)) return null
    if (
      small !== 'with' &&
      !(
        small === 'and' &&
        tokens.slice(Math.max(0, at - FARTHEST), at).some((token) => token.small === 'with')
      )
    )
      continue
    if (at === last) return null
    const subject = leadingSubject(frame, at + 1, last + 1, reading)
    if (subject === null) return null
    const isNext = tokens.slice(subject.to, last + 1).every((token) => token.text === ',')
    return isNext ? subject : null
  }
  return null
}

/** The name or description that ends right before a token: what "who" is about. */
function nearestPhrase(frame: Frame, end: number, reading: Reading): Subject | null {
  const { tokens } = frame
  const { lexicon } = reading
  let from = end - 1
  if (isCapital(tokens[from])) {
    while (
      from > 0 &&
      end - from < FARTHEST &&
      isCapital(tokens[from - 1]) &&
      !lexicon.notNames.has(tokens[from - 1]!.small)
    )
      from -= 1
  } else {
    while (from > 0 && end - from < FARTHEST && !lexicon.determiners.has(tokens[from]!.small)) from -= 1
  }
  const phrase = readPhrase(tokens, from, end, reading)
  return phrase === null ? null : { phrase, from, to: end }
}

const isBetween = (token: VoiceToken, lexicon: Reading['lexicon']): boolean =>
  token.kind === 'word' &&
  (lexicon.auxiliaries.has(token.small) ||
    (lexicon.adverbs.test(token.small) && !token.capital) ||
    /^(?:has|had|did|does|was|is)n['’]t$/u.test(token.small)) &&
  !lexicon.pronouns.has(token.small)

/** "he's called it": has, not whose. */
const isShortHas = (tokens: readonly VoiceToken[], at: number, { pronouns }: Reading['lexicon']): boolean =>
  tokens[at]!.small === "'s" && pronouns.has(tokens[at - 1]?.small ?? '')

const isPastForm = ({ small }: VoiceToken): boolean =>
  /(?:ed|told|said|written|quoted|known|seen|found|given|made|taken|shown|meant|sung)$/u.test(small)

const isParticipleVerb = ({ small }: VoiceToken, { participles, say }: Reading['lexicon']): boolean =>
  participles.has(small) && !say.has(small)

const MOST_SEGMENTS = 9

/** "John Kirby, the Pentagon spokesman, said", "the mayor, Ana Ruiz, said", "On Monday, he said" ends otherwise. */
function beforeComma(frame: Frame, comma: number, reading: Reading): Subject | null {
  const { tokens } = frame
  const { lexicon } = reading
  const segments: { from: number; to: number }[] = []
  let end = comma
  let at = comma - 1
  while (
    at >= 0 &&
    comma - at < 2 * FARTHEST &&
    segments.length < MOST_SEGMENTS &&
    tokens[at]!.kind !== 'quotation' &&
    !/^(?:;|:|—|–|--)$/u.test(tokens[at]!.text)
  ) {
    if (tokens[at]!.text === ',') {
      segments.unshift({ from: at + 1, to: end })
      end = at
    }
    at -= 1
  }
  segments.unshift({ from: at + 1, to: end })
  const filled = segments.filter(({ from, to }) => to > from)
  // The last segment is an apposition; the subject is before it, unless there is nothing before it.
  const phrases = filled.map((segment) => ({ segment, phrase: readSegment(frame, segment, reading) }))
  // Right behind a quotation the subject begins, however long its appositions are.
  if (tokens[at]?.kind === 'quotation' && phrases.length > 1) {
    const first = phrases.find(({ phrase }) => phrase !== null)
    if (first?.phrase?.kind === 'name' && endsInName(tokens, first.segment.to))
      return { phrase: first.phrase, from: behindConjunction(tokens, first.segment.from, lexicon), to: comma }
  }
  for (let index = phrases.length - 2; index >= 0; index -= 1) {
    const { segment, phrase } = phrases[index]!
    if (phrase === null || index < phrases.length - 4) continue
    const earlier = phrases[index - 1]
    // "John Kirby, 58, the spokesman, said": the name stands further left.
    if (
      phrase.kind === 'description' &&
      earlier !== undefined &&
      earlier.phrase?.kind === 'name' &&
      endsInName(tokens, earlier.segment.to)
    )
      continue
    const next = phrases[index + 1]
    if (
      !endsInName(tokens, segment.to) &&
      phrase.kind !== 'pronoun' &&
      next?.phrase?.kind === 'name' &&
      (endsInName(tokens, next.segment.to) ||
        startsAsName(tokens, next.segment.from, next.segment.to, lexicon))
    )
      return { phrase: next.phrase, from: behindConjunction(tokens, segment.from, lexicon), to: comma }
    return { phrase, from: behindConjunction(tokens, segment.from, lexicon), to: comma }
  }
  const [only] = phrases
  return phrases.length === 1 && only !== undefined && only.phrase !== null
    ? { phrase: only.phrase, from: only.segment.from, to: comma }
    : null
}

/** "while John Kirby, the spokesman, said": the clause begins behind its first word. */
const behindConjunction = (
  tokens: readonly VoiceToken[],
  from: number,
  { conjunctions, and }: Reading['lexicon'],
): number =>
  conjunctions.has(tokens[from]?.small ?? '') || and.has(tokens[from]?.small ?? '') ? from + 1 : from

const endsInName = (tokens: readonly VoiceToken[], to: number): boolean => isCapital(tokens[to - 1])

function startsAsName(
  tokens: readonly VoiceToken[],
  from: number,
  to: number,
  lexicon: Reading['lexicon'],
): boolean {
  const run = readNameRun(tokens, from, lexicon, to)
  return run !== null && (run.to === to || lexicon.prepositions.has(tokens[run.to]?.small ?? ''))
}

function readSegment(
  frame: Frame,
  { from, to }: { from: number; to: number },
  reading: Reading,
): Phrase | null {
  const { tokens } = frame
  const { lexicon } = reading
  let start = from
  for (let at = to - 1; at > from && to - at < FARTHEST; at -= 1) {
    if (isBoundary(tokens, at, to - 1, reading)) {
      start = at + 1
      break
    }
  }
  if (tokens[start]?.small === 'as') start += 1
  const head = tokens[start]
  if (head === undefined || start >= to) return null
  if (
    lexicon.prepositions.has(head.small) ||
    lexicon.participles.has(head.small) ||
    /(?:ed|ing)$/u.test(head.small)
  )
    return null
  return readPhrase(tokens, start, to, reading)
}
