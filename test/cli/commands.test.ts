import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runFootnote, startFootnote } from '../support/run-footnote.ts'

const STORY = `The Wool Museum Of Tarn Opens Its Doors

The wool museum of Tarn opened its doors on Saturday after six years of building. It stands in the old dye works on the river.

“I carried the first loom in myself,” said its director, Hanna Orvik, at the opening. More than 900 people came on the first day.

The building cost 14 million crowns, of which the town paid a third. The rest came from a fund for mill towns.

Entry is free on the first Sunday of every month. A café in the boiler house will follow in the autumn.
`

interface Json {
  readonly article: { text: string; title: string; source: { kind: string; url: string | null } }
  readonly summary: { claims: { quotes: Quote[] }[] }
  readonly answers: { question: string; status: string; claims: { quotes: Quote[] }[] }[]
  readonly voices: { speaker: object | null; direct: boolean; quotes: Quote[] }[]
  readonly run: { engine: string; model: null }
  readonly error: { code: string; message: string; incident: string }
}
interface Quote {
  readonly start: number
  readonly end: number
  readonly text: string
}

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'footnote-commands-'))
  await writeFile(join(folder, 'story.txt'), STORY)
})
afterAll(() => rm(folder, { recursive: true }))

const parse = (text: string): Json => {
  expect(text.endsWith('\n')).toBe(true)
  return JSON.parse(text) as Json
}

describe('results', () => {
  it('of summarize --json are one object on standard output, every quote its slice, and nothing else', async () => {
    const { status, stdout, stderr } = await runFootnote(['summarize', 'story.txt', '--json'], {
      workingDirectory: folder,
    })
    const { article, summary, run } = parse(stdout)
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    expect(summary.claims.length).toBeGreaterThan(1)
    for (const { start, end, text } of summary.claims.flatMap((claim) => claim.quotes))
      expect(article.text.slice(start, end)).toBe(text)
    expect(run).toMatchObject({ engine: 'extractive', model: null, calls: 0 })
  })

  it('of who --json are the article and its voices, every quote its slice', async () => {
    const { status, stdout } = await runFootnote(['who', 'story.txt', '--json'], { workingDirectory: folder })
    const { article, voices } = parse(stdout)
    expect(status).toBe(0)
    expect(voices).toEqual([
      {
        speaker: { name: 'Hanna Orvik', kind: 'named', via: [] },
        direct: true,
        quotes: [expect.objectContaining({ passage: 'P2', text: 'I carried the first loom in myself,' })],
      },
    ])
    for (const { start, end, text } of voices.flatMap(({ quotes }) => quotes))
      expect(article.text.slice(start, end)).toBe(text)
  })

  it('of who name each voice above its words', async () => {
    const { stdout } = await runFootnote(['who', 'story.txt'], { workingDirectory: folder })
    expect(stdout).toMatch(/\nHanna Orvik\n {2}“I carried the first loom in myself,” \(paragraph 2\)\n/)
  })

  it('of read take standard input as pasted text, and --url as where it came from', async () => {
    const args = ['read', '-', '--url', 'https://tarn.example/wool', '--json']
    const { article } = parse((await runFootnote(args, { stdin: STORY })).stdout)
    expect(article.source).toMatchObject({ kind: 'text', url: 'https://tarn.example/wool' })
    expect(article.title).toBe('The Wool Museum Of Tarn Opens Its Doors')
  })

  it('of ask answer each question in its turn', async () => {
    const questions = ['How much did the building cost?', 'Who is the director?']
    const { stdout } = await runFootnote(['ask', '-', ...questions, '--json'], { stdin: STORY })
    const { answers } = parse(stdout)
    expect(answers.map(({ question }) => question)).toEqual(questions)
    expect(answers[0]?.claims[0]?.quotes[0]?.text).toContain('14 million crowns')
  })

  it('for people hold the points in “ ” and no escape sequence', async () => {
    const { status, stdout } = await runFootnote(['summarize', '-', '--length', 'short'], { stdin: STORY })
    expect(status).toBe(0)
    expect(stdout).toMatch(/^The Wool Museum Of Tarn Opens Its Doors\n/)
    expect(stdout).toMatch(/^1\. “/m)
    expect(stdout).not.toMatch(/\u001b/)
  })

  it('arrive whole in a slow reader', async () => {
    const long = STORY + `\n\nThe looms of Tarn are numbered. `.repeat(12_000)
    const { child, done } = startFootnote(['read', '-', '--json'])
    child.stdout.pause()
    child.stdin.end(long)
    setTimeout(() => child.stdout.resume(), 1500)
    const { status, stdout } = await done
    expect(status).toBe(0)
    expect(parse(stdout).article.text.length).toBeGreaterThan(300_000)
  })

  it('nobody reads any more end the program quietly', async () => {
    const { child, done } = startFootnote(['lines'])
    child.stdin.write('{"op":"summarize","text":"The ferry sails at noon."}\n')
    child.stdout.once('data', () => {
      child.stdout.destroy()
      for (let line = 0; line < 100; line++) child.stdin.write('{"op":"summarize","text":"It sails."}\n')
    })
    const { status, stderr } = await done
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  })
})

