import type { Span } from '../span.ts'
import { FEMALE_NAMES, MALE_NAMES } from './given-names.ts'
import type { Lexicon } from './lexicon.ts'
import { readMentions } from './name-mentions.ts'
import { isGivenName, looksLikePerson, type NameRun, withoutJunior } from './name-run.ts'

/** Somebody, or some body, that the text names. */
export interface Person {
  /** As the text gives it in full for the first time, titles left out. */
  name: string
  readonly words: readonly string[]
  gender: 'he' | 'she' | null
  /** What the text calls them beside the name, in small letters: "spokesman", "senator". */
  readonly roles: Set<string>
  mentions: number
  isPerson: boolean
  /** A title, a known given name or a role says so, not only the shape of the name. */
  isSurePerson: boolean
  /** Where they are first named. */
  readonly first: number
}

/** The people of a text, and who is meant by a name in it. */
export interface People {
  resolve(run: Pick<NameRun, 'words' | 'titles' | 'start'>): Person
  /** The same, null for a name that the text does not have elsewhere. */
  known(run: Pick<NameRun, 'words' | 'titles' | 'start'>): Person | null
  /** Whom a description means ("the senator"), of those named before this place. */
  withRole(role: string, before: number): Person | null
  readonly all: readonly Person[]
}

const LONG_FORM: Readonly<Record<string, string>> = {
  sen: 'senator',
  rep: 'representative',
  gov: 'governor',
  gen: 'general',
  lt: 'lieutenant',
  col: 'colonel',
  capt: 'captain',
  sgt: 'sergeant',
  prof: 'professor',
  dr: 'doctor',
  spokesperson: 'spokesman',
  spokeswoman: 'spokesman',
  congressman: 'representative',
  congresswoman: 'representative',
  chairwoman: 'chairman',
  advisor: 'adviser',
}
const roleOf = (word: string): string => {
  const plain = word.toLowerCase().replace(/\.$/u, '')
  return LONG_FORM[plain] ?? plain
}

/** A text that gives one name to more people is no article. */
const MOST_OF_ONE_NAME = 40

