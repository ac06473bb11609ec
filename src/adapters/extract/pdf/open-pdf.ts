import type { PdfPage } from './page.ts'
import { type PdfJs, readPage, type Unread } from './read-page.ts'
import { damagedPdf, lockedPdf, MOST_CHARACTERS, MOST_PAGES, tooManyPages, tooMuchText } from './refusals.ts'

export interface OpenedPdf {
  readonly title: string | null
  readonly author: string | null
  readonly isForm: boolean
  readonly isPortfolio: boolean
  readonly pages: readonly PdfPage[]
  /** Pages with something that could not be read, by number. */
  readonly unread: ReadonlyMap<number, Unread>
}

type PdfDocument = Awaited<ReturnType<PdfJs['getDocument']>['promise']>

/**
 * Opens a PDF and reads what stands on its pages and where. Nothing is fetched and nothing is drawn.
 * @throws {FootnoteError} `file-unreadable`, `page-too-large`, `article-too-long`
 */
export async function openPdf(bytes: Uint8Array, onPage: () => void): Promise<OpenedPdf> {
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
      ...(await readPages(document, pdfjs, tables, onPage)),
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
  onPage: () => void,
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
    onPage()
  }
  if (failed === document.numPages) throw damagedPdf(new Error('no page can be read'))
  return { pages, unread }
}
