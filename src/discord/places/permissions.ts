import { ChannelType, type Channel, PermissionFlagsBits, type PermissionsBitField } from 'discord.js'
import { RIGHT_NAMES } from '../texts.ts'

/** The rights that Footnote ever uses. The invite asks for these and no more. */
const RIGHTS = [
  'ViewChannel',
  'SendMessages',
  'ReadMessageHistory',
  'CreatePublicThreads',
  'SendMessagesInThreads',
] as const satisfies readonly (keyof typeof PermissionFlagsBits)[]

type Right = (typeof RIGHTS)[number]
export type Permissions = Readonly<Pick<PermissionsBitField, 'has'>>

export const RIGHTS_BITS = RIGHTS.reduce((bits, right) => bits | PermissionFlagsBits[right], 0n)

const THREAD_RIGHTS: readonly Right[] = [
  'ViewChannel',
  'ReadMessageHistory',
  'CreatePublicThreads',
  'SendMessagesInThreads',
]
const REPLY_RIGHTS: readonly Right[] = ['ViewChannel', 'SendMessages', 'ReadMessageHistory']
const IN_THREAD_RIGHTS: readonly Right[] = ['ViewChannel', 'SendMessagesInThreads', 'ReadMessageHistory']

/** Where an answer can stand: in a thread of its own, in the channel itself, or nowhere for want of rights. */
export type Room =
  | { readonly kind: 'thread' }
  | { readonly kind: 'here' }
  | { readonly kind: 'nowhere'; readonly missing: readonly string[] }

const missing = (permissions: Permissions, rights: readonly Right[]): string[] =>
  rights.filter((right) => !permissions.has(right)).map((right) => RIGHT_NAMES[right])

/** Whether somebody may start threads from messages in channels of this kind. */
const hasThreads = (channel: Pick<Channel, 'type'>): boolean =>
  channel.type === ChannelType.GuildText || channel.type === ChannelType.GuildAnnouncement

/**
 * Where an answer to something in this channel can stand. `permissions` are the bot's own there, null in a direct
 * message. `startsFromCard`: the card itself is posted in the channel and the thread starts from it, as for a command.
 */
export function roomFor(
  channel: Pick<Channel, 'type'> & { isThread(): boolean },
  permissions: Permissions | null,
  startsFromCard: boolean,
): Room {
  if (permissions === null) return { kind: 'here' }
  const replying = missing(permissions, channel.isThread() ? IN_THREAD_RIGHTS : REPLY_RIGHTS)
  const threading = hasThreads(channel) ? missing(permissions, THREAD_RIGHTS) : null
  if (threading?.length === 0 && (!startsFromCard || replying.length === 0)) return { kind: 'thread' }
  return replying.length === 0 ? { kind: 'here' } : { kind: 'nowhere', missing: replying }
}

/** Rights that are missing for threads; none where channels of this kind have no threads. */
export const missingForThreads = (
  channel: Pick<Channel, 'type'>,
  permissions: Permissions,
): readonly string[] => (hasThreads(channel) ? missing(permissions, THREAD_RIGHTS) : [])
