import {
  type APIMessageTopLevelComponent,
  ChannelType,
  MessageFlags,
  type MessageType,
  PermissionFlagsBits,
} from 'discord.js'

// What there is: one server with its channels, people and messages, and what the bot did wrong in it.

export interface User {
  readonly id: string
  readonly username: string
  readonly global_name: string
  readonly bot: boolean
  readonly discriminator: string
  readonly avatar: null
}

export interface Attachment {
  readonly id: string
  readonly filename: string
  readonly content_type?: string
  readonly size: number
  readonly url: string
  readonly proxy_url: string
}

export interface Message {
  readonly id: string
  readonly channelId: string
  readonly author: User
  readonly type: MessageType
  content: string
  components: readonly APIMessageTopLevelComponent[]
  readonly attachments: readonly Attachment[]
  flags: number
  readonly repliesTo: Message | null
  readonly nonce: string | null
  /** The only person who sees it; null: everybody. */
  readonly seenBy: string | null
  edits: number
}

export interface Channel {
  readonly id: string
  readonly type: ChannelType.GuildText | ChannelType.PublicThread | ChannelType.DM
  readonly name: string
  readonly parentId: string | null
  readonly ownerId: string | null
  /** Only people who manage threads may still write in it. */
  locked?: boolean
}

type Event = {
  readonly name: string
  /** Gateway intent without which a session does not get it; 0: everybody gets it. */
  readonly intent: number
  readonly data: (seesContent: boolean) => unknown
}

export interface WorldOptions {
  /** The portal's switch for the Message Content intent; on by default. */
  readonly messageContent?: boolean
  /** What the application's own record says of that switch, where it lags behind. */
  readonly saysMessageContent?: boolean
  /** Rights that the bot does not have in the server; it has the five that its invite asks for. */
  readonly without?: readonly (keyof typeof PermissionFlagsBits)[]
}

export type World = ReturnType<typeof createWorld>

const DISCORD_EPOCH = 1_420_070_400_000n
/** Nothing that is waited for takes so long. */
const HANG_MILLISECONDS = 12_000

const INVITED_WITH = [
  'ViewChannel',
  'SendMessages',
  'ReadMessageHistory',
  'CreatePublicThreads',
  'SendMessagesInThreads',
] as const

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
  const rights = INVITED_WITH.filter((right) => !without.includes(right)).reduce(
    (bits, right) => bits | PermissionFlagsBits[right],
    0n,
  )
  const watchers = new Set<() => void>()
  const listeners = new Set<(event: Event) => void>()
  const guildId = newId()
  const general: Channel = {
    id: newId(),
    type: ChannelType.GuildText,
    name: 'general',
    parentId: null,
    ownerId: null,
  }
  const owner = newUser('host')
  const channels = new Map([[general.id, general]])
  const messages = new Map<string, Message>()

  const changed = (): void => {
    for (const watcher of watchers) watcher()
  }
  return {
    token: `loopback.${newId()}`,
    bot: newUser('footnote', true),
    /** Whose application the bot is. */
    owner,
    guildId,
    general,
    rights,
    messageContent,
    saysMessageContent,
    channels,
    people: new Map<string, User>([[owner.id, owner]]),
    messages,
    /** Commands that the bot registered, for everywhere and for this server. */
    commands: { global: [] as Record<string, unknown>[], guild: [] as Record<string, unknown>[] },
    files: new Map<string, { readonly bytes: Uint8Array; readonly type: string | null }>(),
    /** Every rule of Discord's that the bot broke, in words. */
    violations: [] as string[],
    /** Everybody whom a message of the bot's really notified. */
    pings: [] as string[],
    /** Requests that show that the bot types. */
    typing: [] as string[],
    leftGuild: false,
    newId,
    newUser,
    changed,
    listeners,
    dispatch: (event: Event): void => {
      for (const listener of listeners) listener(event)
      changed()
    },
    may: (right: keyof typeof PermissionFlagsBits, channel: Channel): boolean =>
      channel.type === ChannelType.DM || (rights & PermissionFlagsBits[right]) !== 0n,
    /** Waits until `find` finds something: looks again at every change, and fails after a while. */
    until: <Found>(what: string, find: () => Found | undefined | null | false): Promise<Found> =>
      new Promise((resolve, reject) => {
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
          reject(
            new Error(`The loopback Discord waited in vain for ${what}. The bot shows: ${shown.join(' | ')}`),
          )
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
