import { ChannelType, OverwriteType, PermissionFlagsBits } from 'discord.js'
import { bitsOf } from './rights.ts'
import type { Channel, Overwrite, Right, Role, User } from './things.ts'

const CHANNEL_TYPES = {
  text: ChannelType.GuildText,
  announcement: ChannelType.GuildAnnouncement,
  voice: ChannelType.GuildVoice,
  forum: ChannelType.GuildForum,
} as const

export interface ChannelOptions {
  readonly type?: keyof typeof CHANNEL_TYPES
  readonly nsfw?: boolean
  /** Rights that the bot's role does not have there: `ViewChannel` hides it from the bot. */
  readonly without?: readonly Right[]
  /** `everyone`: @everyone does not see it, whoever has one of `visibleTo` does, and so does the bot. */
  readonly hiddenFrom?: 'everyone' | 'nobody'
  readonly visibleTo?: readonly Role[]
  /** Seconds between two messages of one person. */
  readonly slowMode?: number
}

interface NewChannel extends ChannelOptions {
  readonly newId: () => string
  readonly guildId: string
  readonly botRoleId: string
  readonly name: string
}

export function makeChannel({ newId, guildId, botRoleId, name, ...options }: NewChannel): Channel {
  return {
    id: newId(),
    type: CHANNEL_TYPES[options.type ?? 'text'],
    name,
    guildId,
    parentId: null,
    ownerId: null,
    overwrites: overwritesOf(options, guildId, botRoleId),
    nsfw: options.nsfw ?? false,
    slowMode: options.slowMode ?? 0,
    recipients: [],
    thread: null,
  }
}

/** A channel's settings of rights, as somebody would make them in Discord's own settings. */
export function overwritesOf(options: ChannelOptions, guildId: string, botRoleId: string): Overwrite[] {
  const { without = [], hiddenFrom = 'nobody', visibleTo = [] } = options
  const isHidden = hiddenFrom === 'everyone'
  const view = PermissionFlagsBits.ViewChannel
  const denied = bitsOf(without)
  const allowed = isHidden && (denied & view) === 0n ? view : 0n
  const role = OverwriteType.Role
  return [
    ...(isHidden ? [{ id: guildId, type: role, allow: 0n, deny: view }] : []),
    ...visibleTo.map(({ id }) => ({ id, type: role, allow: view, deny: 0n })),
    ...(denied === 0n && allowed === 0n ? [] : [{ id: botRoleId, type: role, allow: allowed, deny: denied }]),
  ]
}

/** A conversation outside of guilds: of one person with the bot, or of people among themselves. */
export function makeConversation(newId: () => string, recipients: readonly User[], name = ''): Channel {
  return {
    id: newId(),
    type: recipients.length > 2 ? ChannelType.GroupDM : ChannelType.DM,
    name,
    guildId: null,
    parentId: null,
    ownerId: recipients[0]?.id ?? null,
    overwrites: [],
    nsfw: false,
    slowMode: 0,
    recipients,
    thread: null,
  }
}
