import { type Page, plainText } from './dom.ts'

/** What a page's `<meta>` elements say: values by name, property, itemprop or http-equiv in lower case, in their order. */
export type Metas = ReadonlyMap<string, readonly string[]>

/** Reads them once: a look-up by selector walks the whole page every time. */
export function readMetas(page: Page): Metas {
  const metas = new Map<string, string[]>()
  for (const meta of page.head.querySelectorAll('meta')) {
    const content = plainText(meta.getAttribute('content') ?? '')
    if (content === '') continue
    const names = ['property', 'name', 'itemprop', 'http-equiv'].map((attribute) =>
      meta.getAttribute(attribute)?.trim().toLowerCase(),
    )
    for (const name of new Set(names)) {
      if (name === undefined || name === '') continue
      const values = metas.get(name)
      if (values === undefined) metas.set(name, [content])
      else values.push(content)
    }
  }
  return metas
}

export const metaOf = (metas: Metas, name: string): string | null => metas.get(name)?.[0] ?? null

/** The address of the first `<link>` with this relation, as the page writes it. */
export const linkOf = (page: Page, rel: string): string | null =>
  page.head.querySelector(`link[rel~="${rel}" i]`)?.getAttribute('href') ?? null
