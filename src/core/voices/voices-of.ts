import type { Article } from '../article.ts'
import type { Speaker } from '../claim.ts'
import type { Span } from '../span.ts'
import type { Attribution } from './attribution.ts'
import { usablePassages } from '../usable-as-proof.ts'
import { findVoices } from './find-voices.ts'
import { lexiconOf } from './languages.ts'
import { tellingWords } from './match-speaker.ts'
import { type Person, readPeople } from './people.ts'

const known = new WeakMap<Article, readonly Attribution[]>()

/** Who says what in an article, in reading order. It never changes, so it is read once, however many claims are checked. */
export function voicesOf(article: Article): readonly Attribution[] {
  let voices = known.get(article)
  if (voices === undefined) {
    // What a page asks of programs names nobody: its words would stand as a name before other people's.
    voices = findVoices(article.text, usablePassages(article), article.language)
    known.set(article, voices)
  }
  return voices
}

const knownPeople = new WeakMap<Article, readonly Person[]>()

/** Everybody whom an article names, in the order in which they were first told apart. Read once. */
export function peopleOf(article: Article): readonly Person[] {
  let people = knownPeople.get(article)
  if (people === undefined) {
    const told = usablePassages(article).filter(({ kind }) => kind !== 'table')
    people = readPeople(article.text, told, lexiconOf(article.language)).all
    knownPeople.set(article, people)
  }
  return people
}

/** A sentence is a voice's when the voice's words are at least this share of it. */
const LEAST_SHARE = 0.4
/** Characters in which a sentence names its subject. */
const OPENING = 60

/**
 * The voice that a sentence, or a slice of one, gives to; null where the article itself speaks, where two voices share it
 * or where it only holds a few words of somebody.
 */
export function speakerAt(article: Article, span: Span): Speaker | null {
  const inside = attributionsIn(article, span).filter(({ sure, direct }) => sure || direct)
  const [first] = inside
  if (first === undefined || first.speaker === null) return null
  if (inside.some(({ speaker }) => speaker === null || speaker.name !== first.speaker?.name)) return null
  const said = inside.reduce((sum, { quote }) => sum + shared(quote, span), 0)
  const isMostOfIt = said >= LEAST_SHARE * (span.end - span.start)
  return isMostOfIt || opensWith(article, span, first.speaker) ? first.speaker : null
}

/** "The official said that …, “…”": whoever opens the sentence says the rest of it too. */
function opensWith(article: Article, { start, end }: Span, speaker: Speaker): boolean {
  const opening = article.text.slice(start, Math.min(end, start + OPENING)).toLowerCase()
  const last = tellingWords(speaker.name, lexiconOf(article.language)).at(-1)
  return last !== undefined && opening.includes(last)
}

/** The attributions whose words stand in a span, in part at least. */
export function attributionsIn(article: Article, span: Span): readonly Attribution[] {
  const voices = voicesOf(article)
  return voices.filter(({ quote }) => shared(quote, span) > 0)
}

const shared = (one: Span, other: Span): number =>
  Math.max(0, Math.min(one.end, other.end) - Math.max(one.start, other.start))
