/** Some words and how they look. */
export interface Piece {
  readonly text: string
  readonly bold?: boolean
  readonly dim?: boolean
  readonly underline?: boolean
  readonly colour?: 'yellow' | 'red' | 'cyan'
  /** Address behind the words, where the terminal can open one. */
  readonly link?: string | null
}

/**
 * A paragraph; lines after the first are indented by the width of `lead`, which is ours, never a stranger's. Without
 * pieces it is an empty line.
 */
export interface Block {
  readonly lead: string
  readonly pieces: readonly Piece[]
  /** Stays one line however long it is: the terminal folds it, and what is copied from there has no gap. */
  readonly whole?: boolean
}

export const block = (pieces: string | readonly Piece[], lead = ''): Block => ({
  lead,
  pieces: typeof pieces === 'string' ? [{ text: pieces }] : pieces,
})

export const emptyLine: Block = { lead: '', pieces: [] }

/** Technical words at the edge of what is read. */
export const faint = (text: string, lead = ''): Block => block([{ text, dim: true }], lead)
