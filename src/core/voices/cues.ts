import type { Frame, VoiceToken } from './frame.ts'
import { isCapital, readNameRun } from './name-run.ts'
import type { Phrase, Reading } from './phrase.ts'
import { type Subject, subjectAfter, subjectBefore } from './subject.ts'

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
  return null
}

function verbCue(frame: Frame, at: number, reading: Reading): Cue | null {
  const { tokens } = frame
  const { lexicon } = reading
  const token = tokens[at]!
  const isSay = lexicon.say.has(token.small)
  const isParticiple = lexicon.participles.has(token.small)
  if (token.kind !== 'word' || (!isSay && !isParticiple && !lexicon.withWords.has(token.small))) return null
  if (token.capital && at > 0) return null
  if (lexicon.alsoNouns.has(token.small) && !standsAsVerb(frame, at, reading)) return null
  const kind = lexicon.withWords.has(token.small) ? 'words' : 'say'

  const agent = agentOf(frame, at, reading)
  if (agent !== null) return { verb: at, from: at, to: agent.to, phrase: agent.phrase, kind }
  if (isSay && mayStandFirst(tokens, at)) {
    const subject = subjectAfter(frame, at + 1, reading)
    if (
      subject !== null &&
      (isBehindQuotation(tokens, at) || (isVoice(subject.phrase) && closes(tokens[subject.to])))
    )
      return { verb: at, from: at, to: subject.to, phrase: subject.phrase, kind: 'say' }
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

const isBehindQuotation = (tokens: readonly VoiceToken[], at: number): boolean =>
  tokens[at - 1]?.kind === 'quotation' ||
  (SETS_OFF.test(tokens[at - 1]?.text ?? '') && tokens[at - 2]?.kind === 'quotation')

/** Whether nothing that is said can follow a subject behind its verb: the words stood before. */
const closes = (next: VoiceToken | undefined): boolean =>
  next === undefined ||
  /^[,.;]$/u.test(next.text) ||
  /^(?:in|on|during|after|at|last|this|who|yesterday|today|\p{L}+day)$/u.test(next.small)

const SETS_OFF = /^[,–—-]$|^--$/u
/** These take whom they are said to right behind them, so a name there is no subject. */
const NEEDS_NO_HEARER =
  /^(?:said|says|added|adds|wrote|writes|argued|argues|explained|noted|notes|tweeted|admitted|concluded|sagte|erklärte)$/u

/** Whether a verb may stand before its subject here: behind a quotation, behind a comma, at the very start. */
const mayStandFirst = (tokens: readonly VoiceToken[], at: number): boolean =>
  isBehindQuotation(tokens, at) ||
  ((at === 0 || SETS_OFF.test(tokens[at - 1]?.text ?? '')) && NEEDS_NO_HEARER.test(tokens[at]!.small))

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

/** "claims", "calls": a verb only between somebody and what they say. */
function standsAsVerb(frame: Frame, at: number, { lexicon }: Reading): boolean {
  const { tokens } = frame
  const after = tokens[at + 1]
  const isBehindWords = isBehindQuotation(tokens, at) && at > 0 && tokens[at - 1]!.kind !== 'word'
  let before = at - 1
  while (
    before > 0 &&
    at - before < 5 &&
    lexicon.adverbs.test(tokens[before]!.small) &&
    !tokens[before]!.capital
  )
    before -= 1
  const last = tokens[before]
  if (last === undefined) return false
  if (last.kind === 'quotation') return true
  if (
    /^(?:to|will|would|can|could|should|may|might|must|did|didn't|does|doesn't|do|don't|and|who|not|has|had|have)$/u.test(
      last.small,
    )
  )
    return true
  if (lexicon.pronouns.has(last.small) && !lexicon.determiners.has(last.small)) return true
  if (last.small === "'s" || lexicon.determiners.has(last.small) || lexicon.prepositions.has(last.small))
    return false
  const isSomebody =
    isCapital(last) ||
    last.text === ',' ||
    lexicon.people.test(last.small) ||
    lexicon.groups.test(last.small) ||
    lexicon.documents.test(last.small)
  if (!isSomebody) return false
  if (after === undefined || after.kind === 'mark') return isQuotedBefore(tokens, before)
  if (lexicon.auxiliaries.has(after.small) || after.small === 'of') return false
  const goesOn =
    after.kind === 'quotation' ||
    lexicon.that.has(after.small) ||
    lexicon.determiners.has(after.small) ||
    lexicon.pronouns.has(after.small) ||
    isCapital(after)
  return goesOn || isBehindWords || isQuotedBefore(tokens, before)
}

/** Whether a quotation ends right before the words whose last one is at this place: "“…,” Ruiz notes". */
function isQuotedBefore(tokens: readonly VoiceToken[], last: number): boolean {
  for (let at = last; at >= 0 && last - at < 8; at -= 1) if (tokens[at]!.kind === 'quotation') return true
  return false
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
