import type { Block } from '../../../core/article.ts'
import { countWords } from '../../../core/words.ts'
import { joinLines, type Vocabulary } from './join-lines.ts'
import type { Line } from './page.ts'
import { isShort, isUnfinished, type Part, withoutBullet } from './parts.ts'
import { tableText } from './tables.ts'

/** Above this many words on average, the items of a list are passages of their own. */
const LONG_ITEM_WORDS = 30
/** Share of paragraphs that begin set in, above which one that does not begins in the middle. */
const MOSTLY_INDENTED = 0.5

/** The parts of a document in which paragraphs that run over the end of a column or page are whole again. */
export function joinOverBreaks(parts: readonly Part[]): Part[] {
  const paragraphs = parts.filter(({ kind, lines }) => kind === 'paragraph' && lines.length > 1)
  const indented = paragraphs.filter((part) => part.indented).length
  const usesIndents = indented > MOSTLY_INDENTED * paragraphs.length
  const joined: Part[] = []
  let open = -1
  let isBroken = false
  for (const part of parts) {
    isBroken ||= part.isFirst
    if (part.kind === 'caption' || part.kind === 'note' || part.kind === 'table') {
      joined.push(part)
      isBroken = true
      continue
    }
    const before = joined[open]
    if (before !== undefined && isBroken && goesOn(before, part, usesIndents)) {
      joined[open] = { ...before, lines: [...before.lines, ...part.lines] }
    } else {
      open = joined.length
      joined.push(part)
    }
    isBroken = false
  }
  return joined
}

function goesOn(before: Part, part: Part, usesIndents: boolean): boolean {
  if (part.kind !== 'paragraph' || (before.kind !== 'paragraph' && before.kind !== 'list')) return false
  const last = before.lines.at(-1)
  const first = part.lines[0]
  if (last === undefined || first === undefined || Math.abs(last.size - first.size) > 0.07 * last.size)
    return false
  const startsSmall = /^["'“‘«„(]?\p{Ll}/u.test(first.text)
  const isFull = !isShort(last)
  if (/[\p{L}\d][-‐\u00ad]$/u.test(last.text)) return startsSmall || isFull
  if (isUnfinished(last.text)) return startsSmall || (isFull && !(part.indented && usesIndents))
  if (startsSmall) return true
  return before.kind === 'paragraph' && usesIndents && isFull && !part.indented && part.lines.length > 1
}

/** The blocks of the article. Items of a list that stand together are one block, unless they are long. */
export function toBlocks(parts: readonly Part[], vocabulary: Vocabulary): Block[] {
  const blocks: Block[] = []
  let items: { text: string; page: number }[] = []
  const flush = (): void => {
    const words = items.reduce((sum, { text }) => sum + countWords(text), 0)
    if (words > items.length * LONG_ITEM_WORDS) {
      for (const { text, page } of items) blocks.push({ kind: 'list', text, page })
    } else if (items.length > 0) {
      const text = items.map((item) => item.text).join('\n')
      blocks.push({ kind: 'list', text, page: items[0]?.page ?? null })
    }
    items = []
  }
  for (const { kind, lines } of parts) {
    const page = lines[0]?.page ?? 1
    if (kind === 'list') {
      items.push({ text: withoutBullet(textOf(lines, vocabulary)), page })
      continue
    }
    flush()
    if (kind === 'table') blocks.push({ kind, text: tableText(lines), page })
    else
      blocks.push({
        kind: kind === 'heading' ? 'heading' : 'paragraph',
        text: textOf(lines, vocabulary),
        page,
      })
  }
  flush()
  return blocks
}

const textOf = (lines: readonly Line[], vocabulary: Vocabulary): string =>
  joinLines(
    lines.map(({ text }) => text),
    vocabulary,
  )
