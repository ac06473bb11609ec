import type { Block } from '../../core/article.ts'
import { isByline } from '../../core/byline.ts'
import { isCounter } from '../../core/furniture.ts'
import { isDateLine } from '../../core/line-role.ts'
import { countWords } from '../../core/words.ts'
import type { PageBlock } from './blocks.ts'
import { dropTeasers, isIndexOfStories, leadsWithinSite } from './drop-teasers.ts'

/** A line of its own that speaks about the page, not about the story. Only whole short lines are judged. */
const FURNITURE_LINE = new RegExp(
  `^(?:${[
    'advertisements?|advertising|anzeige|publicité|publicidad|sponsored(?: content)?',
    '(?:read|see|learn|find out|show|load|view) (?:more|also|next|all)(?:[ :].*)?|continue reading(?:[ :].*)?|also read:.*|related(?: (?:stories|articles|posts|content|topics|coverage))?(?::.*)?',
    'share(?: (?:this|on|via|article|story|full article))?(?: .{0,40})?|tweet|print|e-?mail|copy link|link copied|whatsapp|facebook|twitter|linkedin|pinterest|reddit|comments?|\\d+ comments?|\\d+ shares?|leave a (?:comment|reply)',
    '(?:sign up|subscribe|register)\\b.*|follow (?:us|me|him|her|them|@).*|(?:get|join) .{0,40}newsletter.*',
    '(?:image|photo|picture|credit|photograph|source image)s?(?: credits?| courtesy)?(?: by)?: ?.*',
    '(?:last )?(?:updated|published|posted|modified)(?: on| at)?:? .{0,40}\\d.*|\\d+ min(?:ute)?s? read|reading time:.*',
    "by [\\p{Lu}][\\p{L}.’'-]+(?: [\\p{Lu}][\\p{L}.’'-]+){1,3}(?:[,|•·-].*)?|written by .*|getty images.*|mehr zum thema.*|lesen sie auch.*",
    '(?:more|you (?:may|might)) .{0,30}(?:stories|like|news|articles).{0,20}|(?:don.t|do not) miss|recent posts|about the author|author|highlights|must watch|just watched|replay',
    '(?:image|photo|slide) \\d+ of ?/? ?\\d+.*|(?:show |hide )?captions?|close|menu|search|adverts?|©.*|\\(?source:.*|to read the full story.*|have a tip\\b.*|already have an account.*|log in|sign in',
    '(?:\\p{L}+[., ]+){0,2}\\d{1,2}(?:st|nd|rd|th|\\.)?(?:[., ]+\\p{L}+[., ]+|[., ]+|/\\d{1,2}/)(?:19|20)\\d\\d\\b(?:.{0,5}\\d{1,2}[:.]\\d\\d.{0,20})?',
    'by|disclaimer|updated?|a post shared by .*|(?:table of )?contents|in this article|jump to.*|skip to.*|tags?:.*|filed under:.*|categor(?:y|ies):.*|topics?:.*',
  ].join('|')})[.!…:]?$`,
  'iu',
)
const LONGEST_FURNITURE_WORDS = 16
const LONGEST_FURNITURE_CHARACTERS = 200

const HEAD_BLOCKS = 4
/** `14:05`, `2.05 pm`, `14 h 05`, perhaps with a zone or what the page says beside it: `Posted at 14:05 BST`. */
const CLOCK =
  /^(?:(?:posted|updated|published)(?: at)? )?\d{1,2}(?:[:.h]| h )\d{2}(?:\s?[ap]\.?m\.?)?(?: ?(?:uhr|h|[A-Z]{2,4}))?$/iu
const MOST_END_NOTES = 4
/** What agencies write below their pictures. */
const FILE_PHOTO =
  /^(?:\W{0,2}FILE\b|in this (?:.{1,40}, )?(?:file )?(?:photo|image|picture|handout|screenshot|frame))/iu
const END_NOTE =
  /^(?:follow (?:him|her|them|us|me)\b|(?:e-?mail|contact|write to|reach) (?:\p{L}+ ){1,4}(?:at|on) |(?:have|got) a (?:news )?tip|the contents of this site|this material may not be|all rights reserved|copyright )|\b(?:on twitter|on x) (?:at )?@|follow (?:him|her|them|us) on (?:twitter|facebook|instagram)|(?:news tip, correction|sign up (?:for|to) (?:our|the|his|her)\b.{0,80}newsletter)/iu

