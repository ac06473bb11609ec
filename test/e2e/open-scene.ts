import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished } from 'vitest'
import type { Assistant } from '../../src/app/assistant.ts'
import type { Log } from '../../src/app/ports.ts'
import { compose } from '../../src/compose.ts'
import { parseConfig } from '../../src/config.ts'
import { startDiscord } from '../../src/discord/start.ts'
import { honestModel } from '../support/honest-model.ts'
import type { Interaction } from '../support/loopback-discord/interactions.ts'
import { type LoopbackDiscord, startLoopbackDiscord } from '../support/loopback-discord/start.ts'
import { type Channel, type Message, type WorldOptions, wordsOf } from '../support/loopback-discord/world.ts'
import { type LoopbackModel, type Script, startLoopbackModel } from '../support/loopback-model.ts'
import { type LoopbackRoute, type LoopbackWeb, startLoopbackWeb } from '../support/loopback-web.ts'
import { HARBOUR_PAGE } from './pages.ts'

export interface RunningBot {
  readonly assistant: Assistant
  /** Names of what the bot logged, oldest first. */
  readonly logged: readonly string[]
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
}

export const STORY = 'http://news.example/harbour'

/** A loopback Discord, web and model with a store in a folder of its own; all of it ends with the test. */
export async function openScene(options: SceneOptions = {}): Promise<Scene> {
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
  onTestFinished(async () => {
    expect(discord.violations, 'rules of Discord that were broken').toEqual([])
    expect(discord.pings, 'people who were pinged').toEqual([])
  })
  onTestFinished(async () => {
    await Promise.all([...bots].map((bot) => bot.stop()))
    await Promise.all([discord.close(), web.close(), model.close()])
    rmSync(folder, { recursive: true, force: true })
  })
  return {
    discord,
    web,
    model,
    environment,
    startBot: async (changes = {}) => {
      const bot = await startBot({ ...environment, ...changes }, web, () => bots.delete(bot))
      bots.add(bot)
      return bot
    },
  }
}

/** The real bot on the real store; only its way to the public web leads to the loopback one. */
async function startBot(
  environment: Readonly<Record<string, string>>,
  web: LoopbackWeb,
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
  const fetcher = { resolve: web.resolve, dial: web.dial }
  // Tries follow each other at once: what is tested is what people are told after the last one.
  const modelTimeouts = { backoff: 10 }
  const composed = await compose(config, { log, fetcher, modelTimeouts })
  const { assistant, engine, readAttachment, onReached } = composed
  const settings = { ...config.discord, token: config.discord.token ?? '', engine, line: config.line }
  const running = await startDiscord({
    assistant,
    settings,
    readAttachment,
    onReached,
    log,
    clock: Date.now,
  })
  return {
    assistant,
    logged,
    stop: async () => {
      onStop()
      await running.stop()
      await assistant.close()
    },
  }
}

/** Waits until the bot is done with what this message or interaction asked for. */
export async function untilDone({ assistant }: RunningBot, id: string): Promise<void> {
  await expect.poll(async () => (await assistant.tasks.find(id))?.state, WAIT).toMatch(/done|failed/u)
}

const WAIT = { interval: 10, timeout: 12_000 }

/** The thread that was started from this message, once there is one. */
export function threadOf({ discord }: Scene, message: Message): Promise<Channel> {
  return discord.until('a thread', () => discord.threads().find(({ id }) => id === message.id))
}

/** The card of a summary, once it stands in this channel or thread. */
export const cardIn = (scene: Scene, channel: Channel): Promise<Message> => said(scene, channel, /^1\. /mu)

/** The bot's newest message in this channel that shows these words, once there is one. */
export function said({ discord }: Scene, channel: Channel, words: RegExp): Promise<Message> {
  return discord.until(String(words), () =>
    discord.messagesIn(channel).findLast((message) => message.author.bot && words.test(wordsOf(message))),
  )
}

/** What an interaction was answered with, for its user alone, once it shows these words. */
export function told({ discord }: Scene, interaction: Interaction, words: RegExp): Promise<Message> {
  return discord.until(String(words), () =>
    [interaction.original, ...interaction.followUps].find(
      (message) => message !== null && message.seenBy === interaction.user.id && words.test(wordsOf(message)),
    ),
  )
}

/** Everything that the bot has shown anybody and that still stands. */
export const everythingSaid = ({ discord }: Scene): string =>
  [...discord.everyMessage(), ...discord.threads().map(({ name }) => ({ content: name, components: [] }))]
    .map(wordsOf)
    .join('\n')

/** The numbered points of a card as a reader sees them: no addresses, no escapes, no numbers. */
export const pointsOn = (message: Message): string[] =>
  [...wordsOf(message).matchAll(/^\d+\. (.*)$/gmu)].map(([, point = '']) =>
    point.replace(/\[([^\]]*)\]\([^()\s]*\)/gu, '$1').replace(/\\(?=[^\p{L}\p{N}\s])/gu, ''),
  )

/** What a point shows as the article's own words: from the first “ to the last ”. */
export const quoteIn = (point: string): string => /“(.*)”/u.exec(point)?.[1] ?? ''
