import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { startFootnote } from '../support/run-footnote.ts'
import { openScene } from './open-scene.ts'

const FILE = fileURLToPath(new URL('../support/throw-when-told.mjs', import.meta.url))
const WORDS = 'zqxprivatewords'

async function startAnd(how: string) {
  const { discord, environment } = await openScene()
  const { child, done, saw } = startFootnote(['start'], {
    environment: {
      ...environment,
      LOG_LEVEL: 'info',
      NODE_OPTIONS: `--import=${FILE}`,
      THROW_WHEN_TOLD: `${how} ${WORDS}`,
    },
  })
  await discord.untilConnected()
  await saw('discord-ready')
  child.kill('SIGUSR2')
  return { child, done, saw }
}

const linesOf = (stderr: string): Record<string, unknown>[] =>
  stderr
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>)

it.each(['throw', 'reject'])(
  'what nobody catches ends the bot with one line that says what kind of thing it was, and nothing of its words: %s',
  async (how) => {
    const { status, stderr, stdout } = await (await startAnd(how)).done
    expect(status).toBe(1)
    expect(stdout).toBe('')
    const last = linesOf(stderr).at(-1)
    expect(last).toMatchObject({ event: 'crashed', code: 'internal', cause: 'RequestError' })
    expect(last?.['incident']).toMatch(/^[0-9a-f]{6}$/u)
    expect(stderr).not.toContain(WORDS)
  },
)

it('what Node warns of is a line like others, by its name', async () => {
  const { child, done, saw } = await startAnd('warn')
  await saw('node-warning')
  child.kill('SIGTERM')
  const { status, stderr } = await done
  expect(status).toBe(0)
  expect(linesOf(stderr)).toContainEqual(
    expect.objectContaining({ event: 'node-warning', name: 'TestWarning', code: 'TEST' }),
  )
  expect(stderr).not.toContain(WORDS)
})
