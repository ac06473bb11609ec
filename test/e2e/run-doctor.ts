import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { expect, onTestFinished } from 'vitest'
import type { Check } from '../../src/app/check.ts'
import { doctorCommand } from '../../src/cli/doctor.ts'
import { type Config, parseConfig } from '../../src/config.ts'
import { FootnoteError } from '../../src/core/error.ts'
import { diagnose as lookAt } from '../../src/diagnose.ts'
import { type LoopbackDiscord, startLoopbackDiscord } from '../support/loopback-discord/start.ts'
import type { WorldOptions } from '../support/loopback-discord/world.ts'
import { type Behaviour, type Script, startLoopbackModel } from '../support/loopback-model.ts'
import { startFootnote } from '../support/run-footnote.ts'

export const KEY = 'sk-secret-of-the-test'

export const openFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'footnote-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

export const openStore = (): string => `sqlite:${join(openFolder(), 'footnote.db')}`

/** What a server says of its models. */
export const list = (...data: readonly object[]): Behaviour => ({
  kind: 'status',
  status: 200,
  body: { object: 'list', data },
})

export const GOOD: Behaviour = { kind: 'reply', text: '{"keep": [1]}' }
export const LISTED = { id: 'loopback-1' }

// What is right of everything, so that each test says what is wrong.

export async function openModel(script: Script = GOOD, models: Behaviour = list(LISTED)) {
  const model = await startLoopbackModel(script)
  onTestFinished(() => model.close())
  model.setModels(models)
  const environment = {
    STORAGE_URL: openStore(),
    OPENAI_API_KEY: KEY,
    OPENAI_BASE_URL: model.baseUrl,
    OPENAI_MODEL: 'loopback-1',
    OPENAI_PRICES: 'loopback-1=0/0/0',
  }
  return { model, environment }
}

export async function openDiscord(options: WorldOptions = {}) {
  const discord = await startLoopbackDiscord(options)
  onTestFinished(() => discord.close())
  const environment = {
    STORAGE_URL: openStore(),
    DISCORD_TOKEN: discord.token,
    DISCORD_API_URL: discord.apiUrl,
    DISCORD_ALLOWED_GUILDS: discord.guildId,
  }
  return { discord, environment }
}

/** Lets the bot itself register its commands, with these settings. */
export async function registerCommands(discord: LoopbackDiscord, environment: Environment): Promise<void> {
  const { child, done } = startFootnote(['start'], { environment })
  await discord.until('commands', () => discord.commands().length > 0)
  child.kill('SIGTERM')
  await done
}

type Environment = Readonly<Record<string, string>>

const SECRETS = ['OPENAI_API_KEY', 'OPENAI_FALLBACK_API_KEY', 'DISCORD_TOKEN']

/**
 * `footnote doctor --json` in this process, which takes a tenth of the time of one of its own (as in doctor.test.ts); that no
 * key and no token is printed holds for every run.
 */
export async function diagnose(environment: Environment, ...channels: readonly string[]) {
  const settings = async (): Promise<Config> => {
    try {
      return parseConfig(environment)
    } catch (cause) {
      throw new FootnoteError('bad-request', 'The configuration cannot be used.', { cause })
    }
  }
  const [stdin, out, err] = [new PassThrough(), new PassThrough(), new PassThrough()]
  let status = 0
  await doctorCommand(channels, {
    host: {
      settings,
      diagnose: (ids, signal) => lookAt({ settings, channels: ids, signal }),
      open: notForDoctor,
      startBot: notForDoctor,
      startWorker: notForDoctor,
      backUp: notForDoctor,
      migrate: notForDoctor,
    },
    streams: { stdin, stdout: out, stderr: err },
    json: true,
    signal: new AbortController().signal,
    takeInterrupts: () => () => {},
    endWith: (other) => {
      status = other
    },
  })
  const [stdout, stderr] = [out, err].map((stream) => String(stream.read() ?? ''))
  for (const name of SECRETS) expect(stdout).not.toContain(environment[name] ?? KEY)
  expect(stderr).toBe('')
  const { checks } = JSON.parse(stdout!) as { checks: readonly Check[] }
  return {
    status,
    checks,
    about: (name: string): Check | undefined => checks.find((check) => check.name === name),
    named: (...statuses: readonly Check['status'][]): readonly string[] =>
      checks.filter((check) => statuses.includes(check.status)).map(({ name }) => name),
  }
}

const notForDoctor = (): never => {
  throw new Error('Doctor needs nothing else.')
}

/** A check of this status that says both of these. */
export const said = (status: Check['status'], found: RegExp, remedy: RegExp) => ({
  status,
  found: expect.stringMatching(found) as string,
  remedy: expect.stringMatching(remedy) as string,
})
