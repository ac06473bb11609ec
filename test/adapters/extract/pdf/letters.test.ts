import { describe, expect, it } from 'vitest'
import { readPdf } from '../../../../src/adapters/extract/pdf/read-pdf.ts'
import { drawPdf, handMadePdf, pageWithFont, streamOf } from '../../../support/pdf-files.ts'
import { OPENING, paragraph } from './report-pdf.ts'

const textsOf = async (bytes: Uint8Array): Promise<string[]> =>
  (await readPdf(bytes, null)).blocks.map(({ text }) => text)

const DESCRIPTOR =
  '<< /Type /FontDescriptor /FontName /Sagi /Flags 4 /FontBBox [0 0 1000 1000] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >>'
/** A font of characters with two bytes; `encoding` and `ordering` say which. Its widths are all 1,000. */
const wideFont = (encoding: string, ordering: string, more = ''): string[] => [
  `<< /Type /Font /Subtype /Type0 /BaseFont /Sagi /Encoding /${encoding} /DescendantFonts [6 0 R] ${more}>>`,
  `<< /Type /Font /Subtype /CIDFontType0 /BaseFont /Sagi /DW 1000 /CIDSystemInfo << /Registry (Adobe) /Ordering (${ordering}) /Supplement 0 >> /FontDescriptor 7 0 R >>`,
  DESCRIPTOR,
]

/** Says which character each code stands for: here the code itself. */
const TO_UNICODE = streamOf(
  '/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Own def 1 begincodespacerange <0000> <FFFF> endcodespacerange 1 beginbfrange <0000> <FFFF> <0000> endbfrange endcmap end end',
)

const codesOf = (text: string): string =>
  [...text].map((character) => character.charCodeAt(0).toString(16).padStart(4, '0')).join('')
const show = (lines: readonly string[]): string =>
  lines.map((line, index) => `BT /F1 12 Tf 50 ${700 - index * 18} Td <${codesOf(line)}> Tj ET`).join('\n')

describe('Japanese', () => {
  const lines = [
    '鷺は三週間遅れて火曜日に湖へ戻ってきた。監視員は正午ま',
    'でに四十組を数えた。水位は四月から八月の間に下がり、葦',
    '原は乾いた。',
  ]

  it('that says which characters it shows is read, and lines meet without a space', async () => {
    const bytes = pageWithFont(show(lines), [
      ...wideFont('Identity-H', 'Identity', '/ToUnicode 8 0 R '),
      TO_UNICODE,
    ])
    expect(await textsOf(bytes)).toEqual([lines.join('')])
  })

  it('is read from top to bottom and right to left where it is set so', async () => {
    const content = lines
      .map((line, index) => `BT /F1 12 Tf ${500 - index * 18} 700 Td <${codesOf(line)}> Tj ET`)
      .join('\n')
    const bytes = pageWithFont(content, [
      ...wideFont('Identity-V', 'Identity', '/ToUnicode 8 0 R '),
      TO_UNICODE,
    ])
    expect(await textsOf(bytes)).toEqual([lines.join('')])
  })

  it.each([
    ['90ms-RKSJ-H', 'Japan1'],
    ['UniGB-UCS2-H', 'GB1'],
    ['UniKS-UTF16-H', 'Korea1'],
  ])('that needs the table %s is refused rather than guessed', async (encoding, ordering) => {
    await expect(
      readPdf(pageWithFont(show(lines), wideFont(encoding, ordering)), null),
    ).rejects.toMatchObject({
      code: 'page-unreadable',
      message: expect.stringMatching(/which letters its signs stand for.*OCR.*paste/u) as string,
    })
  })

  it('that cannot be read beside text that can is told of', async () => {
    const text = `BT /F2 12 Tf 50 760 Td (${OPENING}) Tj ET\n${show(lines)}`
    const page = (content: number): string =>
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 1400 792] /Contents ${content} 0 R /Resources << /Font << /F1 6 0 R /F2 9 0 R >> >> >>`
    const bytes = handMadePdf([
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Kids [3 0 R 5 0 R] /Count 2 >>',
      page(4),
      streamOf(text),
      page(10),
      wideFont('90ms-RKSJ-H', 'Japan1')[0]!.replace('6 0 R', '7 0 R'),
      wideFont('90ms-RKSJ-H', 'Japan1')[1]!.replace('7 0 R', '8 0 R'),
      DESCRIPTOR,
      '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
      streamOf(text.replace('Tuesday', 'Monday')),
    ])
    const { blocks, notices } = await readPdf(bytes, null)
    expect(blocks.map((block) => block.text)).toEqual([OPENING, OPENING.replace('Tuesday', 'Monday')])
    expect(notices).toEqual([
      { code: 'truncated', message: 'Pages 1 and 2 hold letters that I cannot read.', evidence: [] },
    ])
  })
})

it('a font that does not say what its signs mean gives no words', async () => {
  const garbled = ['\u0003\u0026\u0003\u0005', '\u0006\u0003\u0008\u0011'].map((line) => line.repeat(12))
  await expect(
    readPdf(pageWithFont(show(garbled), wideFont('Identity-H', 'Identity')), null),
  ).rejects.toMatchObject({ code: 'page-unreadable', message: expect.stringContaining('letters') as string })
})

it('ligatures are the letters that they are made of', async () => {
  const bytes = pageWithFont(show(['The eﬃcient oﬃce ﬂow aﬀected ﬁsh.']), [
    ...wideFont('Identity-H', 'Identity', '/ToUnicode 8 0 R '),
    TO_UNICODE,
  ])
  expect(await textsOf(bytes)).toEqual(['The efficient office flow affected fish.'])
})

describe('a PDF that is damaged', () => {
  const whole = drawPdf((pdf) => paragraph(pdf, OPENING), { compress: false })

  it('in its table of contents is read all the same', async () => {
    const broken = Buffer.from(await whole)
      .toString('latin1')
      .replace(/startxref\n\d+/u, 'startxref\n99999')
    expect(await textsOf(new Uint8Array(Buffer.from(broken, 'latin1')))).toEqual([OPENING])
  })

  it.each([
    ['after its first bytes', (bytes: Uint8Array) => bytes.slice(0, 60)],
    [
      'but for its name',
      () => new TextEncoder().encode('%PDF-1.7\n%âãÏÓ\n1 0 obj\n<< /Type /Catalog >>\nendobj\n'),
    ],
    [
      'and full of noise',
      (bytes: Uint8Array) => bytes.map((byte, index) => (index < 9 ? byte : (byte * 31 + index) % 251)),
    ],
  ])('%s is refused, and the sentence says what to do', async (_, damage) => {
    await expect(readPdf(damage(await whole), null)).rejects.toMatchObject({
      code: 'file-unreadable',
      message: expect.stringMatching(/damaged.*again.*paste/u) as string,
    })
  })

  it('that holds other files or an electronic form and no text says so', async () => {
    const empty = (catalogue: string): Uint8Array =>
      handMadePdf([
        `<< /Type /Catalog /Pages 2 0 R ${catalogue}>>`,
        '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
        '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] >>',
        streamOf('<xdp:xdp xmlns:xdp="http://ns.adobe.com/xdp/"></xdp:xdp>'),
      ])
    await expect(readPdf(empty('/Collection << /Type /Collection >> '), null)).rejects.toMatchObject({
      message: expect.stringContaining('portfolio') as string,
    })
    await expect(readPdf(empty('/AcroForm << /Fields [] /XFA 4 0 R >> '), null)).rejects.toMatchObject({
      message: expect.stringContaining('form') as string,
    })
  })
})
