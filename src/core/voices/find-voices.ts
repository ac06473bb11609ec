import { detectLanguage } from '../language.ts'
import type { Span } from '../span.ts'
import type { Attribution } from './attribution.ts'
import { createFocus } from './focus.ts'
import { maskQuotations, readFrames } from './frame.ts'
import { readTurns } from './interview.ts'
import { joinTrailing } from './join-frames.ts'
import { lexiconOf } from './languages.ts'
import { readPeople } from './people.ts'
import { findQuotations } from './quotations.ts'
import { NOTHING_PAST, readFrame, type Scene } from './read-frame.ts'
import { findUncasedVoices, isUncased } from './uncased.ts'
import { writersOwn } from './writer.ts'

/**
 * Who says what in a text: what stands in quotation marks and what is reported without them, in reading order. By rules
 * over each sentence (the verbs of saying, their subjects, pronouns, the sentences around), as in Pareti et al. 2013 and
 * Muzny et al. 2017. `passages` are paragraphs; without a language it is told from the text. Linear in the text.
 */
export function findVoices(text: string, passages: readonly Span[], language?: string): Attribution[] {
  const spoken = language === undefined || language === 'und' ? detectLanguage(text) : language
  if (isUncased(spoken)) return findUncasedVoices(text, passages, spoken)
  const lexicon = lexiconOf(spoken)
  const quotations = findQuotations(text, passages)
  const people = readPeople(text, passages, lexicon)
  const scene: Scene = {
    quotations,
    frames: joinTrailing(readFrames(text, passages, quotations), lexicon),
    reading: { text, lexicon, people },
    focus: createFocus(people, lexicon),
  }
  const found: Attribution[] = []
  let past = NOTHING_PAST
  for (const index of scene.frames.keys()) {
    const read = readFrame(scene, index, past)
    found.push(...read.found)
    past = read.past
  }
  const turns = readTurns(text, passages, scene.reading)
  const masked = maskQuotations(text, quotations)
  found.push(...writersOwn(masked, scene.frames, spoken, [...found, ...turns]))
  return inOrder(turns, found)
}

/** Both lists as one in reading order; what stands inside a turn of a conversation is part of that turn. */
function inOrder(turns: readonly Attribution[], found: readonly Attribution[]): Attribution[] {
  const sorted = found.toSorted((one, other) => one.quote.start - other.quote.start)
  let next = 0
  const outside = sorted.filter(({ quote }) => {
    while (next < turns.length && turns[next]!.quote.end <= quote.start) next += 1
    const turn = turns[next]
    return turn === undefined || quote.end <= turn.quote.start || quote.start < turn.quote.start
  })
  return [...turns, ...outside].toSorted((one, other) => one.quote.start - other.quote.start)
}
