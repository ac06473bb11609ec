import { readByline } from '../../../core/byline.ts'
import type { Author } from '../../../core/source.ts'
import type { Line } from './page.ts'

const NO_PERSON =
  /universit|institut|college|school|depart|cent(?:er|re)|hospital|laborator|facult|ministr|council|bank|commission|agency|foundation|society|association|committee|group|team|gmbh|inc\b|ltd\b|llc\b|report|review|journal|paper|summary|press|release|office|government|organi[sz]ation|programme?|project|volume|issue|chapter|part\b|figure|table|street|avenue|contents|@|\d/iu
const BETWEEN = /\s*(?:[,;&•·|]|\s(?:and|und|et|y|e|en)\s)\s*/u
const TITLE_OF_PERSON = /^(?:(?:Prof|Dr|Mr|Mrs|Ms|Sir|Dame|Lord)\.?\s+){1,3}/u
const DEGREE = /^(?:Ph\.?\s?D|M\.?D|M\.?Sc|B\.?Sc|M\.?A|B\.?A|FRS|RN|Jr|Sr)\.?$/u

/**
 * The people who signed: a byline below the title, or a line of nothing but names where there are several of them or
 * the file's data name them too. The file's data alone name whoever made it, so a full name is all that is taken.
 */
export function findAuthors(
  below: readonly Line[],
  stated: string | null,
): { authors: Author[]; lines: Line[] } {
  for (const line of below) {
    const authors = readByline(line.text)
    if (authors.length > 0) return { authors: [...authors], lines: [line] }
  }
  const known = bare(stated ?? '')
  const authors: Author[] = []
  const lines: Line[] = []
  for (const [index, line] of below.entries()) {
    const names = namesOf(line)
    const isKnown = names.some(
      (name) => known !== '' && (known.includes(bare(name)) || bare(name).includes(known)),
    )
    const goesOn = lines.length > 0 && lines.at(-1) === below[index - 1]
    if (names.length < 2 && !isKnown && !(goesOn && names.length > 0)) continue
    lines.push(line)
    for (const name of names) authors.push({ name, basis: line.text })
  }
  if (authors.length > 0) return { authors: authors.slice(0, MOST_AUTHORS), lines }
  const named = stated === null ? [] : namesIn(stated)
  return { authors: named.slice(0, MOST_AUTHORS).map((name) => ({ name, basis: 'pdf author' })), lines: [] }
}

const MOST_AUTHORS = 12

/** Names side by side may each have a column of their own. */
export const namesOf = ({ cells }: Line): string[] => namesIn(cells.map(({ text }) => text).join(', '))

/** The names of a line that holds nothing else; empty where it does. */
function namesIn(text: string): string[] {
  if (text.length > 300 || NO_PERSON.test(text)) return []
  const parts = text
    .replace(/[*†‡§¶∗]/gu, '')
    .split(BETWEEN)
    .map((part) => part.trim().replace(TITLE_OF_PERSON, '').trim())
    .filter((part) => part !== '' && !DEGREE.test(part))
  const names = parts.flatMap((part) => readByline(`By ${part}`).map(({ name }) => name))
  return names.length === parts.length ? names : []
}

/** Letters and numbers alone: two spellings of one name or title are the same. */
export const bare = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
