import { deflateSync } from 'node:zlib'
import { drawPdf, handMadePdf, streamOf } from '../pdf-files.ts'
import { filled, type HostileDocument, prose, type Scale } from './hostile-document.ts'

const CATALOGUE = '<< /Type /Catalog /Pages 2 0 R >>'
const PAGES = '<< /Type /Pages /Kids [3 0 R] /Count 1 >>'
const HELVETICA = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>'
const page = (more = '', contents = '4 0 R'): string =>
  `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents ${contents} /Resources << /Font << /F1 5 0 R >> ${more}>> >>`
const withContent = (
  content: string,
  entries = '',
  more: readonly string[] = [],
  resources = '',
): Uint8Array =>
  handMadePdf([CATALOGUE, PAGES, page(resources), streamOf(content, entries), HELVETICA, ...more])
const packed = (content: string): string =>
  deflateSync(Buffer.from(content, 'latin1'), { level: 9 }).toString('latin1')
const PACKED = '/Filter /FlateDecode '
const LINE = `BT /F1 11 Tf 72 700 Td (${prose(1)[0]!.slice(0, 90)}) Tj ET `

/** So many pages that share one content stream. */
const manyPages = (count: number, content: string, entries = ''): Uint8Array => {
  const kids = Array.from({ length: count }, (_, index) => `${index + 5} 0 R`).join(' ')
  return handMadePdf([
    CATALOGUE,
    `<< /Type /Pages /Kids [${kids}] /Count ${count} >>`,
    HELVETICA,
    streamOf(content, entries),
    ...Array.from(
      { length: count },
      () =>
        '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 3 0 R >> >> >>',
    ),
  ])
}

/** Twice and thrice packed: a few bytes that unpack to so many megabytes. */
const bomb = (megabytes: number, byte: string): Uint8Array => {
  const first = deflateSync(Buffer.alloc(megabytes * 1024 * 1024, byte), { level: 9 })
  return withContent(
    deflateSync(first, { level: 9 }).toString('latin1'),
    '/Filter [/FlateDecode /FlateDecode] ',
  )
}

