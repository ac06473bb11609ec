import type { Frame, VoiceToken } from './frame.ts'
import { isCapital, readNameRun } from './name-run.ts'
import { type Phrase, type Reading, readPhrase } from './phrase.ts'

export interface Subject {
  readonly phrase: Phrase
  /** Index of the first token that belongs to it. */
  readonly from: number
  /** Index after the last one. */
  readonly to: number
}

/** A subject is looked for no further away from its verb than so many tokens. */
const FARTHEST = 45
const LONGEST_AFTER = 25
const STOPS = /^[;:—–(){}[\]]$|^--$/u

/** Who does what the verb says, read from the words before it; `passive` where somebody only was told so. */
export function subjectBefore(frame: Frame, verb: number, reading: Reading): Subject | 'passive' | null {
  const { tokens } = frame
  const { lexicon } = reading
  let at = verb - 1
  let isPassive = false
  while (at >= 0 && verb - at < 8 && isBetween(tokens[at]!, lexicon)) {
    if (lexicon.passive.has(tokens[at]!.small)) isPassive = true
    at -= 1
  }
  if (isPassive && isPastForm(tokens[verb]!)) return 'passive'
  const before = tokens[at]
  if (before === undefined || before.kind === 'quotation') return null
  if (isParticipleVerb(tokens[verb]!, lexicon))
    return ownSubject(frame, at, reading) ?? clauseSubject(frame, at, reading)
  if (before.small === 'to' || lexicon.and.has(before.small)) return clauseSubject(frame, at, reading)
  if (lexicon.relatives.has(before.small)) {
    const end = tokens[at - 1]?.text === ',' ? at - 1 : at
    return nearestPhrase(frame, end, reading)
  }
  if (before.small === 'that' && lexicon.documents.test(tokens[at - 1]?.small ?? ''))
    return nearestPhrase(frame, at, reading)
  if (before.text === ',') return beforeComma(frame, at, reading)
  return stretchBefore(frame, at, reading)
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

const isPastForm = ({ small }: VoiceToken): boolean =>
  /(?:ed|told|said|written|quoted|known|seen|found|given|made|taken|shown|meant|sung)$/u.test(small)

const isParticipleVerb = ({ small }: VoiceToken, { participles, say }: Reading['lexicon']): boolean =>
  participles.has(small) && !say.has(small)

/** The words that end at `last` back to where their clause begins, read as a subject. */
function stretchBefore(frame: Frame, last: number, reading: Reading): Subject | null {
  const { tokens } = frame
  let from = last + 1
  while (from > 0 && last - from < FARTHEST && !isBoundary(tokens, from - 1, last, reading)) from -= 1
  if (from > last) return null
  const phrase = readPhrase(tokens, from, last + 1, reading)
  return phrase === null ? null : { phrase, from, to: last + 1 }
}

function isBoundary(tokens: readonly VoiceToken[], at: number, last: number, { lexicon }: Reading): boolean {
  const token = tokens[at]!
  if (token.kind === 'quotation' || token.text === ',' || STOPS.test(token.text)) return true
  if (token.kind === 'mark')
    return token.text !== '-' && token.text !== '/' && token.text !== '&' && token.text !== '.'
  if (lexicon.conjunctions.has(token.small) && !token.capital) return true
  if (lexicon.and.has(token.small)) return !joinsNames(tokens, at, lexicon)
  // Another verb of saying ends where its own words begin: "He noted Clinton said".
  return (
    at < last &&
    (lexicon.say.has(token.small) || lexicon.participles.has(token.small)) &&
    !lexicon.alsoNouns.has(token.small) &&
    !token.capital
  )
}

/** "Smith and Jones said", "House and Senate leaders say": one subject. */
function joinsNames(tokens: readonly VoiceToken[], at: number, lexicon: Reading['lexicon']): boolean {
  const after = tokens[at + 1]
  const before = tokens[at - 1]
  if (after === undefined || before === undefined) return false
  if (lexicon.pronouns.has(after.small) || lexicon.determiners.has(after.small)) return false
  return isCapital(before) === isCapital(after) && before.kind === 'word' && !lexicon.say.has(after.small)
}

/** "John Kirby, the Pentagon spokesman, said", "the mayor, Ana Ruiz, said", "On Monday, he said" ends otherwise. */
function beforeComma(frame: Frame, comma: number, reading: Reading): Subject | null {
  const { tokens } = frame
  const { lexicon } = reading
  const segments: { from: number; to: number }[] = []
  let end = comma
  let at = comma - 1
  while (
    at >= 0 &&
    comma - at < FARTHEST &&
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
      phrase.kind === 'description' &&
      next?.phrase?.kind === 'name' &&
      startsAsName(tokens, next.segment.from, next.segment.to, lexicon)
    )
      return { phrase: next.phrase, from: segment.from, to: comma }
    return { phrase, from: segment.from, to: comma }
  }
  const [only] = phrases
  return phrases.length === 1 && only !== undefined && only.phrase !== null
    ? { phrase: only.phrase, from: only.segment.from, to: comma }
    : null
}

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
  const head = tokens[start]
  if (head === undefined) return null
  if (
    lexicon.prepositions.has(head.small) ||
    lexicon.participles.has(head.small) ||
    /(?:ed|ing)$/u.test(head.small)
  )
    return null
  return readPhrase(tokens, start, to, reading)
}

