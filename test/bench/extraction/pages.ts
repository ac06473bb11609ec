import { existsSync, globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { asHeavyAsOnTheWeb } from './page-weight.ts'

/** A page, and what a person says of it. */
export interface LabelledPage {
  readonly id: string
  readonly set: string
  readonly url: string
  readonly html: string
  readonly articleBody: string | null
  readonly title: string | null
  readonly author: string | null
  readonly date: string | null
}

const FIXTURES = 'test/fixtures/pages'

/**
 * The pages of a folder: `truth.json` ({ ID: { set, url, articleBody, title?, author?, date? } }) and
 * `pages/ID.html` or `pages/ID.html.gz`. Without a folder: the fixtures of this project, made
 * as heavy as pages of the web are.
 */
export function loadPages(folder: string | null): LabelledPage[] {
  if (folder === null) return globSync(`${FIXTURES}/*.html`).map(fixture)
  const truth = JSON.parse(readFileSync(join(folder, 'truth.json'), 'utf8')) as Record<
    string,
    Partial<LabelledPage>
  >
  return Object.entries(truth).map(([id, facts]) => ({
    id,
    set: facts.set ?? 'pages',
    url: facts.url ?? `https://${id.slice(0, 20)}.example/`,
    html: readMaybePacked(join(folder, 'pages', `${id}.html`)),
    articleBody: facts.articleBody ?? null,
    title: facts.title ?? null,
    author: facts.author ?? null,
    date: facts.date ?? null,
  }))
}

const readMaybePacked = (file: string): string =>
  existsSync(file) ? readFileSync(file, 'utf8') : gunzipSync(readFileSync(`${file}.gz`)).toString('utf8')

function fixture(file: string): LabelledPage {
  const facts = JSON.parse(readFileSync(file.replace(/html$/, 'json'), 'utf8')) as {
    url: string
    title: string | null
    authors: { name: string }[]
    published: { value: string | null }
    blocks: [string, string][]
  }
  return {
    id: basename(file, '.html'),
    set: 'fixtures',
    url: facts.url,
    html: asHeavyAsOnTheWeb(readFileSync(file, 'utf8')),
    articleBody: facts.blocks.map(([, text]) => text).join('\n\n'),
    title: facts.title,
    author: facts.authors.map(({ name }) => name).join(', ') || null,
    date: facts.published.value,
  }
}
