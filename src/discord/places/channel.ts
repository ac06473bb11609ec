import {
  DiscordAPIError,
  PermissionFlagsBits,
  PermissionsBitField,
  RESTJSONErrorCodes,
  type SendableChannels,
} from 'discord.js'
import type { Place } from '../../app/ports.ts'
import { FootnoteError } from '../../core/error.ts'
import type { Asked } from '../tasks/asked.ts'
import type { Bot } from '../bot.ts'
import { type Room, roomFor } from './permissions.ts'
import { FAILURES, RIGHT_NAMES } from '../texts.ts'

/** The channel, asked of Discord where it is not known yet. Throws what discord.js throws where it is gone. */
export async function fetchChannel(bot: Bot, channelId: string): Promise<SendableChannels> {
  const channel = await bot.client.channels.fetch(channelId)
  if (channel?.isSendable() === true) return channel
  throw new FootnoteError(
    'permission-missing',
    FAILURES.missingRights([RIGHT_NAMES.ViewChannel], FAILURES.thisChannel),
  )
}

export const isUnknownChannel = (error: unknown): boolean =>
  error instanceof DiscordAPIError && error.code === RESTJSONErrorCodes.UnknownChannel

/** Whether this is a thread in which only people who manage threads may still write. */
const isLocked = (bot: Bot, channel: SendableChannels): boolean =>
  channel.isThread() &&
  channel.locked === true &&
  channel
    .permissionsFor(channel.guild.members.me ?? bot.client.user)
    ?.has(PermissionFlagsBits.ManageThreads) !== true

/** `rights`: what Discord itself says with an interaction that the bot may do there; it knows also what the bot does not see. */
export function roomIn(
  bot: Bot,
  channel: SendableChannels,
  startsFromCard: boolean,
  rights: string | null = null,
): Room {
  if (channel.isDMBased()) return roomFor(channel, null, startsFromCard)
  if (isLocked(bot, channel)) return { kind: 'nowhere', missing: [RIGHT_NAMES.ManageThreads] }
  if (rights !== null) return roomFor(channel, new PermissionsBitField(BigInt(rights)), startsFromCard)
  const permissions = channel.permissionsFor(channel.guild.members.me ?? bot.client.user)
  return roomFor(channel, permissions ?? { has: () => false }, startsFromCard)
}

/** Whether the bot may write in this channel itself, not only in threads of it. */
export function maySend(bot: Bot, channel: SendableChannels): boolean {
  if (channel.isDMBased()) return true
  if (isLocked(bot, channel)) return false
  const right = channel.isThread()
    ? PermissionFlagsBits.SendMessagesInThreads
    : PermissionFlagsBits.SendMessages
  return channel.permissionsFor(channel.guild.members.me ?? bot.client.user)?.has(right) === true
}

export function nameOf(channel: SendableChannels): string {
  if (channel.isDMBased()) return FAILURES.thisConversation
  return FAILURES.channel(channel.name, channel.isThread() && channel.locked === true)
}

/** Throws `permission-missing`, naming the rights, where nothing can be answered in this channel. */
export function requireRoom(
  bot: Bot,
  channel: SendableChannels,
  startsFromCard: boolean,
  rights: string | null = null,
): void {
  const room = roomIn(bot, channel, startsFromCard, rights)
  if (room.kind !== 'nowhere') return
  throw new FootnoteError('permission-missing', FAILURES.missingRights(room.missing, nameOf(channel)))
}

/** Whether people talk with the bot in this thread: it opened it. */
export const isOwnThread = (bot: Bot, channel: SendableChannels): boolean =>
  channel.isThread() && channel.ownerId === bot.client.user.id

/** Where a message in this channel stands, as conversations remember it. Threads that people made count as channels. */
export function placeIn(
  bot: Bot,
  channel: SendableChannels,
): Pick<Place, 'guildId' | 'channelId' | 'threadId'> {
  const guildId = channel.isDMBased() ? null : channel.guildId
  if (!channel.isThread() || !isOwnThread(bot, channel))
    return { guildId, channelId: channel.id, threadId: null }
  return { guildId, channelId: channel.parentId ?? channel.id, threadId: channel.id }
}

/** What is shown to one person alone stands in no place in which others could find it. */
export const placeForOne = ({ channelId, person }: Pick<Asked, 'channelId' | 'person'>): Place => ({
  guildId: null,
  channelId,
  threadId: null,
  cardMessageId: null,
  sourceMessageId: null,
  personId: person.id,
})
