// How the loopback Discord deals guilds to shards: as Discord's documentation says, to an unmodified discord.js.
import { once } from 'node:events'
import { GatewayIntentBits } from 'discord.js'
import { expect, it, onTestFinished } from 'vitest'
import { WebSocket } from 'ws'
import { logIn, openLoopback, until } from './open-loopback.ts'

const BOTH = { gateway: { maxConcurrency: 2 } }

/** Identifies by hand; resolves with the first thing that comes of it. */
async function identify(apiUrl: string, token: string, shard: unknown) {
  const socket = new WebSocket(`${apiUrl.replace('http', 'ws').replace('/api', '')}/gateway`)
  onTestFinished(() => socket.terminate())
  const closed = once(socket, 'close').then(([code]) => ({ closed: Number(code) }))
  const answers: { op: number; t: string | null; d: unknown }[] = []
  socket.on('message', (bytes: Buffer) => answers.push(JSON.parse(bytes.toString('utf8'))))
  await once(socket, 'open')
  const properties = { os: 'linux', browser: 'test', device: 'test' }
  const d = { token, intents: GatewayIntentBits.Guilds, properties, shard }
  socket.send(JSON.stringify({ op: 2, d }))
  return Promise.race([closed, until(() => answers.find(({ op }) => op !== 10))])
}

it('a shard hears of its own guilds, by (guild_id >> 22) % count, and of no others', async () => {
  const { discord } = await openLoopback(BOTH)
  const even = discord.guild('even', { shard: [0, 2] })
  const odd = discord.guild('odd', { shard: [1, 2] })
  const first = await logIn(discord, { shards: [0], shardCount: 2 })
  const second = await logIn(discord, { shards: [1], shardCount: 2 })
  expect([(BigInt(even.id) >> 22n) % 2n, (BigInt(odd.id) >> 22n) % 2n]).toEqual([0n, 1n])
  expect(first.client.guilds.cache.has(even.id)).toBe(true)
  expect(first.client.guilds.cache.has(odd.id)).toBe(false)
  expect(second.client.guilds.cache.has(odd.id)).toBe(true)
  expect(second.client.guilds.cache.has(even.id)).toBe(false)
  const mira = discord.person('mira')
  const here = mira.post(even.general, 'here')
  const there = mira.post(odd.general, 'there')
  const posted = ({ events }: typeof first): unknown[] =>
    events.flatMap(({ name, data }) => (name === 'MESSAGE_CREATE' ? [data['id']] : []))
  await until(() => posted(first).length === 1 && posted(second).length === 1)
  expect(posted(first)).toEqual([here.id])
  expect(posted(second)).toEqual([there.id])
})

it('direct messages are dealt to shard 0, and what is pressed in a guild to the shard of the guild', async () => {
  const { discord, call } = await openLoopback(BOTH)
  const odd = discord.guild('odd', { shard: [1, 2] })
  await call('PUT', `/applications/${discord.bot.id}/commands`, [
    { name: 'read', description: 'Reads', integration_types: [0, 1], contexts: [0, 1, 2] },
  ])
  const first = await logIn(discord, { shards: [0], shardCount: 2 })
  const second = await logIn(discord, { shards: [1], shardCount: 2 })
  const mira = discord.person('mira')
  mira.whisper('hello')
  mira.slash(odd.general, 'read')
  await until(() => first.names().includes('MESSAGE_CREATE') && second.names().includes('INTERACTION_CREATE'))
  expect(first.names()).not.toContain('INTERACTION_CREATE')
  expect(second.names()).not.toContain('MESSAGE_CREATE')
  discord.violations.length = 0
})

it('one client can hold several shards, and each is told which it is', async () => {
  const { discord } = await openLoopback({ gateway: { shards: 3, maxConcurrency: 16 } })
  const { client, events } = await logIn(discord, { shards: 'auto' })
  const told = events.flatMap(({ name, data }) => (name === 'READY' ? [data['shard']] : []))
  expect(told).toHaveLength(3)
  expect(told).toEqual(
    expect.arrayContaining([
      [0, 3],
      [1, 3],
      [2, 3],
    ]),
  )
  expect([...client.ws.shards.keys()]).toEqual([0, 1, 2])
  expect(discord.shards()).toHaveLength(3)
})

it('a second session for a shard may exist beside the first, and both are told', async () => {
  const { discord } = await openLoopback()
  const old = await logIn(discord)
  const young = await logIn(discord)
  discord.person('mira').post(discord.general, 'hello')
  await until(() => [old, young].every(({ names }) => names().includes('MESSAGE_CREATE')))
  await old.client.destroy()
  discord.person('olaf').post(discord.general, 'still there?')
  await until(() => young.names().filter((name) => name === 'MESSAGE_CREATE').length === 2)
  await until(() => discord.shards().length === 1)
  expect(old.names().filter((name) => name === 'MESSAGE_CREATE')).toHaveLength(1)
})

it('one shard of several resumes, and misses nothing of its own guilds', async () => {
  const { discord } = await openLoopback(BOTH)
  const odd = discord.guild('odd', { shard: [1, 2] })
  const even = discord.guild('even', { shard: [0, 2] })
  const { events, names } = await logIn(discord, { shards: [0, 1], shardCount: 2 })
  discord.dropGateway()
  const mira = discord.person('mira')
  const posts = [mira.post(odd.general, 'while away'), mira.post(even.general, 'while away, too')]
  await until(() => names().filter((name) => name === 'RESUMED').length === 2)
  const posted = events.flatMap(({ name, data }) => (name === 'MESSAGE_CREATE' ? [data['id']] : []))
  expect(posted).toHaveLength(2)
  expect(posted).toEqual(expect.arrayContaining(posts.map(({ id }) => id)))
})

it.each([
  ['a number that is not below the count', [2, 2]],
  ['a negative number', [-1, 2]],
  ['no count', [0]],
  ['no shards at all', [0, 0]],
  ['words', ['0', '2']],
])('a shard of %s is closed with 4010', async (_, shard) => {
  const { discord } = await openLoopback()
  expect(await identify(discord.apiUrl, discord.token, shard)).toEqual({ closed: 4010 })
})

it('a shard with more guilds than one may have is closed with 4011', async () => {
  const { discord } = await openLoopback({ gateway: { mostGuilds: 2, maxConcurrency: 2 } })
  for (const shard of [0, 0, 1] as const) discord.guild(`on ${shard}`, { shard: [shard, 2] })
  discord.throwOut()
  expect(await identify(discord.apiUrl, discord.token, [0, 1])).toEqual({ closed: 4011 })
  expect(await identify(discord.apiUrl, discord.token, [0, 2])).toMatchObject({ t: 'READY' })
})

it('shards of one bucket that log in too fast get an invalid session, and that is on record', async () => {
  const pace = { maxConcurrency: 2, identifyInterval: 300 }
  const { discord } = await openLoopback({ gateway: pace })
  const { apiUrl, token } = discord
  expect(await identify(apiUrl, token, [0, 4])).toMatchObject({ t: 'READY' })
  expect(await identify(apiUrl, token, [1, 4])).toMatchObject({ t: 'READY' })
  expect(await identify(apiUrl, token, [2, 4])).toMatchObject({ op: 9, d: false })
  expect(discord.violations.splice(0)).toEqual([expect.stringMatching(/^shard 2 identified \d+ ms after/u)])
  await new Promise((resolve) => setTimeout(resolve, 310))
  expect(await identify(apiUrl, token, [2, 4])).toMatchObject({ t: 'READY' })
})
