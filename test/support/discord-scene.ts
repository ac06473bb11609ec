import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Assistant } from '../../src/app/assistant.ts'
import type { Log, Standing } from '../../src/app/ports.ts'
import { compose, type Overrides } from '../../src/compose.ts'
import { parseConfig } from '../../src/config.ts'
import { startDiscord } from '../../src/discord/start.ts'
import { HARBOUR_PAGE } from '../e2e/pages.ts'
import { honestModel } from './honest-model.ts'
import { type LoopbackDiscord, startLoopbackDiscord } from './loopback-discord/start.ts'
import type { WorldOptions } from './loopback-discord/world.ts'
import { sharedExtractor } from './shared-extractor.ts'
import { type LoopbackModel, type Script, startLoopbackModel } from './loopback-model.ts'
import { type LoopbackRoute, type LoopbackWeb, startLoopbackWeb } from './loopback-web.ts'

export interface RunningBot {
  readonly assistant: Assistant
  /** Names of what the bot logged, oldest first. */
  readonly logged: readonly string[]
  readonly standing: () => Standing
  stop(): Promise<void>
}

export interface Scene {
  readonly discord: LoopbackDiscord
  readonly web: LoopbackWeb
  readonly model: LoopbackModel
  /** What the bot is configured with; the program itself can be started with it too. */
  readonly environment: Readonly<Record<string, string>>
  /** With changed settings, where some are given. */
  startBot(changes?: Readonly<Record<string, string>>): Promise<RunningBot>
}

export interface SceneOptions {
  readonly pages?: Readonly<Record<string, LoopbackRoute>>
  /** Null: no model is configured. */
  readonly model?: Script | null
  readonly environment?: Readonly<Record<string, string>>
  readonly discord?: WorldOptions
  readonly modelTimeouts?: Overrides['modelTimeouts']
  readonly clock?: () => number
  readonly storage?: Overrides['storage']
}

/** A loopback Discord, web and model with a store in a folder of its own. `close` ends all of it, bots first. */
export async function startScene(options: SceneOptions = {}): Promise<Scene & { close(): Promise<void> }> {
  const discord = await startLoopbackDiscord(options.discord)
  const web = await startLoopbackWeb({ '/harbour': HARBOUR_PAGE, ...options.pages })
  const model = await startLoopbackModel(options.model ?? honestModel())
  const folder = mkdtempSync(join(tmpdir(), 'footnote-'))
  const bots = new Set<RunningBot>()
  const environment = {
    DISCORD_TOKEN: discord.token,
    DISCORD_API_URL: discord.apiUrl,
    STORAGE_URL: `sqlite:${join(folder, 'footnote.db')}`,
    LOG_LEVEL: 'silent',
    // People in these scenes ask one thing after the other.
    COOLDOWN_SECONDS: '0',
    ...(options.model !== null && { OPENAI_BASE_URL: model.baseUrl, OPENAI_MODEL: 'loopback-1' }),
    ...options.environment,
  }
  return {
    discord,
    web,
    model,
    environment,
    startBot: async (changes = {}) => {
      const bot = await startBot({ ...environment, ...changes }, web, options, () => bots.delete(bot))
      bots.add(bot)
      return bot
    },
    close: async () => {
      await Promise.all([...bots].map((bot) => bot.stop()))
      await Promise.all([discord.close(), web.close(), model.close()])
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** The real bot on the real store; only its way to the public web leads to the loopback one. */
async function startBot(
  environment: Readonly<Record<string, string>>,
  web: LoopbackWeb,
  { modelTimeouts, storage = {}, clock = Date.now }: SceneOptions,
  onStop: () => void,
): Promise<RunningBot> {
  const config = parseConfig(environment)
  const logged: string[] = []
  const log: Log = {
    info: (event) => void logged.push(event),
    warn: (event) => void logged.push(event),
    failure: (event, error) => {
      logged.push(`${event}: ${String(error)}`)
      return 'c0de'
    },
  }
  const composed = await compose(config, {
    log,
    clock,
    storage,
    extractor: sharedExtractor,
    fetcher: { resolve: web.resolve, dial: web.dial },
    // Tries follow each other at once: what is tested is what people are told after the last one.
    modelTimeouts: { backoff: 10, ...modelTimeouts },
  })
  const { assistant, engine, models, metrics, holder, readAttachment, onReached } = composed
  const { discord, line, retentionDays, model } = config
  const modelName = model?.name ?? null
  const settings = { ...discord, token: discord.token ?? '', engine, models, line, retentionDays, modelName }
  const running = await startDiscord({
    assistant,
    settings,
    readAttachment,
    onReached,
    log,
    metrics,
    clock,
    holder,
  })
  return {
    assistant,
    logged,
    standing: () => running.standing(),
    stop: async () => {
      onStop()
      await running.stop()
      await assistant.close()
    },
  }
}
