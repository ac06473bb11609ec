import type { getResolvedPDFJS } from 'unpdf'
import { fontsUsed, showsPicture } from './drawn.ts'
import { type Matrix, multiplied } from './matrix.ts'
import type { PdfPage } from './page.ts'
import { shownTexts } from './shown-text.ts'
import { type PlacedText, upright } from './upright.ts'
import { withoutUnseen } from './without-unseen.ts'

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
/**
 * What a page draws is looked at on so many first pages, and on those with new fonts: it costs a third more, and who hides
 * words wants them read.
 */
const LOOKED_AT = 12
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
  let strings: readonly string[] = content.items.map((item) => ('str' in item ? item.str : ''))
  const isLookedAt = page.pageNumber <= LOOKED_AT || fonts.some((font) => !bold.has(font))
  if (isBare || tables.missed || isLookedAt) {
    const list = await page.getOperatorList().catch(() => null)
    for (const font of fonts) bold.set(font, BOLD_NAME.test(fontName(page, font)))
    if (list !== null) {
      strings = withoutUnseen(strings, shownTexts(list, pdfjs.OPS))
      const lacksFont = tables.missed && fontsUsed(list, pdfjs.OPS).some((font) => !fonts.includes(font))
      if (lacksFont) unread = 'letters'
      else if (isBare && showsPicture(list, pdfjs.OPS)) unread = 'picture'
    }
  }
  const texts = placed(content, view, strings, bold)
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
  strings: readonly string[],
  bold: ReadonlyMap<string, boolean>,
): PlacedText[] {
  return content.items.flatMap((item, index) => {
    const text = strings[index] ?? ''
    if (!('str' in item) || (text === '' && item.str !== '')) return []
    return [
      {
        text: text.replace(BULLETS, '•').replace(FORMS, (form) => form.normalize('NFKC')),
        dir: item.dir,
        transform: multiplied(view as Matrix, item.transform as unknown as Matrix),
        width: item.width,
        height: item.height,
        bold: bold.get(item.fontName) ?? false,
        vertical: content.styles[item.fontName]?.vertical ?? false,
      },
    ]
  })
}

function unknownShare(texts: readonly PlacedText[]): number {
  let [all, unknown] = [0, 0]
  for (const { text } of texts) {
    all += text.replace(/\s/gu, '').length
    unknown += text.match(NO_LETTER)?.length ?? 0
  }
  return all === 0 ? 0 : unknown / all
}
