import type { Speaker } from '../claim.ts'
import type { Cue } from './cues.ts'
import type { Focus } from './focus.ts'
import type { Frame, VoiceToken } from './frame.ts'
import type { Lexicon } from './lexicon.ts'

export const SETS_OFF = /^[,،–—-]$|^--$/u

/** A verb that needs quoted words has them no further away than this many tokens. */
const WORDS_WITHIN = 16
const NOUN_WITHIN = 14

/** The cue that governs the quotation at a token of its frame; null where none does. */
export function governingCue(
  frame: Frame,
  at: number,
  cues: readonly Cue[],
  lastCharacters: string,
  lexicon: Lexicon,
): Cue | null {
  const { tokens } = frame
  const endsInMark = /[,.!?…—–-]/u.test(lastCharacters)
  // One mark, or comma and dash: "«…», — сказал".
  let from = at + 1
  while (from < at + 3 && SETS_OFF.test(tokens[from]?.text ?? '')) from += 1
  const hasComma = from > at + 1
  // "…,” as Reed put it"
  const start = from + Number(tokens[from]?.small === 'as')
  const next = cues.find((cue) => cue.from === start && cue.kind !== 'noun' && cue.phrase !== null)
  // "“Shame!” She told the paper that …": what ends in a full stop is over, unless the words behind it end soon.
  const isNextSentence =
    next !== undefined &&
    !hasComma &&
    /[.!?…]/u.test(lastCharacters) &&
    cues.some((cue) => cue.to <= at && reaches(cue, at, tokens)) &&
    !endsHere(tokens, next)
  const isTold =
    next?.kind === 'according' &&
    cues.some((cue) => cue.to <= at && cue.kind === 'say' && cue.phrase !== null && reaches(cue, at, tokens))
  if (next !== undefined && !isTold && !leadsOn(tokens, next, cues) && !isNextSentence) {
    const isSet = endsInMark || hasComma
    if (isSet && (next.kind !== 'words' || start > from || isClosed(tokens, next))) return next
    const isShort = next.to - next.from <= 5
    if (
      !isSet &&
      next.kind === 'say' &&
      isShort &&
      !tokens[next.verb]!.small.endsWith('ing') &&
      endsHere(tokens, next)
    )
      return next
  }
  const before = cueBefore(tokens, at, cues)
  const trailing = cues.find(
    (cue) =>
      cue.from > at &&
      (cue.kind === 'according' ||
        (cue.kind === 'say' && tokens[cue.from - 1]?.text === ',' && endsHere(tokens, cue))),
  )
  if (before === undefined) {
    if (lexicon.isVerbFinal) return next ?? cues.find((cue) => cue.verb > at) ?? null
    const sayBehind = cues.find(
      (cue) =>
        cue.from > at && cue.kind !== 'noun' && cue.from - at <= 3 && endsHere(tokens, cue) && endsInMark,
    )
    return trailing ?? sayBehind ?? null
  }
  // "an official saying the Pentagon hopes “…”": the words are the official's.
  if (before.kind === 'words' && MENTAL.test(tokens[before.verb]!.small)) {
    const outer = cues.findLast(
      (cue) =>
        cue.to <= before.from &&
        cue.kind === 'say' &&
        cue.phrase !== null &&
        !tokens.slice(cue.to, before.from).some(({ kind, text }) => kind === 'quotation' || text === ','),
    )
    if (outer !== undefined) return outer
  }
  if (before.phrase === null && trailing !== undefined) return trailing
  if (before.kind === 'noun' && trailing !== undefined) return trailing
  return before
}

/** The nearest cue that reaches a quotation; a noun ("his claim that") only where it opens the words or stands alone. */
function cueBefore(tokens: readonly VoiceToken[], at: number, cues: readonly Cue[]): Cue | undefined {
  const reaching = cues.filter((cue) => cue.to <= at && reaches(cue, at, tokens))
  const last = reaching.at(-1)
  if (last?.kind !== 'noun' || /^(?:that|:)$/u.test(tokens[last.to]?.small ?? '')) return last
  return reaching.findLast(({ kind }) => kind !== 'noun') ?? last
}

/** "“…,” Smith said Jones called it “…”" does not happen; "When asked “why,” he said “because”" does: the words after are the verb's. */
function leadsOn(tokens: readonly VoiceToken[], cue: Cue, cues: readonly Cue[]): boolean {
  const next = tokens[cue.to]
  return next?.kind === 'quotation' && cues.some((other) => other.to <= cue.from - 2 && other.kind !== 'noun')
}

/** What somebody has in mind is told by whoever says so. */
const MENTAL =
  /^(?:hope|believe|think|expect|want|feel|fear|know|see|consider|assume|understand|find|doubt|wish)(?:s|es)?$|^(?:hoped|believed|thought|expected|wanted|felt|feared|knew|saw|considered|assumed|understood|found|doubted|wished)$/u

