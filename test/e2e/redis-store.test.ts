import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Check } from '../../src/app/check.ts'
import { hasRedis, type RedisServer, startRedis } from '../support/redis-server.ts'
import { runFootnote } from '../support/run-footnote.ts'
import { cardIn, everythingSaid, openScene, STORY, threadOf, told, untilDone } from './open-scene.ts'

const PASSWORD = 'kestrel4711'

// Programs that are started take their time on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

describe.skipIf(!hasRedis)('a bot whose store is a Redis server', () => {
  let server: RedisServer
  let url: string
  beforeAll(async () => {
    server = await startRedis(['--requirepass', PASSWORD])
    url = server.url.replace('//', `//:${PASSWORD}@`)
  })
  afterEach(() => server.flush())
  afterAll(() => server.stop())

  it('keeps cards and questions there, also when the server is killed and started under it, and says its password nowhere', async () => {
    const scene = await openScene({ environment: { STORAGE_URL: url } })
    const { discord } = scene
    const first = await scene.startBot()
    const mira = discord.person('mira')
    const post = mira.post(discord.general, STORY)
    const thread = await threadOf(scene, post)
    const card = await cardIn(scene, thread)
    await untilDone(first, post.id)
    await server.kill()
    const asked = mira.post(thread, 'Who closed the harbour?')
    await server.start()
    await untilDone(first, asked.id)
    await told(scene, mira.press(card, 'Sources'), /words behind each point/u)
    await first.stop()
    const second = await scene.startBot()
    expect((await second.assistant.conversations.findByThread(post.id))?.turns).toHaveLength(1)
    await told(scene, mira.slash(discord.general, 'forget', { scope: 'me' }), /./u)
    const logged = [...first.logged, ...second.logged].join('\n')
    expect(`${logged}${JSON.stringify(everythingSaid(scene))}`).not.toContain(PASSWORD)
  })

  const diagnose = async (storageUrl: string) => {
    const { status, stdout, stderr } = await runFootnote(['doctor', '--json'], {
      environment: { STORAGE_URL: storageUrl },
    })
    expect(stdout + stderr).not.toContain(PASSWORD)
    const { checks } = JSON.parse(stdout) as { readonly checks: readonly Check[] }
    return { status, about: (name: string) => checks.find((check) => check.name === name) }
  }

  it('is told by footnote doctor how its server is set up', async () => {
    const { status, about } = await diagnose(url)
    expect(about('storage')).toMatchObject({
      status: 'ok',
      found: `${server.url} opens, is whole and takes a write.`,
    })
    expect(about('storage server')).toMatchObject({
      status: 'ok',
      found: expect.stringMatching(/^(?:Redis|Valkey) \d/u),
    })
    expect(status).toBe(0)
  })

  it.each([
    ['which loses what it was told', ['--appendonly', 'no'], /appendonly is no/u, /^Set appendonly yes/u],
    [
      'which throws things away',
      ['--maxmemory-policy', 'allkeys-lru'],
      /maxmemory-policy is allkeys-lru/u,
      /^Set maxmemory-policy noeviction/u,
    ],
  ])('is warned by footnote doctor of a server %s', async (_, options, found, remedy) => {
    const other = await startRedis(options)
    try {
      const { status, about } = await diagnose(other.url)
      expect(about('storage server')).toMatchObject({
        status: 'warning',
        found: expect.stringMatching(found),
        remedy: expect.stringMatching(remedy),
      })
      expect(status).toBe(0)
    } finally {
      await other.stop()
    }
  })

  it.each([
    [
      'a wrong password',
      () => url.replace(PASSWORD, 'wrong-secret'),
      /does not take this user and password/u,
    ],
    ['no server', () => `redis://:${PASSWORD}@127.0.0.1:1`, /cannot be reached/u],
  ])('is a failed check and a failed start with %s', async (_, address, found) => {
    const { status, about } = await diagnose(address())
    expect(about('storage')).toMatchObject({ status: 'failed', found: expect.stringMatching(found) })
    expect(about('storage server')).toBeUndefined()
    expect(status).toBe(1)
    const environment = { STORAGE_URL: address(), DISCORD_TOKEN: 'no.such.token', LOG_LEVEL: 'trace' }
    const start = await runFootnote(['start'], { environment })
    expect(start.stderr.replaceAll(/\s+/gu, ' ')).toMatch(found)
    expect(start.stdout + start.stderr).not.toMatch(/kestrel|wrong-secret/u)
    expect(start.status).toBe(1)
  })

  it('is not copied by footnote backup, which says what does', async () => {
    const backup = await runFootnote(['backup', 'copy.db', '--json'], { environment: { STORAGE_URL: url } })
    expect(JSON.parse(backup.stdout)).toMatchObject({
      error: { code: 'bad-request', message: expect.stringMatching(/append-only folder/u) },
    })
    expect(backup.stdout + backup.stderr).not.toContain(PASSWORD)
    expect(backup.status).toBe(2)
  })

  it('opens in commands of the terminal, which end by themselves', async () => {
    const usage = await runFootnote(['usage', '--json'], { environment: { STORAGE_URL: url } })
    expect(usage.status).toBe(0)
    const { stdout, status } = await runFootnote(['summarize', 'test/fixtures/nothing.txt', '--json'], {
      environment: { STORAGE_URL: url },
    })
    expect(status).toBe(1)
    expect(JSON.parse(stdout)).toMatchObject({ error: { code: 'file-unreadable' } })
  })
})
