import { type Page, textOf } from './dom.ts'

/** An object of schema.org as a page wrote it: nothing about its shape is certain. */
export type JsonLdNode = Readonly<Record<string, unknown>>

const MOST_NODES = 3000
const ARTICLE_TYPE = /(?:Article|BlogPosting|Report|LiveBlogPosting|Review|SocialMediaPosting|HowTo|Recipe)$/
/** Under these keys stand other pages' articles. */
const ELSEWHERE =
  /^(?:itemListElement|relatedLink|hasPart|mentions|comment|review|citation|isBasedOn|liveBlogUpdate)$/

export interface JsonLd {
  /** The node of the page's own article, null where the page describes none. */
  readonly article: JsonLdNode | null
  /** The node of the page itself: systems that describe no article give it their dates. */
  readonly webPage: JsonLdNode | null
  /** Follows `{ "@id": … }` references; arrays are flattened. */
  readonly all: (value: unknown) => readonly unknown[]
}

/** Reads every JSON-LD script of a page, whatever its nesting. One that is no JSON is passed over: pages have such. */
export function readJsonLd(page: Page): JsonLd {
  const nodes: JsonLdNode[] = []
  const byId = new Map<string, JsonLdNode>()
  const queue: unknown[] = []
  for (const script of page.head.querySelectorAll('script[type="application/ld+json"]')) {
    queue.push(parseTolerantly(script.textContent ?? ''))
  }
  for (let index = 0; index < queue.length && index < MOST_NODES; index++) {
    const value = queue[index]
    if (Array.isArray(value)) for (const item of value) queue.push(item)
    else if (isNode(value)) {
      nodes.push(value)
      const id = value['@id']
      if (typeof id === 'string' && Object.keys(value).length > 1) byId.set(id, value)
      for (const [key, inner] of Object.entries(value)) {
        if (typeof inner === 'object' && !ELSEWHERE.test(key)) queue.push(inner)
      }
    }
  }
  const all = (value: unknown): readonly unknown[] =>
    (Array.isArray(value) ? value : [value]).map((item: unknown) =>
      isNode(item) && typeof item['@id'] === 'string' ? (byId.get(item['@id']) ?? item) : item,
    )
  const articles = nodes.filter((node) => typesOf(node).some((type) => ARTICLE_TYPE.test(type)))
  const heading = textOf(page.querySelector('h1')).toLowerCase()
  const own = articles.find((node) => heading !== '' && stringOf(node['headline'])?.toLowerCase() === heading)
  // Some systems call an article a page, but give it a headline and a day.
  const called = nodes.find((node) => 'headline' in node && ('datePublished' in node || 'author' in node))
  const webPage = nodes.find((node) => typesOf(node).includes('WebPage')) ?? null
  const article = own ?? articles.find((node) => 'headline' in node) ?? called ?? articles[0] ?? null
  return { article, webPage, all }
}

export const isNode = (value: unknown): value is JsonLdNode =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const typesOf = (node: JsonLdNode): string[] =>
  [node['@type']].flat().filter((type): type is string => typeof type === 'string')

export const stringOf = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : null

function parseTolerantly(script: string): unknown {
  // Raw line breaks inside strings are the commonest mistake; outside strings they mean nothing.
  const json = script.replace(/^\s*(?:\/\/)?\s*(?:<!\[CDATA\[|<!--)|(?:\/\/)?\s*(?:\]\]>|-->)\s*$/g, '')
  for (const attempt of [json, json.replace(/[\r\n\t]+/g, ' ').replace(/,\s*([}\]])/g, '$1')]) {
    try {
      return JSON.parse(attempt)
    } catch {
      continue
    }
  }
  return null
}
