import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { expect, it, onTestFinished, vi } from 'vitest'
import { startFootnote } from '../support/run-footnote.ts'
import { wordsOf } from '../support/loopback-discord/world.ts'
import { cardIn, openScene, said, threadOf, told } from './open-scene.ts'

// What whoever runs the bot sees of it from outside: the real program, asked over HTTP.

const WAIT = { timeout: 30_000, interval: 20 }

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

async function openWatchedBot() {
  const scene = await openScene()
  const port = await freePort()
  const address = `127.0.0.1:${scene.web.port}`
  const { child, done, saw } = startFootnote(['start'], {
    environment: {
      ...scene.environment,
      FETCH_ALLOW_HOSTS: address,
      METRICS_PORT: String(port),
      LOG_LEVEL: 'info',
    },
  })
  onTestFinished(async () => {
    child.kill('SIGKILL')
    await done
  })
  const ask = (path: string): Promise<readonly [number, string]> =>
    fetch(`http://127.0.0.1:${port}${path}`).then(
      async (response) => [response.status, await response.text()] as const,
      () => [0, 'nothing listens'] as const,
    )
  const until = (path: string, status: number): Promise<string> =>
    vi.waitUntil(async () => {
      const [found, body] = await ask(path)
      return found === status && body
    }, WAIT)
  return { scene, child, done, saw, ask, until, story: `http://${address}/harbour` }
}

it('a card and an answer are seen in the figures and in one log line each, and nobody is named', async () => {
  const { scene, child, done, ask, until, story } = await openWatchedBot()
  const { discord } = scene
  await until('/readyz', 200)
  const mira = discord.person('mira')
  const thread = await threadOf(scene, mira.post(discord.general, story))
  await cardIn(scene, thread)
  mira.post(thread, 'When was the ferry harbour closed?')
  await said(scene, thread, /mira asks/u)
  await vi.waitUntil(async () => (await ask('/metrics'))[1].includes('footnote_answers_total{'), WAIT)
  const [, figures] = await ask('/metrics')
  const lines = figures.split('\n')
  const has = (start: string, value: RegExp): void => {
    const found = lines.filter((line) => line.startsWith(start))
    expect(found).toEqual([expect.stringMatching(value)])
  }
  has('footnote_cards_total{source="engine"}', / 1$/u)
  has('footnote_articles_total{source="site"}', / 1$/u)
  has('footnote_answers_total', /status="answered"\} 1$/u)
  has('footnote_points_proven_total', / [1-9]\d*$/u)
  has('footnote_phase_seconds_count{phase="fetch"}', / 1$/u)
  has('footnote_phase_seconds_count{phase="extract"}', / 1$/u)
  has('footnote_phase_seconds_count{phase="model"}', / 2$/u)
  has('footnote_phase_seconds_count{phase="summary"}', / 1$/u)
  has('footnote_phases_total{phase="question"', /outcome="done"\} 1$/u)
  has('footnote_gateway_ready', / 1$/u)
  has('footnote_spent_model_calls{period="day"}', / 2$/u)
  has('footnote_limit_model_calls{period="day"}', / 200$/u)
  has('footnote_line{state="running"}', / 0$/u)
  has('footnote_discord_requests_total{status="200"}', / [1-9]\d*$/u)
  for (const secret of [
    discord.token,
    mira.id,
    discord.general.guildId ?? '',
    'harbour',
    '127.0.0.1',
    'Brennholm',
  ])
    expect(figures).not.toContain(secret)

  child.kill('SIGTERM')
  const { stderr, status } = await done
  expect(status).toBe(0)
  const log = stderr
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>)
  const made = log.filter(({ event }) => event === 'request-done')
  expect(made).toEqual([
    expect.objectContaining({ level: 'info', request: 'summary', shows: 'card', source: 'engine', calls: 1 }),
    expect.objectContaining({ request: 'question', shows: 'answer', status: 'answered', calls: 1 }),
  ])
  expect(made.every(({ milliseconds }) => typeof milliseconds === 'number')).toBe(true)
})

it('an acknowledgement is timed, and a failure counted under the incident that the card shows', async () => {
  const { scene, child, done, ask, until, story } = await openWatchedBot()
  const { discord } = scene
  await until('/readyz', 200)
  const mira = discord.person('mira')
  const command = mira.slash(discord.general, 'summarize', { url: `${story}-gone` })
  await vi.waitUntil(async () => (await ask('/metrics'))[1].includes('footnote_failures_total{'), WAIT)
  const [, figures] = await ask('/metrics')
  expect(figures).toContain('footnote_failures_total{event="task-failed",code="link-unreachable"} 1')
  expect(figures).toContain('footnote_phases_total{phase="acknowledgement",outcome="done"} 1')
  expect(figures).toContain('footnote_phases_total{phase="summary",outcome="link-unreachable"} 1')
  child.kill('SIGTERM')
  const { stderr } = await done
  const failure = stderr.split('\n').find((line) => line.includes('"event":"task-failed"'))
  const { incident } = JSON.parse(failure ?? '{}') as { incident: string }
  expect(incident).toMatch(/^[0-9a-f]{6}$/u)
  expect(wordsOf(await told(scene, command, /HTTP 404/u))).toContain(incident)
})

it('is not ready before Discord is there nor while it is away, and lives all the time', async () => {
  const { scene, ask, until } = await openWatchedBot()
  await until('/healthz', 200)
  await until('/readyz', 200)
  // Then a client waits some seconds before it comes back.
  scene.discord.invalidateSession({ resumable: false })
  expect(await until('/readyz', 503)).toBe('not ready: Discord is not connected\n')
  expect((await ask('/healthz'))[0]).toBe(200)
  expect((await ask('/metrics'))[1]).toContain('footnote_gateway_ready 0')
  await until('/readyz', 200)
  expect((await ask('/metrics'))[1]).toMatch(/footnote_gateway_events_total\{event="re\w+"\} 1/u)
})
