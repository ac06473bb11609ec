import type { Speaker } from '../claim.ts'
import type { VoiceToken } from './frame.ts'
import type { Gender, Lexicon } from './lexicon.ts'
import { isCapital, type NameRun, readNameRun } from './name-run.ts'
import { roleAt } from './roles.ts'
import type { People, Person } from './people.ts'

/** Words that stand for a voice: a name, a description, or a pronoun that is still to be resolved. */
export type Phrase =
  | { readonly kind: 'name'; readonly person: Person; readonly speaker: Speaker }
  | { readonly kind: 'pronoun'; readonly gender: Gender }
  /** `isVoice`: its noun is one of people, bodies or documents. */
  | {
      readonly kind: 'description'
      readonly speaker: Speaker
      readonly isPlural: boolean
      readonly isVoice: boolean
    }

/** A description is shown in at most so many words. */
const LONGEST_DESCRIPTION = 14
const OPENS_LIST = /^(?:[•–—-]|\()$/u

/** What reading needs to know of the whole text. */
export interface Reading {
  readonly text: string
  readonly lexicon: Lexicon
  readonly people: People
}

/**
 * The voice that a stretch of words names as the subject of a verb: "a spokesman for Mr. Ortega", "the mayor",
 * "Pentagon spokesman John Kirby", "he". Null where the words are no subject.
 */
export function readPhrase(
  tokens: readonly VoiceToken[],
  from: number,
  to: number,
  reading: Reading,
): Phrase | null {
  const { lexicon } = reading
  let start = from
  let end = to
  while (start < end && isFiller(tokens[start]!, lexicon)) start += 1
  end = withoutTime(tokens, start, end)
  while (
    end > start &&
    (tokens[end - 1]!.kind === 'mark' || lexicon.adverbs.test(tokens[end - 1]!.small)) &&
    !isCapital(tokens[end - 1])
  )
    end -= 1
  if (end <= start) return null
  const last = tokens[end - 1]!
  const gender = lexicon.pronouns.get(last.small)
  if (gender !== undefined) return { kind: 'pronoun', gender }
  const head = tokens[start]!
  const first = lexicon.pronouns.get(head.small)
  if (first !== undefined && !lexicon.determiners.has(head.small) && !lexicon.prepositions.has(head.small))
    return { kind: 'pronoun', gender: first }
  if (lexicon.prepositions.has(head.small) && !lexicon.determiners.has(head.small) && !isCapitalInside(head))
    return readLast(tokens, start, end, reading)
  let core = start + 1
  while (core < end && !endsCore(tokens, core, lexicon)) core += 1
  return readCore(tokens, start, core, end, reading)
}

/** Whether what follows only says more of whom the words before name: "for …", "who …", "signed by …". */
function endsCore(tokens: readonly VoiceToken[], at: number, lexicon: Lexicon): boolean {
  const { small, text, capital } = tokens[at]!
  if (lexicon.prepositions.has(small) || text === ',') return true
  const before = tokens[at - 1]!.small
  const isNoun = lexicon.people.test(before) || lexicon.documents.test(before) || lexicon.groups.test(before)
  return isNoun && !capital && /(?:ed|ing)$/u.test(small)
}

const TIME =
  /^(?:night|week|weekend|month|year|day|morning|afternoon|evening|spring|summer|fall|autumn|winter|monday|tuesday|wednesday|thursday|friday|saturday|sunday)$/u

/** "Ruiz last night" is Ruiz. */
const withoutTime = (tokens: readonly VoiceToken[], start: number, end: number): number =>
  end - start > 2 &&
  TIME.test(tokens[end - 1]!.small) &&
  /^(?:last|this|that|next|on|one|late|early)$/u.test(tokens[end - 2]!.small)
    ? end - 2
    : end

const isCapitalInside = ({ text }: VoiceToken): boolean => /^\p{Lu}{2}/u.test(text)

const isFiller = (token: VoiceToken, lexicon: Lexicon): boolean =>
  token.kind === 'mark' ||
  OPENS_LIST.test(token.text) ||
  (lexicon.adverbs.test(token.small) && !token.capital && !lexicon.determiners.has(token.small)) ||
  lexicon.conjunctions.has(token.small) ||
  lexicon.and.has(token.small)

/** "In an interview the senator": the voice stands at the end. */
function readLast(tokens: readonly VoiceToken[], from: number, to: number, reading: Reading): Phrase | null {
  const { lexicon } = reading
  let start = to - 1
  if (isCapital(tokens[start])) {
    while (
      start > from + 1 &&
      isCapital(tokens[start - 1]) &&
      !lexicon.notNames.has(tokens[start - 1]!.small)
    )
      start -= 1
    // "On Monday", "in Washington": the only name is where or when.
    if (lexicon.prepositions.has(tokens[start - 1]?.small ?? '') && start === from + 1) return null
    if (lexicon.prepositions.has(tokens[start - 1]?.small ?? '')) return null
    return readCore(tokens, start, to, to, reading)
  }
  while (start > from && !lexicon.determiners.has(tokens[start]!.small)) start -= 1
  if (start <= from + 1 || lexicon.prepositions.has(tokens[start - 1]?.small ?? '')) return null
  return readCore(tokens, start, to, to, reading)
}

/** `core` ends the words up to the head of the phrase, `to` the whole of it. */
function readCore(
  tokens: readonly VoiceToken[],
  from: number,
  core: number,
  to: number,
  reading: Reading,
): Phrase | null {
  const { lexicon, people } = reading
  const run = lastRun(tokens, from, core, lexicon)
  if (run !== null && run.to === core) {
    const lead = tokens[run.from - 1]
    const isDefinite = lead !== undefined && run.from - 1 >= from && lexicon.determiners.has(lead.small)
    const isOnlyTitle = run.words.every((word) => lexicon.titles.test(word.toLowerCase()))
    if (isOnlyTitle && (isDefinite || core < to || run.words.length > 1)) {
      const role = people.withRole(roleAt(tokens, run.to - 1), tokens[from]!.start)
      if (role !== null && core >= to) return nameOf(role)
      return describe(tokens, from, core, to, reading)
    }
    // A sentence's first word may be no name for all its capital.
    const person = run.words.length > 1 ? people.resolve(run) : people.known(run)
    if (person !== null) return nameOf(person)
  }
  return describe(tokens, from, core, to, reading)
}

const nameOf = (person: Person): Phrase => ({
  kind: 'name',
  person,
  speaker: { name: person.name, kind: 'named', via: [] },
})

/** The last run of capitalised words before a place; "Trump's lawyer" ends in none. */
function lastRun(tokens: readonly VoiceToken[], from: number, to: number, lexicon: Lexicon): NameRun | null {
  let found: NameRun | null = null
  for (let at = from; at < to; at += 1) {
    const run = readNameRun(tokens, at, lexicon, to)
    if (run === null) continue
    found = run
    at = run.to - 1
  }
  return found
}

const ALONE = /^(?:another|one|two|three|some|many|others)$/u

const isVoiceNoun = (word: string, { people, documents, groups }: Lexicon): boolean =>
  people.test(word) || documents.test(word) || groups.test(word)

function describe(
  tokens: readonly VoiceToken[],
  from: number,
  core: number,
  to: number,
  { text, lexicon, people }: Reading,
): Phrase | null {
  // Where genitives follow without a preposition, the noun of people comes first: "представитель министерства".
  const nouns = lexicon.inverts ? tokens.slice(from, core) : []
  const head = nouns.find(({ small }) => isVoiceNoun(small, lexicon)) ?? tokens[core - 1]
  if (head === undefined || head.kind !== 'word') return null
  const first = tokens[from]!
  const isGroup = lexicon.groups.test(head.small)
  const isDocument = lexicon.documents.test(head.small) && !isGroup
  // "two said" are people, "the next two months" are none.
  const isPeople = lexicon.people.test(head.small) && (core - from === 1 || !ALONE.test(head.small))
  const isPlural = head.small.endsWith('s') && !isGroup
  const isDefinite = first.small === 'the' || lexicon.pronouns.has(first.small)
  if (isPeople && isDefinite && core >= to && !isPlural) {
    const person = people.withRole(nouns.length > 0 ? head.small : roleAt(tokens, core - 1), first.start)
    if (person !== null && from + 4 > core) return nameOf(person)
  }
  if (!isGroup && !isDocument && !isPeople && !isLikelyDescription(tokens, from, core, lexicon)) return null
  const end = Math.min(to, from + LONGEST_DESCRIPTION)
  const name = text.slice(first.start, tokens[end - 1]!.end).replace(/\s+/gu, ' ')
  const isNamedGroup =
    isGroup &&
    tokens
      .slice(from + 1, core)
      .concat(first)
      .some((token) => isCapital(token) && !lexicon.notNames.has(token.small))
  const kind = isDocument ? 'document' : isNamedGroup ? 'named' : 'unnamed'
  const shown = isNamedGroup ? name.replace(/^(?:The|the)\s+/u, '') : lowerFirst(name, first, lexicon)
  return {
    kind: 'description',
    speaker: { name: shown, kind, via: [] },
    isPlural,
    isVoice: isGroup || isDocument || isPeople,
  }
}

/** "The" of a sentence's start is no capital of the description. */
const lowerFirst = (name: string, first: VoiceToken, lexicon: Lexicon): string =>
  first.capital &&
  (lexicon.determiners.has(first.small) || lexicon.people.test(first.small)) &&
  !isCapitalInside(first)
    ? name.charAt(0).toLowerCase() + name.slice(1)
    : name

/** An article or a plural is enough beside a verb of saying; a lone noun is not. */
const isLikelyDescription = (
  tokens: readonly VoiceToken[],
  from: number,
  core: number,
  lexicon: Lexicon,
): boolean => {
  const first = tokens[from]!
  if (lexicon.determiners.has(first.small) && core - from > 1) return true
  if (tokens[from + 1]?.small === "'s") return true
  return core - from <= 4 && tokens[core - 1]!.small.endsWith('s') && tokens[core - 1]!.small.length > 4
}
