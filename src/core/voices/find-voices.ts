import type { Speaker } from '../claim.ts'
import { detectLanguage } from '../language.ts'
import type { Span } from '../span.ts'
import { governingCue, hearsay, isTitleOfWork, speakerOf } from './assign.ts'
import type { Attribution } from './attribution.ts'
import { type Cue, findCues } from './cues.ts'
import { createFocus } from './focus.ts'
import { type Frame, readFrames } from './frame.ts'
import { lexiconOf } from './languages.ts'
import type { Lexicon } from './lexicon.ts'
import { readPeople } from './people.ts'
import type { Reading } from './phrase.ts'
import { findQuotations } from './quotations.ts'
import { readTurns } from './interview.ts'
import { reportedSpeech } from './reported.ts'
import { leadingSubject } from './subject.ts'

/** Marked words that no verb of saying governs are somebody's speech only from so many words on. */
const MOST_SCARE_WORDS = 3

/**
 * Who says what in a text: what stands in quotation marks and what is reported without them, in reading order. By rules
 * over each sentence (the verbs of saying, their subjects, pronouns, the sentences around), as in Pareti et al. 2013 and
 * Muzny et al. 2017. `passages` are paragraphs; without a language it is told from the text. Linear in the text.
 */
export function findVoices(text: string, passages: readonly Span[], language?: string): Attribution[] {
  const lexicon = lexiconOf(language === undefined || language === 'und' ? detectLanguage(text) : language)
  const quotations = findQuotations(text, passages)
  const frames = joinTrailing(readFrames(text, passages, quotations), lexicon)
  const people = readPeople(text, passages, lexicon)
  const reading: Reading = { text, lexicon, people }
  const focus = createFocus(people, lexicon)
  const found: Attribution[] = []
  let past: Past = {
    passage: -1,
    speaker: null,
    wasDirect: false,
    opensWords: false,
    subject: null,
    goesOn: false,
  }

  for (const [index, frame] of frames.entries()) {
    focus.enter(frame)
    const cues = findCues(frame, reading)
    const isSamePassage = past.passage === frame.passage
    const spoken: Speaker[] = []
    const lead = leadingSubject(frame, 0, frame.tokens.length, reading)
    const leader =
      lead === null
        ? null
        : lead.phrase.kind === 'pronoun'
          ? focus.resolve(lead.phrase.gender, lead.from)
          : lead.phrase.speaker
    if (lead !== null && leader !== null) focus.raise(lead.phrase, leader, lead.from, 1.6)
    const speakers = new Map<Cue, Speaker | null>()
    for (const cue of cues) {
      const speaker =
        cue.phrase?.kind === 'pronoun' && cue.phrase.gender === 'speaker'
          ? (spoken.at(-1) ?? [...speakers.values()].at(-1) ?? leader)
          : speakerOf(cue, focus)
      speakers.set(cue, speaker)
    }
    for (const [cue, speaker] of speakers)
      if (speaker !== null && cue.phrase !== null) focus.raise(cue.phrase, speaker, cue.from, 2)

    const governed = new Set<Cue>()
    for (const [at, token] of frame.tokens.entries()) {
      if (token.kind !== 'quotation') continue
      const quotation = quotations[token.quotation]!
      const words = text.slice(quotation.start, quotation.end)
      const endsInMark = /[,.!?…—–-]["'”’]?$/u.test(words)
      const isWhole = isAlone(frame, at)
      const before = frame.tokens[at - 1]
      const cue = governingCue(frame, at, cues, endsInMark)
      const isAdjacent = cue !== null && touches(cue, at, frame)
      if (!isAdjacent && isTitleOfWork(words, frame.tokens, at, lexicon)) continue
      if (/^(?:so-called|sogenannte[nrs]?)$/u.test(before?.small ?? '')) continue
      let speaker: Speaker | null = null
      let sure = false
      if (cue !== null) {
        const own = speakers.get(cue) ?? null
        for (const one of cues) if (one === cue || one.kind === 'according') governed.add(one)
        speaker = own === null ? null : { ...own, via: hearsay(frame, cue, at, cues, focus, own) }
        sure = own !== null
        if (own === null && cue.phrase?.kind === 'pronoun') speaker = past.speaker
      } else if (past.goesOn && past.passage !== frame.passage && at === 0) {
        speaker = past.speaker
        sure = true
      } else if (isWhole) {
        const next = isSamePassage ? null : speakerAhead(frames[index + 1], frame, reading, focus)
        speaker =
          spoken.at(-1) ??
          (isSamePassage
            ? (past.speaker ?? past.subject)
            : (next ?? (past.opensWords || past.wasDirect ? past.speaker : null)))
        sure = isSamePassage && past.wasDirect
      } else {
        if (countOf(words) <= MOST_SCARE_WORDS) continue
        speaker =
          before?.text === ':' && leader !== null
            ? leader
            : (spoken.at(-1) ?? (isSamePassage ? past.speaker : null) ?? leader)
      }
      if (cue === null && !isWhole && isTitleOfWork(words, frame.tokens, at, lexicon)) continue
      found.push({
        quote: { start: quotation.start, end: quotation.end },
        sentence: { start: frame.start, end: frame.end },
        direct: true,
        speaker,
        sure,
      })
      if (speaker !== null) spoken.push(speaker)
      past = { ...past, goesOn: quotation.goesOn }
    }
    const hasQuotation = spoken.length > 0
    for (const report of reportedSpeech(frame, cues, governed)) {
      const own = speakers.get(report.cue) ?? null
      if (own === null && report.cue.phrase !== null) continue
      const speaker =
        own === null
          ? null
          : { ...own, via: hearsay(frame, report.cue, frame.tokens.length, cues, focus, own) }
      found.push({
        quote: report.words,
        sentence: { start: frame.start, end: frame.end },
        direct: false,
        speaker,
        sure: own !== null,
      })
      if (own !== null && !hasQuotation) spoken.push(own)
    }
    const last = frame.tokens.at(-1)
    const heard = spoken.at(-1) ?? [...speakers.values()].findLast((speaker) => speaker !== null) ?? null
    past = {
      passage: frame.passage,
      speaker: heard ?? (isSamePassage ? past.speaker : past.goesOn ? past.speaker : null),
      wasDirect: hasQuotation,
      opensWords: last?.text === ':',
      subject: leader !== null && leader.kind === 'named' ? leader : null,
      goesOn: past.goesOn && last?.kind === 'quotation',
    }
  }
  return inOrder(readTurns(text, passages, reading), found)
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

/** What the sentence before leaves behind. */
interface Past {
  readonly passage: number
  readonly speaker: Speaker | null
  readonly wasDirect: boolean
  /** It ended in a colon. */
  readonly opensWords: boolean
  readonly subject: Speaker | null
  /** Its quotation was not closed. */
  readonly goesOn: boolean
}

/** Whether a cue stands right beside a quotation, a mark between them at most. */
const touches = (cue: Cue, at: number, { tokens }: Frame): boolean =>
  cue.from > at ? cue.from <= at + 2 : cue.to === at || (cue.to === at - 1 && tokens[at - 1]?.kind === 'mark')

const countOf = (words: string): number => words.split(/\s+/u).length

/** Whether a sentence is a quotation and nothing else. */
const isAlone = ({ tokens }: Frame, at: number): boolean =>
  tokens.every((token, index) => index === at || token.kind !== 'word')

/** "“…” “…,” she said": the next sentence names who said the first. */
function speakerAhead(
  next: Frame | undefined,
  frame: Frame,
  reading: Reading,
  focus: ReturnType<typeof createFocus>,
): Speaker | null {
  if (next === undefined || next.passage !== frame.passage || next.tokens[0]?.kind !== 'quotation')
    return null
  const cues = findCues(next, reading)
  const cue = governingCue(next, 0, cues, true)
  if (cue === null || cue.phrase === null) return null
  return cue.phrase.kind === 'pronoun' ? focus.resolve(cue.phrase.gender, 0) : cue.phrase.speaker
}

const LONGEST_TRAIL = 12

/** "“Is it?” Smith asked.": cut behind the question mark, and one sentence all the same. */
function joinTrailing(frames: readonly Frame[], lexicon: Lexicon): Frame[] {
  const joined: Frame[] = []
  for (const frame of frames) {
    const last = joined.at(-1)
    const verb = frame.tokens.findIndex(({ small, capital }) => lexicon.say.has(small) && !capital)
    const isTrail =
      last !== undefined &&
      last.passage === frame.passage &&
      last.tokens.at(-1)?.kind === 'quotation' &&
      isAlone(last, last.tokens.length - 1) &&
      verb >= 0 &&
      verb < LONGEST_TRAIL &&
      frame.tokens.slice(0, verb).every(({ kind, text }) => kind === 'word' || text === '.') &&
      closesAt(frame, verb + 1, lexicon)
    if (isTrail)
      joined[joined.length - 1] = { ...last, end: frame.end, tokens: [...last.tokens, ...frame.tokens] }
    else joined.push(frame)
  }
  return joined
}

/** Whether nothing but when, where and to whom stands between a verb and the next mark. */
function closesAt({ tokens }: Frame, from: number, lexicon: Lexicon): boolean {
  const first = tokens[from]
  if (first === undefined) return true
  const end = tokens.findIndex(({ kind }, at) => at >= from && kind !== 'word')
  if (end === from) return /^[.,]$/u.test(first.text)
  const isAside =
    lexicon.prepositions.has(first.small) ||
    lexicon.adverbs.test(first.small) ||
    /^(?:told|tells)$/u.test(tokens[from - 1]!.small)
  return isAside && end - from <= LONGEST_TRAIL && /^[.,]$/u.test(tokens[end]?.text ?? '.')
}
