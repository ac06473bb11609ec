import { readFileSync } from 'node:fs'

type Place = 'head' | 'lead' | 'within' | 'end' | 'tail' | 'html-head' | 'html-top' | 'html-end'

/** A document and whom a person would say it credits. */
export interface LabelledCredit {
  readonly language: string
  readonly words: string
  /** Null where nobody is credited. */
  readonly origin: string | null
  readonly form: 'text' | 'page'
  readonly document: string
}

/** Where all pages of the cases stand. */
export const PAGE_ADDRESS = 'https://www.harbour-mirror.example/news/ferry'
const SITE = 'Harbour Mirror'

const folder = new URL('../fixtures/credits/', import.meta.url)
const BODIES = JSON.parse(readFileSync(new URL('bodies.json', folder), 'utf8')) as Record<string, string[]>

/** The cases of a half; those of text twice, as pasted text and as a page. test/fixtures/credits/README.md says more. */
function labelledCredits(half: 'tuned' | 'held-out'): LabelledCredit[] {
  return readFileSync(new URL(`${half}.txt`, folder), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .flatMap((line) => {
      const [language = '', where = '', origin = '', marked = ''] = line.split('\t')
      const words = marked.replaceAll('\\n', '\n')
      const credit = { language, words, origin: origin === '-' ? null : origin }
      const parts = partsOf(where as Place, words, BODIES[language] ?? [])
      const page: LabelledCredit = { ...credit, form: 'page', document: pageOf(parts) }
      return where.startsWith('html') ? [page] : [{ ...credit, form: 'text', document: textOf(parts) }, page]
    })
}

interface Parts {
  readonly head: readonly string[]
  readonly body: readonly string[]
  readonly tail: readonly string[]
  readonly markup: Readonly<Record<'head' | 'top' | 'end', string>>
}

function partsOf(where: Place, words: string, [first = '', second = '', third = '']: string[]): Parts {
  const markup = { head: '', top: '', end: '' }
  const whole = { head: [], body: [first, second, third], tail: [], markup }
  switch (where) {
    case 'head':
      return { ...whole, head: words.split('\n') }
    case 'lead':
      return { ...whole, body: [words, second, third, first] }
    case 'within':
      return { ...whole, body: [first, words, second, third] }
    case 'end':
      return { ...whole, body: [first, second, `${third} ${words}`] }
    case 'tail':
      return { ...whole, tail: words.split('\n') }
    case 'html-head':
      return { ...whole, markup: { ...markup, head: words } }
    case 'html-top':
      return { ...whole, markup: { ...markup, top: words } }
    case 'html-end':
      return { ...whole, markup: { ...markup, end: words } }
  }
}

const TITLE = 'Aurelia 2026'

function textOf({ head, body, tail }: Parts): string {
  return [TITLE, ...head, ...body, ...tail].join('\n\n')
}

function pageOf({ head, body, tail, markup }: Parts): string {
  const paragraphs = (lines: readonly string[]): string =>
    lines.map((line) => `<p>${line.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p>`).join('\n')
  return `<!doctype html><html><head><title>${TITLE}</title>
<meta property="og:site_name" content="${SITE}"><meta property="og:type" content="article">${markup.head}</head>
<body><nav><a href="/">Home</a></nav><article><h1>${TITLE}</h1>${paragraphs(head)}${markup.top}
${paragraphs(body)}
${paragraphs(tail)}${markup.end}</article><footer>© ${SITE}</footer></body></html>`
}

interface Score {
  readonly precision: number
  readonly recall: number
  readonly cases: number
  readonly misses: readonly string[]
}

/** Precision of the origins found, and recall of those there are; a wrong name is a miss of both. */
export function scoreCredits(
  half: 'tuned' | 'held-out',
  read: (credit: LabelledCredit) => string | null,
): Score {
  const cases = labelledCredits(half)
  const misses: string[] = []
  let found = 0
  let right = 0
  for (const credit of cases) {
    const name = read(credit)
    if (name !== null) found += 1
    if (bare(name) === bare(credit.origin)) right += name === null ? 0 : 1
    else
      misses.push(
        `${credit.language} ${credit.form}: ${name ?? '-'} for ${credit.origin ?? '-'}: ${credit.words}`,
      )
  }
  const wanted = cases.filter(({ origin }) => origin !== null).length
  return { precision: right / found, recall: right / wanted, cases: cases.length, misses }
}

const bare = (name: string | null): string | null =>
  name?.toLowerCase().replace(/^the\s|[\s.,]+$/gu, '') ?? null
