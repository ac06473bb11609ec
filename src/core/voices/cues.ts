import type { Frame } from './frame.ts'
import { isCapital, readNameRun } from './name-run.ts'
import type { Phrase, Reading } from './phrase.ts'
import { leadingSubject, stretchBefore, type Subject } from './clause.ts'
import { subjectAfter } from './subject-after.ts'
import { subjectBefore } from './subject-before.ts'
import {
  closes,
  firstOfVerb,
  isBehindQuotation,
  mayStandFirst,
  PRONOUN_BEHIND,
  pronounBehind,
  standsAsVerb,
} from './verb-place.ts'

/** Words that say that somebody says something. */
export interface Cue {
  /** Index of the verb, or of the first word of "according to". */
  readonly verb: number
  /** Tokens that it takes up with its subject, `to` exclusive. */
  readonly from: number
  readonly to: number
  /** Null: a passive, which names nobody. */
  readonly phrase: Phrase | null
  /**
   * `say`: a verb of saying. `words`: one that says something only with words in quotation marks. `according`: no verb.
   * `noun`: "his claim that".
   */
  readonly kind: 'say' | 'words' | 'according' | 'noun'
}

/** An agent ("described by X as") stands no further behind its verb. */
const AGENT_WITHIN = 4

/** All cues of a frame, in order. */
export function findCues(frame: Frame, reading: Reading): Cue[] {
  const cues: Cue[] = []
  for (const at of frame.tokens.keys()) {
    const cue = accordingCue(frame, at, reading) ?? verbCue(frame, at, reading) ?? nounCue(frame, at, reading)
    if (cue !== null) cues.push(cue)
  }
  return cues
}

function accordingCue(frame: Frame, at: number, reading: Reading): Cue | null {
  const { tokens } = frame
  for (const words of reading.lexicon.accordingTo) {
    if (!words.every((word, offset) => tokens[at + offset]?.small === word)) continue
    const subject = subjectAfter(frame, at + words.length, reading)
    if (subject === null) return null
    return { verb: at, from: at, to: subject.to, phrase: subject.phrase, kind: 'according' }
  }
  if (!reading.lexicon.postpositions.has(tokens[at]!.small)) return null
  const subject = stretchBefore(frame, at - 1, reading)
  return subject === null
    ? null
    : { verb: at, from: subject.from, to: at + 1, phrase: subject.phrase, kind: 'according' }
}

function verbCue(frame: Frame, at: number, reading: Reading): Cue | null {
  const { tokens } = frame
  const { lexicon } = reading
  const token = tokens[at]!
  const isSay =
    lexicon.say.has(token.small) || lexicon.say.has(PRONOUN_BEHIND.exec(token.small)?.groups?.['verb'] ?? '')
  const isParticiple = lexicon.participles.has(token.small)
  if (token.kind !== 'word' || (!isSay && !isParticiple && !lexicon.withWords.has(token.small))) return null
  if (token.capital && at > 0) return null
  if (lexicon.alsoNouns.has(token.small) && !standsAsVerb(frame, at, reading)) return null
  const kind = lexicon.withWords.has(token.small) ? 'words' : 'say'

  const asking = pronounBehind(tokens, at, lexicon)
  if (asking !== null) return { verb: at, from: asking.from, to: at + 1, phrase: asking.phrase, kind: 'say' }
  const agent = agentOf(frame, at, reading)
  if (agent !== null) return { verb: at, from: at, to: agent.to, phrase: agent.phrase, kind }
  if (lexicon.isVerbFinal) return finalCue(frame, at, reading)
  const first = firstOfVerb(tokens, at, lexicon)
  if (isSay && mayStandFirst(tokens, first, at, lexicon)) {
    const subject = subjectAfter(frame, at + 1, reading)
    if (
      subject !== null &&
      (isBehindQuotation(tokens, first) || (isVoice(subject.phrase) && closes(tokens[subject.to], lexicon)))
    )
      return { verb: at, from: first, to: subject.to, phrase: subject.phrase, kind: 'say' }
  }
  const subject = subjectBefore(frame, at, reading)
  if (subject === 'passive') return { verb: at, from: at, to: at + 1, phrase: null, kind }
  // "The call was brief and described as “…”": by whom is not said.
  if (
    kind === 'words' &&
    tokens[at + 1]?.small === 'as' &&
    token.small.endsWith('ed') &&
    (subject === null || !canSpeak(subject.phrase))
  )
    return { verb: at, from: at, to: at + 1, phrase: null, kind }
  if (subject === null) {
    const after = isSay && lexicon.inverts ? subjectAfter(frame, at + 1, reading) : null
    if (after !== null) return { verb: at, from: first, to: after.to, phrase: after.phrase, kind }
    if (!isParticiple) return null
    return { verb: at, from: at, to: at + 1, phrase: { kind: 'pronoun', gender: 'speaker' }, kind }
  }
  if (kind === 'words' && !canSpeak(subject.phrase)) return null
  return {
    verb: at,
    from: isParticiple && !isSay ? at : subject.from,
    to: at + 1,
    phrase: subject.phrase,
    kind,
  }
}

