import type { Speaker } from '../claim.ts'
import type { Frame } from './frame.ts'
import type { Gender, Lexicon } from './lexicon.ts'
import { readNameRun } from './name-run.ts'
import type { People, Person } from './people.ts'
import type { Phrase } from './phrase.ts'

/** Somebody of whom the text speaks just now. */
interface Mention {
  readonly speaker: Speaker
  readonly gender: 'he' | 'she' | null
  isPerson: boolean
  readonly isThing?: boolean
  /** Not only by the shape of the name. */
  isSure: boolean
  readonly isPlural: boolean
  readonly frame: number
  readonly passage: number
  readonly token: number
  weight: number
}

/** A pronoun means somebody of the last so many sentences. */
const REACH = 7
const PER_FRAME = 2
const OTHER_PARAGRAPH = 1
const MOST_IN_FRAME = 24
/** Between "the" and the name of a place. */
const PART_OF_LAND = /^(?:north|south|east|west|central|upper|lower|inner|outer)(?:ern)?$/u

/**
 * Who a pronoun can mean: whoever was the subject of the last sentences or spoke in them, before whoever was only
 * mentioned (centering: Grosz, Joshi and Weinstein 1995). Names inside quotations are no candidates.
 */
export function createFocus(people: People, lexicon: Lexicon) {
  const frames: Mention[][] = []
  let passage = 0
  return {
    /** Takes in the names of the next frame. */
    enter(frame: Frame): void {
      const mentions: Mention[] = []
      passage = frame.passage
      const { tokens } = frame
      let isFirst = true
      for (let at = 0; at < tokens.length && mentions.length < MOST_IN_FRAME; at += 1) {
        const run = readNameRun(tokens, at, lexicon)
        if (run === null) continue
        const person = people.known(run)
        at = run.to - 1
        if (person === null || (run.words.length === 1 && person.mentions < 1)) continue
        const next = tokens[run.to]?.small ?? ''
        // "The northern Sierra Nevada" is a place, if nothing else says that it is a person.
        const before = tokens[run.from - 1]?.small ?? ''
        const isThing =
          !person.isSurePerson && (PART_OF_LAND.test(before) ? tokens[run.from - 2]?.small : before) === 'the'
        // "Trump's lawyer", "the Trump campaign": not of Trump.
        const isOwner = next === "'s" || lexicon.people.test(next) || lexicon.groups.test(next)
        const weight = isOwner ? 0.4 : isFirst && !lexicon.prepositions.has(before) ? 1.6 : 0.6
        if (!isOwner && person.isPerson && !isThing) isFirst = false
        mentions.push({
          speaker: { name: person.name, kind: 'named', via: [] },
          gender: person.gender,
          isPerson: person.isPerson && !isThing,
          isThing,
          isSure: person.isSurePerson,
          isPlural: false,
          frame: frames.length,
          passage: frame.passage,
          token: run.from,
          weight,
        })
      }
      frames.push(mentions)
    },
    /** Somebody speaks in the frame entered last, or is its subject. */
    raise(phrase: Phrase, speaker: Speaker, token: number, weight: number): void {
      const mentions = frames.at(-1)
      if (mentions === undefined) return
      const known = mentions.find((mention) => mention.speaker.name === speaker.name)
      if (known !== undefined) {
        known.weight = Math.max(known.weight, weight)
        known.isSure ||= known.isPerson
        if (phrase.kind === 'name' && !known.isThing) known.isPerson ||= mayBePerson(phrase.person)
        return
      }
      const gender =
        phrase.kind === 'pronoun'
          ? phrase.gender === 'he' || phrase.gender === 'she'
            ? phrase.gender
            : null
          : phrase.kind === 'name'
            ? phrase.person.gender
            : genderOfDescription(speaker.name, lexicon)
      mentions.push({
        speaker,
        gender,
        isPerson:
          phrase.kind === 'name'
            ? mayBePerson(phrase.person)
            : speaker.kind !== 'document' && !lexicon.groups.test(lastWord(speaker.name)),
        // Whoever speaks is likelier somebody than what only has the shape of a name.
        isSure: phrase.kind !== 'name' || phrase.person.isSurePerson || phrase.person.isPerson,
        isPlural: phrase.kind === 'description' && phrase.isPlural,
        frame: frames.length - 1,
        passage,
        token,
        weight,
      })
    },
    /** Whom a pronoun at this token of the frame entered last means; null where nobody fits. */
    resolve(gender: Gender, token: number): Speaker | null {
      const current = frames.length - 1
      let best: { speaker: Speaker; score: number } | null = null
      for (let frame = current; frame >= 0 && current - frame <= REACH; frame -= 1) {
        for (const mention of frames[frame]!) {
          if (frame === current && mention.token >= token) continue
          const fit = fits(mention, gender)
          if (fit === null) continue
          const here = frame === current && mention.weight < 1 ? -1.5 : 0
          const far = mention.passage === passage ? 0 : -OTHER_PARAGRAPH
          const score =
            mention.weight * 1.5 +
            fit +
            far +
            here -
            PER_FRAME * (current - frame) * (frame === current ? 0 : 0.6)
          if (best === null || score > best.score) best = { speaker: mention.speaker, score }
        }
      }
      return best?.speaker ?? null
    },
  }
}

/** A lone name that speaks is somebody's last name until more is known; "FBI" is none. */
const mayBePerson = ({ isPerson, words }: Person): boolean =>
  isPerson || (words.length === 1 && /^\p{Lu}\p{Ll}/u.test(words[0] ?? ''))

export type Focus = ReturnType<typeof createFocus>

const lastWord = (name: string): string => (name.split(' ').at(-1) ?? '').toLowerCase()

const genderOfDescription = (name: string, lexicon: Lexicon): 'he' | 'she' | null => {
  const words = name.toLowerCase().split(/\s+/u).slice(0, 6)
  if (words.some((word) => lexicon.female.test(word))) return 'she'
  return words.some((word) => lexicon.male.test(word)) ? 'he' : null
}

/** How well somebody fits a pronoun; null where not at all. */
function fits(mention: Mention, gender: Gender): number | null {
  switch (gender) {
    case 'he':
    case 'she':
      if (!mention.isPerson || mention.isPlural) return null
      if (mention.gender === null) return mention.isSure ? -0.9 : -2
      return mention.gender === gender ? 0 : null
    case 'it':
      return mention.isPerson || mention.isPlural ? null : 0
    case 'they':
      return mention.isPlural || !mention.isPerson ? 0 : mention.speaker.kind === 'unnamed' ? -0.5 : -1.5
    case 'one':
      return mention.isPerson ? 0 : -1
    case 'speaker':
      return 0
  }
}
