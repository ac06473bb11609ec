import { drawPdf } from '../support/pdf-files.ts'
import { HARBOUR_PARAGRAPHS, HARBOUR_TITLE } from './pages.ts'

const PER_PAGE = HARBOUR_PARAGRAPHS.length / 2

/** The harbour article as a PDF of two pages, each with half of its paragraphs and a page number. */
export const harbourPdf = (options: { readonly userPassword?: string } = {}): Promise<Uint8Array> =>
  drawPdf((pdf) => {
    pdf.font('Times-Bold').fontSize(20).text(HARBOUR_TITLE).font('Times-Roman').fontSize(11).moveDown()
    for (const [index, paragraph] of HARBOUR_PARAGRAPHS.entries()) {
      if (index === PER_PAGE) pdf.addPage()
      pdf.text(paragraph).moveDown()
      if (index % PER_PAGE === PER_PAGE - 1) pdf.text(`Page ${index < PER_PAGE ? 1 : 2}`, 290, 700)
      pdf.x = 72
    }
  }, options)
