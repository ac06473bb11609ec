import type { Span } from '../span.ts'
import type { Cue } from './cues.ts'
import type { Frame } from './frame.ts'
import type { Lexicon } from './lexicon.ts'

/** Fewer words say nothing that could be shown. */
const LEAST_WORDS = 4

/** Words of a frame that a cue reports without quotation marks. Cues that govern a quotation have said theirs. */
export function reportedSpeech(
  { tokens }: Frame,
  cues: readonly Cue[],
  governed: ReadonlySet<Cue>,
  lexicon: Lexicon,
): { readonly cue: Cue; readonly words: Span }[] {
  const found: { cue: Cue; words: Span }[] = []
  const takenUntil = { at: 0 }
  for (const cue of cues) {
    if (governed.has(cue) || cue.kind === 'noun' || cue.from < takenUntil.at) continue
    const words = wordsOf(tokens, cue, lexicon)
    if (words === null) continue
    found.push({ cue, words: { start: tokens[words.start]!.start, end: tokens[words.end - 1]!.end } })
    takenUntil.at = Math.max(takenUntil.at, words.end)
  }
  return found
}

/** As indices of tokens. */
function wordsOf(tokens: Frame['tokens'], cue: Cue, lexicon: Lexicon): Span | null {
  const isLast = !tokens.slice(cue.to).some(({ kind }) => kind === 'word') || endsClause(tokens, cue)
  if (cue.kind === 'according') {
    return cue.from === 0 || cue.from < 3
      ? stretch(tokens, cue.to, tokens.length)
      : stretch(tokens, 0, cue.from)
  }
  const isTrailing = cue.kind === 'say' && tokens[cue.from - 1]?.text === ',' && isLast
  if (isTrailing) return stretch(tokens, 0, cue.from)
  const that = tokens.findIndex(
    ({ small }, at) => at >= cue.to && at < cue.to + 8 && opensClause(small, lexicon),
  )
  if (that !== -1) return stretch(tokens, that + 1, tokens.length)
  if (cue.kind !== 'say') return null
  // "X sagte, die Brücke sei …"
  if (lexicon.inverts) return tokens[cue.to]?.text === ',' ? stretch(tokens, cue.to, tokens.length) : null
  return SAYS_WITHOUT_THAT.test(tokens[cue.verb]!.small)
    ? stretch(tokens, behindHearer(tokens, cue), tokens.length)
    : null
}

const opensClause = (word: string, { inverts, that }: Lexicon): boolean =>
  inverts ? that.has(word) : word === 'that'

/** These report a clause without "that"; behind others may stand a thing: "announced the closure". */
const SAYS_WITHOUT_THAT =
  /^(?:says?|said|saying|tells?|told|telling|adds|added|adding|claims|claimed|claiming|insists?|insisted|insisting|argues?|argued|arguing|notes|noted|noting|acknowledged|conceded|maintains?|maintained|contends?|contended|complained|wrote|writes)$/u
const NEEDS_HEARER = /^(?:tell|tells|told|telling)$/u
const LONGEST_HEARER = 4

/** Where the words begin behind "told", whose hearer comes first: "told Fox News he would run". */
function behindHearer(tokens: Frame['tokens'], { verb, to }: Cue): number {
  if (!NEEDS_HEARER.test(tokens[verb]!.small)) return to
  const clause = tokens.findIndex(
    ({ small }, at) =>
      at > to &&
      at <= to + LONGEST_HEARER &&
      /^(?:he|she|they|it|the|his|her|their|there|we|i)$/u.test(small),
  )
  return clause === -1 ? to : clause
}

function endsClause(tokens: Frame['tokens'], cue: Cue): boolean {
  const behind = tokens.slice(cue.to, cue.to + 14)
  const end = behind.findIndex(({ text }) => /^[.!?]$/u.test(text))
  return (
    end !== -1 && !behind.slice(0, end).some(({ kind, small }) => kind === 'quotation' || small === 'that')
  )
}

/** Without the marks at its ends; null where it is too short. */
function stretch(tokens: Frame['tokens'], from: number, to: number): Span | null {
  let start = from
  let end = to
  while (start < end && tokens[start]!.kind === 'mark') start += 1
  while (end > start && tokens[end - 1]!.kind === 'mark' && !/^[)%]$/u.test(tokens[end - 1]!.text)) end -= 1
  const words = tokens.slice(start, end).filter(({ kind }) => kind !== 'mark').length
  return words >= LEAST_WORDS ? { start, end } : null
}
