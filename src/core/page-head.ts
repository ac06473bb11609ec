import { readByline } from './byline.ts'
import { isLabel, isListItem } from './furniture.ts'
import type { HeadRole } from './line-role.ts'
import type { Unit } from './paste-lines.ts'
import { countWords, isWithoutSpaces } from './words.ts'

const LONGEST_TITLE_WORDS = 32
/** A headline has at least so many words where the page around it has labels too. */
const LEAST_TITLE_WORDS = 4
const LEAST_TITLE_CHARACTERS = 8
const QUESTION_MARK_LINE = /^(?:Q|A|F|R|D|P)\d*\s?[:.]/u

/**
 * Which unit above the text is the headline, or -1. On a page with bylines, dates or menus it is the last full label
 * before them, and of two neighbours the shorter, since a standfirst is longer than its headline; in a bare text it is
 * the first line.
 */
export function findTitle(units: readonly Unit[], roles: readonly HeadRole[]): number {
  const open = roles.indexOf('sentence')
  const end = open === -1 ? units.length : open
  const labels = units
    .map((_, index) => index)
    .filter((index) => index < end && roles[index] === 'label' && couldBeTitle(units[index]?.text ?? ''))
  const isPage = roles.slice(0, end).some((role) => role !== 'label')
  if (!isPage) return labels[0] === 0 ? 0 : -1
  const full = labels.filter((index) => isFull(units[index]?.text ?? ''))
  const candidates = full.length > 0 ? full : labels.slice(-1)
  const firstSigned = roles.findIndex(
    (role, index) => isSignature(role) && candidates.some((at) => at < index),
  )
  const lastSigned = roles.findLastIndex((role) => isSignature(role))
  const before = candidates.filter(
    (index) => index < (firstSigned === -1 ? end : Math.max(firstSigned, lastSigned)),
  )
  const last = before.at(-1) ?? candidates.at(-1) ?? -1
  const earlier = before.at(-2)
  if (earlier === undefined || last - earlier > 1) return last
  const isStandfirst = (units[last]?.text.length ?? 0) > (units[earlier]?.text.length ?? 0) * 1.2
  return isStandfirst ? earlier : last
}

const isSignature = (role: HeadRole): boolean => role === 'byline' || role === 'credit' || role === 'date'

function couldBeTitle(line: string): boolean {
  if (/^\p{Ll}/u.test(line) || QUESTION_MARK_LINE.test(line) || isListItem(line) || /[,:;]$/u.test(line))
    return false
  const digits = line.match(/\p{N}/gu)?.length ?? 0
  const letters = line.match(/\p{L}/gu)?.length ?? 0
  return letters > digits && letters > 1 && line.length <= 220 && countWords(line) <= LONGEST_TITLE_WORDS
}

function isFull(line: string): boolean {
  return isWithoutSpaces(line) ? line.length >= LEAST_TITLE_CHARACTERS : countWords(line) >= LEAST_TITLE_WORDS
}

/** Authors of a head, of its first byline that names people. */
export function authorsOf(lines: readonly string[]): ReturnType<typeof readByline> {
  return lines.map(readByline).find((authors) => authors.length > 0) ?? []
}

export const isShortLabel = (line: string): boolean => isLabel(line) && countWords(line) <= 3