/** Reads every name of a text, inside quotations too. Linear. */
export function readPeople(text: string, passages: readonly Span[], lexicon: Lexicon): People {
  const all: Person[] = []
  const byLast = new Map<string, Person[]>()
  const byFirst = new Map<string, Person[]>()
  const byRole = new Map<string, { readonly person: Person; readonly at: number }[]>()
  const add = (map: Map<string, Person[]>, key: string, person: Person): void => {
    const known = map.get(key)
    if (known === undefined) map.set(key, [person])
    else if (known.length < MOST_OF_ONE_NAME) known.push(person)
  }

  const create = ({ words, titles, start }: Pick<NameRun, 'words' | 'titles' | 'start'>): Person => {
    const isPerson = looksLikePerson(words, titles)
    const name = words.join(' ')
    const person: Person = {
      name,
      words,
      gender: genderOf(words, titles, lexicon),
      roles: new Set(),
      mentions: 0,
      isPerson,
      isSurePerson: isPerson && (titles.length > 0 || (words.length > 1 && isGivenName(words[0] ?? ''))),
      first: start,
    }
    all.push(person)
    add(byLast, lastOf(words), person)
    if (words.length > 1) add(byFirst, (words[0] ?? '').toLowerCase(), person)
    return person
  }

  const find = ({ words, titles, start }: Pick<NameRun, 'words' | 'titles' | 'start'>): Person | null => {
    const known = byLast.get(lastOf(words)) ?? []
    if (words.length > 1) return known.find((person) => isSame(person.words, words)) ?? null
    const gender = genderOf([], titles, lexicon)
    const fitting = known.filter(
      (person) => gender === null || person.gender === null || person.gender === gender,
    )
    const roles = titles.map(roleOf)
    const best = fitting.toSorted(
      (one, other) =>
        Number(roles.some((role) => other.roles.has(role))) -
          Number(roles.some((role) => one.roles.has(role))) ||
        Number(other.words.length > 1) - Number(one.words.length > 1) ||
        other.mentions - one.mentions ||
        nearness(other, start) - nearness(one, start),
    )[0]
    if (best !== undefined) return best
    const named = byFirst.get((words[0] ?? '').toLowerCase()) ?? []
    return named.length === 1 && named[0]!.isPerson && isGivenName(words[0] ?? '') ? named[0]! : null
  }

  const runs = readMentions(text, passages, lexicon)
  // Full names first: a last name may stand before them, in a headline.
  for (const { run } of runs) {
    if (run.words.length < 2) continue
    const person = find(run) ?? create(run)
    person.mentions += 1
  }
  for (const { run, roles } of runs) {
    const person = find(run) ?? create(run)
    if (run.words.length === 1) person.mentions += 1
    if (roles.length > 0 && run.words.length === 1) person.isPerson = true
    if (roles.length + run.titles.length > 0) person.isSurePerson = person.isPerson
    person.gender ??= genderOf(run.words.length > 1 ? run.words : [], run.titles, lexicon)
    for (const word of [...run.titles, ...roles]) {
      const role = roleOf(word)
      person.gender ??= lexicon.female.test(word) ? 'she' : lexicon.male.test(word) ? 'he' : null
      person.roles.add(role)
      if (!person.isPerson) continue
      const bearers = byRole.get(role)
      if (bearers === undefined) byRole.set(role, [{ person, at: run.start }])
      else bearers.push({ person, at: run.start })
    }
  }
  return {
    all,
    resolve: (run) => find(run) ?? create(run),
    known: find,
    withRole(role, before) {
      const bearers = byRole.get(roleOf(role)) ?? []
      const next = firstAfter(bearers, before)
      if (next > 0) return bearers[next - 1]!.person
      // Named with the role further down only: "the president" of a first line.
      const [first] = bearers
      return first !== undefined && bearers.slice(0, 9).every(({ person }) => person === first.person)
        ? first.person
        : null
    },
  }
}

/** Index of the first entry at or after a place, in a list sorted by place. */
function firstAfter(list: readonly { readonly at: number }[], place: number): number {
  let low = 0
  let high = list.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (list[middle]!.at < place) low = middle + 1
    else high = middle
  }
  return low
}

/** Of two who bear one name, the one named last before a place, or first after it. */
const nearness = ({ first }: Person, place: number): number => (first <= place ? first : -first)

const lastOf = (words: readonly string[]): string => (withoutJunior(words).at(-1) ?? '').toLowerCase()

/** "Donald J. Trump" and "Donald Trump" are one man, so are "Phil" and "Philip"; "Donald Trump Jr." is another. */
function isSame(one: readonly string[], other: readonly string[]): boolean {
  const end = (words: readonly string[]): string => (words.at(-1) ?? '').toLowerCase().replace(/\.$/u, '')
  const first = (one[0] ?? '').toLowerCase()
  const second = (other[0] ?? '').toLowerCase()
  const isShort = Math.min(first.length, second.length) >= LEAST_NICKNAME
  const isAlike = first === second || (isShort && (first.startsWith(second) || second.startsWith(first)))
  return isAlike && end(one) === end(other)
}

const LEAST_NICKNAME = 3

function genderOf(
  words: readonly string[],
  titles: readonly string[],
  lexicon: Lexicon,
): 'he' | 'she' | null {
  if (titles.some((title) => lexicon.female.test(title))) return 'she'
  if (titles.some((title) => lexicon.male.test(title))) return 'he'
  const first = (words.length > 1 ? (words[0] ?? '') : '').toLowerCase().split('-')[0] ?? ''
  const isMale = MALE_NAMES.has(first)
  const isFemale = FEMALE_NAMES.has(first)
  return isMale === isFemale ? null : isMale ? 'he' : 'she'
}
