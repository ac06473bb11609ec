import { MessageFlags } from 'discord.js'
import type { Fields } from './fields.ts'
import { makeGuild } from './guilds.ts'
import { bitsOf, isWithBot, rightsIn } from './rights.ts'
import type { Channel, Guild, Message, Right, User } from './things.ts'

export type { Channel, Guild, Message } from './things.ts'

// What there is: guilds with their channels, people and messages, and what the bot did wrong in them.

interface Event {
  readonly name: string
  /** Gateway intent without which a session does not get it; 0: everybody gets it. */
  readonly intent: number
  readonly data: (seesContent: boolean) => unknown
  /** Where it happened: the bot hears of it only where it sees the channel. */
  readonly channel?: Channel
  /** The bot hears of it only while it is in this guild. */
  readonly guild?: Guild
  /** Whose shard hears of it, where neither says that. */
  readonly guildId?: string | null
}

export interface WorldOptions {
  /** The portal's switch for the Message Content intent; on by default. */
  readonly messageContent?: boolean
  /** What the application's own record says of that switch, where it lags behind. */
  readonly saysMessageContent?: boolean
  /** Rights that the bot does not have in the first guild; it has the five that its invite asks for. */
  readonly without?: readonly Right[]
  /** How often the bot has to say that it is alive: 41.25 s on Discord. */
  readonly heartbeat?: number
  /** Rate limits like those of the real Discord; off, for scenes that do in a second what people do in minutes. */
  readonly hasBuckets?: boolean
  readonly gateway?: Partial<GatewayLimits>
}

/** What Discord lets a bot do at its gateway. */
interface GatewayLimits {
  /** So many shards it recommends: 1, as for every small bot. */
  readonly shards: number
  /** So many shards may log in at once: 1, as for every bot that is not very large. */
  readonly maxConcurrency: number
  /** Milliseconds between two logins of one bucket: 5000 at Discord; off, for scenes in which bots start often. */
  readonly identifyInterval: number
  /** With more guilds a shard is refused: 2500. */
  readonly mostGuilds: number
}

const LIMITS: GatewayLimits = { shards: 1, maxConcurrency: 1, identifyInterval: 0, mostGuilds: 2500 }

export type World = ReturnType<typeof createWorld>

const DISCORD_EPOCH = 1_420_070_400_000n
/** Nothing that is waited for takes so long. */
const HANG_MILLISECONDS = 30_000

export function createWorld(options: WorldOptions) {
  const { messageContent = true, saysMessageContent = messageContent, without = [] } = options
  let counter = 0n
  const newId = (): string => {
    counter += 1n
    return String(((BigInt(Date.now()) - DISCORD_EPOCH) << 22n) + counter)
  }
  const newUser = (name: string, bot = false): User => ({
    id: newId(),
    username: name,
    global_name: name,
    bot,
    discriminator: bot ? '0001' : '0',
    avatar: null,
  })
  const watchers = new Set<() => void>()
  const listeners = new Set<(event: Event) => void>()
  const bot = newUser('footnote', true)
  const owner = newUser('host')
  const guildOwner = newUser('head of the circle')
  const home = makeGuild({
    newId,
    botId: bot.id,
    ownerId: guildOwner.id,
    name: 'Reading circle',
    botLacks: without,
  })
  home.members.set(owner.id, [])
  const guilds = new Map([[home.id, home]])
  const channels = new Map([[home.general.id, home.general]])
  const messages = new Map<string, Message>()
  const rightsOf = (channel: Channel, userId: string): bigint =>
    rightsIn(channel, userId, {
      guild: guilds.get(channel.guildId ?? ''),
      parent: channel.thread === null ? undefined : channels.get(channel.parentId ?? ''),
      botId: bot.id,
    })
  const isReachable = (guild: Guild | undefined): boolean => guild?.hasBot === true && !guild.isDown
  const sees = (channel: Channel): boolean =>
    channel.guildId === null
      ? isWithBot(channel)
      : isReachable(guilds.get(channel.guildId)) &&
        (rightsOf(channel, bot.id) & bitsOf(['ViewChannel'])) !== 0n

  const changed = (): void => {
    for (const watcher of watchers) watcher()
  }
  return {
    token: `loopback.${newId()}`,
    /** Where it is served, once it is. */
    origin: '',
    bot,
    /** Whose application the bot is. */
    owner,
    /** The guild that there is from the start. */
    home,
    guilds,
    messageContent,
    saysMessageContent,
    heartbeat: options.heartbeat ?? 41_250,
    hasBuckets: options.hasBuckets ?? false,
    gateway: { ...LIMITS, ...options.gateway },
    channels,
    people: new Map<string, User>([owner, guildOwner].map((user) => [user.id, user])),
    messages,
    /** Commands that the bot registered, for everywhere and by guild. */
    commands: {
      global: [] as Record<string, unknown>[],
      guilds: new Map<string, Record<string, unknown>[]>(),
    },
    files: new Map<string, { readonly bytes: Uint8Array; readonly type: string | null }>(),
    /** Every rule of Discord's that the bot broke, in words. */
    violations: [] as string[],
    /** Everybody whom a message of the bot's really notified. */
    pings: [] as string[],
    /** Everything that the bot sent, oldest first. */
    requests: [] as { readonly name: string; readonly body: Fields }[],
    /** Requests that show that the bot types. */
    typing: [] as string[],
    newId,
    newUser,
    changed,
    listeners,
    dispatch: (event: Event): void => {
      const isHeard =
        (event.channel === undefined || sees(event.channel)) &&
        (event.guild === undefined || isReachable(event.guild))
      if (isHeard) for (const listener of listeners) listener(event)
      changed()
    },
    rightsOf,
    /** Whether the bot, or somebody else, may do this in this channel. */
    may: (right: Right, channel: Channel, userId: string = bot.id): boolean =>
      (rightsOf(channel, userId) & bitsOf([right])) !== 0n,
    guildOf: (channel: Channel): Guild | undefined => guilds.get(channel.guildId ?? ''),
    /** Waits until `find` finds something: looks again at every change, and fails after a while. */
    until: <Found>(what: string, find: () => Found | undefined | null | false): Promise<Found> =>
      new Promise((resolve, reject) => {
        // Made here, so that its stack leads to the line of the test that waits.
        const inVain = new Error(`The loopback Discord waited in vain for ${what}`)
        const look = (): void => {
          const found = find()
          if (found === undefined || found === null || found === false) return
          clearTimeout(hang)
          watchers.delete(look)
          resolve(found)
        }
        const hang = setTimeout(() => {
          watchers.delete(look)
          const shown = [...messages.values()].filter(({ author }) => author.bot).map(wordsOf)
          inVain.message += `. The bot shows: ${shown.join(' | ')}`
          reject(inVain)
        }, HANG_MILLISECONDS)
        watchers.add(look)
        look()
      }),
  }
}

export const isEphemeral = (message: Message): boolean => (message.flags & MessageFlags.Ephemeral) !== 0
export const isV2 = ({ flags }: Pick<Message, 'flags'>): boolean =>
  (flags & MessageFlags.IsComponentsV2) !== 0

/** Everything that a reader sees of a message: its content, or the texts of its components. */
export function wordsOf({ content, components }: Pick<Message, 'content' | 'components'>): string {
  const texts = JSON.stringify(components).matchAll(/"type":10,[^{}]*?"content":("(?:[^"\\]|\\.)*")/gu)
  return [content, ...[...texts].map(([, text = '""']) => JSON.parse(text) as string)]
    .filter((text) => text !== '')
    .join('\n')
}
