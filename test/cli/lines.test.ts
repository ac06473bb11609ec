import { PassThrough, Writable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import type { Host, Invocation } from '../../src/cli/host.ts'
import { answerLines } from '../../src/cli/lines.ts'
import { splitLines } from '../../src/cli/split-lines.ts'

const closed = (): Promise<never> => Promise.reject(new Error('Nothing should be opened.'))
const NO_HOST: Host = {
  settings: closed,
  open: closed,
  startBot: closed,
  startWorker: closed,
  backUp: closed,
  migrate: closed,
  diagnose: () => {
    throw new Error('Nothing should be looked at.')
  },
}

/** Runs the protocol on these bytes. `summarize` and `answer` open nothing, which a host that cannot open shows. */
async function results(...chunks: readonly (string | Uint8Array)[]): Promise<Record<string, unknown>[]> {
  const stdin = new PassThrough()
  const written: string[] = []
  const stdout = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      written.push(chunk.toString())
      done()
    },
  })
  const invocation: Invocation = {
    host: NO_HOST,
    streams: { stdin, stdout, stderr: new PassThrough() },
    json: false,
    signal: new AbortController().signal,
    takeInterrupts: () => () => {},
    endWith: () => {},
  }
  const done = answerLines(invocation)
  for (const chunk of chunks) stdin.write(chunk)
  stdin.end()
  await done
  return written.map((line) => JSON.parse(line) as Record<string, unknown>)
}

const request = (fields: object): string => `${JSON.stringify(fields)}\n`
const TEXT =
  '  The ferry to Garrow sails at noon.\r\n\r\nIts captain is Ines Havgaard.\u00a0It carries goats.'

describe('footnote lines', () => {
  it('answers each line in its order, with slices of the request’s own text', async () => {
    const [summary, answer] = await results(
      request({ op: 'summarize', text: TEXT, sentences: 2 }),
      request({ op: 'answer', text: TEXT, question: 'Who is the captain?' }),
    )
    const sentences = [summary, answer].flatMap((result) => result?.['sentences'] as Slice[])
    expect(summary?.['sentences']).toHaveLength(2)
    expect(answer).toMatchObject({ answerable: expect.any(Boolean), score: expect.any(Number) })
    for (const { text, start, end } of sentences) expect(TEXT.slice(start, end)).toBe(text)
  })

  interface Slice {
    text: string
    start: number
    end: number
  }

  it('says who says what, with offsets into the request’s own text', async () => {
    const text =
      '  “It sails at noon,”\u00a0said Ines Havgaard, its captain.\r\n\r\nShe said that the goats stay ashore.'
    const [{ quotes } = {}] = (await results(request({ op: 'who', text }))) as { quotes?: object[] }[]
    const speaker = { name: 'Ines Havgaard', kind: 'named', via: [] }
    expect(quotes).toEqual([
      { start: 3, end: 20, text: 'It sails at noon,', speaker, direct: true },
      { start: 72, end: 93, text: 'the goats stay ashore', speaker, direct: false },
    ])
    for (const { text: words, start, end } of (quotes ?? []) as Slice[])
      expect(text.slice(start, end)).toBe(words)
  })

  it.each([
    ['no JSON', 'hello', 'not JSON'],
    ['no object', '[1]', 'no JSON object'],
    ['an unknown op', '{"op":"sing"}', '"op" should be'],
    ['a missing text', '{"op":"summarize"}', '"text" is missing'],
    ['a text that is a number', '{"op":"answer","text":4,"question":"?"}', '"text" should be a string'],
    ['an empty question', '{"op":"answer","text":"x","question":" "}', '"question" is empty'],
    ['sentences that are no number', '{"op":"summarize","text":"x","sentences":"3"}', 'whole number above 0'],
    ['no sentences', '{"op":"summarize","text":"x","sentences":0}', 'whole number above 0'],
    ['a read of nothing', '{"op":"read"}', 'needs "file", "url" or "text"'],
    ['a read of two things', '{"op":"read","file":"a","text":"b"}', 'not both'],
  ])('calls %s a bad request and goes on', async (_name, line, sentence) => {
    const [failed, next] = await results(`${line}\n`, request({ op: 'summarize', text: TEXT }))
    expect(failed).toEqual({
      error: {
        code: 'bad-request',
        message: expect.stringContaining(sentence),
        incident: expect.stringMatching(/./),
      },
    })
    expect(next).toHaveProperty('sentences')
  })

  it('skips blank lines, takes CRLF, a byte order mark and a last line without an end', async () => {
    const line = request({ op: 'summarize', text: TEXT }).trim()
    expect(await results(`\ufeff${line}\r\n`, '\n  \r\n', line)).toHaveLength(2)
  })

  it('calls a line that is not UTF-8 a bad request', async () => {
    const [failed] = await results(new Uint8Array([0x22, 0xff, 0x22, 0x0a]))
    expect(failed).toMatchObject({ error: { code: 'bad-request' } })
  })

  it('takes a line of five megabytes', async () => {
    const text = 'The ferry sails at noon. '.repeat(210_000)
    const [result] = await results(request({ op: 'read', text: 5, filler: text }), '')
    expect(result).toMatchObject({ error: { code: 'bad-request', message: '"text" should be a string.' } })
  })

  it('does not read ahead of a result that nobody has taken', async () => {
    let sent = 0
    const stdin = new PassThrough({ highWaterMark: 1000 })
    const line = request({ op: 'summarize', text: TEXT, sentences: 1 })
    const stuck = new Writable({ write: () => {} })
    void answerLines({
      host: NO_HOST,
      streams: { stdin, stdout: stuck, stderr: new PassThrough() },
      json: false,
      signal: new AbortController().signal,
      takeInterrupts: () => () => {},
      endWith: () => {},
    })
    while (sent < 10_000 && stdin.write(line)) {
      sent += 1
      await new Promise((resolve) => setImmediate(resolve))
    }
    expect(sent).toBeLessThan(100)
  })
})

describe('lines of a byte stream', () => {
  const collect = async (chunks: readonly Uint8Array[], limit: number): Promise<unknown[]> =>
    Array.fromAsync(
      splitLines(
        (async function* () {
          yield* chunks
        })(),
        limit,
      ),
    )

  it('end at a line feed only, wherever the chunks are cut', async () => {
    const bytes = Buffer.from('{"a":"é\u2028b"}\r\nnext\n')
    for (let cut = 1; cut < bytes.length; cut++) {
      const parts = [bytes.subarray(0, cut), bytes.subarray(cut)]
      expect(await collect(parts, 1000)).toEqual(['{"a":"é\u2028b"}', 'next'])
    }
  })

  it('are skipped to their end where they are too long', async () => {
    const chunks = [Buffer.from('aaaa'), Buffer.from('aaaa'), Buffer.from('aa\nok\nbbbbbbbbb')]
    expect(await collect(chunks, 8)).toEqual([
      { problem: expect.stringContaining('longer') },
      'ok',
      { problem: expect.stringContaining('longer') },
    ])
  })
})
