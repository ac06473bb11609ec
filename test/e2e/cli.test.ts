import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { Article } from '../../src/core/article.ts'
import type { Claim } from '../../src/core/claim.ts'
import { honestModel } from '../support/honest-model.ts'
import { type Script, startLoopbackModel } from '../support/loopback-model.ts'
import { startLoopbackWeb } from '../support/loopback-web.ts'
import { runFootnote, startFootnote } from '../support/run-footnote.ts'
import { lyingModel } from './lying-model.ts'
import { harbourPdf } from './harbour-pdf.ts'
import { CAPTCHA_PAGE, HARBOUR_PAGE, HARBOUR_PARAGRAPHS, HARBOUR_TITLE } from './pages.ts'

const STORY = HARBOUR_PARAGRAPHS.join('\n\n')

const openFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'footnote-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

const openModel = async (script: Script) => {
  const model = await startLoopbackModel(script)
  onTestFinished(() => model.close())
  return { model, environment: { OPENAI_BASE_URL: model.baseUrl, OPENAI_MODEL: 'loopback-1' } }
}

const openWeb = async (pages: Parameters<typeof startLoopbackWeb>[0]) => {
  const web = await startLoopbackWeb(pages)
  onTestFinished(() => web.close())
  return { web, host: `127.0.0.1:${web.port}` }
}

interface Printed {
  readonly article: { readonly text: string; readonly source: { readonly url: string | null } }
  readonly summary: {
    readonly claims: readonly {
      readonly text: string
      readonly quotes: readonly { readonly start: number; readonly end: number; readonly text: string }[]
    }[]
    readonly dropped: readonly { readonly why: string }[]
  }
  readonly run: { readonly engine: string; readonly model: string | null; readonly calls: number }
}

describe('footnote read', () => {
  it('remembers a page in the store, and asks the site again with --refresh', async () => {
    const { web, host } = await openWeb({ '/story': HARBOUR_PAGE })
    const environment = { FETCH_ALLOW_HOSTS: host, STORAGE_URL: `sqlite:${join(openFolder(), 'store.db')}` }
    const read = (...flags: string[]) =>
      runFootnote(['read', `http://${host}/story`, '--json', ...flags], { environment })
    const first = await read()
    expect((await read()).stdout).toBe(first.stdout)
    const { article } = JSON.parse(first.stdout) as { article: object }
    // What links are made from is kept with the article, and is no part of the contract.
    expect(Object.keys(article)).toEqual(['id', 'text', 'words', 'passages', 'title', 'language', 'source'])
    expect(web.count('/story')).toBe(1)
    expect((await read('--refresh')).status).toBe(0)
    expect(web.count('/story')).toBe(2)
  })
})

describe('footnote summarize with a model', () => {
  it('prints the claims of its reply, every quote a slice of the article', async () => {
    const { environment } = await openModel(honestModel())
    const { status, stdout } = await runFootnote(['summarize', '-', '--json'], { stdin: STORY, environment })
    expect(status).toBe(0)
    const { article, summary, run } = JSON.parse(stdout) as Printed
    expect(summary.claims).toHaveLength(5)
    for (const { start, end, text } of summary.claims.flatMap(({ quotes }) => quotes)) {
      expect(article.text.slice(start, end)).toBe(text)
    }
    expect(run).toMatchObject({ engine: 'openai', model: 'loopback-1', calls: 1 })
  })

  it('drops an invented quote, counts it, and shows no word of it', async () => {
    const { environment } = await openModel(lyingModel)
    const { status, stdout, stderr } = await runFootnote(['summarize', '-'], { stdin: STORY, environment })
    expect(status).toBe(0)
    expect(stdout).toContain('old ferry harbour')
    expect(stdout).toMatch(/\b1 point dropped/u)
    expect(stdout + stderr).not.toMatch(/resigned|tears/u)
    const json = await runFootnote(['summarize', '-', '--json'], { stdin: STORY, environment })
    expect((JSON.parse(json.stdout) as Printed).summary.dropped).toMatchObject([{ why: 'quote-not-found' }])
  })

  it.each([
    ['refuses the key', 'model-rejected', { kind: 'status', status: 401 }],
    ['is dead', 'model-unreachable', { kind: 'reset' }],
    ['talks nonsense', 'model-unusable-reply', { kind: 'reply', text: 'I am a teapot.' }],
  ] as const)('that %s ends with status 1 and %s', async (_, code, behaviour) => {
    const { environment } = await openModel(behaviour)
    const { status, stdout } = await runFootnote(['summarize', '-', '--json'], { stdin: STORY, environment })
    expect(JSON.parse(stdout)).toMatchObject({ error: { code } })
    expect(status).toBe(1)
  })

  it('makes no call above DAILY_CALL_LIMIT, which outlives the process', async () => {
    const { model, environment } = await openModel(honestModel())
    const store = { STORAGE_URL: `sqlite:${join(openFolder(), 'footnote.db')}`, DAILY_CALL_LIMIT: '1' }
    const first = await runFootnote(['summarize', '-'], {
      stdin: STORY,
      environment: { ...environment, ...store },
    })
    expect(first.status).toBe(0)
    const other = HARBOUR_PARAGRAPHS.toReversed().join('\n\n')
    const options = { stdin: other, environment: { ...environment, ...store } }
    const { status, stdout } = await runFootnote(['summarize', '-', '--json'], options)
    expect(JSON.parse(stdout)).toMatchObject({ error: { code: 'budget-spent' } })
    expect(status).toBe(1)
    expect(model.requests).toHaveLength(1)
  })
})

