import { writtenStatements } from '../../core/stated-dates.ts'
import { isOwnName } from '../../core/own-name.ts'
import type { Author, Publisher } from '../../core/source.ts'
import { elementNames, hyphenated, type Page, type PageElement, textOf } from './dom.ts'
import { isNode, type JsonLd, stringOf, typesOf } from './json-ld.ts'
import { metaOf, type Metas } from './meta.ts'
import { isOfficeName, lettersOf, namesIn } from './names.ts'
import type { PageLine } from './page-lines.ts'

// Who signed is stated in many places. The order in which they are believed:
//
// 1. json-ld  the publisher's own system; persons before organisations
// 2. meta     `author` and its relatives, the "Written by" of link previews
// 3. byline   microdata and links that say author, elements named for it, "By …" near the title, "Written by …" anywhere
//
// Near the title, because the same words further down sign other stories, pictures and comments.

export interface AuthorSources {
  readonly page: Page
  readonly jsonLd: JsonLd
  readonly metas: Metas
  readonly lines: readonly PageLine[]
  /** Index of the title among the lines, -1 where it is not shown. */
  readonly titleLine: number
  readonly publisherName: string | null
}

const MOST_AUTHORS = 12
const META = [
  'author',
  'authors',
  'byl',
  'article:author_name',
  'article:author',
  'og:article:author',
  'parsely-author',
  'sailthru.author',
  'cxenseparse:author',
  'dc.creator',
  'dc.creator.personalname',
  'dcterms.creator',
  'citation_author',
  'rbauthors',
  'article.author',
]
/** Chat programs show two labelled lines below a link, and many sites use them for the author. */
const PREVIEW_LABEL =
  /^(?:written|words|text|posted|by|author|interview|geschrieben|verfasst|écrit|escrito|scritto|geschreven|skriven|autor)\b/iu
const MARKED = [
  '[itemprop="author"] [itemprop="name"]',
  '[itemprop="author"]',
  '[rel~="author"]',
  '.byline-name, .author-name, .author__name, .byline__name, .byline__author, .p-author .p-name, .p-author, .the-author, .entry-author, .post-author-name, .article-author, .contributor-name',
]
const NAMED =
  /(?:^|[\s_-])(?:byline|by-?line|authors?|writer|writers|contributors?|attribution|autor|auteur|signature)(?:$|[\s_-])/i
const NO_AUTHOR =
  /(?:^|[\s_-])(?:photo|photographer|image|bio|comment|related|avatar|description|title|job|role|position)(?:$|[\s_-])/i
const SIGNED =
  /^(?:(?:[Ww]ritten|[Pp]osted|[Pp]ublished|[Ss]tory|[Tt]ext|[Ww]ords|[Ww]ords and (?:photos|pictures)|[Rr]eported|[Ii]nterview|[Aa]rticle|[Rr]eview|[Oo]pinion|[Cc]olumn|[Aa]nalysis|[Gg]uide|[Rr]ecipe|[Ee]ssay|[Nn]ews) )?(?:[Bb]y|BY|[Vv]on|VON|[Pp]ar|PAR|[Pp]or|POR|[Dd]i|[Dd]oor|[Aa]v|[Aa]f)(?::| ) ?(.+)$|^(?:[Aa]uthors?|[Aa]utor(?:en|in|a|es)?|[Aa]uteurs?|[Aa]utore|[Cc]ontributors?|[Tt]ext|[Ww]riters?|[Ww]ritten by|作者|撰文|文|記者|記事|執筆|著者|автор|Автор|Текст) ?[:：/] ?(.+)$/u
const WRITTEN_BY =
  /^(?:written by|story by|words by|text by|reported by|article by|interview by|recipe by|guide by|authors?:|autor(?:en|in)?:|auteurs?:|verfasst von|geschrieben von|écrit par|escrito por|scritto da|geschreven door)(?::| ) ?(.+)$/iu
