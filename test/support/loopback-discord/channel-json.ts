import { ChannelType, GatewayIntentBits } from 'discord.js'
import { messagesIn, timeOf } from './message-time.ts'
import type { Channel } from './things.ts'
import type { World } from './world.ts'

// Channels as Discord writes them in JSON.

export function channelJson(world: World, channel: Channel): Record<string, unknown> {
  const { id, type, name, guildId: guild_id, thread } = channel
  const written = messagesIn(world, channel)
  const last_message_id = written.at(-1)?.id ?? null
  if (guild_id === null) {
    const group = type === ChannelType.GroupDM ? { name, icon: null, owner_id: channel.ownerId } : {}
    return { id, type, last_message_id, recipients: channel.recipients, ...group }
  }
  const common = {
    id,
    type,
    guild_id,
    name,
    last_message_id,
    parent_id: channel.parentId,
    rate_limit_per_user: channel.slowMode,
    flags: 0,
  }
  if (thread === null) {
    return {
      ...common,
      position: 0,
      nsfw: channel.nsfw,
      topic: `What ${name} is about`,
      permission_overwrites: channel.overwrites.map(({ allow, deny, ...target }) => ({
        ...target,
        allow: String(allow),
        deny: String(deny),
      })),
      ...(type === ChannelType.GuildVoice && { bitrate: 64_000, user_limit: 0, rtc_region: null }),
      ...(type === ChannelType.GuildForum && { available_tags: [], default_reaction_emoji: null }),
    }
  }
  return {
    ...common,
    owner_id: channel.ownerId,
    message_count: written.length,
    member_count: Math.min(50, thread.members.size),
    total_message_sent: written.length,
    thread_metadata: {
      archived: thread.archived,
      auto_archive_duration: thread.autoArchive,
      archive_timestamp: new Date(thread.archivedAt).toISOString(),
      locked: thread.locked,
      create_timestamp: new Date(timeOf(id)).toISOString(),
      ...(type === ChannelType.PrivateThread && { invitable: true }),
    },
    ...(thread.members.has(world.bot.id) && {
      member: { id, user_id: world.bot.id, join_timestamp: new Date(timeOf(id)).toISOString(), flags: 0 },
    }),
  }
}

/** What an interaction says of a channel: not all, and the rights that somebody has there. */
export function partialChannelJson(world: World, channel: Channel, userId: string): Record<string, unknown> {
  const { permission_overwrites: _, recipients, ...rest } = channelJson(world, channel)
  if (channel.guildId === null) return { ...rest, recipients }
  return { ...rest, permissions: String(world.rightsOf(channel, userId)) }
}

/** The intent that lets a session hear of messages in this channel. */
export const intentFor = (channel: Channel): number =>
  channel.guildId === null ? GatewayIntentBits.DirectMessages : GatewayIntentBits.GuildMessages
