import { expect, it, onTestFinished, vi } from 'vitest'
import { startFootnote } from '../support/run-footnote.ts'
import type { Guild } from '../support/loopback-discord/world.ts'
import { cardIn, openScene, threadOf } from './open-scene.ts'

// The real program in several processes of this machine.

/** Until processes of their own have started, on a machine that does other things too. */
const SLOW = { timeout: 50_000, interval: 20 }

async function openShards() {
  const scene = await openScene({ discord: { gateway: { shards: 2, maxConcurrency: 16 } } })
  const { discord } = scene
  const address = `127.0.0.1:${scene.web.port}`
  const even = discord.guild('even', { shard: [0, 2] })
  const odd = discord.guild('odd', { shard: [1, 2] })
  const start = (environment: Readonly<Record<string, string>>) => {
    const own = { ...scene.environment, FETCH_ALLOW_HOSTS: address, LOG_LEVEL: 'info' }
    const running = startFootnote(['start'], { environment: { ...own, ...environment } })
    onTestFinished(async () => {
      running.child.kill('SIGKILL')
      await running.done
    })
    return running
  }
  const connected = (count: number): Promise<boolean> =>
    vi.waitUntil(() => discord.shards().length === count, SLOW)
  const serve = async ({ general }: Guild): Promise<void> => {
    const post = discord.person('reader').post(general, `http://${address}/harbour`)
    await cardIn(scene, await threadOf(scene, post))
  }
  return { scene, discord, even, odd, start, connected, serve }
}

interface Line {
  readonly event: string
  readonly process?: string
  readonly pid?: number
}
const linesOf = (text: string): Line[] =>
  text
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as Line)

it('one command starts a process for each share of the shards, starts one again that is killed, and ends all on SIGTERM', async () => {
  const { discord, even, odd, start, connected, serve } = await openShards()
  const { child, done } = start({ DISCORD_SHARD_PROCESSES: '2' })
  let output = ''
  child.stderr.on('data', (text: string) => (output += text))
  await connected(2)
  expect(discord.shards().map(([id]) => id)).toEqual([0, 1])
  await vi.waitUntil(
    () => linesOf(output).filter(({ event }) => event === 'discord-ready').length === 2,
    SLOW,
  )
  await serve(even)
  await serve(odd)
  const started = linesOf(output).filter(({ event }) => event === 'process-started')
  expect(started.map(({ process: name }) => name)).toEqual(['shards 0 of 2', 'shards 1 of 2'])
  process.kill(started[1]!.pid!, 'SIGKILL')
  await connected(1)
  await serve(even)
  await connected(2)
  await serve(odd)
  child.kill('SIGTERM')
  const { status, stderr } = await done
  expect(status).toBe(0)
  expect(linesOf(stderr).filter(({ event }) => event === 'process-started')).toHaveLength(3)
  expect(discord.shards()).toEqual([])
  expect(discord.requests.filter(({ name }) => /^PUT .*\/commands$/u.test(name))).toHaveLength(1)
}, 120_000)

it('a configuration that Discord refuses is said once and ends all of them with status 2', async () => {
  const { discord, start } = await openShards()
  const { done } = start({
    DISCORD_SHARD_PROCESSES: '2',
    DISCORD_SHARDS: '2',
    DISCORD_TOKEN: 'no-such-token',
  })
  const { status, stderr } = await done
  expect(status).toBe(2)
  expect(stderr.match(/Discord does not know this token/gu)).toHaveLength(1)
  expect(stderr).toContain('cannot start')
  expect(discord.violations.splice(0)).toEqual([expect.stringContaining('401')])
}, 120_000)

it('processes that are left alone end themselves', async () => {
  const { start, connected } = await openShards()
  const { child, done } = start({ DISCORD_SHARD_PROCESSES: '2' })
  await connected(2)
  child.kill('SIGKILL')
  await done
  await expect(connected(0)).resolves.toBe(true)
}, 120_000)

it('killing the process of one shard leaves the servers of the other served', async () => {
  const { discord, even, odd, start, connected, serve } = await openShards()
  const of = (id: string) => ({ DISCORD_SHARDS: '2', DISCORD_SHARD_IDS: id })
  const first = start(of('0'))
  await connected(1)
  start(of('1'))
  await connected(2)
  await serve(even)
  first.child.kill('SIGKILL')
  await first.done
  await serve(odd)
  const waiting = discord.person('mira').post(even.general, 'Is nobody there?')
  expect(discord.messagesIn(even.general).at(-1)?.id).toBe(waiting.id)
  start(of('0'))
  await connected(2)
  await serve(even)
}, 120_000)