/** Lists and lines that lead elsewhere with nearly all their words are menus and "read also" boxes. */
const LINK_LIST = 0.7
const LINK_LINE = 0.9
const LONGEST_LINK_LINE_WORDS = 25
const MANY_LINKS = 3

/** What the page is called and where it stands, null where that is not known. */
export interface TrimFacts {
  readonly title: string | null
  readonly host: string | null
  /** The page says of itself that it is an article. */
  readonly isDeclared: boolean
}

/** Title, furniture lines, repeated openings and headings with nothing below them go; the rest stays as it is. */
export function trimBlocks(blocks: readonly PageBlock[], { title, host, isDeclared }: TrimFacts): Block[] {
  if (!isDeclared && isIndexOfStories(blocks, host)) return []
  const kept: Block[] = []
  const seen = new Set<string>()
  for (const block of dropTeasers(blocks, host)) {
    const line = block.text
    const words = countWords(line)
    if (words === 0) continue
    const isShort = words <= LONGEST_FURNITURE_WORDS && line.length <= LONGEST_FURNITURE_CHARACTERS
    if (isShort && block.kind !== 'table' && FURNITURE_LINE.test(line)) continue
    if (isLinks(block, words, host)) continue
    if (FILE_PHOTO.test(line)) continue
    if (kept.length < HEAD_BLOCKS && isShortSource(line)) continue
    if (kept.length === 0 && title !== null && bare(line) === bare(title)) continue
    if (block.kind === 'heading' && kept.length < 3 && title !== null && isSame(line, title)) continue
    // The same long paragraph twice is a teaser or a second copy for another screen size.
    if (words > 12) {
      if (seen.has(line)) continue
      seen.add(line)
    }
    kept.push({ kind: block.kind, text: line, page: null })
  }
  joinClocks(kept)
  dropEndNotes(kept)
  while (kept.at(-1)?.kind === 'heading') kept.pop()
  return kept.filter(({ text }) => text !== '')
}

/** The time of a live blog's entry belongs to its heading, and is its heading where it has none. */
function joinClocks(blocks: Block[]): void {
  for (const [index, block] of blocks.entries()) {
    if (block.kind !== 'paragraph' || !CLOCK.test(block.text)) continue
    const next = blocks[index + 1]
    if (next?.kind === 'heading') {
      blocks[index + 1] = { ...next, text: `${block.text} ${next.text}` }
      blocks[index] = { ...block, text: '' }
    } else blocks[index] = { ...block, kind: 'heading' }
  }
}

/** A byline or a date at the head of an article belongs to its source record. */
function isShortSource(line: string): boolean {
  return line.length <= 100 && (isCounter(line) || isByline(line) || isDateLine(line))
}

/** Contact lines, notes on the author and rights below the last paragraph. */
function dropEndNotes(blocks: Block[]): void {
  for (let checked = 0; checked < MOST_END_NOTES; checked += 1) {
    const index = blocks.findLastIndex(
      ({ kind, text }) => kind === 'paragraph' && END_NOTE.test(text) && countWords(text) <= 60,
    )
    if (index < blocks.length - MOST_END_NOTES || index === -1) return
    blocks.splice(index, 1)
  }
}

/** Menus, lists of stories, "read also" lines. A line that leads to another site is a source, a shop, a listing. */
function isLinks({ kind, linked, links, leadsTo }: PageBlock, words: number, host: string | null): boolean {
  if (kind === 'list') return linked > LINK_LIST
  if (kind !== 'paragraph' && kind !== 'quote') return false
  if (links >= MANY_LINKS && linked > LINK_LIST) return true
  const isLine = linked > LINK_LINE && words >= 3 && words <= LONGEST_LINK_LINE_WORDS
  return isLine && (leadsTo === null || leadsWithinSite(leadsTo, host))
}

const bare = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

const isSame = (line: string, title: string): boolean =>
  bare(line) === bare(title) || (bare(line).length > 20 && bare(title).startsWith(bare(line)))
