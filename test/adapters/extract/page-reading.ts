import { parsePage } from '../../../src/adapters/extract/dom.ts'
import { readMetas } from '../../../src/adapters/extract/meta.ts'
import { type Metadata, readMetadata } from '../../../src/adapters/extract/metadata.ts'
import { simplifyMarkup } from '../../../src/adapters/extract/simplify-markup.ts'

export const NOW = Date.parse('2026-11-22T12:00:00Z')

/** What the page at this address says of itself. */
export function read(html: string, url: string | null = 'https://www.herons.test/survey'): Metadata {
  const { markup, scriptDays } = simplifyMarkup(html)
  const page = parsePage(markup)
  return readMetadata(page, { metas: readMetas(page), url, scriptDays, now: NOW })
}

/** A JSON-LD script. */
export const data = (value: unknown): string =>
  `<script type="application/ld+json">${JSON.stringify(value)}</script>`
