import { type Page, plainText } from './dom.ts'

/** The address of the first `<link>` with this relation. */
export const linkOf = (page: Page, rel: string): string | null =>
  page.querySelector(`link[rel~="${rel}" i]`)?.getAttribute('href') ?? null

/** The content of the first `<meta>` of this name or property, as plain text. */
export function metaOf(page: Page, name: string): string | null {
  const meta = page.querySelector(`meta[property="${name}" i], meta[name="${name}" i]`)
  const content = plainText(meta?.getAttribute('content') ?? '')
  return content === '' ? null : content
}
