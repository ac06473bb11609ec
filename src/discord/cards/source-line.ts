import type { Article } from '../../core/article.ts'
import { type DatedFact, isOnlyChangeStated, type Notice } from '../../core/source.ts'
import { isLinkLabel, joinMarkup, link, type Markup, markup, shorten, timestamp } from './markup.ts'
import { CARD } from '../texts.ts'

const MOST_NOTICES = 3
/** What changes the reading of the points most comes first; last what the source line says too. */
const WEIGHT: readonly Notice['code'][] = [
  'instructions-in-page',
  'labelled',
  'teaser',
  'truncated',
  'date-unstated',
  'corrected',
  'headline-unsupported',
  'edited-since',
  'date-conflict',
  'poorly-extracted',
  'translated',
  'unverified-text',
  'republished',
  'old-story',
]
const LONGEST_DOMAIN = 60
const LONGEST_LINKED_TITLE = 100
/** How many characters of each, and how many authors, are shown. */
export interface RoomAbove {
  readonly title: number
  readonly name: number
  readonly authors: number
  readonly notice: number
}

/** A day has no hour: noon UTC is the same day for nearly every reader. */
const NOON = 'T12:00:00Z'
/** What the source line says already: a paste is compared with no page, and a date that is nowhere is not stated. */
const isSaidInLine = ({ code, evidence }: Notice): boolean =>
  code === 'unverified-text' || (code === 'date-unstated' && evidence.length === 0)

/** The domain where the words were read, null for a paste or a file. */
function domainOf({ source: { publisher, url } }: Article): string | null {
  const domain =
    publisher?.domain ?? (url === null ? null : (URL.parse(url)?.hostname.replace(/^www\./u, '') ?? null))
  // Whose a domain is, is told by its end.
  return domain === null || domain.length <= LONGEST_DOMAIN ? domain : `…${domain.slice(1 - LONGEST_DOMAIN)}`
}

function dateMarkup(fact: DatedFact): Markup | null {
  const milliseconds = fact.value === null ? NaN : Date.parse(fact.value + NOON)
  if (Number.isNaN(milliseconds)) return null
  return markup`${timestamp(milliseconds, 'D')}, ${timestamp(milliseconds, 'R')}`
}

/** What an article without a title is called. */
export const nameOfSource = (article: Article): string =>
  domainOf(article) ?? (article.source.kind === 'file' ? CARD.fileName : CARD.pastedName)

/**
 * Title as a heading, linked where its characters allow it: else the domain below carries the link. Words without a
 * title are named for where they come from. `given` is the message that gave a paste or a file.
 */
export function heading(article: Article, given: string | null, { title }: Pick<RoomAbove, 'title'>): Markup {
  if (article.title === '')
    return markup`### ${link(nameOfSource(article), article.source.kind === 'link' ? article.source.url : given)}`
  const address = article.source.kind === 'link' ? article.source.url : null
  const words = shorten(article.title, title)
  const label = labelOf(words)
  if (address === null || !isLinkLabel(label)) return markup`### ${words}`
  return markup`### ${link(label, address)}${words.endsWith('…') ? '…' : ''}`
}

/** The title in a line of its own words; where it cannot be a link, the domain beside it is one. */
export function titleLink(article: Article): Markup {
  const { kind, url } = article.source
  const address = kind === 'link' ? url : null
  const title = shorten(article.title === '' ? nameOfSource(article) : article.title, LONGEST_LINKED_TITLE)
  const label = labelOf(title)
  if (address === null) return markup`${title}`
  if (isLinkLabel(label)) return markup`${link(label, address)}${title.endsWith('…') ? '…' : ''}`
  return markup`${title} · ${link(domainOf(article) ?? '', address)}`
}

const labelOf = (shortened: string): string => shortened.replace(/…$/u, '').trim()

/** Where the words come from, on one small line. `given` is the message that gave a paste or a file. */
export function sourceLine(article: Article, given: string | null, room: RoomAbove): Markup {
  const { source } = article
  const parts: Markup[] = [source.kind === 'link' ? readAt(article, room) : givenAs(article, given)]
  if (source.origin !== null)
    parts.push(CARD.credits(shorten(source.origin.name, room.name), source.kind === 'link'))
  parts.push(authors(article, room))
  const published = dateMarkup(source.published)
  const say = isOnlyChangeStated(source) ? CARD.updated : CARD.published
  parts.push(published === null ? CARD.noDate : say(published))
  const modified = source.modified.value === source.published.value ? null : dateMarkup(source.modified)
  if (modified !== null) parts.push(CARD.updated(modified))
  return markup`-# ${joinMarkup(parts, ' · ')}`
}

/** What the heading says already, the name of an untitled paste, is not said again. */
function givenAs(article: Article, given: string | null): Markup {
  const name = article.source.kind === 'file' ? CARD.file : CARD.pasted
  const domain = domainOf(article)
  return joinMarkup(
    [
      ...(article.title === '' && domain === null ? [] : [link(name, given)]),
      ...(domain === null ? [] : [CARD.saidToBeFrom(domain)]),
      CARD.comparedWithNoPage,
    ],
    ', ',
  )
}

function readAt(article: Article, { title, name: longest }: RoomAbove): Markup {
  const domain = domainOf(article) ?? ''
  const titleIsLinked = article.title === '' || isLinkLabel(labelOf(shorten(article.title, title)))
  const place = titleIsLinked ? markup`${domain}` : link(domain, article.source.url)
  const name = nameBeside(article, domain)
  return name === null ? place : markup`${shorten(name, longest)} (${place})`
}

/** The publisher's name, null where the domain says the same. */
function nameBeside({ source: { publisher } }: Article, domain: string): string | null {
  const name = publisher?.name ?? domain
  return domain.toLowerCase().startsWith(name.toLowerCase().replace(/\s+/gu, '')) ? null : name
}

/** Publisher with its domain, without markup; null for words of no known place. */
export function sourceName(article: Article): string | null {
  const domain = domainOf(article)
  const name = domain === null ? null : nameBeside(article, domain)
  return name === null ? domain : `${name} (${domain})`
}

function authors(article: Article, room: RoomAbove): Markup {
  const names = article.source.authors.map(({ name }) => shorten(name, room.name))
  if (names.length === 0) return CARD.noAuthor
  return CARD.by(names.slice(0, room.authors), Math.max(0, names.length - room.authors))
}

/** What is doubtful about the whole, a quoted line each, its first words in bold. */
export function noticeLines(article: Article, room: RoomAbove): Markup[] {
  return article.source.notices
    .filter((notice) => !isSaidInLine(notice))
    .toSorted((one, other) => WEIGHT.indexOf(one.code) - WEIGHT.indexOf(other.code))
    .slice(0, MOST_NOTICES)
    .map(({ message }) => {
      const words = shorten(message, room.notice)
      const lead = /^[^:;.]{3,60}[:;.](?=\s|$)/u.exec(words)?.[0] ?? words
      return markup`> **${lead}**${words.slice(lead.length)}`
    })
}
