/** What must not be cut through: a block of code, a link, a timestamp, an escape; else one character. */
const PIECE = /```text\n[^`]+\n```|\[[^\]\n]*\]\([^()\s]*\)|https?:\/\/\S+|<t:-?\d+:\w>|\\[^\n]|[^]/gu
const END = '…'

/** Markup of at most `limit` characters. A cut goes through no code, link, timestamp or escape, and leaves no bold open. */
export function cutMarkup(text: string, limit: number): string {
  if (text.length <= limit) return text
  const room = limit - END.length - '**'.length
  if (room <= 0) return ''
  let kept = ''
  let atWord = ''
  for (const [piece] of text.matchAll(PIECE)) {
    if (kept.length + piece.length > room) break
    if (/^\s$/u.test(piece)) atWord = kept
    kept += piece
  }
  const cut = (atWord.length > room * 0.8 ? atWord : kept).trimEnd()
  const boldMarks = cut.match(/(?<!\\)\*\*/gu)?.length ?? 0
  return cut + END + (boldMarks % 2 === 1 ? '**' : '')
}