/** PDFs that were made to be too much; up to 20 MB. */
export function hostilePdfs(scale: Scale): HostileDocument[] {
  const pdf = (name: string, bytes: () => Uint8Array | Promise<Uint8Array>): HostileDocument => ({
    name: `PDF: ${name}`,
    contentType: 'application/pdf',
    bytes,
  })
  const many = (piece: string, count: number): string => piece.repeat(scale(count))
  return [
    pdf('a bomb of 500 MB', () => bomb(scale(500), ' ')),
    pdf('a bomb of 200 MB of text', () =>
      withContent(packed(`BT /F1 9 Tf ${many('(herons) Tj ', 16_000_000)} ET`), PACKED),
    ),
    pdf('a million operators', () => withContent(packed(LINE + many('q Q ', 1_000_000)), PACKED)),
    pdf('a million lines', () => withContent(packed(`${LINE}0 0 m ${many('9 9 l ', 1_000_000)} S`), PACKED)),
    pdf('half a million pieces of text', () =>
      withContent(packed(`BT /F1 9 Tf ${many('3 0 Td (a) Tj ', 500_000)} ET`), PACKED),
    ),
    pdf('text one above the other', () =>
      withContent(packed(`BT /F1 9 Tf ${many('1 0 0 1 72 700 Tm (heron lake) Tj ', 100_000)} ET`), PACKED),
    ),
    pdf('text all over', () =>
      withContent(
        packed(
          `BT /F1 9 Tf ${Array.from({ length: scale(60_000) }, (_, n) => `1 0 0 1 ${(n * 37) % 600} ${(n * 91) % 780} Tm (heron ${n}) Tj `).join('')} ET`,
        ),
        PACKED,
      ),
    ),
    pdf('500 pages that share a heavy content', () =>
      manyPages(scale(500), packed(`BT /F1 9 Tf ${many('3 0 Td (a) Tj ', 20_000)} ET`), PACKED),
    ),
    pdf('500 pages that share a million operators', () =>
      manyPages(scale(500), packed(LINE + many('q Q ', 1_000_000)), PACKED),
    ),
    pdf('10,000 pages', () => manyPages(scale(10_000), LINE)),
    pdf('a page tree 5,000 deep', () => {
      const deep = scale(5000)
      return handMadePdf([
        CATALOGUE,
        ...Array.from({ length: deep }, (_, n) => `<< /Type /Pages /Kids [${n + 3} 0 R] /Count 1 >>`),
        `<< /Type /Page /Parent ${deep + 1} 0 R /MediaBox [0 0 612 792] >>`,
      ])
    }),
    pdf('a page tree that goes round', () =>
      handMadePdf([
        CATALOGUE,
        '<< /Type /Pages /Kids [3 0 R 3 0 R] /Count 400 >>',
        '<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 400 >>',
      ]),
    ),
    pdf('a page tree that doubles', () =>
      handMadePdf([
        CATALOGUE,
        ...Array.from(
          { length: 30 },
          (_, n) => `<< /Type /Pages /Kids [${n + 3} 0 R ${n + 3} 0 R] /Count 500 >>`,
        ),
        '<< /Type /Page /MediaBox [0 0 612 792] >>',
      ]),
    ),
    pdf('forms that draw each other, doubling', () =>
      handMadePdf([
        CATALOGUE,
        PAGES,
        page('/XObject << /A 6 0 R >> '),
        streamOf('/A Do'),
        HELVETICA,
        ...Array.from({ length: 28 }, (_, n) =>
          streamOf(
            '/A Do /A Do',
            `/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /A ${n + 7} 0 R >> >> `,
          ),
        ),
        streamOf(
          'BT /F1 9 Tf (herons) Tj ET',
          '/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /Font << /F1 5 0 R >> >> ',
        ),
      ]),
    ),
    pdf('arrays without end', () =>
      handMadePdf([CATALOGUE, PAGES, page(`/X ${many('[', 3_000_000)}`), streamOf(''), HELVETICA]),
    ),
    pdf('dictionaries without end', () =>
      handMadePdf([CATALOGUE, PAGES, page(many('/X << ', 1_000_000)), streamOf(''), HELVETICA]),
    ),
    pdf('a string without end', () => withContent(`BT /F1 9 Tf (${many('((', 3_000_000)}`)),
    pdf('no table of objects', () => {
      const whole = Buffer.from(withContent(many(LINE, 20_000))).toString('latin1')
      return new Uint8Array(Buffer.from(whole.replace(/xref[^]*$/u, ''), 'latin1'))
    }),
    pdf('tables of objects that go round', () => {
      const whole = Buffer.from(withContent(LINE)).toString('latin1')
      const at = whole.indexOf('xref\n')
      return new Uint8Array(
        Buffer.from(whole.replace('/Root 1 0 R', `/Prev ${at} /XRefStm ${at} /Root 1 0 R`), 'latin1'),
      )
    }),
    pdf(
      'objects by the million',
      () => new Uint8Array(Buffer.from(`%PDF-1.7\n${many('1 0 obj\n<<>>\nendobj\n', 900_000)}`, 'latin1')),
    ),
    pdf('cut off in the middle', async () => {
      const whole = await drawPdf((draw) => {
        for (const text of prose(scale(400))) draw.text(text)
      })
      return whole.subarray(0, Math.floor(whole.length / 2))
    }),
    pdf('locked', () => drawPdf((draw) => void draw.text(prose(3).join(' ')), { userPassword: 'heron' })),
    pdf('runs a script', () =>
      handMadePdf([
        '<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /JavaScript /JS (while(true){}) >> >>',
        PAGES,
        page(),
        streamOf(LINE),
        HELVETICA,
      ]),
    ),
    pdf('holds a file', () =>
      handMadePdf([
        '<< /Type /Catalog /Pages 2 0 R /Names << /EmbeddedFiles << /Names [(a) 6 0 R] >> >> >>',
        PAGES,
        page(),
        streamOf(LINE),
        HELVETICA,
        streamOf(filled('x', scale(5_000_000)), '/Type /EmbeddedFile '),
      ]),
    ),
    pdf('a picture of 100,000 by 100,000', () =>
      withContent(
        `${LINE}/I Do`,
        '',
        [
          streamOf(
            'x',
            '/Type /XObject /Subtype /Image /Width 100000 /Height 100000 /ColorSpace /DeviceRGB /BitsPerComponent 8 ',
          ),
        ],
        '/XObject << /I 6 0 R >> ',
      ),
    ),
    pdf('pictures by the thousand in the text', () =>
      withContent(packed(LINE + many('BI /W 9 /H 9 /CS /G /BPC 8 ID xxxxxxxxx EI ', 60_000)), PACKED),
    ),
    pdf('a pattern that fills itself', () =>
      withContent(
        '/Pattern cs /P scn 0 0 612 792 re f',
        '',
        [
          streamOf(
            '/Pattern cs /P scn 0 0 9 9 re f',
            '/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 9 9] /XStep 1 /YStep 1 /Resources << /Pattern << /P 6 0 R >> >> ',
          ),
        ],
        '/Pattern << /P 6 0 R >> ',
      ),
    ),
    pdf('a character table of a million lines', () =>
      handMadePdf([
        CATALOGUE,
        PAGES,
        page(),
        streamOf(LINE),
        '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 6 0 R >>',
        streamOf(`begincmap ${many('1 beginbfchar <41> <0041> endbfchar ', 300_000)} endcmap`),
      ]),
    ),
    pdf('a character table of a wide range', () =>
      handMadePdf([
        CATALOGUE,
        PAGES,
        page(),
        streamOf(LINE),
        '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 6 0 R >>',
        streamOf(`begincmap ${many('1 beginbfrange <00000000> <ffffffff> <0041> endbfrange ', 30)} endcmap`),
      ]),
    ),
    pdf('widths by the million', () =>
      handMadePdf([
        CATALOGUE,
        PAGES,
        page(),
        streamOf(LINE),
        `<< /Type /Font /Subtype /TrueType /BaseFont /X /FirstChar 0 /LastChar 2000000000 /Widths [${many('5 ', 1_000_000)}] >>`,
      ]),
    ),
    pdf('a font of noise', () =>
      handMadePdf([
        CATALOGUE,
        PAGES,
        page(),
        streamOf(LINE),
        '<< /Type /Font /Subtype /TrueType /BaseFont /X /FontDescriptor 6 0 R >>',
        '<< /Type /FontDescriptor /FontName /X /FontFile2 7 0 R /Flags 4 >>',
        streamOf(filled('\x00\x01\x00\x00\x00\xff', scale(5_000_000))),
      ]),
    ),
    pdf('a thousand fonts', () => {
      const count = scale(1000)
      const fonts = Array.from({ length: count }, (_, n) => `/G${n} ${n + 6} 0 R`).join(' ')
      const content = Array.from(
        { length: count },
        (_, n) => `BT /G${n} 9 Tf 72 ${n % 700} Td (heron ${n}) Tj ET `,
      ).join('')
      return handMadePdf([
        CATALOGUE,
        PAGES,
        page().replace('/F1 5 0 R', fonts),
        streamOf(content),
        HELVETICA,
        ...Array.from({ length: count }, (_, n) => `<< /Type /Font /Subtype /Type1 /BaseFont /Own${n} >>`),
      ])
    }),
    pdf('a function that counts for ever', () =>
      withContent(
        `${LINE}/C cs 1 scn 0 0 9 9 re f`,
        '',
        [streamOf('{ 1000000000 { 1 } repeat }', '/FunctionType 4 /Domain [0 1] /Range [0 1] ')],
        '/ColorSpace << /C [/Separation /X /DeviceGray 6 0 R] >> ',
      ),
    ),
    pdf('500 honest pages', () =>
      drawPdf((draw) => {
        draw.fontSize(10)
        for (let n = 0; n < scale(500); n += 1) {
          if (n > 0) draw.addPage()
          draw.text(prose(14).join('\n\n').replaceAll('survey', `survey ${n}`))
        }
      }),
    ),
  ]
}
