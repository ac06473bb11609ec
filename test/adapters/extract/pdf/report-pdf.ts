import { drawPdf, onEveryPage, scan } from '../../../support/pdf-files.ts'

export const OPENING =
  'The herons came back to the lower lake on a Tuesday, three weeks late, and the wardens who had waited for them since the middle of March counted forty pairs before noon.'
export const WATER =
  'Water levels fell by 1.2 metres between April and August, the regional office said, and the well-known reed beds in which the birds nest dried out for the first time since the count began.'
export const COURT =
  'Who owns the water will be decided by the regional court, which has asked the electricity company for its books of the last ten years and expects to give its ruling within a year, though both of the parties may still appeal against it.'
export const LAST =
  'A second count is planned for the first week of July, when the young birds leave their nests and can be told from the old ones.'

type Pdf = Parameters<Parameters<typeof drawPdf>[0]>[0]

/** A report of two pages with running head, page numbers, a heading and a paragraph that runs over the page. */
export const reportPdf = (compress = true): Promise<Uint8Array> =>
  drawPdf(
    (pdf) => {
      title(pdf, 'Herons return to Sollen after the long dry summer')
      pdf.fontSize(11).text('By Mara Lindqvist and Tom Okafor').text('Published: 3 June 2024').moveDown()
      paragraph(pdf, OPENING)
      heading(pdf, 'What the count shows')
      paragraph(pdf, WATER)
      pdf.text(COURT, 72, 680, { align: 'justify', height: 60 })
      paragraph(pdf, LAST)
      onEveryPage(pdf, (page) => {
        pdf.fontSize(9).text('Lantern Papers 12', 72, 36, { lineBreak: false })
        pdf.text(`${page}`, 300, 756, { lineBreak: false })
      })
    },
    { bufferPages: true, compress, size: 'LETTER' },
  )

export const title = (pdf: Pdf, words: string): unknown =>
  pdf.font('Times-Bold').fontSize(20).text(words).font('Times-Roman').moveDown()
export const heading = (pdf: Pdf, words: string): unknown =>
  pdf.font('Times-Bold').fontSize(12).text(words).font('Times-Roman').moveDown(0.5)
export const paragraph = (pdf: Pdf, words: string): unknown =>
  pdf.fontSize(11).text(words, { align: 'justify' }).moveDown()

/** Pages of text, those named here being pictures. */
export const partlyScanned = (pages: number, scanned: readonly number[]): Promise<Uint8Array> =>
  drawPdf((pdf) => {
    for (let page = 1; page <= pages; page++) {
      if (page > 1) pdf.addPage()
      if (scanned.includes(page)) scan(pdf)
      else pdf.fontSize(11).text(`${OPENING} ${WATER}`)
    }
  })