const BARE_LABEL =
  /^(?:by|written by|words by|text by|posted by|authors?|contributors?|von|par|por|di|door|av)\s*:?$/iu
const NEAR = { before: 8, after: 14 }
const LONGEST_SIGNATURE = 160

/** The people or desks that signed: no handles, addresses or bare roles. Several where the page names several. */
export function readAuthors(sources: AuthorSources): Author[] {
  const { jsonLd, page } = sources
  const stated = jsonLd.all(jsonLd.article?.['author'] ?? jsonLd.article?.['creator'])
  const nameOf = (author: unknown): (string | null)[] =>
    isNode(author) ? jsonLd.all(author['name']).map(stringOf) : [stringOf(author)]
  const attempts: readonly (() => readonly [Author['basis'], readonly (string | null)[]])[] = [
    () => ['json-ld', stated.flatMap(nameOf)],
    () => ['meta', metaNames(sources.metas)],
    ...MARKED.map((selector) => () => ['byline', markedNames(page, selector)] as const),
    () => ['byline', signedNear(sources)],
    () => ['byline', signedAnywhere(sources)],
  ]
  // A desk, or the publisher's own name, signs only where no person does.
  let desks: Author[] = []
  for (const attempt of attempts) {
    const [basis, found] = attempt()
    const names = [...new Set(found.flatMap((text) => namesIn(text ?? '')))].slice(0, MOST_AUTHORS)
    const people = names.filter(
      (name) => !isOfficeName(name) && !isOwnName(name, publisherOf(sources)) && isFullName(name, basis),
    )
    if (people.length > 0) return people.map((name) => ({ name, basis }))
    if (desks.length === 0 && basis !== 'byline') {
      desks = names.filter((name) => !isOwnOffice(name, sources)).map((name) => ({ name, basis }))
    }
  }
  return desks.slice(0, 1)
}

/** One word is a name where the page's data say so, and may be anything in a line. */
const isFullName = (name: string, basis: string): boolean => basis !== 'byline' || /\s|\p{Lo}/u.test(name)

const publisherOf = ({ publisherName }: AuthorSources): Pick<Publisher, 'name' | 'domain'> | null =>
  publisherName === null ? null : { name: publisherName, domain: null }

/** A publisher that signs its own page says nothing, unless the publisher is a person. */
function isOwnOffice(name: string, { publisherName, jsonLd }: AuthorSources): boolean {
  if (!isSame(name, publisherName ?? '')) return false
  const [author] = jsonLd.all(jsonLd.article?.['author'])
  return isOfficeName(name) || (isNode(author) && typesOf(author).includes('Organization'))
}

const isSame = (one: string, other: string): boolean => lettersOf(one) === lettersOf(other)

function metaNames(metas: Metas): string[] {
  for (const name of META) {
    const values = (metas.get(name) ?? []).filter((value) => !/^https?:|^www\./i.test(value))
    if (values.some((value) => namesIn(value).length > 0)) return values
  }
  for (const number of ['1', '2']) {
    if (PREVIEW_LABEL.test(metaOf(metas, `twitter:label${number}`) ?? ''))
      return [...(metas.get(`twitter:data${number}`) ?? [])]
  }
  return []
}

function markedNames(page: Page, selector: string): string[] {
  const [first, ...others] = page.querySelectorAll(selector)
  if (first === undefined) return []
  // Those elsewhere signed other articles or took the pictures.
  const beside = others.filter(
    (other) =>
      other.parentElement === first.parentElement ||
      (/^(?:LI|SPAN)$/.test(other.parentElement?.tagName ?? '') &&
        other.parentElement?.parentElement === first.parentElement?.parentElement),
  )
  return [first, ...beside]
    .filter((element) => !first.contains(element) || element === first)
    .map((element) => element.getAttribute('content') ?? firstLine(textOf(element)))
}

const firstLine = (text: string): string => text.replace(/^[\s,|·•-]*(?:by|von|par|por)\b:?\s*/iu, '')

