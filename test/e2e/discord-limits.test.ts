import { describe, expect, it } from 'vitest'
import { buttonsOf } from '../support/loopback-discord/people.ts'
import { wordsOf } from '../support/loopback-discord/world.ts'
import { honestModel } from '../support/honest-model.ts'
import type { Behaviour, ModelCall } from '../support/loopback-model.ts'
import { cardIn, everythingSaid, openScene, said, STORY, threadOf, told, untilDone } from './open-scene.ts'
import { articlePage, HARBOUR_PARAGRAPHS } from './pages.ts'

const labels = (message: Parameters<typeof wordsOf>[0]): string[] =>
  buttonsOf(message.components).map(({ label }) => label)

/** Articles of their own words, so that none is in a cache because of another. */
const pages = Object.fromEntries(
  Array.from({ length: 6 }, (_, n) => {
    const own = `Number ${n + 1} of these reports was written by hand in the harbour office on a grey morning.`
    return [`/story-${n + 1}`, articlePage(`Report number ${n + 1}`, [own, ...HARBOUR_PARAGRAPHS])]
  }),
)
const link = (n: number): string => `http://news.example/story-${n}`

/** A model that answers when it is told to. */
function heldModel() {
  let release = (): void => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  const script = async (call: ModelCall): Promise<Behaviour> => {
    await held
    return honestModel(3)(call)
  }
  return { script, release: () => release() }
}

describe('people who ask for more than they may have', () => {
  it('are told when it is possible again, alone where that can be, and Retry works from then on', async () => {
    const scene = await openScene({ pages, environment: { COOLDOWN_SECONDS: '5' } })
    const { discord } = scene
    await scene.startBot()
    const mira = discord.person('mira')
    await told(scene, mira.slash(discord.general, 'summarize', { url: link(1) }), /Done/u)
    const second = mira.slash(discord.general, 'summarize', { url: link(2) })
    const refusal = await told(scene, second, /limit-reached/u)
    expect(wordsOf(refusal)).toMatch(/You can have one summary every 5 seconds.*Possible again <t:\d+:R>/su)
    expect(labels(refusal)).toEqual(['Retry'])
    await told(scene, discord.person('olaf').slash(discord.general, 'summarize', { url: link(3) }), /Done/u)
    // Pressing it is no way around the pause.
    const tooEarly = await told(scene, mira.press(refusal, 'Retry'), /limit-reached/u)
    await new Promise((resolve) => setTimeout(resolve, 5000))
    await told(scene, mira.press(tooEarly, 'Retry'), /Done/u)
    expect(scene.model.requests).toHaveLength(3)
  })

  it('need not wait to have done again what failed, nor after a link to no article', async () => {
    const scene = await openScene({
      pages: { ...pages, '/gone': { status: 404 } },
      model: { kind: 'status', status: 401 },
      environment: { COOLDOWN_SECONDS: '60' },
    })
    const { discord } = scene
    await scene.startBot()
    const mira = discord.person('mira')
    const mistyped = mira.slash(discord.general, 'summarize', { url: 'http://news.example/gone' })
    await told(scene, mistyped, /link-unreachable/u)
    const failed = await told(
      scene,
      mira.slash(discord.general, 'summarize', { url: link(1) }),
      /model-rejected/u,
    )
    await told(scene, mira.press(failed, 'Without a model'), /Done/u)
    const another = mira.slash(discord.general, 'summarize', { url: link(2) })
    expect(labels(await told(scene, another, /limit-reached/u))).toEqual(['Retry'])
  })

  it('get what the host allows in a guild, and then a sentence', async () => {
    const scene = await openScene({ pages, environment: { GUILD_SUMMARIES_PER_DAY: '1' } })
    const { discord } = scene
    const bot = await scene.startBot()
    const mira = discord.person('mira')
    await cardIn(scene, await threadOf(scene, mira.post(discord.general, link(1))))
    const asked = discord.person('olaf').post(discord.general, `<@${discord.bot.id}> ${link(2)}`)
    await said(scene, discord.general, /This server has had its 1 summary of the last 24 hours/u)
    await untilDone(bot, asked.id)
    // A link that nobody asked about is left alone.
    const unasked = mira.post(discord.general, link(3))
    await untilDone(bot, unasked.id)
    expect(discord.threads().map(({ id }) => id)).not.toContain(unasked.id)
    expect(bot.logged).toContain('link-left-alone')
    // In a direct message nobody is in a guild.
    await said(scene, discord.channelOf(mira.whisper(link(4))), /^1\. /mu)
  })

  it('are not charged for links that the bot leaves alone', async () => {
    const scene = await openScene({
      pages: { ...pages, '/shop': '<html><body><h1>Shop</h1><p>Ropes and nets, all week.</p></body></html>' },
      environment: { PERSON_SUMMARIES_PER_HOUR: '1', COOLDOWN_SECONDS: '60' },
    })
    const { discord } = scene
    const bot = await scene.startBot()
    const mira = discord.person('mira')
    const post = mira.post(discord.general, 'http://news.example/shop')
    await untilDone(bot, post.id)
    await told(scene, mira.slash(discord.general, 'summarize', { url: link(1) }), /Done/u)
    await told(scene, mira.slash(discord.general, 'summarize', { url: link(2) }), /limit-reached/u)
    expect(scene.model.requests).toHaveLength(1)
  })

  it('may post two links one after the other: nobody is refused what nobody asked for', async () => {
    const scene = await openScene({ pages, environment: { COOLDOWN_SECONDS: '1' } })
    const { discord } = scene
    await scene.startBot()
    const mira = discord.person('mira')
    const [first, second] = [mira.post(discord.general, link(1)), mira.post(discord.general, link(2))]
    await cardIn(scene, await threadOf(scene, first))
    await cardIn(scene, await threadOf(scene, second))
    expect(everythingSaid(scene)).not.toContain('limit-reached')
  })

  it('are told so about questions too', async () => {
    const scene = await openScene({ environment: { PERSON_QUESTIONS_PER_HOUR: '1' } })
    const { discord } = scene
    await scene.startBot()
    const mira = discord.person('mira')
    const thread = await threadOf(scene, mira.post(discord.general, STORY))
    await cardIn(scene, thread)
    mira.post(thread, 'How many passengers were on board?')
    await said(scene, thread, /214 passengers/u)
    mira.post(thread, 'And how much would the repair cost?')
    const refusal = await said(scene, thread, /You have had your 1 question of the last hour/u)
    expect(labels(refusal)).toEqual(['Retry'])
  })
})

