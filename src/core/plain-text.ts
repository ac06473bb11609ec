import type { Block } from './article.ts'
import { isSureCredit, readCredit } from './credit.ts'
import { type CreditLine, findCredits } from './find-credit.ts'
import type { Extraction } from './extraction.ts'
import { endsAsSentence, isLabel, isListItem, isSureFurniture } from './furniture.ts'
import { normaliseText } from './normalise.ts'
import { headRole, type HeadRole } from './line-role.ts'
import { authorsOf, findTitle, isShortLabel } from './page-head.ts'
import { findComments, findTailStart } from './page-tail.ts'
import { isProse, readUnits, type Unit } from './paste-lines.ts'
import { datesOf, type Dated } from './stated-dates.ts'
import { readTextNotices } from './text-notices.ts'
import { countWords } from './words.ts'

const LEAST_SHORT_PROSE_WORDS = 6
const LEAST_SENTENCE_WORDS = 3
/** Lines below the text among which its credits stand, also where they are left out. */
const TAIL_LINES = 12

/** What becomes of a unit: it stays, it was read for the source record, it is furniture, or it is the title. */
type Fate = 'kept' | 'read' | 'left-out' | 'title'

/**
 * Reads plain text of any shape, also a page copied whole from a browser: the masthead and menus above the article
 * and the widgets below it are left out by where they stand and how they look, and what the lines between headline
 * and text say about the source is read. Text that is no page keeps every word.
 */
export function readPlainText(raw: string): Extraction {
  const units = readUnits(normaliseText(raw))
  const fates: Fate[] = units.map(() => 'kept')
  const isText = (unit: Unit, least?: number): boolean =>
    isProse(unit.text, least) && !isSureFurniture(unit.text) && readCredit(unit.text) === null
  let first = units.findIndex((unit) => isText(unit))
  if (first === -1) first = units.findIndex((unit) => isText(unit, LEAST_SHORT_PROSE_WORDS))
  if (first === -1) return extractionOf(units, fates, { authors: [], origin: null, dated: datesOf([], '') })

  const head = units.slice(0, first)
  const roles = head.map(({ text }) => headRole(text))
  const title = findTitle(head, roles)
  judgeHead(head, roles, title, fates)

  const comments = findComments(units, first + 1)
  const body = units.slice(0, comments)
  const last = body.findLastIndex((unit) => isText(unit) || unit === units[first])
  const isPage = fates.includes('left-out') || comments < units.length
  const tail = findTailStart(units, last, comments, isPage)
  for (const [index, unit] of units.entries()) {
    if (index <= first) continue
    if (index >= tail && (isPage || !isSentence(unit.text))) fates[index] = 'left-out'
    else if (isSureFurniture(unit.text)) fates[index] = 'left-out'
    const credit = readCredit(unit.text)
    if (
      credit !== null &&
      (index > last || isSureCredit(unit.text, isNearEnd(index, first, last) ? 'line' : 'inside'))
    )
      fates[index] = 'read'
  }

  const read = units
    .filter(
      (_, index) =>
        fates[index] === 'read' || (index > last && index <= last + TAIL_LINES && index < comments),
    )
    .map(({ text }) => text)
  const text = units.filter((_, index) => fates[index] === 'kept').map((unit) => unit.text)
  const dated = datesOf(
    head.map((unit, index) => ({
      text: unit.text,
      role: roles[index] ?? 'label',
      aboveTitle: index < title,
    })),
    text.join('\n'),
  )
  // A row of short labels is a menu, and says nothing about the text.
  const labels = head.filter((unit, index) => index !== title && !isInMenu(head, index))
  const notices = readTextNotices(
    units[title]?.text ?? null,
    labels.map((unit) => unit.text),
    units.slice(first, comments).map((unit) => unit.text),
  )
  return extractionOf(units, fates, {
    authors: authorsOf(head.map((unit) => unit.text)),
    origin: findCredits(read.map(withoutLinks), text.map(withoutLinks))[0] ?? null,
    dated: { ...dated, notices: [...notices, ...dated.notices] },
  })
}

