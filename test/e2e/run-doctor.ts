import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished } from 'vitest'
import type { Check } from '../../src/app/check.ts'
import { type LoopbackDiscord, startLoopbackDiscord } from '../support/loopback-discord/start.ts'
import type { WorldOptions } from '../support/loopback-discord/world.ts'
import { type Behaviour, type Script, startLoopbackModel } from '../support/loopback-model.ts'
import { runFootnote, startFootnote } from '../support/run-footnote.ts'

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

/** Runs `footnote doctor --json`; that no key and no token is printed holds for every run. */
export async function diagnose(environment: Environment, ...channels: readonly string[]) {
  const args = ['doctor', '--json', ...channels.flatMap((id) => ['--channel', id])]
  const { status, stdout, stderr } = await runFootnote(args, { environment })
  for (const name of SECRETS) expect(stdout).not.toContain(environment[name] ?? KEY)
  expect(stderr).toBe('')
  const { checks } = JSON.parse(stdout) as { checks: readonly Check[] }
  return {
    status,
    checks,
    about: (name: string): Check | undefined => checks.find((check) => check.name === name),
    named: (...statuses: readonly Check['status'][]): readonly string[] =>
      checks.filter((check) => statuses.includes(check.status)).map(({ name }) => name),
  }
}

/** A check of this status that says both of these. */
export const said = (status: Check['status'], found: RegExp, remedy: RegExp) => ({
  status,
  found: expect.stringMatching(found) as string,
  remedy: expect.stringMatching(remedy) as string,
})
