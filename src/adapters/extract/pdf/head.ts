import { readByline } from '../../../core/byline.ts'
import type { Extraction } from '../../../core/extraction.ts'
import { headRole, isDateLine } from '../../../core/line-role.ts'
import type { Author, Notice } from '../../../core/source.ts'
import { datesOf, type HeadLine } from '../../../core/stated-dates.ts'
import { countWords } from '../../../core/words.ts'
import type { Line } from './page.ts'
import type { Part, Usual } from './parts.ts'

/** What the first page states about the document, and the lines that were read for it and are not part of its text. */
export interface Head extends Pick<Extraction, 'title' | 'authors' | 'published' | 'modified' | 'notices'> {
  readonly readLines: ReadonlySet<Line>
}

export interface HeadFacts {
  /** Parts of the first page, in reading order. */
  readonly parts: readonly Part[]
  readonly usual: Usual
  /** Running lines and what stands sideways on the first page. */
  readonly margins: readonly string[]
  /** The file's own data: often the name of another file, or of whoever made it. */
  readonly info: { readonly title: string | null; readonly author: string | null }
}

const TITLE_SIZE = 1.15
const LONGEST_TITLE_WORDS = 40
const PROSE_WORDS = 25
const BODY_BEGINS =
  /^(?:\d{0,2}\.?\s?)?(?:abstract|summary|introduction|executive summary|zusammenfassung|einleitung|résumé|resumen|introducción)\b/iu
/** Dates of other things than publication. */
const OTHER_DATE =
  /\b(?:received|accepted|revised|submitted|downloaded|printed|accessed|retrieved|effective|expires?|deadline|born|eingegangen|angenommen|reçu|accepté|recibido|aceptado)\b/iu
const PUBLISHED =
  /\b(?:published(?: online)?|posted|publication date|date of publication|veröffentlicht|publié|publicado|pubblicato)\b/iu
/** "GENEVA, 13 May 2022 – The council …" */
const DATELINE = /^(?<place>.{2,60}?\d{4}\)?)\s?(?:[–—]|-(?=\s)|:)\s/u

const PREPRINT =
  /\barxiv:\s?[a-z.-]{0,12}\/?\d{4}\.?\d{3,5}|\b(?:bio|med|psy|soc|chem|engr|earth|edu)(?:a?r)xiv\b.*\bpreprint\b|\bpreprint\b.*\b(?:not|peer|doi|version)\b|\b(?:not|without|before)\b.{0,40}\bpeer[- ]review|^.{0,40}\bpreprint\b.{0,40}$/iu
const PREPRINT_IN_TEXT =
  /\bthis (?:article|paper|manuscript|work|is|document)\b.{0,20}\bpreprint\b|\bpreprint\b.{0,60}\bnot (?:yet )?(?:been )?(?:peer|certified)|\bhas not (?:yet )?been peer[- ]reviewed/iu
const PRESS_RELEASE =
  /^(?:for immediate release|(?:press|media|news) release|embargoed (?:until|for)|pressemitteilung|medienmitteilung|communiqué de presse|nota de prensa|comunicado de prensa|comunicato stampa|persbericht|pressmeddelande)\b.{0,80}$/iu
const LONGEST_EVIDENCE = 300

export function readHead({ parts, usual, margins, info }: HeadFacts): Head {
  const title = findTitle(parts, usual, info.title)
  const bodyAt = firstProse(parts, title.parts)
  const head = parts.slice(0, bodyAt).filter((part) => !title.parts.includes(part))
  const lines = head.flatMap((part) => part.lines)
  const below = parts
    .slice(parts.findIndex((part) => title.parts.includes(part)) + 1, bodyAt)
    .flatMap((part) => part.lines)
  const signed = findAuthors(below, info.author)
  const dated = findDates(lines, signed.lines, margins, parts[bodyAt]?.lines[0]?.text ?? '')
  const readLines = new Set([...title.parts.flatMap((part) => part.lines), ...signed.lines, ...dated.lines])
  return {
    title: title.text,
    authors: signed.authors,
    published: dated.published,
    modified: dated.modified,
    notices: [...labelsOf(lines, margins, parts), ...dated.notices],
    readLines,
  }
}

// --- title ---

interface Title {
  readonly text: string | null
  readonly parts: readonly Part[]
}

/**
 * The largest words of the first page. The title in the file's data helps only where it stands on that page too, or
 * where nothing there stands out.
 */
function findTitle(parts: readonly Part[], usual: Usual, stated: string | null): Title {
  const known = stated === null || isFileName(stated) ? null : stated
  const candidates = parts.filter(({ kind, lines }) => {
    const words = countWords(textOf(lines))
    const isOther = /@/u.test(textOf(lines)) || lines.some((line) => namesOf(line).length > 1)
    return (
      (kind === 'heading' || kind === 'paragraph') && words > 0 && words <= LONGEST_TITLE_WORDS && !isOther
    )
  })
  const same =
    known === null ? undefined : candidates.find(({ lines }) => bare(textOf(lines)) === bare(known))
  if (same !== undefined) return { text: textOf(same.lines), parts: [same] }
  const large = candidates.filter((part) => sizeOf(part) >= TITLE_SIZE * usual.size)
  const full = large.filter(({ lines }) => countWords(textOf(lines)) >= 3)
  const size = Math.max(...(full.length > 0 ? full : large).map(sizeOf))
  const first = parts.findIndex(
    (part) => (full.length > 0 ? full : large).includes(part) && sizeOf(part) >= 0.97 * size,
  )
  if (first !== -1) {
    let end = first + 1
    while (
      end < parts.length &&
      candidates.includes(parts[end]!) &&
      Math.abs(sizeOf(parts[end]!) - size) < 0.03 * size
    ) {
      end += 1
    }
    const found = parts.slice(first, end)
    return { text: textOf(found.flatMap(({ lines }) => lines)), parts: found }
  }
  if (known !== null) return { text: known, parts: [] }
  const [opening] = parts
  const isHeading = opening?.kind === 'heading' && !BODY_BEGINS.test(textOf(opening.lines))
  return isHeading ? { text: textOf(opening.lines), parts: [opening] } : { text: null, parts: [] }
}

