// What goes wrong on Discord's side, as an unmodified discord.js client and a raw connection meet it.
import { ChannelType, type Client } from 'discord.js'
import { describe, expect, it, onTestFinished } from 'vitest'
import { WebSocket } from 'ws'
import type { LoopbackDiscord } from '../support/loopback-discord/start.ts'
import { logIn, openLoopback, until } from './open-loopback.ts'

const POSTING = 'POST /channels/:channel/messages'

async function openWithClient(options: Parameters<typeof openLoopback>[0] = {}) {
  const { discord, call } = await openLoopback(options)
  const opened = await logIn(discord)
  const channel = opened.client.channels.cache.get(discord.general.id)
  if (channel?.type !== ChannelType.GuildText) throw new Error('no channel')
  const post = (content: string) => channel.send(content)
  const words = () => discord.messagesIn(discord.general).map((message) => message.content)
  return { discord, call, post, words, channel, ...opened }
}

describe('requests', () => {
  it.each([false, true])('that are limited (global: %s) are sent again after the pause', async (global) => {
    const { discord, post, words } = await openWithClient()
    discord.rateLimit(POSTING, { retryAfter: 0.2, global })
    const before = Date.now()
    await post('a')
    expect(Date.now() - before).toBeGreaterThanOrEqual(200)
    expect(words()).toEqual(['a'])
    expect(discord.violations).toEqual([])
  })

  it('that are sent again too early are on record', async () => {
    const { discord, call } = await openLoopback()
    discord.rateLimit(/^POST .*\/messages$/u, { retryAfter: 30 })
    const path = `/channels/${discord.general.id}/messages`
    const limited = await call('POST', path, { content: 'a' })
    expect(limited).toMatchObject({ status: 429, retry_after: 30, global: false })
    await call('POST', path, { content: 'a' })
    expect(discord.violations).toEqual([expect.stringContaining('before Retry-After')])
  })

  it('above real limits are refused where a scene wants them', async () => {
    const { discord, call } = await openLoopback({ hasBuckets: true })
    const path = `/channels/${discord.general.id}/messages`
    for (let n = 0; n < 5; n += 1)
      expect(await call('POST', path, { content: 'a' })).toMatchObject({ status: 200 })
    expect(await call('POST', path, { content: 'a' })).toMatchObject({ status: 429 })
    expect(discord.violations).toEqual([expect.stringContaining('over the rate limit')])
    const other = discord.channel('other')
    expect(await call('POST', `/channels/${other.id}/messages`, { content: 'a' })).toMatchObject({
      status: 200,
    })
  })

  it('keep within real limits by themselves with discord.js', async () => {
    const { discord, post, words } = await openWithClient({ hasBuckets: true })
    const texts = ['a', 'b', 'c', 'd', 'e', 'f']
    for (const text of texts) await post(text)
    expect(words()).toEqual(texts)
    expect(discord.violations).toEqual([])
  })

  it('that fail before or after their effect, or find no connection, are sent again', async () => {
    const { discord, post, words } = await openWithClient()
    discord.fail(POSTING, { status: 503 })
    await post('a')
    discord.fail(POSTING, { status: 500, after: true })
    await post('b')
    expect(words()).toEqual(['a', 'b', 'b'])
    discord.cut(POSTING)
    await post('c').catch(() => {})
    expect(words().filter((text) => text === 'c').length).toBeLessThanOrEqual(1)
    discord.delay(POSTING, 100)
    const sent = post('d')
    expect(words()).not.toContain('d')
    await sent
    expect(discord.violations).toEqual([])
  })
})

describe('the connection to the gateway', () => {
  const hears = async (discord: LoopbackDiscord, client: Client) => {
    const heard: string[] = []
    client.on('messageCreate', ({ content }) => void heard.push(content))
    const mira = discord.person('mira')
    return async (content: string) => {
      mira.post(discord.general, content)
      await until(() => heard.includes(content))
      expect(heard.filter((one) => one === content)).toHaveLength(1)
    }
  }

  it.each([
    ['is asked to come anew', (discord: LoopbackDiscord) => discord.askToReconnect(), 1],
    ['is cut', (discord: LoopbackDiscord) => discord.dropGateway(), 1],
    ['is closed with 4000', (discord: LoopbackDiscord) => discord.closeGateway(4000), 1],
    [
      'has a session that can be resumed',
      (discord: LoopbackDiscord) => discord.invalidateSession({ resumable: true }),
      1,
    ],
    [
      'has a session that is over',
      (discord: LoopbackDiscord) => discord.invalidateSession({ resumable: false }),
      2,
    ],
  ])('that %s is back', async (_, strike, logins) => {
    const { discord, client, names } = await openWithClient()
    const isHeard = await hears(discord, client)
    await isHeard('before')
    strike(discord)
    const back = logins === 1 ? 'RESUMED' : 'READY'
    await until(() => names().filter((name) => name === back).length === logins)
    await isHeard('after')
    expect(discord.violations).toEqual([])
  })

  it('that may not resume logs in anew', async () => {
    const { discord, client, names } = await openWithClient()
    const isHeard = await hears(discord, client)
    discord.refuseResume()
    discord.dropGateway()
    await until(() => names().filter((name) => name === 'READY').length === 2)
    await isHeard('after')
    expect(names()).not.toContain('RESUMED')
  })

  it('whose heartbeats are not answered is given up and resumed', async () => {
    const { discord, client, names } = await openWithClient({ heartbeat: 300 })
    const isHeard = await hears(discord, client)
    discord.withholdHeartbeats()
    await until(() => names().includes('RESUMED'))
    await isHeard('after')
    expect(discord.violations).toEqual([])
  })
})

describe('a client that breaks the rules of the gateway', () => {
  const connect = async (discord: LoopbackDiscord) => {
    const socket = new WebSocket(`${discord.apiUrl.replace('http', 'ws').replace('/api', '')}/gateway`)
    onTestFinished(() => socket.terminate())
    await new Promise((resolve) => socket.once('message', resolve))
    const closed = new Promise<number>((resolve) => socket.once('close', resolve))
    const send = (op: number, d: unknown) => socket.send(JSON.stringify({ op, d }))
    const identify = () => send(2, { token: discord.token, intents: 1, properties: {} })
    return { socket, closed, send, identify }
  }
  const cases: readonly [string, number, (connection: Awaited<ReturnType<typeof connect>>) => void][] = [
    ['says nothing of JSON', 4002, ({ socket }) => socket.send('hm')],
    ['says too much at once', 4002, ({ send }) => send(1, 'a'.repeat(5000))],
    ['asks before it has logged in', 4003, ({ send }) => send(3, {})],
    ['uses an opcode that there is not', 4001, ({ send, identify }) => [identify(), send(99, {})]],
    ['logs in twice', 4005, ({ identify }) => [identify(), identify()]],
    ['counts wrong', 4007, ({ send, identify }) => [identify(), send(1, 1000)]],
    ['talks too much', 4008, ({ send }) => Array.from({ length: 121 }, () => send(1, null))],
  ]

  it.each(cases)('and %s is closed with %i, on record', async (_, code, act) => {
    const { discord } = await openLoopback()
    const connection = await connect(discord)
    act(connection)
    expect(await connection.closed).toBe(code)
    expect(discord.violations[0]).toContain(String(code))
  })

  it('and is silent loses its connection', async () => {
    const { discord } = await openLoopback({ heartbeat: 50 })
    const { closed } = await connect(discord)
    await closed
    expect(discord.violations).toEqual(['no heartbeat in time'])
  })
})
