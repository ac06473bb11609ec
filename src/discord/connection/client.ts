import { Client, GatewayIntentBits, Options, Partials } from 'discord.js'
import type { DiscordSettings } from '../bot.ts'
import { NO_MENTIONS } from '../outgoing/outgoing.ts'

const REQUEST_TIMEOUT = 15_000
const RETRIES = 3
/** Messages are kept in memory as long as a repeated event can arrive, and no longer. */
const MESSAGE_LIFETIME_SECONDS = 900
const MESSAGES_PER_CHANNEL = 50

/** As discord.js takes them. */
function shardOptions({ shards: { count, ids } }: DiscordSettings) {
  if (count === null) return { shards: 'auto' } as const
  return { shards: ids ?? Array.from({ length: count }, (_, id) => id), shardCount: count }
}

/** A client that has not logged in. */
export function createClient(settings: DiscordSettings, withMessageContent: boolean): Client {
  const intents = [
    GatewayIntentBits.Guilds,
    GatewayIntentBits.GuildMessages,
    GatewayIntentBits.DirectMessages,
    ...(withMessageContent ? [GatewayIntentBits.MessageContent] : []),
  ]
  return new Client({
    intents,
    ...shardOptions(settings),
    // Without them, messages in direct conversations do not arrive, nor what happens to messages that are not in memory.
    partials: [Partials.Channel, Partials.Message],
    allowedMentions: NO_MENTIONS,
    failIfNotExists: false,
    rest: { api: settings.apiUrl, retries: RETRIES, timeout: REQUEST_TIMEOUT },
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      MessageManager: MESSAGES_PER_CHANNEL,
    }),
    sweepers: {
      ...Options.DefaultSweeperSettings,
      messages: { interval: 300, lifetime: MESSAGE_LIFETIME_SECONDS },
    },
  })
}
