import { ChannelType, PermissionFlagsBits } from 'discord.js'
import type { Channel, Guild, Right } from './things.ts'

// Who may do what, by Discord's rules: roles, then the overwrites of @everyone, of roles, of the person.

export const bitsOf = (rights: readonly Right[]): bigint =>
  rights.reduce((bits, right) => bits | PermissionFlagsBits[right], 0n)

const ALL = Object.values(PermissionFlagsBits).reduce((bits, right) => bits | right, 0n)

/** What the bot's invite asks for. */
export const INVITED_WITH: readonly Right[] = [
  'ViewChannel',
  'SendMessages',
  'ReadMessageHistory',
  'CreatePublicThreads',
  'SendMessagesInThreads',
]

/** What everybody may in a new guild, as far as it matters here; files and previews a bot has to ask for. */
export const EVERYBODY_MAY: readonly Right[] = [
  ...INVITED_WITH,
  'CreatePrivateThreads',
  'UseApplicationCommands',
  'UseExternalApps',
  'AddReactions',
  'MentionEveryone',
]

/** What a guild's roles give somebody, before the overwrites of a channel. */
function rightsInGuild(guild: Guild, userId: string): bigint {
  const roles = guild.members.get(userId)
  if (roles === undefined) return 0n
  const bits = [guild.id, ...roles].reduce((sum, id) => sum | (guild.roles.get(id)?.permissions ?? 0n), 0n)
  const isAbove = guild.ownerId === userId || (bits & PermissionFlagsBits.Administrator) !== 0n
  return isAbove ? ALL : bits
}

/** Where the rights in a channel are set: a thread has those of the channel that it is in. */
interface Setting {
  readonly guild: Guild | undefined
  readonly parent: Channel | undefined
  readonly botId: string
}

export function rightsIn(channel: Channel, userId: string, { guild, parent, botId }: Setting): bigint {
  if (channel.guildId === null) {
    const isIn =
      channel.recipients.some(({ id }) => id === userId) || (userId === botId && isWithBot(channel))
    return isIn ? ALL : 0n
  }
  if (guild === undefined) return 0n
  const roles = guild.members.get(userId) ?? []
  const inGuild = rightsInGuild(guild, userId)
  if (inGuild === ALL || inGuild === 0n) return inGuild
  const { overwrites } = parent ?? channel
  const apply = (bits: bigint, ids: readonly string[]): bigint => {
    const fitting = overwrites.filter(({ id }) => ids.includes(id))
    const denied = fitting.reduce((sum, { deny }) => sum | deny, 0n)
    return (bits & ~denied) | fitting.reduce((sum, { allow }) => sum | allow, 0n)
  }
  const bits = [[guild.id], roles, [userId]].reduce(apply, inGuild)
  if ((bits & PermissionFlagsBits.ViewChannel) === 0n) return 0n
  const isClosed = channel.type === ChannelType.PrivateThread && channel.thread?.members.has(userId) !== true
  if (isClosed && (bits & PermissionFlagsBits.ManageThreads) === 0n) return 0n
  return withoutImplied(bits, channel)
}

/** Who may not write may not ping or attach either. */
function withoutImplied(bits: bigint, channel: Channel): bigint {
  const writing = channel.thread === null ? 'SendMessages' : 'SendMessagesInThreads'
  if ((bits & PermissionFlagsBits[writing]) !== 0n) return bits
  return bits & ~bitsOf(['MentionEveryone', 'AttachFiles', 'EmbedLinks', 'SendTTSMessages'])
}

/** A direct conversation with the bot has one person in it; what people have among themselves has more. */
export const isWithBot = ({ type, recipients }: Channel): boolean =>
  type === ChannelType.DM && recipients.length === 1
