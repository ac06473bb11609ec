import type { getResolvedPDFJS } from 'unpdf'
import type { PdfPage } from './page.ts'
import { damagedPdf, lockedPdf, MOST_CHARACTERS, MOST_PAGES, tooManyPages, tooMuchText } from './refusals.ts'
import { upright, type PlacedText } from './upright.ts'

/** What a page that gave no words holds: pictures or drawings, letters of unknown meaning, or nothing. */
export type Unread = 'picture' | 'letters'

export interface OpenedPdf {
  readonly title: string | null
  readonly author: string | null
  readonly isForm: boolean
  readonly isPortfolio: boolean
  readonly pages: readonly PdfPage[]
  /** Pages with something that could not be read, by number. */
  readonly unread: ReadonlyMap<number, Unread>
}

type PdfJs = Awaited<ReturnType<typeof getResolvedPDFJS>>
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
/** A page of so many drawn lines and nothing else shows letters drawn as outlines, or a chart. */
const MANY_DRAWINGS = 60

/**
 * Opens a PDF and reads what stands on its pages and where. Nothing is fetched and nothing is drawn.
 * @throws {FootnoteError} `file-unreadable`, `page-too-large`, `article-too-long`
 */
export async function openPdf(bytes: Uint8Array): Promise<OpenedPdf> {
  const unpdf = await import('unpdf')
  const pdfjs = await unpdf.getResolvedPDFJS()
  const tables = { missed: false }
  const task = pdfjs.getDocument({
    data: new Uint8Array(bytes),
    verbosity: pdfjs.VerbosityLevel.ERRORS,
    disableFontFace: true,
    useSystemFonts: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    useWorkerFetch: false,
    useWasm: false,
    // Pictures are not looked at: larger ones than a dot are left out before they are unpacked.
    maxImageSize: 1,
    BinaryDataFactory: tellingFactory(tables),
  })
  try {
    const document = await task.promise.catch((error: unknown) => {
      throw nameOf(error) === 'PasswordException' ? lockedPdf(error) : damagedPdf(error)
    })
    if (document.numPages > MOST_PAGES) throw tooManyPages(document.numPages)
    const { info } = await document.getMetadata().catch(() => ({ info: {} }))
    const fields = info as Readonly<Record<string, unknown>>
    return {
      title: wordsOf(fields['Title']),
      author: wordsOf(fields['Author']),
      isForm: fields['IsXFAPresent'] === true,
      isPortfolio: fields['IsCollectionPresent'] === true,
      ...(await readPages(document, pdfjs, tables)),
    }
  } finally {
    await task.destroy()
  }
}

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : '')

const wordsOf = (value: unknown): string | null => {
  const words = typeof value === 'string' ? value.replace(/\s+/gu, ' ').trim() : ''
  return words === '' ? null : words
}

/** In place of the factory that fetches character tables and fonts: it has none, and tells that one was wanted. */
function tellingFactory(tables: { missed: boolean }): object {
  return class {
    fetch({ kind }: { readonly kind: string }): Promise<never> {
      if (kind === 'cMapUrl') tables.missed = true
      return Promise.reject(new Error('nothing is fetched'))
    }
  }
}

async function readPages(
  document: PdfDocument,
  pdfjs: PdfJs,
  tables: { missed: boolean },
): Promise<Pick<OpenedPdf, 'pages' | 'unread'>> {
  const pages: PdfPage[] = []
  const unread = new Map<number, Unread>()
  const bold = new Map<string, boolean>()
  let [characters, failed] = [0, 0]
  for (let number = 1; number <= document.numPages; number++) {
    let read: { page: PdfPage; unread: Unread | null } | null = null
    try {
      read = await readPage(await document.getPage(number), pdfjs, tables, bold)
    } catch {
      // One page may be broken and the others whole.
      failed += 1
    }
    const page = read?.page ?? { number, width: 0, height: 0, pieces: [], rotated: [] }
    const lost = read === null ? 'letters' : read.unread
    if (lost !== null) unread.set(number, lost)
    characters += page.pieces.reduce((sum, { text }) => sum + text.length, 0)
    if (characters > MOST_CHARACTERS) throw tooMuchText()
    pages.push(page)
  }
  if (failed === document.numPages) throw damagedPdf(new Error('no page can be read'))
  return { pages, unread }
}

async function readPage(
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

interface Operators {
  readonly fnArray: readonly number[]
  readonly argsArray: readonly unknown[]
}
type Names = Readonly<Record<string, number>>

function fontsUsed({ fnArray, argsArray }: Operators, names: Names): string[] {
  const used = new Set<string>()
  for (const [index, operator] of fnArray.entries()) {
    const args = argsArray[index]
    if (operator === names['setFont'] && Array.isArray(args)) used.add(String(args[0]))
  }
  return [...used]
}

/** Whether something is drawn on a page without words: a picture (or the place of one that was left out), or outlines. */
function showsPicture({ fnArray }: Operators, names: Names): boolean {
  const of = (...keys: string[]): Set<number | undefined> => new Set(keys.map((key) => names[key]))
  const pictures = of(
    'paintImageXObject',
    'paintInlineImageXObject',
    'paintImageMaskXObject',
    'paintImageXObjectRepeat',
    'paintImageMaskXObjectGroup',
    'paintImageMaskXObjectRepeat',
    'paintInlineImageXObjectGroup',
    'paintSolidColorImageMask',
  )
  if (fnArray.some((operator) => pictures.has(operator))) return true
  if (fnArray.filter((operator) => operator === names['constructPath']).length >= MANY_DRAWINGS) return true
  // A picture is drawn into a square that is first moved to its place: save, transform, picture, restore.
  const settings = of(
    'setGState',
    'dependency',
    'beginMarkedContent',
    'beginMarkedContentProps',
    'endMarkedContent',
  )
  let isMoved = false
  for (const operator of fnArray) {
    if (operator === names['restore'] && isMoved) return true
    if (operator === names['transform']) isMoved = true
    else if (!settings.has(operator)) isMoved = false
  }
  return false
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
