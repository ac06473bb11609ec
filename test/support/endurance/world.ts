import { EventEmitter } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { costOf, pricePerMillion, type Tokens } from '../../../src/core/price.ts'
import { articlePage, HARBOUR_PARAGRAPHS } from '../../e2e/pages.ts'
import type { Dice } from '../dice.ts'
import { honestModel } from '../honest-model.ts'
import { type LoopbackDiscord, startLoopbackDiscord } from '../loopback-discord/start.ts'
import type { WorldOptions } from '../loopback-discord/world.ts'
import { type Behaviour, type LoopbackModel, type ModelCall, startLoopbackModel } from '../loopback-model.ts'
import { type LoopbackRoute, startLoopbackWeb } from '../loopback-web.ts'

// A Discord, a web and a model server that outlive the bot, whose process is ended and started again on one store.

/** What the model server said that a request used. */
interface Bill {
  readonly tokens: Tokens
  readonly nanodollars: number
}

export interface World {
  readonly discord: LoopbackDiscord
  readonly model: LoopbackModel
  /** What the bot is started with. */
  readonly environment: Readonly<Record<string, string>>
  /** Where its store is. */
  readonly folder: string
  /** The address of one of the articles, which are numbered from 1; of 0, one where nothing answers. */
  readonly linkTo: (page: number) => string
  /** For each reply that the model gave, from when it began to give it. */
  readonly bills: readonly Bill[]
  /** `page`: something was asked of the web, `call`: of the model, `reply`: the model begins to answer. */
  readonly happened: EventEmitter
  close(): Promise<void>
}

export interface WorldSettings {
  readonly dice: Dice
  readonly pages: number
  /** Milliseconds that a page and a reply of the model take at most. */
  readonly slowestPage?: number
  readonly slowestReply?: number
  /** What the model does now in place of an honest reply; null: nothing. */
  readonly lie?: (call: ModelCall, honest: Behaviour) => Behaviour | null
  /** What a page answers now in place of the article; null: the article. */
  readonly spoil?: () => LoopbackRoute | null
  readonly environment?: Readonly<Record<string, string>>
  readonly discord?: WorldOptions
}

const PRICE = { input: pricePerMillion(1), cached: pricePerMillion(0.5), output: pricePerMillion(2) }

export async function openWorld(settings: WorldSettings): Promise<World> {
  const { dice, slowestPage = 60, slowestReply = 250 } = settings
  const happened = new EventEmitter().setMaxListeners(0)
  const bills: Bill[] = []
  const honest = honestModel()
  const answer = async (call: ModelCall): Promise<Behaviour> => {
    happened.emit('call')
    await wait(dice.below(slowestReply))
    const reply = honest(call)
    const given = settings.lie?.(call, reply) ?? reply
    const tokens = tokensOf(call, given)
    if (tokens !== null) bills.push({ tokens, nanodollars: costOf(PRICE, tokens) })
    happened.emit('reply')
    return given
  }
  const serve = (page: number): LoopbackRoute => {
    const html = pageOf(page)
    return (request, response) => {
      happened.emit('page')
      const spoilt = settings.spoil?.() ?? null
      if (typeof spoilt === 'function') return spoilt(request, response)
      if (spoilt !== null && typeof spoilt === 'object' && 'raw' in spoilt) return spoilt.raw(request.socket)
      const headers = { 'content-type': 'text/html; charset=utf-8' }
      setTimeout(() => response.writeHead(200, headers).end(spoilt ?? html), dice.below(slowestPage))
    }
  }
  const numbers = Array.from({ length: settings.pages }, (_, index) => index + 1)
  const [discord, web, model] = await Promise.all([
    startLoopbackDiscord(settings.discord),
    startLoopbackWeb(Object.fromEntries(numbers.map((page) => [`/report-${page}`, serve(page)]))),
    startLoopbackModel(answer),
  ])
  const folder = mkdtempSync(join(tmpdir(), 'footnote-endurance-'))
  return {
    discord,
    model,
    folder,
    bills,
    happened,
    linkTo: (page) => `http://${page === 0 ? DEAD_HOST : `127.0.0.1:${web.port}`}/report-${page}`,
    environment: {
      DISCORD_TOKEN: discord.token,
      DISCORD_API_URL: discord.apiUrl,
      STORAGE_URL: `sqlite:${join(folder, STORE)}`,
      FETCH_ALLOW_HOSTS: `127.0.0.1:${web.port},${DEAD_HOST}`,
      OPENAI_BASE_URL: model.baseUrl,
      OPENAI_MODEL: 'loopback-1',
      OPENAI_PRICES: 'loopback-1=1/0.5/2',
      ...NO_LIMITS,
      ...settings.environment,
    },
    close: async () => {
      await Promise.all([discord.close(), web.close(), model.close()])
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Nothing listens on a port that no service was ever given. */
const DEAD_HOST = '127.0.0.1:2'

export const STORE = 'footnote.db'

/** In minutes people do here what they do elsewhere in weeks. */
const MANY = '100000'
const NO_LIMITS = {
  COOLDOWN_SECONDS: '0',
  DAILY_CALL_LIMIT: MANY,
  DAILY_BUDGET: MANY,
  MONTHLY_BUDGET: MANY,
  PERSON_SUMMARIES_PER_HOUR: MANY,
  PERSON_QUESTIONS_PER_HOUR: MANY,
  GUILD_SUMMARIES_PER_DAY: MANY,
  GUILD_QUEUE_LENGTH: MANY,
  GUILD_REQUESTS_AT_ONCE: '8',
  OPENAI_REQUESTS_AT_ONCE: '8',
}

function pageOf(page: number): string {
  const own = `Report ${page} of this day was written by hand in the harbour office of Brennholm on a grey morning.`
  return articlePage(`Report ${page} from the harbour`, [own, ...HARBOUR_PARAGRAPHS])
}

/** Which article a text of the bot's is about; null where it is about none. */
export const pageNamedIn = (words: string): number | null => {
  const [, page] = /Report (\d+) /u.exec(words) ?? []
  return page === undefined ? null : Number(page)
}

/** As the loopback model counts them; null for what no server counts. */
function tokensOf({ body }: ModelCall, given: Behaviour): Tokens | null {
  if (given.kind !== 'reply' && given.kind !== 'refusal' && given.kind !== 'slow') return null
  if (given.kind === 'reply' && given.promptTokens === null) return null
  const characters = body.messages.reduce((sum, { content }) => sum + content.length, 0)
  const said = given.kind === 'reply' ? given.promptTokens : undefined
  return { input: said ?? Math.ceil(characters / 4), cached: 0, output: Math.ceil(given.text.length / 4) }
}