/** The subject of the clause that a later verb of it belongs to: "Trump stood up and said", "X attacked Y, calling him". */
export function clauseSubject(frame: Frame, before: number, reading: Reading): Subject | null {
  const { tokens } = frame
  let start = Math.max(0, before - FARTHEST)
  for (let at = start; at < before; at += 1) {
    const { kind, text } = tokens[at]!
    if (kind === 'quotation' || text === ';') start = at + 1
  }
  // Clauses of introduction ("On Monday, …", "Asked about it, …") end in a comma.
  const limit = before
  let from = start
  while (from < limit) {
    const subject = leadingSubject(frame, from, limit, reading)
    if (subject !== null) return subject
    let next = from
    while (next < limit && tokens[next]!.text !== ',' && !/^(?:that|but|and)$/u.test(tokens[next]!.small))
      next += 1
    from = next + 1
  }
  return null
}

/** A subject that begins at this token, its end not known: a pronoun, a name, or a description up to a name or a person. */
export function leadingSubject(frame: Frame, from: number, limit: number, reading: Reading): Subject | null {
  const { tokens } = frame
  const { lexicon } = reading
  let at = from
  while (
    at < limit &&
    (lexicon.conjunctions.has(tokens[at]!.small) ||
      lexicon.and.has(tokens[at]!.small) ||
      (tokens[at]!.kind === 'mark' && tokens[at]!.text !== ','))
  )
    at += 1
  const head = tokens[at]
  if (head === undefined || at >= limit || head.kind !== 'word') return null
  const gender = lexicon.pronouns.get(head.small)
  if (gender !== undefined && !lexicon.determiners.has(head.small))
    return { phrase: { kind: 'pronoun', gender }, from: at, to: at + 1 }
  if (lexicon.prepositions.has(head.small) && !lexicon.relatives.has(head.small)) return null
  for (let end = at; end < Math.min(limit, at + 8); end += 1) {
    const token = tokens[end]!
    if (token.kind !== 'word' && token.small !== "'s") return null
    const run = readNameRun(tokens, end, lexicon, limit)
    if (run !== null) {
      if (tokens[run.to]?.small === "'s") {
        end = run.to
        continue
      }
      if (
        lexicon.people.test(tokens[run.to]?.small ?? '') ||
        lexicon.groups.test(tokens[run.to]?.small ?? '')
      ) {
        end = run.to - 1
        continue
      }
      const phrase = readPhrase(tokens, at, run.to, reading)
      return phrase === null ? null : { phrase, from: at, to: run.to }
    }
    if (
      lexicon.people.test(token.small) ||
      lexicon.groups.test(token.small) ||
      lexicon.documents.test(token.small)
    ) {
      if (readNameRun(tokens, end + 1, lexicon, limit) !== null) continue
      if (lexicon.people.test(tokens[end + 1]?.small ?? '')) continue
      const name = nameBehindComma(tokens, end + 1, limit, reading)
      if (name !== null) return { ...name, from: at }
      const phrase = readPhrase(tokens, at, end + 1, reading)
      return phrase === null ? null : { phrase, from: at, to: end + 1 }
    }
    if (lexicon.auxiliaries.has(token.small) || lexicon.prepositions.has(token.small)) return null
  }
  return null
}

/** "her husband, Frank, …": the name that a description has behind a comma. */
function nameBehindComma(
  tokens: readonly VoiceToken[],
  comma: number,
  limit: number,
  { lexicon, people }: Reading,
): Omit<Subject, 'from'> | null {
  if (tokens[comma]?.text !== ',') return null
  const run = readNameRun(tokens, comma + 1, lexicon, limit)
  if (run === null || !/^[,.]$/u.test(tokens[run.to]?.text ?? '.')) return null
  const person = people.resolve(run)
  return {
    phrase: { kind: 'name', person, speaker: { name: person.name, kind: 'named', via: [] } },
    to: run.to,
  }
}

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
    if (
      to > from &&
      isCapital(tokens[to - 1]) &&
      ENDS_NAME.test(token.small) &&
      !(/^(?:of|for|with|at|from)$/u.test(token.small) && isDescribed(tokens, from, to, lexicon))
    )
      break
    if (
      to > from &&
      /^(?:in|on|during|after|before|as|when|while|last|this|that|who|because|adding|but)$/u.test(token.small)
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
  if (lexicon.prepositions.has(head.small)) return null
  const phrase = readPhrase(tokens, from, to, reading)
  if (phrase === null) return null
  const name = phrase.kind === 'description' ? nameBehindComma(tokens, to, tokens.length, reading) : null
  if (name !== null) return { ...name, from }
  return { phrase, from, to }
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