describe('failures', () => {
  it.each([
    [['read', 'missing.txt'], 1, 'file-unreadable'],
    [['read', '.'], 1, 'file-unreadable'],
    [['summarize', '-'], 1, 'text-too-short'],
    [['summarize', 'ftp://news.example/a'], 1, 'link-refused'],
    [['summarize', 'http://127.0.0.1:9/a'], 1, 'link-refused'],
    [['sing', 'story.txt'], 2, 'bad-request'],
    [['summarize'], 2, 'bad-request'],
    [['summarize', ''], 2, 'bad-request'],
    [['summarize', 'story.txt', '--jsn'], 2, 'bad-request'],
    [['summarize', 'story.txt', '--length', 'endless'], 2, 'bad-request'],
    [['ask', 'story.txt'], 2, 'bad-request'],
    [['ask', 'story.txt', '  '], 2, 'bad-request'],
    [['read', 'story.txt', '--url', 'nowhere'], 2, 'bad-request'],
  ] as const)(
    '%j end with status %i and the code %s, with and without --json',
    async (args, status, code) => {
      const [json, plain] = await Promise.all([
        runFootnote([...args, '--json'], { workingDirectory: folder }),
        runFootnote(args, { workingDirectory: folder }),
      ])
      expect(parse(json.stdout)).toEqual({
        error: { code, message: expect.stringMatching(/\w/), incident: expect.stringMatching(/^[0-9a-f]+$/) },
      })
      expect(json).toMatchObject({ status, stderr: '' })
      expect(plain).toMatchObject({ status, stdout: '' })
      expect(plain.stderr).toMatch(new RegExp(`^${code}: `))
    },
  )

  it('of the configuration are told all at once', async () => {
    const environment = { STORAGE_URL: 'oracle:', FETCH_ALLOW_HOSTS: 'a b' }
    const { status, stderr } = await runFootnote(['read', '-'], { stdin: STORY, environment })
    expect(status).toBe(2)
    expect(stderr).toMatch(/STORAGE_URL[^]*FETCH_ALLOW_HOSTS/)
  })

  it('of a file name cannot write to the terminal', async () => {
    const { stderr } = await runFootnote(['read', '\u001b]0;owned\u0007x'])
    expect(stderr).not.toMatch(/[\u001b\u0007]/)
  })
})

describe('start', () => {
  it('without a token says how to get one and what works without it', async () => {
    const { status, stderr } = await runFootnote(['start'])
    expect(status).toBe(2)
    expect(stderr.replace(/\s+/g, ' ')).toMatch(/discord\.com\/developers[^]*npm run demo/)
  })
})

describe('--help', () => {
  it('lists the commands on standard output', async () => {
    const { status, stdout, stderr } = await runFootnote(['--help'])
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    expect(stdout).toMatch(/summarize[^]*lines[^]*demo/)
  })
})

describe('signals', () => {
  it('SIGINT ends a command that waits for standard input, with status 130', async () => {
    const { child, done } = startFootnote(['read', '-', '--json'])
    child.stdin.write('half an article')
    setTimeout(() => child.kill('SIGINT'), 1500)
    const { status, stdout } = await done
    expect(status).toBe(130)
    expect(parse(stdout).error.code).toBe('cancelled')
  })

  it('SIGTERM ends lines with status 143 after the results that are out', async () => {
    const { child, done, saw } = startFootnote(['lines'])
    child.stdin.write('{"op":"summarize","text":"The ferry sails at noon."}\n')
    await saw('sentences')
    child.kill('SIGTERM')
    expect(await done).toMatchObject({ status: 143, stdout: expect.stringMatching(/^\{"sentences".*\}\n$/) })
  })
})
