import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { honestModel } from '../support/honest-model.ts'
import { link, LINK, PARAGRAPHS, world } from './ferry-world.ts'

const place = {
  guildId: '1',
  channelId: '2',
  threadId: '3',
  cardMessageId: '4',
  sourceMessageId: null,
  personId: '5',
}

describe('the time that something takes', () => {
  it.each([-1e12, 1e12])(
    'is what has passed, also where the clock jumps by %d milliseconds meanwhile',
    async (jump) => {
      let now = 2e12
      const clock = (): number => (now += jump)
      const { assistant } = await world(null, {}, clock)
      const { article } = await assistant.read(link)
      const { run } = await assistant.summarize(article)
      const again = await assistant.summarize(article)
      const { run: answering } = await assistant.answer(article, [], 'When does the ferry sail?')
      for (const { milliseconds } of [run, again.run, answering]) {
        expect(milliseconds).toBeGreaterThanOrEqual(0)
        expect(milliseconds).toBeLessThan(60_000)
      }
    },
  )
})

describe('reading', () => {
  it('opens a page once, however many people ask at the same time, and remembers it', async () => {
    const { web, assistant } = await world(null)
    const both = await Promise.all([
      assistant.read(link),
      assistant.read({ ...link, url: `${LINK}?utm_source=chat#top` }),
    ])
    expect(both[0]).toEqual(both[1])
    await assistant.read(link)
    expect(web.requests).toHaveLength(1)
  })

  it('says where the words come from', async () => {
    const { assistant } = await world(null)
    const { article, looksLikeArticle } = await assistant.read(link)
    expect(article).toMatchObject({
      title: 'Old ferry retires',
      language: 'en',
      source: { kind: 'link', url: LINK },
    })
    expect(article.source.published).toEqual({ value: '2026-11-20', basis: 'meta' })
    expect(article.text).toBe(PARAGRAPHS.join('\n\n'))
    expect(looksLikeArticle).toBe(true)
  })

  it.each([
    ['/gone', 'link-unreachable'],
    ['/wall', 'page-blocked'],
  ])('takes no article from %s and does not remember the failure', async (path, code) => {
    const { web, assistant } = await world(null)
    const request = { kind: 'link', url: `http://news.example${path}` } as const
    await expect(assistant.read(request)).rejects.toMatchObject({ code })
    await expect(assistant.read(request)).rejects.toMatchObject({ code })
    expect(web.requests).toHaveLength(2)
  })

  it('says with which HTTP status a captcha came in place of the page', async () => {
    const { assistant } = await world(null)
    await expect(assistant.read({ kind: 'link', url: 'http://news.example/captcha' })).rejects.toMatchObject({
      code: 'page-blocked',
      message: expect.stringContaining('(HTTP 200).'),
    })
  })

  it('refuses what is no address, and text that is too short', async () => {
    const { assistant } = await world(null)
    await expect(assistant.read({ kind: 'link', url: 'ftp://news.example/x' })).rejects.toMatchObject({
      code: 'link-refused',
    })
    await expect(assistant.read({ kind: 'text', text: 'Hello there.' })).rejects.toMatchObject({
      code: 'text-too-short',
      message: expect.stringContaining('only 2 words here and need 40') as string,
    })
    await expect(assistant.read({ kind: 'text', text: '港'.repeat(79) })).rejects.toMatchObject({
      message: expect.stringContaining('only 79 characters here and need 80') as string,
    })
    const pasted = { kind: 'text', text: PARAGRAPHS.join('\n\n'), url: 'not an address' } as const
    await expect(assistant.read(pasted)).rejects.toMatchObject({ code: 'bad-request' })
  })
})

describe('links that are never opened', () => {
  it('are videos and posts, with what to give instead, and nothing is fetched', async () => {
    const { web, assistant } = await world(null)
    for (const url of ['https://www.youtube.com/watch?v=abc', 'https://x.com/someone/status/1234']) {
      await expect(assistant.read({ kind: 'link', url })).rejects.toMatchObject({
        code: 'source-unsupported',
        message: expect.stringMatching(/copy/) as string,
      })
    }
    expect(web.requests).toEqual([])
  })

  it('are not read by way of a short link either', async () => {
    const { assistant } = await world(null)
    const url = 'http://news.example/short'
    await expect(assistant.read({ kind: 'link', url })).rejects.toMatchObject({ code: 'source-unsupported' })
  })

  it('are addresses with a password, also when the page without it has been read', async () => {
    const { assistant } = await world(null)
    await assistant.read(link)
    const url = link.url.replace('://', '://user:secret@')
    await expect(assistant.read({ kind: 'link', url })).rejects.toMatchObject({ code: 'link-refused' })
  })
})

