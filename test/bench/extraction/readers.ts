import { Readability } from '@mozilla/readability'
import { Defuddle } from 'defuddle/node'
import { parseHTML } from 'linkedom'
import { readDay } from '../../../src/adapters/extract/day.ts'
import { readHtml } from '../../../src/adapters/extract/read-html.ts'

/** What a library finds on a page: null where it states nothing. */
export interface Reading {
  readonly text: string
  readonly title: string | null
  readonly author: string | null
  /** `2025-03-04` */
  readonly date: string | null
}

type Reader = (html: string, url: string, now: number) => Reading | Promise<Reading>

const textOf = (html: string): string =>
  parseHTML(
    `<html><body>${html.replace(/<\/(?:p|div|h\d|li|tr|td|th|blockquote|pre|figcaption|dt|dd)>|<br[^>]*>/g, '$&\n')}</body></html>`,
  ).document.body.textContent ?? ''

/** Each as its own documentation says to use it, from the page's markup to words. */
export const READERS: Readonly<Record<string, Reader>> = {
  footnote: (html, url, now) => {
    const { blocks, title, authors, published } = readHtml(html, url, now)
    return {
      text: blocks.map(({ text }) => text).join('\n\n'),
      title,
      author: authors.map(({ name }) => name).join(', ') || null,
      date: published.value,
    }
  },
  'readability + linkedom': (html, _url, now) => {
    const article = new Readability(parseHTML(html).document).parse()
    return {
      text: article?.content ? textOf(article.content) : '',
      title: article?.title ?? null,
      author: article?.byline ?? null,
      date: readDay(article?.publishedTime, now),
    }
  },
  'defuddle + linkedom': async (html, url, now) => {
    const { content, title, author, published } = await Defuddle(parseHTML(html).document, url)
    return { text: textOf(content), title, author: author || null, date: readDay(published, now) }
  },
}

/** As `READERS`; a page that a reader fails on is one that it found nothing on. */
export async function readPage(name: string, html: string, url: string, now: number): Promise<Reading> {
  // defuddle tells the console of every page that is not as it should be.
  const { error } = console
  console.error = (): void => undefined
  try {
    return await READERS[name]!(html, url, now)
  } catch {
    return { text: '', title: null, author: null, date: null }
  } finally {
    console.error = error
  }
}
