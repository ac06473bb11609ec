import { filled, type HostileDocument, ofHtml, paragraphs, type Scale } from './hostile-document.ts'

const page = (inside: string, head = ''): string =>
  `<!doctype html><html><head><title>The heron survey</title>${head}</head><body><article>${inside}</article></body></html>`

const NESTED = [
  'div',
  'b',
  'a',
  'ul><li',
  'table><tr><td',
  'blockquote',
  'font',
  'span',
  'section',
  'select><option',
  'form',
  'button',
  'pre',
  'q',
  'template',
  'svg',
  'math',
  'noscript',
  'details',
  'iframe',
  'object',
  'x-own',
]

/** Markup that makes parsers slow, deep, or full. `most` bytes: 4 MB is what the fetcher lets in. */
export function hostileMarkup(scale: Scale): HostileDocument[] {
  const most = scale(4_000_000)
  const some = (count: number, piece: (index: number) => string): string =>
    Array.from({ length: scale(count) }, (_, index) => piece(index)).join('')
  const words = paragraphs(8)
  const data = (json: string): string => page(words, `<script type="application/ld+json">${json}</script>`)
  return [
    ...NESTED.map((tag) =>
      ofHtml(`<${tag}> nested without end`, () => page(`${words}${filled(`<${tag}>`, most)}`)),
    ),
    ...NESTED.map((tag) =>
      ofHtml(`<${tag}> nested 250 deep around an article`, () =>
        page(`${`<${tag}>`.repeat(tag.includes('>') ? 80 : 245)}${paragraphs(scale(3000))}`),
      ),
    ),
    ofHtml('4 MB of <b><i>', () => page(words + filled('<b><i>', most))),
    ofHtml('formatting tags that cross', () => page(words + filled('<b><i>x</b>y</i>', most))),
    ofHtml('formatting tags that cross paragraphs', () => page(words + filled('<p><a><b>x</p></a>', most))),
    ofHtml('18,000 formatting tags that are never closed', () =>
      page(some(18_000, (n) => `<${['b', 'i', 'u', 's'][n % 4]}>w`) + words),
    ),
    ofHtml('unclosed paragraphs', () =>
      page(some(19_000, (n) => `<p>The rangers counted herons, and it was day ${n}.`)),
    ),
    ofHtml('unclosed list items', () =>
      page(words + some(19_000, (n) => `<li>one more line of it, number ${n}`)),
    ),
    ofHtml('end tags of nothing', () => page(words + filled('</div></p></x>', most))),
    ofHtml('a table of 6,000 rows of 3 cells', () =>
      page(`${words}<table>${some(6000, (n) => `<tr><td>${n}<td>herons on the lake<td>4`)}</table>`),
    ),
    ofHtml('a row of 19,000 cells', () =>
      page(`${words}<table><tr>${some(19_000, (n) => `<td>${n}`)}</table>`),
    ),
    ofHtml('colspan and rowspan of a billion', () =>
      page(
        `${words}<table>${some(3000, () => '<tr><td colspan=1000000000 rowspan=1000000000>herons<td>of the lake')}</table>`,
      ),
    ),
    ofHtml('tables within tables, wide', () =>
      page(
        words + some(1500, () => '<table><tr><td><table><tr><td>herons of the lower lake</table></table>'),
      ),
    ),
    ofHtml('100,000 attributes', () => page(`<p ${some(100_000, (n) => `a${n}=x `)}>${words}`)),
    ofHtml('an attribute of 3 MB', () =>
      page(
        `<p title="${filled('herons ', scale(3_000_000))}" class="${filled('a ', scale(900_000))}">${words}`,
      ),
    ),
    ofHtml('a style attribute of 3 MB', () =>
      page(`<p style="${filled('color:red;', scale(3_000_000))}">${words}`),
    ),
    ofHtml('a style attribute of open brackets', () =>
      page(`<p style="${filled('a(', scale(3_000_000))}">${words}`),
    ),
    ofHtml('19,000 long style attributes', () =>
      page(
        some(19_000, (n) => `<i style="color:#${n};background:url(x${filled('y', 150)})">word</i> `) + words,
      ),
    ),
    ofHtml('an attribute that never ends', () => page(`${words}<p title="${filled('x ', most)}`)),
    ofHtml('entities in running text', () =>
      page(`<p>${filled('&amp;&#1078;&lt;&nbsp;&notin; ', most)}</p>${words}`),
    ),
    ofHtml('entities that never end', () =>
      page(`<p>${filled('&', most / 2)}${filled('&#9', most / 2)}</p>${words}`),
    ),
    ofHtml('an entity of a million digits', () =>
      page(`<p>&#${filled('9', scale(1_000_000))};&#x${filled('f', scale(1_000_000))};</p>${words}`),
    ),
    ofHtml('comments that never end', () => page(words + filled('<!--', most))),
    ofHtml('empty comments', () => page(filled('<!---->', most) + words)),
    ofHtml('comments that end oddly', () => page(words + filled('<!-- --!> <!-> ', most))),
    ofHtml('declarations', () => page(filled('<!x><?y>', most) + words)),
    ofHtml('brackets that open nothing', () => page(words + filled('< ', scale(30_000)))),
    ofHtml('a style sheet of 4 MB', () => page(words, `<style>${filled('p{color:red}', most)}</style>`)),
    ofHtml('selectors by the thousand for 9,000 elements', () =>
      page(
        `${words}${some(9000, (n) => `<i class="c${n} d e">heron</i> `)}`,
        `<style>${some(8000, (n) => `article .c${n} > i.d ~ i, [class*="e${n}"] i{display:none}`)}</style>`,
      ),
    ),
    ofHtml('one selector of a megabyte', () =>
      page(words, `<style>${filled('div > ', scale(900_000))}p{display:none}</style>`),
    ),
    ofHtml('selectors that are all :not(', () =>
      page(words, `<style>${some(20_000, () => ':not(:not(p)):has(a) *{opacity:0}')}</style>`),
    ),
    ofHtml('@media and @import without end', () =>
      page(words, `<style>${filled('@media x{@import y;', scale(900_000))}</style>`),
    ),
    ofHtml('JSON-LD nested in lists without end', () =>
      data(`${filled('[', most / 2)}${filled(']', most / 2)}`),
    ),
    ofHtml('JSON-LD nested in objects', () =>
      data(`${filled('{"a":', most / 2)}1${'}'.repeat(Math.floor(most / 10))}`),
    ),
    ofHtml('JSON-LD that is wide', () =>
      data(`[${some(100_000, (n) => `{"@type":"NewsArticle","headline":"H ${n}"},`)}{}]`),
    ),
    ofHtml('JSON-LD of empty lists', () => data(`[${filled('[],', most)}[]]`)),
    ofHtml('JSON-LD whose ids go round', () =>
      data(
        JSON.stringify({
          '@graph': Array.from({ length: scale(20_000) }, (_, n) => ({
            '@id': `#${n}`,
            '@type': 'NewsArticle',
            author: { '@id': `#${(n * 7 + 1) % scale(20_000)}` },
            isPartOf: { '@id': `#${(n + 1) % scale(20_000)}` },
          })),
        }),
      ),
    ),
    ofHtml('JSON-LD with 100,000 authors', () =>
      data(
        JSON.stringify({
          '@type': 'NewsArticle',
          author: Array.from({ length: scale(100_000) }, (_, n) => ({
            '@type': 'Person',
            name: `Ann Number ${n}`,
          })),
        }),
      ),
    ),
    ofHtml('JSON-LD with a body of 3 MB', () =>
      data(
        JSON.stringify({
          '@type': 'NewsArticle',
          headline: 'x',
          articleBody: filled('herons on the lake. ', scale(3_000_000)),
        }),
      ),
    ),
    ofHtml('JSON-LD with a headline of 3 MB', () =>
      data(
        JSON.stringify({
          '@type': 'NewsArticle',
          headline: filled('heron, ', scale(3_000_000)),
          datePublished: filled('1', scale(500_000)),
        }),
      ),
    ),
    ofHtml('1,000 scripts of JSON-LD', () =>
      page(
        words,
        some(
          1000,
          (n) =>
            `<script type="application/ld+json">{"@type":"Article","author":"Ann ${n} Berg","datePublished":"2024-01-${n % 28}"}</script>`,
        ),
      ),
    ),
    ofHtml('scripts full of dates', () =>
      page(words, `<script>${filled('"datePublished":"2024-05-06', most)}</script>`),
    ),
    ofHtml('a flood of meta', () =>
      page(
        words,
        some(19_000, (n) => `<meta property="article:author" content="Ann ${n} Berg and Bo ${n} Dahl">`),
      ),
    ),
    ofHtml('a meta value of 3 MB', () =>
      page(
        words,
        `<meta name="author" content="${filled('By Ann Berg, ', scale(1_500_000))}"><meta name="description" content="${filled('x, and ', scale(1_500_000))}">`,
      ),
    ),
    ofHtml('a title of 3 MB', () => `<title>${filled('Herons | ', scale(3_000_000))}</title>${words}`),
    ofHtml(
      'a title of marks',
      () =>
        `<title>${filled(' - | : – ', scale(1_000_000))}</title><h1>${filled(' - | : ', scale(1_000_000))}</h1>${words}`,
    ),
    ofHtml('srcset of 3 MB', () =>
      page(
        `<img srcset="${filled('/a.png 1x, ', scale(3_000_000))}" alt="${filled('heron ', scale(500_000))}">${words}`,
      ),
    ),
    ofHtml('9,000 pictures with captions', () =>
      page(
        some(
          6000,
          (n) => `<figure><img src=x${n}><figcaption>Photo: Ann Berg/Reuters ${n}</figcaption></figure>`,
        ) + words,
      ),
    ),
    ofHtml('frames in frames', () => `<frameset>${filled('<frame src=x>', most)}</frameset>${words}`),
    ofHtml('plaintext', () => page(`${words}<plaintext>${filled('<p>herons</p>', most)}`)),
    ofHtml('textarea, xmp and title never closed', () =>
      page(words + filled('<textarea><xmp><title>', most)),
    ),
    ofHtml('a million line breaks', () =>
      page(words + filled('<br>', scale(19_000 * 4)) + filled('\n', most / 2)),
    ),
    ofHtml('19,000 inline tags in one paragraph', () =>
      page(`<p>${some(19_000, (n) => `<i>heron ${n}</i> `)}</p>`),
    ),
    ofHtml('19,000 links', () =>
      page(words + some(9000, (n) => `<p><a href="/x${n}">herons on the lake, ${n}</a></p>`)),
    ),
    ofHtml('one paragraph of 4 MB without a space', () => page(`<p>${filled('heron', most)}</p>`)),
    ofHtml('one sentence of 4 MB', () => page(`<p>${filled('the herons, ', most)}</p>`)),
    ofHtml('4 MB of short sentences in one paragraph', () =>
      page(`<p>${filled('The heron came. “It is here,” said Ann Berg. ', most)}</p>`),
    ),
    ofHtml('an honest page of 4 MB', () => page(paragraphs(scale(19_000)))),
    ofHtml('9,000 headings', () =>
      page(
        some(
          6000,
          (n) =>
            `<h2>Part ${n}</h2><p>The rangers counted ${n} herons on the lower lake, and went home early.</p>`,
        ),
      ),
    ),
    ofHtml('6,000 bylines and dates', () =>
      page(
        some(
          6000,
          (n) => `<p class=byline>By Ann${n} Berg and Bo Dahl</p><time datetime="2024-01-0${n % 9}">x</time>`,
        ) + words,
      ),
    ),
    ofHtml('9,000 nested ids and roles', () =>
      page(some(9000, (n) => `<div id=a${n} role=main class="article content post-${n}">x</div>`) + words),
    ),
  ]
}
