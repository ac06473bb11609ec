import Pdfkit from 'pdfkit'

type Pdf = InstanceType<typeof Pdfkit>
type PdfOptions = ConstructorParameters<typeof Pdfkit>[0]

/** A PDF as bytes; `draw` writes on it. US letter with margins of an inch, 12 points of Times, unless said otherwise. */
export function drawPdf(draw: (pdf: Pdf) => void, options: PdfOptions = {}): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const pdf = new Pdfkit({ font: 'Times-Roman', ...options })
    const chunks: Buffer[] = []
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk))
    pdf.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))))
    pdf.on('error', reject)
    draw(pdf)
    pdf.end()
  })
}

/** Words on every page of a PDF that was made with `bufferPages`, where text is not meant to stand. */
export function onEveryPage(pdf: Pdf, draw: (page: number) => void): void {
  const { start, count } = pdf.bufferedPageRange()
  for (let index = 0; index < count; index++) {
    pdf.switchToPage(start + index)
    // Below the margin pdfkit would begin a new page.
    pdf.page.margins = { top: 0, bottom: 0, left: 72, right: 72 }
    draw(index + 1)
  }
}

/** A picture of one grey dot. */
export const DOT = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR42mNoAAAAggCB0fYMpAAAAABJRU5ErkJggg==',
  'base64',
)

/** A page like one from a scanner: nothing but a picture. */
export const scan = (pdf: Pdf): unknown => pdf.image(DOT, 0, 0, { width: 612, height: 792 })

/** A PDF of these objects, numbered from 1; the first is the catalogue. */
export function handMadePdf(objects: readonly string[], trailer = ''): Uint8Array {
  const starts: number[] = []
  let file = '%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n'
  for (const [index, object] of objects.entries()) {
    starts.push(file.length)
    file += `${index + 1} 0 obj\n${object}\nendobj\n`
  }
  const table = starts.map((start) => `${String(start).padStart(10, '0')} 00000 n \n`).join('')
  const size = objects.length + 1
  file += `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} /Root 1 0 R ${trailer}>>\nstartxref\n`
  return new Uint8Array(Buffer.from(`${file}${file.indexOf('xref\n')}\n%%EOF\n`, 'latin1'))
}

export const streamOf = (content: string, entries = ''): string =>
  `<< /Length ${content.length} ${entries}>>\nstream\n${content}\nendstream`

/** A PDF of one page with this content, whose font F1 is described by these objects (numbered from 5). */
export const pageWithFont = (content: string, font: readonly string[]): Uint8Array =>
  handMadePdf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    streamOf(content),
    ...font,
  ])