const textOf = (lines: readonly Line[]): string => lines.map(({ text }) => text).join(' ')
const sizeOf = ({ lines }: Part): number => lines[0]?.size ?? 0
const bare = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')

function isFileName(title: string): boolean {
  return (
    /^(?:microsoft (?:word|powerpoint|excel)|untitled|document\d*$|presentation\d*$|slide \d|powerpoint|layout \d|print)/iu.test(
      title,
    ) ||
    /\.(?:docx?|pdf|tex|dvi|ps|indd|qxd|html?|rtf|odt|pptx?|xlsx?|cdr|ai|fm|pages|txt|md|tmp)\b/iu.test(
      title,
    ) ||
    !/\s|\p{Lo}{4}/u.test(title.trim())
  )
}

/** Where the running text begins. */
function firstProse(parts: readonly Part[], title: readonly Part[]): number {
  const from = title.length === 0 ? 0 : parts.indexOf(title.at(-1)!) + 1
  const found = parts.findIndex(({ kind, lines }, index) => {
    if (index < from) return false
    const text = textOf(lines)
    return (
      BODY_BEGINS.test(text) || ((kind === 'paragraph' || kind === 'list') && countWords(text) >= PROSE_WORDS)
    )
  })
  return found === -1 ? parts.length : found
}

// --- authors ---

const NO_PERSON =
  /universit|institut|college|school|depart|cent(?:er|re)|hospital|laborator|facult|ministr|council|bank|commission|agency|foundation|society|association|committee|group|team|gmbh|inc\b|ltd\b|llc\b|report|review|journal|paper|summary|press|release|office|government|organi[sz]ation|programme?|project|volume|issue|chapter|part\b|figure|table|street|avenue|contents|@|\d/iu
const BETWEEN = /\s*(?:[,;&•·|]|\s(?:and|und|et|y|e|en)\s)\s*/u
const TITLE_OF_PERSON = /^(?:(?:Prof|Dr|Mr|Mrs|Ms|Sir|Dame|Lord)\.?\s+){1,3}/u
const DEGREE = /^(?:Ph\.?\s?D|M\.?D|M\.?Sc|B\.?Sc|M\.?A|B\.?A|FRS|RN|Jr|Sr)\.?$/u

/**
 * The people who signed: a byline below the title, or a line of nothing but names where there are several of them or
 * the file's data name them too. The file's data alone name whoever made it, so a full name is all that is taken.
 */
function findAuthors(below: readonly Line[], stated: string | null): { authors: Author[]; lines: Line[] } {
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
const namesOf = ({ cells }: Line): string[] => namesIn(cells.map(({ text }) => text).join(', '))

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

// --- dates ---

/** The day that the page states in words. When the file was made is not when the words were published. */
function findDates(
  head: readonly Line[],
  signed: readonly Line[],
  margins: readonly string[],
  opening: string,
): Pick<Head, 'published' | 'modified' | 'notices'> & { readonly lines: Line[] } {
  const read = head.filter((line) => isDateLine(line.text) && !OTHER_DATE.test(line.text))
  const stated = [...head.map(({ text }) => text), ...margins].flatMap((text) => {
    const at = PUBLISHED.exec(text)?.index
    return at === undefined ? [] : [dateLine(text.slice(at))]
  })
  const own = head
    .filter(({ text }) => !OTHER_DATE.test(text))
    .map((line): HeadLine => {
      const role = signed.includes(line) ? 'byline' : headRole(line.text)
      return { text: line.text, role, aboveTitle: false }
    })
  const dateline = DATELINE.exec(opening.slice(0, 100))?.groups?.['place']
  const lines = [...stated, ...own, ...(dateline === undefined ? [] : [dateLine(dateline)])]
  const { published, modified, notices } = datesOf(lines, '')
  return { published, modified, notices, lines: read }
}

const dateLine = (text: string): HeadLine => ({ text: text.slice(0, 120), role: 'date', aboveTitle: false })

// --- what it calls itself ---

function labelsOf(head: readonly Line[], margins: readonly string[], parts: readonly Part[]): Notice[] {
  const above = head.map(({ text }) => text)
  const texts = parts.map(({ lines }) => textOf(lines))
  const preprint =
    [...margins, ...above].find((text) => PREPRINT.test(text.slice(0, 600))) ??
    texts.find((text) => PREPRINT_IN_TEXT.test(text.slice(0, 1500)))
  const release = [...margins, ...above, ...texts.slice(0, 3)].find((text) => PRESS_RELEASE.test(text))
  const labels: readonly [string, string | undefined][] = [
    ['a preprint', preprint],
    ['a press release', release],
  ]
  return labels.flatMap(([label, words]): Notice[] =>
    words === undefined
      ? []
      : [
          {
            code: 'labelled',
            message: `The page calls itself ${label}.`,
            evidence: [words.slice(0, LONGEST_EVIDENCE)],
          },
        ],
  )
}
