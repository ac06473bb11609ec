import { countTokens } from './tokens.ts'

/** A text is looked at in steps of so many characters, or fewer where fewer tokens are allowed. */
const LONGEST_STEP = 1000
/** Where pieces end, the best first: a paragraph, a line, a sentence, a word. */
const ENDS = ['\n\n', '\n', '. ', '。', ' ']
/** What stands alone can take a token or two more than in its text; then the piece is a little smaller. */
const SMALLER = 0.9

/**
 * Cuts a text into pieces of at most `maxTokens` tokens (64 or more), at paragraph ends where possible. The pieces joined are
 * the text, and no character is cut in two. The time that it takes grows with the length of the text, whatever is in it.
 */
export async function cutText(text: string, maxTokens: number): Promise<readonly string[]> {
  const pieces: string[] = []
  for (let start = 0; start < text.length;) {
    const end = await endOfPiece(text, start, maxTokens)
    pieces.push(text.slice(start, end))
    start = end
  }
  return pieces
}

async function endOfPiece(text: string, start: number, maxTokens: number): Promise<number> {
  const furthest = await furthestEnd(text, start, maxTokens)
  for (let most = furthest; ; most = start + Math.floor((most - start) * SMALLER)) {
    const end = most === text.length ? most : bestEnd(text, start, most)
    if (end - start <= 2 || (await countTokens(text.slice(start, end))) <= maxTokens) return end
  }
}

/** Step by step as far as the tokens last. */
async function furthestEnd(text: string, start: number, maxTokens: number): Promise<number> {
  const step = Math.min(LONGEST_STEP, maxTokens)
  let end = start
  for (let left = maxTokens; end < text.length; end += step) {
    left -= await countTokens(text.slice(end, end + step))
    if (left < 0) break
  }
  return Math.min(text.length, Math.max(end, start + 1))
}

/** Behind the last end of a paragraph, line, sentence or word in the second half; else anywhere between two characters. */
function bestEnd(text: string, start: number, most: number): number {
  const half = start + Math.floor((most - start) / 2)
  for (const end of ENDS) {
    const at = text.lastIndexOf(end, most - end.length)
    if (at >= half) return at + end.length
  }
  const isPairCut = isHighSurrogate(text.charCodeAt(most - 1)) && isLowSurrogate(text.charCodeAt(most))
  return isPairCut ? (most - 1 > start ? most - 1 : most + 1) : most
}

const isLowSurrogate = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff
const isHighSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff
