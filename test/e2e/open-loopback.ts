import { Client, type ClientOptions, GatewayIntentBits, Partials } from 'discord.js'
import { onTestFinished, vi } from 'vitest'
import { type LoopbackDiscord, startLoopbackDiscord } from '../support/loopback-discord/start.ts'
import type { WorldOptions } from '../support/loopback-discord/world.ts'

interface Answer {
  readonly status: number
  readonly id?: string
  readonly code?: number
  readonly [field: string]: unknown
}

/** A loopback Discord and a way to ask it anything by REST, as a bot would or as none would. */
export async function openLoopback(options: WorldOptions = {}) {
  const discord = await startLoopbackDiscord(options)
  onTestFinished(() => discord.close())
  const call = async (
    method: string,
    path: string,
    body: object = {},
    token = discord.token,
  ): Promise<Answer> => {
    const response = await fetch(`${discord.apiUrl}/v10${path}`, {
      method,
      headers: { authorization: `Bot ${token}`, 'content-type': 'application/json' },
      ...(method !== 'GET' && { body: JSON.stringify(body) }),
    })
    const answer = response.status === 204 ? {} : ((await response.json()) as object)
    return { ...answer, status: response.status }
  }
  return { discord, call }
}

/** As discord.js takes them: without them it has all guilds. */
type Shards = Partial<Pick<ClientOptions, 'shardCount'>> & { readonly shards?: 'auto' | number[] }

/** An unmodified discord.js client that is logged in, and the names and data of the events that it got. */
export async function logIn(
  discord: LoopbackDiscord,
  { messageContent = true, ...shards }: { readonly messageContent?: boolean } & Shards = {},
) {
  const client = new Client({
    intents: [
      GatewayIntentBits.Guilds,
      GatewayIntentBits.GuildMessages,
      GatewayIntentBits.DirectMessages,
      ...(messageContent ? [GatewayIntentBits.MessageContent] : []),
    ],
    partials: [Partials.Channel, Partials.Message],
    allowedMentions: { parse: [], repliedUser: false },
    rest: { api: discord.apiUrl, retries: 1 },
    ...shards,
  })
  onTestFinished(() => client.destroy())
  client.on('error', () => {})
  const events: { readonly name: string; readonly data: Readonly<Record<string, unknown>> }[] = []
  client.on('raw', ({ t, d }: { t: string | null; d: Readonly<Record<string, unknown>> }) => {
    if (t !== null) events.push({ name: t, data: d })
  })
  const ready = new Promise<Client<true>>((resolve) => client.once('clientReady', resolve))
  await client.login(discord.token)
  return { client: await ready, events, names: () => events.map(({ name }) => name) }
}

/** Waits for what a client has got: it hears of things a moment after they happened. */
export const until = <Found>(find: () => Found | undefined | false): Promise<Found> =>
  vi.waitUntil(find, { interval: 10, timeout: 30_000 })