function signedNear({ lines, titleLine }: AuthorSources): string[] {
  const from = titleLine === -1 ? 0 : Math.max(0, titleLine - NEAR.before)
  const to = titleLine === -1 ? NEAR.after * 2 : titleLine + NEAR.after
  const near = lines.slice(from, to + 1).map((line, index) => ({ line, index: from + index }))
  const ranked = [
    ...near.filter(({ index }) => index > titleLine),
    ...near.filter(({ index }) => index < titleLine),
  ].filter(
    ({ line }) =>
      line.text.length <= LONGEST_SIGNATURE && line.zone !== 'comments' && line.headingLevel !== 1,
  )
  for (const { line, index } of ranked) {
    const signed = SIGNED.exec(withoutDate(line.text))
    if (signed !== null) {
      const linked = linkedNames(line.element)
      const names = linked.length > 0 ? linked : namesIn(signed[1] ?? signed[2] ?? '')
      if (names.length > 0) return names
    }
    const next = lines[index + 1]?.text ?? ''
    if (isNameOverDate(line, next, index - titleLine)) return namesIn(line.text)
    if (BARE_LABEL.test(line.text) && next.length <= 80 && namesIn(next).length > 0) return namesIn(next)
  }
  for (const { line } of ranked) {
    if (line.text.length > 100 || line.zone === 'elsewhere' || line.headingLevel > 0) continue
    const linked = linkedNames(line.element)
    if (linked.length > 0) return linked
    const called = namesAround(line)
    if (NAMED.test(called) && !NO_AUTHOR.test(called) && namesIn(line.text).length > 0)
      return namesIn(line.text)
  }
  return []
}

/** A name alone right below the title, with a date below it. */
function isNameOverDate({ text, isLink, zone }: PageLine, next: string, below: number): boolean {
  if (below < 1 || below > 2 || zone !== null || text.length > 40 || next.length > 60) return false
  const [name] = namesIn(text)
  return name === text && !isLink && /\s/.test(name) && writtenStatements(next).length > 0
}

/** Names in elements of a line that are named for authors or lead to their pages. */
function linkedNames(element: PageElement): string[] {
  const marked = [
    ...element.querySelectorAll(
      'a[href*="/author"], a[href*="/staff/"], a[href*="/profile"], a[href*="/contributor"], a[href*="/people/"], a[href*="/writers/"], a[href*="/journalist"], [class*="author" i]',
    ),
  ]
  const innermost = marked.filter((one) => !marked.some((other) => other !== one && one.contains(other)))
  return innermost.flatMap((one) => namesIn(textOf(one)))
}

/** `4 May 2025 | By Jane Roe` → `By Jane Roe`. */
function withoutDate(text: string): string {
  const [date] = writtenStatements(text)
  if (date === undefined || text.indexOf(date.words) > 24 || SIGNED.test(text)) return text
  return text.slice(text.indexOf(date.words) + date.words.length).replace(/^[\s,;|·•–—-]+/u, '')
}

/** What an element is called, and the one around it. */
const namesAround = ({ element }: PageLine): string =>
  hyphenated([element, element.parentElement].map((one) => (one === null ? '' : elementNames(one))).join(' '))

function signedAnywhere({ lines }: AuthorSources): string[] {
  const bare: string[] = []
  for (const [index, line] of lines.entries()) {
    if (line.zone !== null || line.text.length > LONGEST_SIGNATURE) continue
    const names = namesIn(WRITTEN_BY.exec(line.text)?.[1] ?? '')
    if (names.length > 0) return names
    if (/^(?:written by|about the authors?|author)\s*:?$/iu.test(line.text)) {
      const next = namesIn(lines[index + 1]?.text ?? '')
      if (next.length > 0) return next
    }
    if (/^by\b/iu.test(line.text)) bare.push(...namesIn(line.text).slice(0, 1))
  }
  // "By …" alone signs this story only where no other is signed on the page.
  return new Set(bare).size === 1 ? bare.slice(0, 1) : []
}
