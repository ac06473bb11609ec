import type { Speaker } from '../claim.ts'
import type { Span } from '../span.ts'
import { governingCue, hearsay, isTitleOfWork, speakerOf } from './assign.ts'
import type { Attribution } from './attribution.ts'
import { type Cue, findCues } from './cues.ts'
import type { Focus } from './focus.ts'
import type { Frame } from './frame.ts'
import { isAlone } from './join-frames.ts'
import { readNameRun } from './name-run.ts'
import type { Reading } from './phrase.ts'
import type { Quotation } from './quotations.ts'
import { reportedSpeech } from './reported.ts'
import { leadingSubject } from './clause.ts'

/** Marked words that no verb of saying governs are somebody's speech only from so many words on. */
const MOST_SCARE_WORDS = 3
/** How strongly a subject and a speaker stay in mind, for pronouns. */
const AS_SUBJECT = 1.6
const AS_SPEAKER = 2

/** A text on its way from the first sentence to the last. */
export interface Scene {
  readonly frames: readonly Frame[]
  readonly quotations: readonly Quotation[]
  readonly reading: Reading
  readonly focus: Focus
}

/** What the sentence before leaves behind. */
export interface Past {
  readonly passage: number
  readonly speaker: Speaker | null
  readonly wasDirect: boolean
  /** It ended in a colon. */
  readonly opensWords: boolean
  readonly subject: Speaker | null
  /** Its quotation was not closed. */
  readonly goesOn: boolean
}

export const NOTHING_PAST: Past = {
  passage: -1,
  speaker: null,
  wasDirect: false,
  opensWords: false,
  subject: null,
  goesOn: false,
}

/** A sentence with the cues in it and whom their subjects mean. */
interface Heard {
  readonly frame: Frame
  readonly cues: readonly Cue[]
  readonly speakers: ReadonlyMap<Cue, Speaker | null>
  /** Who stands at the sentence's start. */
  readonly leader: Speaker | null
}

/** Who says what in one sentence, and what it leaves behind for the next. */
export function readFrame(scene: Scene, index: number, past: Past): { found: Attribution[]; past: Past } {
  const heard = hear(scene, scene.frames[index]!)
  const { frame, cues, speakers, leader } = heard
  const found: Attribution[] = []
  const spoken: Speaker[] = []
  const governed = new Set<Cue>()
  let goesOn = past.goesOn
  for (const [at, { kind, quotation }] of frame.tokens.entries()) {
    if (kind !== 'quotation') continue
    const given = giveQuotation(scene, heard, index, at, { ...past, goesOn }, spoken)
    if (given === null) continue
    const { start, end } = scene.quotations[quotation]!
    const { cue, speaker, sure } = given
    found.push({ quote: { start, end }, sentence: sentenceOf(frame), direct: true, speaker, sure })
    if (cue !== null) for (const one of cues) if (one === cue || one.kind === 'according') governed.add(one)
    if (speaker !== null) spoken.push(speaker)
    goesOn = scene.quotations[quotation]!.goesOn
  }
  const wasDirect = spoken.length > 0
  for (const { cue, words } of reportedSpeech(frame, cues, governed, scene.reading.lexicon)) {
    const own = speakers.get(cue) ?? null
    if (own === null && cue.phrase !== null) continue
    const speaker = own === null ? null : withHearsay(scene, heard, cue, frame.tokens.length, own)
    if (found.some((one) => one.direct && one.speaker?.name === own?.name && isWithin(one.quote, words)))
      continue
    found.push({ quote: words, sentence: sentenceOf(frame), direct: false, speaker, sure: own !== null })
    if (own !== null && !wasDirect) spoken.push(own)
  }
  const last = frame.tokens.at(-1)
  const isSamePassage = past.passage === frame.passage
  const voice = spoken.at(-1) ?? [...speakers.values()].findLast((speaker) => speaker !== null) ?? null
  return {
    found,
    past: {
      passage: frame.passage,
      speaker: voice ?? (isSamePassage || goesOn ? past.speaker : null),
      wasDirect,
      opensWords: last?.text === ':',
      subject: leader?.kind === 'named' ? leader : null,
      goesOn: goesOn && last?.kind === 'quotation',
    },
  }
}

/** What is quoted of somebody is not reported once more. */
const isWithin = (inner: Span, outer: Span): boolean => outer.start <= inner.start && inner.end <= outer.end

const sentenceOf = ({ start, end }: Frame): Attribution['sentence'] => ({ start, end })

/** The cues of a sentence with their speakers, who from then on are in mind. */
function hear({ reading, focus }: Scene, frame: Frame): Heard {
  focus.enter(frame)
  const cues = findCues(frame, reading)
  const lead = leadingSubject(frame, 0, frame.tokens.length, reading)
  const leader =
    lead === null
      ? null
      : lead.phrase.kind === 'pronoun'
        ? focus.resolve(lead.phrase.gender, lead.from)
        : lead.phrase.speaker
  if (lead !== null && leader !== null) focus.raise(lead.phrase, leader, lead.from, AS_SUBJECT)
  const speakers = new Map<Cue, Speaker | null>()
  let last: Speaker | null = leader
  for (const cue of cues) {
    const isSame = cue.phrase?.kind === 'pronoun' && cue.phrase.gender === 'speaker'
    const speaker = isSame ? last : speakerOf(cue, focus)
    speakers.set(cue, speaker)
    last = speaker
  }
  for (const [cue, speaker] of speakers)
    if (speaker !== null && cue.phrase !== null) focus.raise(cue.phrase, speaker, cue.from, AS_SPEAKER)
  return { frame, cues, speakers, leader }
}

