import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import type { Assistant } from '../../../src/app/assistant.ts'
import { compose } from '../../../src/compose.ts'
import { parseConfig } from '../../../src/config.ts'
import type { Article } from '../../../src/core/article.ts'
import { anArticle } from '../../support/an-article.ts'
import { honestModel, passagesIn } from '../../support/honest-model.ts'
import { type LoopbackModel, type ModelCall, startLoopbackModel } from '../../support/loopback-model.ts'

const folder = mkdtempSync(join(tmpdir(), 'footnote-prefix-'))
const open: { close(): Promise<unknown> }[] = []
afterEach(async () => {
  await Promise.all(open.splice(0).map((each) => each.close()))
  rmSync(folder, { recursive: true, force: true })
})

/** A server that tells, as real ones do, how much of a prompt's beginning it has seen before. */
async function rememberingServer(script = honestModel()): Promise<LoopbackModel> {
  const seen: string[] = []
  const server = await startLoopbackModel((call) => {
    const prompt = promptText(call)
    const cachedTokens = Math.floor(Math.max(0, ...seen.map((other) => sharedLength(other, prompt))) / 4)
    seen.push(prompt)
    const reply = script(call)
    return reply.kind === 'reply' ? { ...reply, cachedTokens } : reply
  })
  open.push(server)
  return server
}

/** A process of its own on the same store: nothing is remembered but what is stored. */
async function start(server: LoopbackModel, context = 8192): Promise<Assistant> {
  const config = parseConfig({
    OPENAI_BASE_URL: server.baseUrl,
    OPENAI_MODEL: 'tiny',
    OPENAI_CONTEXT_TOKENS: String(context),
    OPENAI_MAX_OUTPUT_TOKENS: '400',
    OPENAI_PRICES: 'tiny=0/0/0',
    STORAGE_URL: `sqlite:${join(folder, 'store.db')}`,
    LOG_LEVEL: 'silent',
  })
  const { assistant } = await compose(config)
  open.push(assistant)
  return assistant
}

const promptText = ({ body }: ModelCall): string => JSON.stringify(body.messages).slice(0, -1)
const sharedLength = (one: string, other: string): number => {
  let at = 0
  while (at < one.length && one[at] === other[at]) at++
  return at
}
/** The message with the article and all that stands before it. */
const untilArticle = ({ body }: ModelCall): string => JSON.stringify(body.messages.slice(0, 2))
const lastMessage = ({ body }: ModelCall): string => body.messages.at(-1)!.content

const FERRY = anArticle([
  'The council of Varnö voted on Tuesday to close the old harbour bridge for eleven weeks, starting in March.',
  'Engineers found cracks in two of its nine pillars, a report said, but did not call the bridge unsafe.',
  '“We would rather be late than sorry,” said mayor Ilse Brandt after the meeting in the town hall.',
  'The ferry company will reportedly add about 40 crossings a day, although it has not signed a contract.',
])
const LONG = anArticle([
  'Rosalind the pelican has lived at the regatta of Varnö for nine years, and this year she made the news.',
  ...Array.from(
    { length: 120 },
    (_, n) =>
      `Lock keeper ${n + 1} counted ${n * 7 + 3} boats. ${'The water was calm and the banks were full. '.repeat(5)}`,
  ),
  'A pelican named Rosalind stole the silver trophy shortly before the ceremony began.',
  'The trophy was found in a nest behind the brewery by two schoolchildren.',
])
const QUESTIONS = [
  'Which pelican stole the silver trophy before the ceremony?',
  'And where was it found?',
  'What about the schoolchildren?',
  'How many boats did lock keeper 57 count?',
  'Who found the trophy behind the brewery?',
]

async function converse(
  assistant: Assistant,
  id: string,
  questions: readonly string[],
): Promise<readonly { cached: number; status: string }[]> {
  const told = []
  for (const question of questions) {
    const { answer, run } = await assistant.ask(id, question)
    told.push({ cached: run.tokens.cached, status: answer.status })
  }
  return told
}

