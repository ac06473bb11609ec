import { corrected, readCorrection } from '../../core/correction.ts'
import { labelled, labelOfLine, labelOfNote, labelOfTitle } from '../../core/labels.ts'
import type { LabelKind, Notice } from '../../core/source.ts'
import { elementNames, plainText } from './dom.ts'
import { type JsonLd, stringOf, typesOf } from './json-ld.ts'
import type { Metas } from './meta.ts'
import type { PageLine } from './page-lines.ts'

// What a page calls itself, and the corrections that it carries: read from the whole page, because extraction drops
// the labels and notes that stand around an article. A site's menu is no evidence, and neither is another story.

export interface LabelSources {
  readonly jsonLd: JsonLd
  readonly metas: Metas
  readonly lines: readonly PageLine[]
  readonly titleLine: number
  readonly title: string | null
  readonly url: string | null
  readonly publisherName: string | null
}

const TYPES: ReadonlyMap<string, LabelKind> = new Map([
  ['OpinionNewsArticle', 'opinion'],
  ['SatiricalArticle', 'satire'],
  ['AdvertiserContentArticle', 'advertising'],
  ['LiveBlogPosting', 'live-blog'],
])
const SECTION_META = [
  'article:section',
  'og:article:section',
  'section',
  'parsely-section',
  'article_section',
  'genre',
  'dc.type',
  'content_type',
  'content-type-name',
  'article:content_type',
]
/** A folder of the address, not the story's own part of it. */
const FOLDERS: readonly (readonly [folder: RegExp, kind: LabelKind])[] = [
  [
    /^(?:opinions?|op-?ed|commentisfree|editorials?|commentary|meinung|kommentare?|opinion-columns?|tribuna|tribunes|opinie|opinioni|opiniao|debatt|ledare|felietony)$/i,
    'opinion',
  ],
  [
    /^(?:press-?releases?|news-?releases?|pressemitteilung(?:en)?|communiques?-de-presse|comunicados?(?:-de-prensa)?|comunicati-stampa)$/i,
    'press-release',
  ],
  [
    /^(?:sponsored(?:-content)?|advertorials?|paid-?posts?|paidpost|partner-?content|branded-?content|brandvoice|promoted)$/i,
    'advertising',
  ],
  [/^satire$/i, 'satire'],
]
const NEAR = { before: 6, after: 4 }
const MENU_ROW = 3
const MENU_WORDS = 3
const MOST_CORRECTIONS = 3

export function readLabels(sources: LabelSources): Notice[] {
  const found = new Map<LabelKind, Notice>()
  const add = (kind: LabelKind | null | undefined, evidence: string): void => {
    if (kind !== null && kind !== undefined && !found.has(kind)) found.set(kind, labelled(kind, evidence))
  }
  const { jsonLd, metas, lines, title } = sources
  for (const type of jsonLd.article === null ? [] : typesOf(jsonLd.article)) add(TYPES.get(type), type)
  const sections = ['articleSection', 'genre'].flatMap((key) =>
    jsonLd.all(jsonLd.article?.[key]).map((value) => plainText(stringOf(value) ?? '')),
  )
  for (const section of [...sections, ...SECTION_META.flatMap((name) => metas.get(name) ?? [])]) {
    const kind = labelOfLine(section)
    // "Live" and "Preprints" are also sections of music and of printers.
    if (kind !== 'live-blog' && kind !== 'preprint') add(kind, section)
  }
  for (const stated of [title ?? '', ...(metas.get('og:title') ?? [])]) add(labelOfTitle(stated), stated)
  for (const line of labelLines(sources)) add(labelOfLine(line.text), line.text)
  for (const line of lines) {
    if (line.zone === null) add(labelOfNote(line.text), line.text)
    if (isOwnSatireNote(line.text, sources.publisherName)) add('satire', line.text)
  }
  for (const folder of foldersOf(sources.url)) {
    add(FOLDERS.find(([pattern]) => pattern.test(folder))?.[1], `/${folder}/ in the address`)
  }
  return [...found.values()]
}

/** Lines that stand alone beside the title, menus left out. */
function labelLines({ lines, titleLine }: LabelSources): PageLine[] {
  if (titleLine === -1) return []
  const titleZone = lines[titleLine]?.zone ?? null
  return lines
    .slice(Math.max(0, titleLine - NEAR.before), titleLine + NEAR.after + 1)
    .filter(
      (line) =>
        (line.zone === null || line.zone === titleZone || isBreadcrumb(line)) && !isInMenu(line, lines),
    )
}

const isBreadcrumb = ({ element }: PageLine): boolean => {
  for (let above = element, steps = 0; steps < 4; steps += 1) {
    if (/breadcrumb/i.test(elementNames(above, ['class', 'aria-label']))) return true
    if (above.parentElement === null) return false
    above = above.parentElement
  }
  return false
}

/** Short links in a row are a menu; one of them alone is the section of the story. */
function isInMenu(line: PageLine, lines: readonly PageLine[]): boolean {
  if (isBreadcrumb(line)) return false
  const index = lines.indexOf(line)
  const isEntry = (other: PageLine | undefined): boolean =>
    other !== undefined && other.isLink && other.text.split(' ').length <= MENU_WORDS
  let from = index
  while (isEntry(lines[from - 1])) from -= 1
  let to = index
  while (isEntry(lines[to + 1])) to += 1
  return isEntry(line) && to - from + 1 >= MENU_ROW
}

/** "The Reed is a satirical newspaper.": the site says it of itself, wherever it stands. */
function isOwnSatireNote(text: string, publisherName: string | null): boolean {
  const match = /^(.{2,60}?) (?:is|are) (?:an? )?(?:\p{L}+ ){0,3}satir(?:e|ical)(?!\p{L})/iu.exec(text)
  if (match === null || text.length > 400) return false
  const subject = match[1]!.toLowerCase().replace(/^the /, '')
  const name = publisherName?.toLowerCase().replace(/^the /, '')
  return (
    /^(?:we|this (?:site|website|page|publication)|everything (?:here|on this site))$/.test(subject) ||
    subject === name
  )
}

const foldersOf = (url: string | null): string[] =>
  (URL.parse(url ?? '')?.pathname ?? '').split('/').slice(1, -1)

/** The corrections that a page carries below its title. */
export function readCorrections({ jsonLd, lines, titleLine }: LabelSources): Notice[] {
  const stated = jsonLd.all(jsonLd.article?.['correction']).map((value) => plainText(stringOf(value) ?? ''))
  const notes = lines
    .slice(titleLine + 1)
    .filter(({ zone, headingLevel }) => zone === null && headingLevel === 0)
    .map(({ text }) => readCorrection(text)?.evidence[0] ?? '')
  const words = [...new Set([...stated, ...notes])].filter((text) => text !== '')
  return words.length === 0 ? [] : [corrected(words.slice(0, MOST_CORRECTIONS))]
}