describe('footnote summarize of a link', () => {
  it('reads an address that FETCH_ALLOW_HOSTS names', async () => {
    const { host } = await openWeb({ '/harbour': HARBOUR_PAGE })
    const environment = { FETCH_ALLOW_HOSTS: host }
    const { status, stdout } = await runFootnote(['summarize', `http://${host}/harbour`, '--json'], {
      environment,
    })
    expect(status).toBe(0)
    const { article, run } = JSON.parse(stdout) as Printed
    expect(article.source.url).toBe(`http://${host}/harbour`)
    expect(run.engine).toBe('extractive')
  })

  it.each([
    ['a captcha page', 'page-blocked', '/captcha'],
    ['a redirect to a private address', 'link-refused', '/inside'],
    ['a page that is gone', 'link-unreachable', '/gone'],
  ])('that is %s ends with status 1 and %s', async (_, code, path) => {
    const { host } = await openWeb({
      '/captcha': CAPTCHA_PAGE,
      '/inside': { status: 302, headers: { location: 'http://10.0.0.5/' } },
      '/gone': { status: 410 },
    })
    const environment = { FETCH_ALLOW_HOSTS: host }
    const { status, stdout } = await runFootnote(['summarize', `http://${host}${path}`, '--json'], {
      environment,
    })
    expect(JSON.parse(stdout)).toMatchObject({ error: { code } })
    expect(status).toBe(1)
  })

  it('to a private address is refused, and nothing arrives there', async () => {
    const { web, host } = await openWeb({ '/harbour': HARBOUR_PAGE })
    const { status, stderr } = await runFootnote(['summarize', `http://${host}/harbour`])
    expect(stderr).toContain('link-refused')
    expect(status).toBe(1)
    expect(web.requests).toEqual([])
  })
})

describe('footnote with a PDF', () => {
  const openReport = async (options?: Parameters<typeof harbourPdf>[0]): Promise<string> => {
    const folder = openFolder()
    writeFileSync(join(folder, 'report.pdf'), await harbourPdf(options))
    return folder
  }

  it('reads it, and every passage has its page', async () => {
    const workingDirectory = await openReport()
    const { status, stdout, stderr } = await runFootnote(['read', 'report.pdf', '--json'], {
      workingDirectory,
    })
    const { article } = JSON.parse(stdout) as { article: Article }
    expect(article.title).toBe(HARBOUR_TITLE)
    expect(article.passages.map(({ start, end }) => article.text.slice(start, end))).toEqual(
      HARBOUR_PARAGRAPHS,
    )
    expect(article.passages.map(({ page }) => page)).toEqual([1, 1, 1, 1, 2, 2, 2, 2])
    expect([status, stderr]).toEqual([0, ''])
  })

  it('says on which page a quote stands, in JSON and in the terminal', async () => {
    const workingDirectory = await openReport()
    const question = 'How many residents has Vessøy in winter?'
    const { stdout } = await runFootnote(['ask', 'report.pdf', question, '--json'], { workingDirectory })
    const { answers } = JSON.parse(stdout) as { answers: { claims: Claim[] }[] }
    expect(answers[0]?.claims[0]?.quotes[0]).toMatchObject({ passage: 'P7', page: 2, link: null })
    const seen = await runFootnote(['ask', 'report.pdf', question], { workingDirectory })
    expect(seen.stdout.replaceAll('\n', ' ')).toContain('(p. 2, paragraph 7)')
    expect((await runFootnote(['read', 'report.pdf'], { workingDirectory })).stdout).toMatch(
      /^p\. 2\n {2}5 {2}Shop/mu,
    )
  })

  it('links to its pages where it comes from the web', async () => {
    const body = await harbourPdf()
    const { host } = await openWeb({ '/report': { body, headers: { 'content-type': 'application/pdf' } } })
    const environment = { FETCH_ALLOW_HOSTS: host }
    const { stdout } = await runFootnote(['summarize', `http://${host}/report`, '--json'], { environment })
    const { summary } = JSON.parse(stdout) as { summary: { claims: Claim[] } }
    const quotes = summary.claims.flatMap((claim) => claim.quotes)
    const pages = quotes.map(({ link }) => link?.replace(/:~:text=.*/, ''))
    expect(new Set(pages)).toEqual(new Set([`http://${host}/report#page=1`, `http://${host}/report#page=2`]))
  })

  it('that is locked says so and ends with status 1', async () => {
    const workingDirectory = await openReport({ userPassword: 'quay' })
    const { status, stdout } = await runFootnote(['summarize', 'report.pdf', '--json'], { workingDirectory })
    expect(JSON.parse(stdout)).toMatchObject({ error: { code: 'file-unreadable' } })
    expect(status).toBe(1)
  })
})

it('a store whose program is killed at any time is read by the next one', async () => {
  const { host } = await openWeb({ '/harbour': HARBOUR_PAGE })
  const environment = {
    FETCH_ALLOW_HOSTS: host,
    STORAGE_URL: `sqlite:${join(openFolder(), 'footnote.db')}`,
  }
  // From the first opening of the store to a process that is nearly done.
  for (let attempt = 0; attempt < 4; attempt++) {
    const { child, done } = startFootnote(['summarize', `http://${host}/harbour`], { environment })
    const kill = setTimeout(() => child.kill('SIGKILL'), 150 + Math.random() * 600)
    await done
    clearTimeout(kill)
  }
  const { status, stdout } = await runFootnote(['summarize', `http://${host}/harbour`, '--json'], {
    environment,
  })
  expect(status).toBe(0)
  expect((JSON.parse(stdout) as Printed).summary.claims.length).toBeGreaterThan(0)
})
