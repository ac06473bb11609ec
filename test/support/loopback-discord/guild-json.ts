import { ApplicationFlags } from 'discord.js'
import { channelJson } from './channel-json.ts'
import type { Guild, Role, User } from './things.ts'
import type { World } from './world.ts'

// Guilds, roles and members as Discord writes them in JSON.

export const memberJson = (guild: Guild, user: User) => ({
  nick: user.nick ?? null,
  avatar: null,
  roles: [...(guild.members.get(user.id) ?? [])],
  joined_at: '2026-01-01T00:00:00.000Z',
  premium_since: null,
  communication_disabled_until: null,
  deaf: false,
  mute: false,
  pending: false,
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

export const roleJson = (world: World, { id, name, permissions, position, isBots, mentionable }: Role) => ({
  id,
  name,
  permissions: String(permissions),
  color: 0,
  colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
  hoist: false,
  icon: null,
  unicode_emoji: null,
  position,
  managed: isBots,
  mentionable,
  flags: 0,
  ...(isBots && { tags: { bot_id: world.bot.id } }),
})

/** What REST sends of a guild. */
export const guildJson = (world: World, guild: Guild) => ({
  id: guild.id,
  name: guild.name,
  icon: null,
  description: null,
  owner_id: guild.ownerId,
  roles: [...guild.roles.values()].map((role) => roleJson(world, role)),
  system_channel_id: guild.systemChannelId,
  system_channel_flags: 0,
  public_updates_channel_id: guild.publicUpdatesChannelId,
  safety_alerts_channel_id: guild.safetyAlertsChannelId,
  rules_channel_id: null,
  afk_channel_id: null,
  afk_timeout: 300,
  verification_level: 0,
  default_message_notifications: 0,
  explicit_content_filter: 0,
  mfa_level: 0,
  nsfw_level: 0,
  preferred_locale: 'en-US',
  premium_tier: 0,
  features: [],
  emojis: [],
  stickers: [],
})

/** What the gateway sends of it when the bot comes or comes back. */
export function guildCreateJson(world: World, guild: Guild) {
  const here = [...world.channels.values()].filter(({ guildId }) => guildId === guild.id)
  const isActive = here.filter(({ thread }) => thread?.archived === false)
  const json = (channels: typeof here) => channels.map((channel) => channelJson(world, channel))
  return {
    ...guildJson(world, guild),
    unavailable: false,
    joined_at: new Date(guild.botJoinedAt).toISOString(),
    large: false,
    member_count: guild.members.size,
    members: [{ ...memberJson(guild, world.bot), user: world.bot }],
    channels: json(here.filter(({ thread }) => thread === null)),
    threads: json(isActive.filter((thread) => world.may('ViewChannel', thread))),
    voice_states: [],
    presences: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  }
}