describe('a guild that asks for more than can be done at once', () => {
  it('waits in a line that tells each their place, and everybody is served', async () => {
    const { script, release } = heldModel()
    const scene = await openScene({ pages, model: script, environment: { GUILD_REQUESTS_AT_ONCE: '1' } })
    const { discord } = scene
    await scene.startBot()
    const people = ['mira', 'olaf', 'runa', 'sven'].map((name) => discord.person(name))
    const [first, second] = people
      .slice(0, 2)
      .map((person, index) => person.slash(discord.general, 'summarize', { url: link(index + 1) }))
    await told(scene, second!, /Waiting: next in line …/u)
    const third = people[2]!.slash(discord.general, 'summarize', { url: link(3) })
    await told(scene, third, /Waiting: 2nd in line …/u)
    const post = people[3]!.post(discord.general, `<@${discord.bot.id}> ${link(4)}`)
    await said(scene, discord.general, /Waiting: 3rd in line …/u)
    await expect.poll(() => scene.model.requests.length).toBe(1)
    // Another party is not held up: a direct message is read at once.
    const direct = people[3]!.whisper(link(5))
    await expect.poll(() => scene.model.requests.length).toBe(2)
    release()
    for (const command of [first!, second!, third]) await told(scene, command, /Done/u)
    await cardIn(scene, await threadOf(scene, post))
    await said(scene, discord.channelOf(direct), /^1\. /mu)
    expect(everythingSaid(scene)).not.toContain('Waiting')
    expect(scene.model.requests).toHaveLength(5)
  })

  it('answers a question in the message that told its place', async () => {
    const { script, release } = heldModel()
    const scene = await openScene({ pages, environment: { GUILD_REQUESTS_AT_ONCE: '1' } })
    const { discord } = scene
    await scene.startBot()
    const mira = discord.person('mira')
    const threads = []
    for (const n of [1, 2]) {
      const thread = await threadOf(scene, mira.post(discord.general, link(n)))
      await cardIn(scene, thread)
      threads.push(thread)
    }
    const before = scene.model.requests.length
    scene.model.setBehaviour(script)
    mira.post(threads[0]!, 'How many passengers were on board?')
    await expect.poll(() => scene.model.requests.length).toBe(before + 1)
    mira.post(threads[1]!, 'How much would the repair cost?')
    const waiting = await said(scene, threads[1]!, /Waiting: next in line …/u)
    // Articles are read meanwhile: a question holds none of them up.
    const other = discord.person('olaf').slash(discord.general, 'summarize', { url: link(3) })
    await expect.poll(() => scene.model.requests.length).toBe(before + 2)
    release()
    const answer = await said(scene, threads[1]!, /48 million crowns.*Paragraph/su)
    expect(answer.id).toBe(waiting.id)
    await told(scene, other, /Done/u)
  })

  it('is told at a stop what became of what waited, and Retry does it after the next start', async () => {
    const { script, release } = heldModel()
    const scene = await openScene({ pages, model: script, environment: { GUILD_REQUESTS_AT_ONCE: '1' } })
    const { discord } = scene
    const bot = await scene.startBot()
    const mira = discord.person('mira')
    mira.slash(discord.general, 'summarize', { url: link(1) })
    await expect.poll(() => scene.model.requests.length).toBe(1)
    const waiting = mira.post(discord.general, `<@${discord.bot.id}> ${link(2)}`)
    await said(scene, discord.general, /Waiting: next in line/u)
    const stopped = bot.stop()
    // Nothing is dropped silently, not even in the seconds of a stop.
    discord.person('olaf').post(discord.general, `<@${discord.bot.id}> ${link(3)}`)
    await said(scene, discord.general, /I am being restarted/u)
    expect(scene.model.requests).toHaveLength(1)
    await stopped
    const notice = await said(scene, discord.general, /I was restarted while reading this/u)
    release()
    await scene.startBot()
    mira.press(notice, 'Retry')
    await cardIn(scene, await threadOf(scene, waiting))
  })

  it('is refused in words beyond the length of its line', async () => {
    const { script, release } = heldModel()
    const scene = await openScene({
      pages,
      model: script,
      environment: { GUILD_REQUESTS_AT_ONCE: '1', GUILD_QUEUE_LENGTH: '1' },
    })
    const { discord } = scene
    await scene.startBot()
    const mira = discord.person('mira')
    const first = mira.slash(discord.general, 'summarize', { url: link(1) })
    await expect.poll(() => scene.model.requests.length).toBe(1)
    const second = mira.slash(discord.general, 'summarize', { url: link(2) })
    await told(scene, second, /next in line/u)
    const third = mira.slash(discord.general, 'summarize', { url: link(3) })
    const refusal = await told(scene, third, /limit-reached/u)
    expect(wordsOf(refusal)).toContain('no more fit in the line')
    release()
    await told(scene, first, /Done/u)
    await told(scene, second, /Done/u)
    await told(scene, mira.press(refusal, 'Retry'), /Done/u)
  })

  it('reads a link once for all who ask for it, on one place in the line', async () => {
    const { script, release } = heldModel()
    const scene = await openScene({
      pages,
      model: script,
      environment: { GUILD_REQUESTS_AT_ONCE: '1', GUILD_QUEUE_LENGTH: '1' },
    })
    const { discord } = scene
    await scene.startBot()
    const people = ['mira', 'olaf', 'runa'].map((name) => discord.person(name))
    const commands = people.map((person) => person.slash(discord.general, 'summarize', { url: link(1) }))
    await expect.poll(() => scene.model.requests.length).toBe(1)
    release()
    for (const command of commands) await told(scene, command, /Done/u)
    expect(scene.model.requests).toHaveLength(1)
    expect(scene.web.count('/story-1')).toBe(1)
  })
})

