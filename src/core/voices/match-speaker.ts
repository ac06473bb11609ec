import type { Speaker } from '../claim.ts'
import { lowerCase } from '../lower-case.ts'
import { readWords } from './frame.ts'
import type { Lexicon } from './lexicon.ts'
import { looksLikePerson, readNameRun } from './name-run.ts'
import type { Person } from './people.ts'

/** Words that make no difference between two spellings of a voice. */
const SMALL_WORDS =
  /^(?:the|an?|this|that|of|for|from|in|at|its?|his|her|their|der|die|das|des|dem|den|ein|eine|einer|eines|einem|le|la|les|l|un|une|du|de|el|los|las|una|del|il|lo|gli|i|o|os|as|um|uma|do|da|di|het|een|van)$/u

/** The words of a voice's name that say who it is: titles, articles and marks left out. */
export function tellingWords(name: string, lexicon: Lexicon): readonly string[] {
  const words = wordsOf(name)
  const bare = words.filter((word) => !lexicon.titles.test(word))
  return bare.length > 0 ? bare : words
}

const wordsOf = (name: string): readonly string[] =>
  (lowerCase(name).match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}-]*/gu) ?? []).filter(
    (word) => !SMALL_WORDS.test(word) && word !== 's',
  )

/**
 * Whether a model's words for a voice mean the one that the rules found: the same words in any order, a part of them
 * ("Kirby" for "John Kirby"), or what the text calls that person ("the Pentagon spokesman").
 */
export function meansSpeaker(
  name: string,
  speaker: Speaker,
  lexicon: Lexicon,
  people: readonly Person[],
): boolean {
  const wanted = tellingWords(name, lexicon)
  const ours = tellingWords(speaker.name, lexicon)
  if (wanted.length === 0 || ours.length === 0) return false
  if (isPart(wanted, ours) || isPart(ours, wanted)) return true
  const person = people.find((each) => each.name === speaker.name)
  if (person === undefined) return sharesHead(wanted, ours, lexicon)
  return !namesAnother(name, person, lexicon, people) && wordsOf(name).some((word) => hasRole(person, word))
}

const isPart = (some: readonly string[], all: readonly string[]): boolean =>
  some.every((word) => all.includes(word))

const hasRole = ({ roles }: Person, word: string): boolean =>
  roles.has(word) || roles.has(word.replace(/(?:woman|person)$/u, 'man'))

/** "Secretary Blinken" is not Secretary Austin, whatever both are. */
function namesAnother(name: string, person: Person, lexicon: Lexicon, people: readonly Person[]): boolean {
  const tokens = readWords(name, 0, name.length)
  for (let at = 0; at < tokens.length; at += 1) {
    const run = readNameRun(tokens, at, lexicon)
    if (run === null) continue
    at = run.to - 1
    const isOwn = run.words.every((word) => person.words.includes(word) || hasRole(person, lowerCase(word)))
    if (isOwn) continue
    const last = run.words.at(-1)
    const isKnown = people.some((each) => each.isPerson && each !== person && each.words.at(-1) === last)
    if (isKnown || looksLikePerson(run.words, [])) return true
  }
  return false
}

/** "the Pentagon official" for "a defense official": one noun of people, and nobody is named. */
const sharesHead = (one: readonly string[], other: readonly string[], lexicon: Lexicon): boolean =>
  one.some(
    (word) =>
      other.includes(word) &&
      (lexicon.people.test(word) || lexicon.documents.test(word) || lexicon.groups.test(word)),
  )
