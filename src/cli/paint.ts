import { styleText } from 'node:util'
import type { Block, Piece } from './styled.ts'
import { visible } from './visible.ts'
import { columnsOf, wrap } from './wrap.ts'

/** What a terminal can show. */
export interface Look {
  readonly columns: number
  readonly colour: boolean
  readonly hyperlinks: boolean
}

export const PLAIN: Look = { columns: 80, colour: false, hyperlinks: false }

const NARROWEST = 20
const WIDEST = 100

/**
 * Blocks as the characters that go to a terminal. It is the one place where escape sequences are written, and the
 * words between them are made harmless here.
 */
export function paint(blocks: readonly Block[], look: Look): string {
  const columns = Math.max(NARROWEST, Math.min(look.columns, WIDEST))
  return blocks.map((one, index) => paintBlock(one, columns, look, index)).join('')
}

function paintBlock({ lead, pieces, whole }: Block, columns: number, look: Look, index: number): string {
  if (pieces.length === 0) return '\n'
  const shown = pieces.map((piece) => ({ ...piece, text: visible(piece.text) }))
  const indent = columnsOf(lead)
  const text = shown.map((piece) => piece.text).join('')
  const slices = whole === true ? [{ start: 0, end: text.length }] : wrap(text, columns - indent)
  const lines = slices.map(({ start, end }, line) => {
    const margin = line === 0 ? lead : ' '.repeat(indent)
    return margin + paintSlice(shown, start, end, look, index)
  })
  return `${lines.join('\n')}\n`
}

function paintSlice(pieces: readonly Piece[], start: number, end: number, look: Look, block: number): string {
  let offset = 0
  let painted = ''
  for (const [index, piece] of pieces.entries()) {
    const words = piece.text.slice(Math.max(0, start - offset), Math.max(0, end - offset))
    offset += piece.text.length
    if (words !== '') painted += linked(styled(words, piece, look), piece, look, `${block}-${index}`)
  }
  return painted
}

function styled(words: string, piece: Piece, look: Look): string {
  if (!look.colour) return words
  const styles = [
    ...(piece.bold === true ? (['bold'] as const) : []),
    ...(piece.dim === true ? (['dim'] as const) : []),
    ...(piece.underline === true ? (['underline'] as const) : []),
    ...(piece.colour === undefined ? [] : [piece.colour]),
  ]
  return styles.length === 0 ? words : styleText(styles, words, { validateStream: false })
}

/** OSC 8; the id tells the terminal that the parts of a link on several lines are one. */
function linked(words: string, piece: Piece, look: Look, id: string): string {
  const address = look.hyperlinks ? safeAddress(piece.link) : null
  return address === null ? words : `\u001b]8;id=${id};${address}\u001b\\${words}\u001b]8;;\u001b\\`
}

/** A web address in visible ASCII, else null: nothing else stands inside an escape sequence. */
function safeAddress(address: string | null | undefined): string | null {
  if (address === null || address === undefined || !/^https?:\/\/[\x21-\x7e]+$/i.test(address)) return null
  return URL.canParse(address) ? address : null
}
