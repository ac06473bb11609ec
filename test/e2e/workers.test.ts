import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createDice } from '../support/dice.ts'
import { type BotProcess, isFailure, nameOfLine, startBotProcess } from '../support/endurance/bot-process.ts'
import { openWorld, type World } from '../support/endurance/world.ts'
import type { Behaviour } from '../support/loopback-model.ts'
import type { Person } from '../support/loopback-discord/people.ts'
import { type Channel, type Message, wordsOf } from '../support/loopback-discord/world.ts'
import { hasRedis, type RedisServer, startRedis } from '../support/redis-server.ts'
import { runFootnote } from '../support/run-footnote.ts'

// The real program, as bot and as workers, each in a process of its own.

/** Several processes start in each. */
const PATIENCE = 90_000

describe.skipIf(!hasRedis)('a bot whose work is done by workers', { timeout: PATIENCE }, () => {
  let redis: RedisServer
  let world: World
  let mira: Person
  let processes: BotProcess[]
  /** Whether the model answers nothing. */
  let hangs: boolean
  beforeAll(async () => {
    redis = await startRedis()
  })
  afterAll(() => redis.stop())
  beforeEach(async () => {
    await redis.flush()
    processes = []
    hangs = false
    const environment = { QUEUE_URL: redis.url }
    // So slow that something can happen before it has answered.
    const lie = (): Behaviour | null => (hangs ? { kind: 'silent' } : null)
    world = await openWorld({
      dice: createDice(1),
      pages: 40,
      slowestReply: 2500,
      environment,
      lie,
      discord: { gateway: { shards: 1, maxConcurrency: 16 } },
    })
    mira = world.discord.person('mira')
  })
  afterEach(async () => {
    for (const one of processes) one.kill()
    await Promise.all(processes.map(({ ended }) => ended))
    const { violations, pings } = world.discord
    await world.close()
    // oxlint-disable-next-line vitest/no-standalone-expect
    expect({ violations, pings }).toEqual({ violations: [], pings: [] })
  })

  const start = async (
    command: 'start' | 'worker',
    environment: Readonly<Record<string, string>> = {},
  ): Promise<BotProcess> => {
    const one = startBotProcess({ ...world.environment, ...environment }, command)
    processes.push(one)
    expect(await one.ready).not.toBeNull()
    return one
  }
  const post = (page: number, channel: Channel = world.discord.general): Message =>
    mira.post(channel, `<@${world.discord.bot.id}> ${world.linkTo(page)}`)
  /** What `find` finds, as soon as it does. */
  const comes = async <Found>(find: () => Found | undefined | false): Promise<Found> => {
    for (;;) {
      const found = find()
      if (found !== undefined && found !== false) return found
      await pause(20)
    }
  }
  const saidBelow = ({ id }: Message, words: RegExp): Promise<Message> =>
    comes(() =>
      world.discord
        .everyMessage()
        .filter(({ channelId, repliesTo }) => channelId === id || repliesTo?.id === id)
        .findLast((message) => message.author.bot && words.test(wordsOf(message))),
    )
  const cardBelow = (message: Message): Promise<Message> => saidBelow(message, /^1\. /mu)
  const failures = (): string[] => processes.flatMap(({ log }) => log.filter(isFailure).map(nameOfLine))
  const jobsOf = ({ log }: BotProcess): string[] =>
    log.filter(({ event }) => event === 'job-done').map((line) => `${line.kind} ${line.outcome}`)

  it('shows cards and answers that a worker made, and stores and pays for everything once', async () => {
    const worker = await start('worker')
    await start('start')
    const question = post(1)
    const card = await cardBelow(question)
    expect(wordsOf(card)).toContain('Report 1')
    const thread = world.discord.threads().find(({ id }) => id === question.id)!
    mira.post(thread, 'How many passengers were on board?')
    await saidBelow(question, /mira asks/u)
    await comes(() => jobsOf(worker).includes('ask done'))
    expect(jobsOf(worker)).toEqual(['read done', 'summarize done', 'ask done'])
    expect(world.bills).toHaveLength(2)
    expect(failures()).toEqual([])
  })

  it('reads a link once, whoever posts it and wherever', async () => {
    await Promise.all([start('worker'), start('worker')])
    await start('start')
    let fetched = 0
    world.happened.on('page', () => (fetched += 1))
    const { discord } = world
    const channels = [discord.general, discord.guild('second').general, discord.guild('third').general]
    const posts = channels.map((channel) => post(2, channel))
    await Promise.all(posts.map(cardBelow))
    expect(fetched).toBe(1)
    expect(world.bills).toHaveLength(1)
  })

  it('brings the card also where the worker that makes it is killed', async () => {
    const first = await start('worker')
    await start('start')
    const { happened } = world
    const called = once(happened, 'call')
    const question = post(3)
    await called
    first.kill()
    await first.ended
    await start('worker')
    await cardBelow(question)
    const cards = world.discord.everyMessage().filter((message) => /^1\. /mu.test(wordsOf(message)))
    expect(cards).toHaveLength(1)
    expect(failures()).toEqual([])
  })

  it('ends what nobody waits for any more', async () => {
    hangs = true
    const worker = await start('worker')
    await start('start')
    const called = once(world.happened, 'call')
    const question = post(4)
    await called
    mira.delete(question)
    await comes(() => jobsOf(worker).some((job) => job.startsWith('summarize')))
    expect(jobsOf(worker)).toContain('summarize abandoned')
  })

  it('finishes what is under way in a worker that is told to stop', async () => {
    const first = await start('worker')
    await start('start')
    const called = once(world.happened, 'call')
    const question = post(5)
    await called
    first.terminate()
    await cardBelow(question)
    expect(await first.ended).toBe(0)
    expect(jobsOf(first)).toContain('summarize done')
  })

  it('says in words that no worker runs, and Retry works once one does', async () => {
    await start('start')
    const question = post(6)
    const notice = await saidBelow(question, /no worker runs/u)
    await start('worker')
    mira.press(notice, 'Retry')
    expect(wordsOf(await cardBelow(question))).toContain('Report 6')
  })

  it('tells the owner once of a budget that a worker has nearly spent', async () => {
    await start('worker', { DAILY_CALL_LIMIT: '2' })
    await Promise.all([
      start('start', { DISCORD_SHARDS: '2', DISCORD_SHARD_IDS: '0' }),
      start('start', { DISCORD_SHARDS: '2', DISCORD_SHARD_IDS: '1' }),
    ])
    await cardBelow(post(8))
    const warnings = () =>
      world.discord.everyMessage().filter((message) => /50 % of today's model calls/u.test(wordsOf(message)))
    await comes(() => warnings().length > 0)
    await pause(500)
    expect(warnings()).toHaveLength(1)
  })

  it('serves the terminal too', async () => {
    await start('worker')
    const environment = { ...world.environment, DISCORD_TOKEN: '' }
    const { status, stdout } = await runFootnote(['summarize', world.linkTo(7), '--json'], { environment })
    expect(status).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({ run: { engine: 'openai', model: 'loopback-1' } })
  })
})

describe('footnote worker', () => {
  it('says what it is for where there is no queue, and ends with 2', async () => {
    const { status, stderr } = await runFootnote(['worker'])
    expect(status).toBe(2)
    expect(stderr).toContain('QUEUE_URL is not set')
  })

  it('says that the queue cannot be reached, without the password of its address', async () => {
    const environment = {
      QUEUE_URL: 'redis://:hunter2secret@127.0.0.1:2',
      STORAGE_URL: 'sqlite:data/nowhere.db',
    }
    const { status, stderr, stdout } = await runFootnote(['worker'], { environment })
    expect(status).not.toBe(0)
    expect(stderr).toMatch(/cannot be\s+reached/u)
    expect(stderr + stdout).not.toContain('hunter2secret')
  })
})