const conversationOn = async (assistant: Assistant, article: Article): Promise<string> =>
  (
    await assistant.conversations.create({
      article,
      linesLeftOut: 0,
      summary: null,
      place: null,
      addressKey: null,
    })
  ).id

describe('the prompts of one conversation', () => {
  it('each continue the one before, over five turns and a restart, and the server says what it reused', async () => {
    const server = await rememberingServer()
    const first = await start(server)
    const id = await conversationOn(first, FERRY)
    const told = [...(await converse(first, id, QUESTIONS.slice(0, 3)))]
    await first.close()
    told.push(...(await converse(await start(server), id, QUESTIONS.slice(3))))
    expect(server.requests).toHaveLength(5)
    for (const [at, call] of server.requests.entries()) {
      if (at === 0) continue
      expect(promptText(call).startsWith(promptText(server.requests[at - 1]!))).toBe(true)
    }
    const whole = Math.floor(untilArticle(server.requests[0]!).length / 4) - 1
    expect(told[0]?.cached).toBe(0)
    for (const { cached } of told.slice(1)) expect(cached).toBeGreaterThan(whole)
  })

  it('begin with the same article after points went back for repair', async () => {
    const lie = { text: 'Dragons.', passage: 'P1', quote: 'dragons ate the whole old bridge', speaker: null }
    let calls = 0
    const honest = honestModel()
    const server = await rememberingServer((call) =>
      calls++ === 0
        ? { kind: 'reply', text: JSON.stringify({ status: 'answered', claims: [lie], missing: [] }) }
        : honest(call),
    )
    const assistant = await start(server)
    await converse(assistant, await conversationOn(assistant, FERRY), [
      'Who ate it?',
      'What did engineers find?',
    ])
    const [asked, repair, next] = server.requests
    expect(promptText(repair!).startsWith(promptText(asked!))).toBe(true)
    expect(promptText(next!).startsWith(promptText(asked!))).toBe(true)
    expect(promptText(next!)).not.toMatch(/dragon/iu)
  })

  it('begin with the same passages of an article that does not fit, and add what a later question needs', async () => {
    const server = await rememberingServer()
    const first = await start(server, 3400)
    const id = await conversationOn(first, LONG)
    const told = [...(await converse(first, id, QUESTIONS.slice(0, 3)))]
    await first.close()
    told.push(...(await converse(await start(server, 3400), id, QUESTIONS.slice(3))))
    const [asked, ...later] = server.requests
    for (const call of later) expect(untilArticle(call)).toBe(untilArticle(asked!))
    const ids = passagesIn(asked!).map(({ id: passage }) => Number(passage.slice(1)))
    expect(ids).toEqual(ids.toSorted((one, other) => one - other))
    expect(ids).toContain(1)
    expect(ids).toContain(LONG.passages.length)
    expect(ids.length).toBeLessThan(LONG.passages.length)
    // The first question brings nothing beside them, one about something else brings its own passages.
    expect(lastMessage(asked!)).toBe(`Question: ${QUESTIONS[0]}`)
    expect(lastMessage(later[2]!)).toMatch(/\[P58\] Lock keeper 57 counted 395 boats\.[^]*\n\nQuestion: /u)
    expect(told.map(({ status }) => status)).toContain('answered')
    expect(told[3]?.status).toBe('answered')
    for (const { cached } of told.slice(1)) {
      expect(cached).toBeGreaterThanOrEqual(Math.floor(untilArticle(asked!).length / 4) - 1)
    }
  })

  it('stay in step when two people ask at once: one after the other, each seeing the turn before', async () => {
    const server = await rememberingServer()
    const assistant = await start(server)
    const id = await conversationOn(assistant, FERRY)
    await Promise.all([assistant.ask(id, 'Who is the mayor?'), assistant.ask(id, 'What did engineers find?')])
    const [one, other] = server.requests
    expect(promptText(other!).startsWith(promptText(one!))).toBe(true)
    expect((await assistant.conversations.find(id))?.turns).toHaveLength(2)
  })
})