const canSpeak = (phrase: Phrase): boolean => phrase.kind !== 'description' || phrase.isVoice
const isVoice = (phrase: Phrase): boolean =>
  phrase.kind === 'name' || (phrase.kind === 'description' && phrase.isVoice)

/** The verb ends the sentence and its subject begins it: "X, “…” dedi"; one in front of it as well: "“…” diyen X". */
function finalCue(frame: Frame, at: number, reading: Reading): Cue | null {
  const subject = leadingSubject(frame, 0, at, reading)
  const phrase: Phrase = subject?.phrase ?? { kind: 'pronoun', gender: 'one' }
  return { verb: at, from: at, to: at + 1, phrase, kind: 'say' }
}

/** "as described by Smith", "was told by two aides". */
function agentOf(frame: Frame, at: number, reading: Reading): Subject | null {
  const { tokens } = frame
  for (let next = at + 1; next <= at + AGENT_WITHIN && next < tokens.length; next += 1) {
    const { small, kind, text } = tokens[next]!
    if (kind === 'quotation' || text === ',' || reading.lexicon.that.has(small)) return null
    if (reading.lexicon.by.has(small)) {
      if (next > at + 1 && !reading.lexicon.passive.has(tokens[at - 1]?.small ?? '')) return null
      const subject = (tokens[next + 1]?.small ?? '').endsWith('ing')
        ? null
        : subjectAfter(frame, next + 1, reading)
      return subject !== null && isVoice(subject.phrase) ? subject : null
    }
  }
  return null
}

/** "Trump's claim that", "his remark". */
function nounCue(frame: Frame, at: number, reading: Reading): Cue | null {
  const { tokens } = frame
  const { lexicon } = reading
  if (!lexicon.speechNouns.has(tokens[at]!.small)) return null
  for (let back = at - 1; back >= 0 && at - back < 5; back -= 1) {
    const token = tokens[back]!
    if (token.kind !== 'word') return null
    const gender = lexicon.pronouns.get(token.small)
    if (gender !== undefined && lexicon.determiners.has(token.small))
      return { verb: at, from: back, to: at + 1, phrase: { kind: 'pronoun', gender }, kind: 'noun' }
    if (token.small !== "'s") continue
    let from = back
    while (from > 0 && back - from < 6 && isCapital(tokens[from - 1])) from -= 1
    const run = readNameRun(tokens, from, lexicon, back)
    if (run === null) return null
    const person = reading.people.resolve(run)
    const speaker = { name: person.name, kind: 'named', via: [] } as const
    return { verb: at, from, to: at + 1, phrase: { kind: 'name', person, speaker }, kind: 'noun' }
  }
  return null
}
