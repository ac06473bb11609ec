import type { Frame } from './frame.ts'
import type { Lexicon } from './lexicon.ts'

/** Whether a sentence is a quotation and nothing else. */
export const isAlone = ({ tokens }: Frame, at: number): boolean =>
  tokens.every((token, index) => index === at || token.kind !== 'word')

const LONGEST_TRAIL = 12

/** "“Is it?” Smith asked.": cut behind the question mark, and one sentence all the same. */
export function joinTrailing(frames: readonly Frame[], lexicon: Lexicon): Frame[] {
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
