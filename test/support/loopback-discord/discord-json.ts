import { ApplicationFlags, ChannelType, GatewayIntentBits, MessageFlags, MessageType } from 'discord.js'
import type { Channel, Message, User, World } from './world.ts'

// The same things as Discord writes them in JSON.

export const memberJson = (world: World, user: User) => ({
  nick: null,
  roles: user.id === world.bot.id ? [botRole(world)] : [],
  joined_at: '2026-01-01T00:00:00.000Z',
  deaf: false,
  mute: false,
  flags: 0,
})

/** What the portal knows of the bot: the flag says whether a small bot may see the content of messages. */
export const applicationJson = (world: World) => ({
  id: world.bot.id,
  name: world.bot.username,
  description: '',
  icon: null,
  bot_public: true,
  bot_require_code_grant: false,
  owner: world.owner,
  flags: world.saysMessageContent ? ApplicationFlags.GatewayMessageContentLimited : 0,
})

/** A server's role of the same id is @everyone; the bot's own comes with its invite. */
const botRole = (world: World): string => `${world.guildId.slice(0, -1)}9`

export function channelJson(world: World, channel: Channel) {
  if (channel.type === ChannelType.DM) {
    const recipient = world.people.get(channel.ownerId ?? '')
    return { id: channel.id, type: channel.type, last_message_id: null, recipients: [recipient] }
  }
  const common = { id: channel.id, type: channel.type, guild_id: world.guildId, name: channel.name }
  if (channel.type === ChannelType.GuildText) {
    return { ...common, position: 0, parent_id: null, permission_overwrites: [], nsfw: false, topic: null }
  }
  return {
    ...common,
    parent_id: channel.parentId,
    owner_id: channel.ownerId,
    message_count: 0,
    member_count: 1,
    total_message_sent: 0,
    thread_metadata: {
      archived: false,
      auto_archive_duration: 4320,
      archive_timestamp: '2026-01-01T00:00:00.000Z',
      locked: channel.locked ?? false,
    },
  }
}

const role = (id: string, name: string, permissions: bigint, botId: string | null) => ({
  id,
  name,
  permissions: String(permissions),
  color: 0,
  colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
  hoist: false,
  position: botId === null ? 0 : 1,
  managed: botId !== null,
  mentionable: false,
  flags: 0,
  ...(botId !== null && { tags: { bot_id: botId } }),
})

export const guildJson = (world: World) => ({
  id: world.guildId,
  name: 'Reading circle',
  owner_id: '1',
  unavailable: false,
  joined_at: '2026-01-01T00:00:00.000Z',
  large: false,
  member_count: world.people.size + 1,
  members: [{ ...memberJson(world, world.bot), user: world.bot }],
  roles: [
    role(world.guildId, '@everyone', 0n, null),
    role(botRole(world), 'footnote', world.rights, world.bot.id),
  ],
  channels: [channelJson(world, world.general)],
  threads: threadsOf(world).map((thread) => channelJson(world, thread)),
  system_channel_id: null,
  preferred_locale: 'en-US',
  premium_tier: 0,
  features: [],
  emojis: [],
  stickers: [],
  voice_states: [],
  presences: [],
  stage_instances: [],
  guild_scheduled_events: [],
  soundboard_sounds: [],
})

const threadsOf = (world: World): Channel[] =>
  [...world.channels.values()].filter(({ type }) => type === ChannelType.PublicThread)

/**
 * A message as the bot gets it. Without the Message Content intent its words, files and components are empty, but in
 * direct messages, in its own messages and where it is mentioned.
 */
export function messageJson(world: World, message: Message, seesContent: boolean): Record<string, unknown> {
  const channel = world.channels.get(message.channelId)
  const isDirect = channel?.type === ChannelType.DM
  const mentions = mentionsIn(world, message)
  const isOpen =
    seesContent || isDirect || message.author.id === world.bot.id || mentions.some(({ bot }) => bot)
  const thread = world.channels.get(message.id)
  return {
    id: message.id,
    channel_id: message.channelId,
    channel_type: channel?.type,
    ...(!isDirect && { guild_id: world.guildId, member: memberJson(world, message.author) }),
    type: message.type,
    author: message.author,
    content: isOpen ? message.content : '',
    components: isOpen ? message.components : [],
    attachments: isOpen ? message.attachments : [],
    embeds: [],
    flags: message.flags | (thread === undefined ? 0 : MessageFlags.HasThread),
    mentions,
    mention_roles: [],
    mention_everyone: message.author.id !== world.bot.id && message.content.includes('@everyone'),
    pinned: false,
    tts: false,
    timestamp: new Date(Number(BigInt(message.id) >> 22n) + 1_420_070_400_000).toISOString(),
    edited_timestamp: message.edits === 0 ? null : new Date().toISOString(),
    ...(message.nonce !== null && { nonce: message.nonce }),
    ...(thread !== undefined && { thread: channelJson(world, thread) }),
    ...(message.repliesTo !== null && {
      message_reference: {
        type: 0,
        message_id: message.repliesTo.id,
        channel_id: message.channelId,
        guild_id: isDirect ? undefined : world.guildId,
      },
      referenced_message:
        message.repliesTo.repliesTo === null ? messageJson(world, message.repliesTo, seesContent) : null,
    }),
  }
}

function mentionsIn(world: World, message: Message): User[] {
  const everybody = [world.bot, ...world.people.values()]
  const named = everybody.filter(({ id }) => new RegExp(`<@!?${id}>`, 'u').test(message.content))
  const repliedTo = message.type === MessageType.Reply ? message.repliesTo?.author : undefined
  const isByBot = message.author.id === world.bot.id
  return repliedTo === undefined || isByBot ? named : [...new Set([...named, repliedTo])]
}

/** The intent that lets a session hear of messages in this channel. */
export const intentFor = (channel: Channel): number =>
  channel.type === ChannelType.DM ? GatewayIntentBits.DirectMessages : GatewayIntentBits.GuildMessages
