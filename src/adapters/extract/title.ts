import type { Publisher } from '../../core/source.ts'
import { type Page, plainText, textOf } from './dom.ts'
import { type JsonLd, stringOf } from './json-ld.ts'
import { type Metas, metaOf } from './meta.ts'
import { lettersOf } from './names.ts'
import type { PageLine } from './page-lines.ts'

export interface FoundTitle {
  readonly title: string | null
  /** Index in the page's lines of the heading that shows it, -1 where none does. */
  readonly line: number
}

/** A headline of this many words says what its story is about; "Home" and "Blog" do not. */
const LEAST_HEADLINE_WORDS = 3
const LONGEST_HEADLINE = 250
/** Share of a heading's words that the page's data must have in common with it. */
const LIKE_STATED = 0.5
/** A heading of the second level must say nearly all: most are sections. */
const LIKE_SECOND = 0.85
const SEPARATOR = /\s+[|•·»]\s+|\s+[-–—]\s+|(?<=\S):\s+/u

/**
 * The article's own title. The heading that readers see comes before what the page tells search engines and networks:
 * those are rewritten for clicks, carry the site's name and are sometimes left over from another page. A heading counts
 * only where the page's data say something like it, or where it is the only one.
 */
export function readTitle(
  page: Page,
  metas: Metas,
  jsonLd: JsonLd,
  lines: readonly PageLine[],
  publisher: Publisher | null,
): FoundTitle {
  const stated = [
    plainText(stringOf(jsonLd.article?.['headline']) ?? stringOf(jsonLd.article?.['name']) ?? ''),
    metaOf(metas, 'og:title') ?? '',
    metaOf(metas, 'twitter:title') ?? '',
    textOf(page.head.querySelector('title')),
  ]
    // `*A Treatise*`: Markdown that the template did not read.
    .map((text) => text.replace(/(?<![\p{L}\p{N}])([*_])(\S[^*_]*)\1(?![\p{L}\p{N}])/gu, '$2'))
    .filter((text) => text !== '' && text.length <= LONGEST_HEADLINE)
  const line = findHeading(lines, stated)
  const heading = lines[line]?.text ?? ''
  // Letters that only the design runs together or sets in capitals are spelled as the page's data have them.
  const spelled =
    stated.find((text) => lettersOf(firstPart(text)) === lettersOf(heading) && isPlainer(text, heading)) ??
    heading
  const names = namesOf(publisher)
  const plain = stated.map((text) => withoutSiteName(text, names, heading))
  const isSameWords = plain.some((text) => lettersOf(text) === lettersOf(heading))
  const copy = isSameWords
    ? heading
    : (plain.find((text) => !text.includes('|') && isNearlySame(text, heading)) ?? heading)
  const candidates = [spelled === heading ? copy : firstPart(spelled), ...plain]
  const title = candidates.map((text) => withoutSiteName(text, names, heading)).find((text) => text !== '')
  return { title: title ?? null, line }
}

function findHeading(lines: readonly PageLine[], stated: readonly string[]): number {
  const headings = lines
    .map((line, index) => ({ line, index }))
    .filter(({ line }) => line.headingLevel === 1 || line.headingLevel === 2)
    .filter(({ line }) => line.text.length <= LONGEST_HEADLINE)
    .filter(({ line }) => line.zone !== 'comments' && line.zone !== 'elsewhere')
  let best = { index: -1, share: LIKE_STATED }
  for (const { line, index } of headings) {
    if (leadsHome(line) || stated.some((text) => isSiteName(line.text, text))) continue
    const share = Math.max(0, ...stated.map((text) => likeness(line.text, text)))
    const isBetter = best.index === -1 ? share >= best.share : share > best.share
    if (isBetter && (line.headingLevel === 1 || share > LIKE_SECOND)) best = { index, share }
  }
  if (best.index !== -1) return best.index
  const first = headings.filter(({ line }) => line.headingLevel === 1 && line.zone === null)
  const full = first.filter(({ line }) => wordsOf(line.text).length >= LEAST_HEADLINE_WORDS)
  const [only] = full
  if (full.length === 1 && only !== undefined && (stated.length === 0 || sharesWord(only.line.text, stated)))
    return only.index
  return stated.length === 0 ? (first[0]?.index ?? -1) : -1
}

/**
 * How much of two headlines is the same words: of the shorter one, since sites lengthen and shorten. Of a heading of
 * one or two words, which may be the site's name in a longer title, all of the title must be in it.
 */
function likeness(heading: string, stated: string): number {
  const own = new Set(wordsOf(heading))
  const others = new Set(wordsOf(stated))
  const shared = [...own].filter((word) => others.has(word)).length
  const least = own.size < LEAST_HEADLINE_WORDS ? others.size : Math.min(own.size, others.size)
  return least === 0 ? 0 : shared / least
}

/** A headline and what was made of it for search engines are about the same thing at least. */
const sharesWord = (heading: string, stated: readonly string[]): boolean => {
  const own = wordsOf(heading).filter((word) => word.length > 3 || /\P{ASCII}/u.test(word))
  return own.length === 0 || stated.some((text) => wordsOf(text).some((word) => own.includes(word)))
}

/** Two headlines that differ in a word or a mark: one was damaged by its markup, and the data have the better copy. */
function isNearlySame(one: string, other: string): boolean {
  const [own, others] = [new Set(wordsOf(one)), new Set(wordsOf(other))]
  const shared = [...own].filter((word) => others.has(word)).length
  return shared >= (own.size + others.size - shared) * 0.75
}

/** `A title - Example Times` → `A title`, where the last part names the site or the heading ends before it. */
function withoutSiteName(title: string, names: readonly string[], heading: string): string {
  let rest = title.trim()
  for (let times = 0; times < 3; times += 1) {
    const end = /^(.+\S)\s+([|–—·•»:-])\s+([^|·•»]{2,60})$/u.exec(rest)
    if (end === null) break
    const [, head = '', separator = '', tail = ''] = end
    const isSite = names.some((name) => name !== '' && lettersOf(tail) === name)
    const isSection = separator === '|' && wordsOf(head).length >= LEAST_HEADLINE_WORDS
    if (!isSite && !isSection && lettersOf(head) !== lettersOf(heading)) break
    rest = head
  }
  return rest
}

/** A heading that leads to the front page is the site's logo. */
const leadsHome = ({ element, isLink }: PageLine): boolean =>
  isLink && /^(?:https?:\/\/[^/]+)?\/?$/i.test(element.querySelector('a')?.getAttribute('href') ?? '-')

/** The last part of a title in several parts is the site's name, also where the site shows it as a heading. */
function isSiteName(heading: string, stated: string): boolean {
  const parts = stated.split(/\s+[|•·»–—-]\s+/u)
  return parts.length > 1 && lettersOf(parts.at(-1) ?? '') === lettersOf(heading)
}

const firstPart = (title: string): string => title.split(SEPARATOR)[0] ?? title

/** Spaces and small letters that the other lacks. */
const isPlainer = (stated: string, heading: string): boolean =>
  firstPart(stated).split(' ').length > heading.split(' ').length ||
  (heading === heading.toUpperCase() && heading !== heading.toLowerCase())

const namesOf = (publisher: Publisher | null): string[] =>
  publisher === null
    ? []
    : [publisher.name, publisher.domain ?? '', (publisher.domain ?? '').replace(/\.[^.]+$/, '')].map(
        lettersOf,
      )

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