describe('a budget that is spent', () => {
  const PRICED = { OPENAI_PRICES: 'loopback-1=1/1/1', DAILY_BUDGET: '0.009' }

  it('is said on the card, with the time when it returns and the way without a model', async () => {
    const scene = await openScene({ pages, environment: { ...PRICED, OPENAI_MAX_OUTPUT_TOKENS: '1000' } })
    const { discord } = scene
    const bot = await scene.startBot()
    const mira = discord.person('mira')
    const ask = (n: number) =>
      told(scene, mira.slash(discord.general, 'summarize', { url: link(n) }), /Done|budget-spent/u)
    let refusal = await ask(1)
    for (let n = 2; n <= 6 && !wordsOf(refusal).includes('budget-spent'); n += 1) refusal = await ask(n)
    expect(wordsOf(refusal)).toMatch(
      /^\*\*Today's model budget is spent\.\*\* It returns <t:\d+:R>\.\nLinks read before still open\. \*\*Without a model\*\*/u,
    )
    expect(labels(refusal)).toEqual(['Without a model'])
    expect(wordsOf(refusal)).not.toMatch(/\$|DAILY_/u)
    const [today] = await bot.assistant.spending.list('2026-01-01')
    expect(today!.nanodollars).toBeLessThanOrEqual(9_000_000)
    mira.press(refusal, 'Without a model')
    await said(scene, discord.general, /built-in engine/u)
  })

  it('tells the host once at each share, by direct message and in the log', async () => {
    const scene = await openScene({ pages, environment: { DAILY_CALL_LIMIT: '2' } })
    const { discord } = scene
    const bot = await scene.startBot()
    const mira = discord.person('mira')
    for (const n of [1, 2, 3]) {
      await told(
        scene,
        mira.slash(discord.general, 'summarize', { url: link(n) }),
        n < 3 ? /Done/u : /budget-spent/u,
      )
    }
    const warnings = () =>
      [...discord.everyMessage()].map(wordsOf).filter((words) => words.includes('model calls'))
    await expect.poll(warnings).toHaveLength(2)
    expect(warnings()[0]).toMatch(/50 % of today's model calls are used: 1 of 2 calls .*DAILY/u)
    expect(warnings()[1]).toMatch(/All of today's model calls are used/u)
    expect(bot.logged.filter((event) => event === 'budget-reached')).toHaveLength(2)
  })

  it('of one guild does not stop another, also where both wait for the same article', async () => {
    // Two guilds meet below the front-end: see test/app/assistant.test.ts.
    const scene = await openScene({ pages, environment: { GUILD_DAILY_TOKEN_LIMIT: '1' } })
    const { discord } = scene
    await scene.startBot()
    const mira = discord.person('mira')
    const command = mira.slash(discord.general, 'summarize', { url: link(1) })
    const refusal = await told(scene, command, /budget-spent/u)
    expect(wordsOf(refusal)).toContain('more than the whole model budget of this server')
    await said(scene, discord.channelOf(mira.whisper(link(1))), /loopback-1/u)
  })
})