/** Whether a mark stands right behind a cue, a word on when at most. */
const isClosed = (tokens: readonly VoiceToken[], { to }: Pick<Cue, 'to'>): boolean =>
  [to, to + 1].some((at) => /^[,.;:!?]$/u.test(tokens[at]?.text ?? '.')) || endsHere(tokens, { to })

/** Whether a cue's clause ends soon after it, so that what it says stands before it. */
function endsHere(tokens: readonly VoiceToken[], cue: Pick<Cue, 'to'>): boolean {
  for (let at = cue.to; at < Math.min(tokens.length, cue.to + 14); at += 1) {
    const { kind, text, small } = tokens[at]!
    if (kind === 'quotation' || small === 'that') return false
    if (/^[.!?;:]$/u.test(text)) return text !== ':'
  }
  return true
}

function reaches(cue: Cue, at: number, tokens: readonly VoiceToken[]): boolean {
  const distance = at - cue.to
  if (tokens.slice(cue.to, Math.min(at, cue.to + 60)).some(({ text }) => text === ';')) return false
  if (cue.kind === 'words') return distance <= WORDS_WITHIN
  if (cue.kind === 'noun') return distance <= NOUN_WITHIN
  return true
}

/** Whoever a cue's subject means in this place. */
export function speakerOf(cue: Cue, focus: Focus): Speaker | null {
  const { phrase } = cue
  if (phrase === null) return null
  if (phrase.kind === 'pronoun') return focus.resolve(phrase.gender, cue.from)
  return phrase.speaker
}

/** What somebody says may be what somebody else has said. */
const HANDS_ON = /^(?:says?|said|tells?|told|reports?|reported|claims?|claimed|writes?|wrote|added|quoted)$/u

/** The voices that handed the words on: "Smith, according to two aides", "Jones said that Smith told him". */
export function hearsay(
  frame: Frame,
  cue: Cue,
  at: number,
  cues: readonly Cue[],
  focus: Focus,
  own: Speaker,
): string[] {
  const { tokens } = frame
  const chain: string[] = []
  for (const other of cues) {
    if (other === cue || other.phrase === null || other.kind === 'noun' || other.kind === 'words') continue
    const isAround =
      other.kind === 'according'
        ? cue.kind !== 'according'
        : HANDS_ON.test(tokens[other.verb]!.small) &&
          other.to <= cue.from &&
          cue.to <= at &&
          !hasWordsBetween(tokens, other.to, cue.from) &&
          tokens[other.to]?.text !== ',' &&
          !tokens[cue.verb]!.small.endsWith('ing')
    if (!isAround) continue
    const speaker = speakerOf(other, focus)
    if (speaker !== null && speaker.name !== own.name && !chain.includes(speaker.name))
      chain.unshift(speaker.name)
  }
  return chain
}

const hasWordsBetween = (tokens: readonly VoiceToken[], from: number, to: number): boolean =>
  tokens
    .slice(from, to)
    .some(
      ({ kind, text, small }) =>
        kind === 'quotation' || text === ';' || text === ',' || small === 'and' || small === 'but',
    )

const TITLE_BEFORE =
  /^(?:'s|on|of|show|book|memoir|song|film|movie|series|program|programme|podcast|album|play|novel|hit|documentary|essay|titled|entitled|called|musical|poem|anthem|musician|played|plays|performed|magazine|episode|sitcom|in|to|from|the|singing|sang|a|host)$/u

const WORK =
  /^(?:show|book|memoir|song|film|movie|series|program|programme|podcast|album|play|novel|documentary|essay|slogan|motto|poem|anthem|leaders|magazine|episode)$/u

/** The name of a work or a thing, which nobody says: every word of it with a capital. */
export function isTitleOfWork(
  words: string,
  tokens: readonly VoiceToken[],
  at: number,
  lexicon: Lexicon,
  isGoverned: boolean,
): boolean {
  const before = tokens[at - 1]
  const beforeThat = tokens[at - 2]
  if (/[,.!?]$/u.test(words.slice(0, -1))) return false
  const all = words.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’-]*/gu) ?? []
  if (all.length === 0 || all.length > 9) return false
  const isRaised = (word: string): boolean =>
    /^[\p{Lu}\p{N}]/u.test(word) ||
    lexicon.prepositions.has(word) ||
    lexicon.determiners.has(word) ||
    lexicon.and.has(word) ||
    /^(?:is|be|are)$/u.test(word)
  if (!all.every(isRaised) || !/^[\p{Lu}\p{N}]/u.test(all[0]!)) return false
  if (all.filter((word) => /^[\p{Lu}\p{N}]/u.test(word)).length < Math.min(2, all.length)) return false
  if (!isGoverned && all.length > 1) return true
  return (
    before !== undefined &&
    (TITLE_BEFORE.test(before.small) || (before.text === ',' && WORK.test(beforeThat?.small ?? '')))
  )
}