function judgeHead(head: readonly Unit[], roles: readonly HeadRole[], title: number, fates: Fate[]): void {
  const isPage = roles.some((role) => role !== 'label' && role !== 'sentence')
  for (const [index, unit] of head.entries()) {
    const role = roles[index]
    if (index === title) fates[index] = 'title'
    else if (role === 'furniture') fates[index] = 'left-out'
    else if (role === 'byline' || role === 'credit') fates[index] = 'read'
    else if (role === 'date') fates[index] = index < title ? 'left-out' : 'read'
    else if (index < title && isPage) fates[index] = 'left-out'
    else if (index > title && isPage && isShortLabel(unit.text) && isAmongFurniture(roles, index)) {
      fates[index] = 'left-out'
    }
  }
}

/** Beside the first or the last paragraphs, where a line without a subject speaks of the text. */
const isNearEnd = (index: number, first: number, last: number): boolean =>
  index <= first + 1 || index >= last - 2

/** Below the last paragraph of a text that shows no other sign of a page, whole sentences stay. */
function isSentence(line: string): boolean {
  return endsAsSentence(line) && countWords(line) >= LEAST_SENTENCE_WORDS
}

const isInMenu = (head: readonly Unit[], index: number): boolean =>
  [index - 1, index + 1].filter((near) => isMenuEntry(head[near])).length > 0 && isMenuEntry(head[index])

const isMenuEntry = (unit: Unit | undefined): boolean =>
  unit !== undefined &&
  isShortLabel(unit.text) &&
  headRole(unit.text) !== 'date' &&
  headRole(unit.text) !== 'byline'

/** A short label whose neighbours are dates, bylines or buttons: a name without "By", a section, a city. */
function isAmongFurniture(roles: readonly HeadRole[], index: number): boolean {
  return [roles[index - 1], roles[index + 1]].some(
    (role) => role === 'furniture' || role === 'date' || role === 'byline',
  )
}

const withoutLinks = (text: string): CreditLine => ({ text, links: [] })

function extractionOf(
  units: readonly Unit[],
  fates: readonly Fate[],
  found: Pick<Extraction, 'authors' | 'origin'> & { readonly dated: Dated },
): Extraction {
  const titleAt = fates.indexOf('title')
  const leftOut = units.filter((_, index) => fates[index] === 'left-out')
  return {
    blocks: blocksOf(units.filter((_, index) => fates[index] === 'kept')),
    title: units[titleAt]?.text ?? null,
    language: null,
    publisher: null,
    origin: found.origin,
    authors: found.authors,
    published: found.dated.published,
    modified: found.dated.modified,
    canonicalUrl: null,
    notices: found.dated.notices,
    linesLeftOut: leftOut.reduce((sum, { lines }) => sum + lines, 0),
    looksLikeArticle: true,
  }
}

/** Verses, entries and turns of a dialogue that stand together stay one block; paragraphs are one each. */
function blocksOf(units: readonly Unit[]): Block[] {
  const blocks: Block[] = []
  let group = -1
  for (const [index, unit] of units.entries()) {
    const last = blocks.at(-1)
    if (unit.group === group && last !== undefined && !isProse(unit.text)) {
      blocks[blocks.length - 1] = { ...last, text: `${last.text}\n${unit.text}` }
    } else {
      const next = units[index + 1]
      const isHeading =
        isLabel(unit.text) &&
        next !== undefined &&
        next.group !== unit.group &&
        isProse(next.text) &&
        !isListItem(unit.text)
      const kind = isListItem(unit.text)
        ? 'list'
        : isHeading && !endsAsSentence(unit.text)
          ? 'heading'
          : 'paragraph'
      blocks.push({ kind, text: unit.text, page: null })
    }
    group = unit.group
  }
  return blocks
}
