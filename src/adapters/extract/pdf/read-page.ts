import type { getResolvedPDFJS } from 'unpdf'
import { fontsUsed, showsPicture } from './drawn.ts'
import type { PdfPage } from './page.ts'
import { type PlacedText, upright } from './upright.ts'

/** What a page that gave no words holds: pictures or drawings, letters of unknown meaning, or nothing. */
export type Unread = 'picture' | 'letters'

export type PdfJs = Awaited<ReturnType<typeof getResolvedPDFJS>>
type PdfDocument = Awaited<ReturnType<PdfJs['getDocument']>['promise']>
type Page = Awaited<ReturnType<PdfDocument['getPage']>>
type TextContent = Awaited<ReturnType<Page['getTextContent']>>

const BOLD_NAME = /bold|black|heavy|demi|-medi$|[-,]bd|cmbx|\.b$/iu
/** Bullets of Word, by their numbers in its symbol fonts. */
const BULLETS = /[\uf0a7\uf0b7\uf0d8\uf076\uf0fc\uf06e\uf0e0\uf02d]/gu
/** Ligatures, letters in the form that they have within a word, marks turned for vertical lines: the same as any. */
const FORMS =
  /[\ufb00-\ufb06\ufb13-\ufb17\ufb1d-\ufdf9\ufe10-\ufe19\ufe31\ufe32\ufe35-\ufe44\ufe47\ufe48\ufe70-\ufefc]/gu
/** Private use, control and unassigned characters: a font's own numbers, not letters. */
const NO_LETTER = /[\p{Co}\p{Cn}\ufffd]|[^\P{Cc}\t\n\r]/gu
/** A page with a larger share of such characters is no text. */
const MOST_UNKNOWN = 0.05

/**
 * What stands on a page and where. `tables` tells whether a character table was missed so far, `bold` which fonts are
 * known: a page without new fonts needs no second look.
 */
export async function readPage(
  page: Page,
  pdfjs: PdfJs,
  tables: { missed: boolean },
  bold: Map<string, boolean>,
): Promise<{ page: PdfPage; unread: Unread | null }> {
  const { width, height, transform: view } = page.getViewport({ scale: 1 })
  const content = await page.getTextContent()
  const fonts = Object.keys(content.styles)
  const isBare = content.items.every((item) => !('str' in item) || item.str.trim() === '')
  let unread: Unread | null = null
  if (isBare || tables.missed || fonts.some((font) => !bold.has(font))) {
    const list = await page.getOperatorList().catch(() => null)
    for (const font of fonts) bold.set(font, BOLD_NAME.test(fontName(page, font)))
    if (list !== null) {
      const lacksFont = tables.missed && fontsUsed(list, pdfjs.OPS).some((font) => !fonts.includes(font))
      if (lacksFont) unread = 'letters'
      else if (isBare && showsPicture(list, pdfjs.OPS)) unread = 'picture'
    }
  }
  const texts = placed(content, view, bold)
  page.cleanup()
  const isGarbled = unknownShare(texts) > MOST_UNKNOWN
  const turned = upright(isGarbled ? [] : texts, width, height)
  return { page: { number: page.pageNumber, ...turned }, unread: isGarbled ? 'letters' : unread }
}

/** The font's own name: it says whether it is bold, which the text does not. */
function fontName(page: Page, font: string): string {
  if (!page.commonObjs.has(font)) return ''
  const { name } = page.commonObjs.get(font) as { readonly name?: unknown }
  return typeof name === 'string' ? name : ''
}

function placed(
  content: TextContent,
  view: readonly number[],
  bold: ReadonlyMap<string, boolean>,
): PlacedText[] {
  return content.items.flatMap((item) => {
    if (!('str' in item)) return []
    return [
      {
        text: item.str.replace(BULLETS, '•').replace(FORMS, (form) => form.normalize('NFKC')),
        dir: item.dir,
        transform: multiplied(view, item.transform as number[]),
        width: item.width,
        height: item.height,
        bold: bold.get(item.fontName) ?? false,
        vertical: content.styles[item.fontName]?.vertical ?? false,
      },
    ]
  })
}

/** Two transformations, the second one first. */
function multiplied(
  [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0]: readonly number[],
  inner: readonly number[],
): number[] {
  const [p = 0, q = 0, r = 0, s = 0, x = 0, y = 0] = inner
  return [a * p + c * q, b * p + d * q, a * r + c * s, b * r + d * s, a * x + c * y + e, b * x + d * y + f]
}

function unknownShare(texts: readonly PlacedText[]): number {
  let [all, unknown] = [0, 0]
  for (const { text } of texts) {
    all += text.replace(/\s/gu, '').length
    unknown += text.match(NO_LETTER)?.length ?? 0
  }
  return all === 0 ? 0 : unknown / all
}
