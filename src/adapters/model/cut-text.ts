import { loadTokenCounter } from './tokens.ts'

const SEPARATORS = ['\n\n', '\n', '. ', '。', ' ', '']
/** Joining pieces can add a token or two at the seams; then the text is cut once more, a little smaller. */
const SMALLER = 0.9
const LEAST_TOKENS = 16

/**
 * Cuts a text into pieces of at most `maxTokens` tokens (64 or more), at paragraph ends where possible. The pieces joined are the
 * text, and no character is cut in two. @langchain/textsplitters does the choosing; it trims its pieces, gives no
 * offsets and can cut a surrogate pair, so each piece is found again in the text.
 */
export async function cutText(text: string, maxTokens: number): Promise<readonly string[]> {
  const count = await loadTokenCounter()
  if (count(text) <= maxTokens) return [text]
  const { RecursiveCharacterTextSplitter } = await import('@langchain/textsplitters')
  for (let size = Math.max(maxTokens, LEAST_TOKENS); ; size = Math.floor(size * SMALLER)) {
    const splitter = new RecursiveCharacterTextSplitter({
      chunkSize: size,
      chunkOverlap: 0,
      separators: SEPARATORS,
      lengthFunction: count,
    })
    const pieces = findAgain(text, await splitter.splitText(text))
    if (size <= LEAST_TOKENS || pieces.every((piece) => count(piece) <= maxTokens)) return pieces
  }
}

/** Slices of the text that start where the splitter's pieces start; white space between two goes to the first. */
export function findAgain(text: string, trimmed: readonly string[]): string[] {
  const starts: number[] = []
  let from = 0
  for (const piece of trimmed) {
    const at = text.indexOf(piece, from)
    if (at < 0) continue
    starts.push(beforePair(text, at))
    from = at + piece.length
  }
  const cuts = [...new Set([0, ...starts.slice(1), text.length])]
  return cuts
    .slice(1)
    .map((end, index) => text.slice(cuts[index], end))
    .filter((piece) => piece !== '')
}

const isLowSurrogate = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff
const isHighSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff

const beforePair = (text: string, at: number): number =>
  at > 0 && isLowSurrogate(text.charCodeAt(at)) && isHighSurrogate(text.charCodeAt(at - 1)) ? at - 1 : at