describe('summarising', () => {
  it('calls the model once for two people, and not at all for a third', async () => {
    const { model, assistant } = await world(honestModel(3))
    const { article } = await assistant.read(link)
    const [one, other] = await Promise.all([assistant.summarize(article), assistant.summarize(article)])
    expect(one.summary.claims).toHaveLength(3)
    expect(one.madeAt).toBeTypeOf('number')
    expect(other).toEqual(one)
    const third = await assistant.summarize(article)
    expect(third).toMatchObject({
      summary: one.summary,
      length: 'standard',
      madeAt: one.madeAt,
      run: { cached: true, calls: 0, tokens: { input: 0, output: 0 } },
    })
    expect(model?.requests).toHaveLength(1)
  })

  it('keeps summaries of other lengths and languages apart', async () => {
    const { model, assistant } = await world(honestModel(3))
    const { article } = await assistant.read(link)
    await assistant.summarize(article, { length: 'short' })
    await assistant.summarize(article, { length: 'standard' })
    const quote = 'The ferry company said on Monday that its oldest ship'
    const text =
      'Das älteste Schiff wird nach vierzig Jahren aus dem Dienst genommen, und das ist im Oktober.'
    const claims = [{ text, passage: 'P1', quote, speaker: null }]
    model?.setBehaviour({ kind: 'reply', text: JSON.stringify({ claims }) })
    const { summary } = await assistant.summarize(article, { length: 'standard', language: 'de' })
    expect(summary.language).toBe('de')
    await assistant.summarize(article, { length: 'standard', language: 'de' })
    expect(model?.requests).toHaveLength(3)
  })

  it('costs no call without a model, and says which engine it was', async () => {
    const { model, assistant } = await world(honestModel(3))
    const { article } = await assistant.read(link)
    const { summary, run } = await assistant.summarize(article, { withoutModel: true })
    expect(run).toMatchObject({ engine: 'extractive', model: null, prompt: null, calls: 0 })
    expect(summary.coverage.of).toBe(3)
    expect(model?.requests).toHaveLength(0)
  })

  it('stops at the day’s limit, before anything is sent, and says when calls return', async () => {
    const { model, assistant } = await world(honestModel(3), { DAILY_CALL_LIMIT: '1' })
    const { article } = await assistant.read(link)
    await assistant.summarize(article)
    const refused = assistant.summarize(article, { length: 'long' })
    await expect(refused).rejects.toMatchObject({ code: 'budget-spent', retryAt: expect.any(Number) })
    expect(model?.requests).toHaveLength(1)
    await expect(assistant.summarize(article, { length: 'long', withoutModel: true })).resolves.toBeDefined()
  })
})

describe('a conversation', () => {
  it('answers from its article after a restart, with the turns before', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'footnote-')), 'store.db')
    const { model, web, assistant, start } = await world(honestModel(3), { STORAGE_URL: `sqlite:${file}` })
    const { article } = await assistant.read(link)
    const { id } = await assistant.conversations.create({
      article,
      linesLeftOut: 0,
      summary: null,
      place,
      addressKey: null,
    })
    await assistant.ask(id, 'When will the Aldis leave service?')

    const again = await start()
    const { answer } = await again.ask(id, 'What will the two electric ferries cost?')
    expect(answer).toMatchObject({ status: 'answered', claims: [{ quotes: [{ passage: 'P3' }] }] })
    const kept = await again.conversations.findByThread('3')
    expect(kept?.turns.map(({ question }) => question)).toEqual([
      'When will the Aldis leave service?',
      'What will the two electric ferries cost?',
    ])
    expect(JSON.stringify(model?.requests.at(-1)?.body)).toContain('When will the Aldis leave service?')
    expect(web.requests).toHaveLength(1)
    await again.close()
  })

  it('takes two questions at once one after the other and loses neither', async () => {
    const { assistant } = await world(null)
    const { article } = await assistant.read(link)
    const { id } = await assistant.conversations.create({
      article,
      linesLeftOut: 0,
      summary: null,
      place,
      addressKey: null,
    })
    await Promise.all([
      assistant.ask(id, 'Who is the captain?'),
      assistant.ask(id, 'When was the engine rebuilt?'),
    ])
    const turns = (await assistant.conversations.find(id))?.turns.map(({ question }) => question)
    expect(turns).toEqual(['Who is the captain?', 'When was the engine rebuilt?'])
  })

  it('is not made up where it is not known', async () => {
    const { assistant } = await world(null)
    await expect(assistant.ask('nobody', 'Who?')).rejects.toMatchObject({ code: 'conversation-unknown' })
  })

  it('refuses an empty question and one as long as an article', async () => {
    const { assistant } = await world(null)
    const { article } = await assistant.read(link)
    await expect(assistant.answer(article, [], '  ')).rejects.toMatchObject({ code: 'bad-request' })
    await expect(assistant.answer(article, [], 'why '.repeat(500))).rejects.toMatchObject({
      code: 'bad-request',
    })
  })
})