interface Given {
  readonly cue: Cue | null
  readonly speaker: Speaker | null
  readonly sure: boolean
}

/** Whose a quotation is; null where it is nobody's speech. */
function giveQuotation(
  scene: Scene,
  heard: Heard,
  index: number,
  at: number,
  past: Past,
  spoken: readonly Speaker[],
): Given | null {
  const { frame, cues, speakers, leader } = heard
  const { text, lexicon } = scene.reading
  const { start, end } = scene.quotations[frame.tokens[at]!.quotation]!
  const words = text.slice(start, end)
  const before = frame.tokens[at - 1]
  const cue = governingCue(frame, at, cues, words.slice(-2), lexicon)
  const isWhole = isAlone(frame, at)
  const mayBeTitle = cue === null ? !isWhole : !isRightBefore(cue, at, frame)
  if (mayBeTitle && isTitleOfWork(words, frame.tokens, at, lexicon, cue !== null && cue.kind !== 'according'))
    return null
  if (SO_CALLED.test(before?.small ?? '')) return null
  if (cue !== null) {
    const own = speakers.get(cue) ?? null
    if (own !== null) return { cue, speaker: withHearsay(scene, heard, cue, at, own), sure: true }
    const isOpen =
      cue.phrase?.kind === 'pronoun' && (past.passage === frame.passage || cue.phrase.gender !== 'speaker')
    return { cue, speaker: isOpen ? past.speaker : null, sure: false }
  }
  const isSamePassage = past.passage === frame.passage
  if (past.goesOn && !isSamePassage && at === 0) return { cue, speaker: past.speaker, sure: true }
  const signer = signedBy(scene, index, at)
  if (signer !== null) return { cue, speaker: signer, sure: true }
  if (isWhole) return { cue, ...standingAlone(scene, index, past, spoken.at(-1) ?? null) }
  if (before?.text !== ':' && words.split(/\s+/u).length <= MOST_SCARE_WORDS) return null
  const isIntroduced = before?.text === ':' && leader !== null
  const nearby = spoken.at(-1) ?? (isSamePassage ? past.speaker : null) ?? leader
  return { cue, speaker: isIntroduced ? leader : nearby, sure: false }
}

const SO_CALLED = /^(?:so-called|sogenannte[nrs]?|soi-disant|llamad[oa]s?|cosiddett[oai])$/u

/** "“…” — Neil Gaiman": a name behind a dash and nothing else, in this sentence or as the next one. */
function signedBy({ frames, reading }: Scene, index: number, at: number): Speaker | null {
  const { tokens } = frames[index]!
  const behind = at + 1 < tokens.length ? tokens.slice(at + 1) : (frames[index + 1]?.tokens ?? [])
  if (!/^(?:[—–-]|--)$/u.test(behind[0]?.text ?? '')) return null
  const run = readNameRun(behind, 1, reading.lexicon)
  if (run === null || !/^[(,.]$/u.test(behind[run.to]?.text ?? '.')) return null
  const person = reading.people.resolve(run)
  return person.isPerson && run.words.length > 1 ? { name: person.name, kind: 'named', via: [] } : null
}

/** A sentence that is a quotation and nothing else is whoever's the words around it are. */
function standingAlone(scene: Scene, index: number, past: Past, here: Speaker | null): Omit<Given, 'cue'> {
  const frame = scene.frames[index]!
  if (here !== null) return { speaker: here, sure: true }
  if (past.passage === frame.passage) return { speaker: past.speaker ?? past.subject, sure: past.wasDirect }
  const next = speakerAhead(scene.frames[index + 1], frame, scene.reading, scene.focus)
  return { speaker: next ?? (past.opensWords || past.wasDirect ? past.speaker : null), sure: false }
}

const withHearsay = (
  { focus }: Scene,
  { frame, cues }: Heard,
  cue: Cue,
  at: number,
  own: Speaker,
): Speaker => ({ ...own, via: hearsay(frame, cue, at, cues, focus, own) })

/** Whether a cue stands right before a quotation, a mark between them at most: what it says is no title. */
const isRightBefore = (cue: Cue, at: number, { tokens }: Frame): boolean =>
  cue.to === at || (cue.to === at - 1 && tokens[at - 1]?.kind === 'mark')

/** "“…” “…,” she said": the next sentence names who said the first. */
function speakerAhead(next: Frame | undefined, frame: Frame, reading: Reading, focus: Focus): Speaker | null {
  if (next === undefined || next.passage !== frame.passage || next.tokens[0]?.kind !== 'quotation')
    return null
  const cues = findCues(next, reading)
  const cue = governingCue(next, 0, cues, ',', reading.lexicon)
  if (cue === null || cue.phrase === null) return null
  return cue.phrase.kind === 'pronoun' ? focus.resolve(cue.phrase.gender, 0) : cue.phrase.speaker
}
