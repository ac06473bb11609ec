import { MessageType } from 'discord.js'
import type { Channel, Message } from './things.ts'

/** When something was made: Discord's ids say it. */
export const timeOf = (id: string): number => Number(BigInt(id) >> 22n) + 1_420_070_400_000

/** What Discord itself writes into channels: that a thread was started, and from what. */
export const isSystem = ({ type }: Message): boolean =>
  type === MessageType.ThreadCreated || type === MessageType.ThreadStarterMessage

/** What somebody wrote there for everybody, oldest first. */
export const messagesIn = (
  { messages }: { readonly messages: ReadonlyMap<string, Message> },
  channel: Channel,
): Message[] =>
  [...messages.values()].filter(
    (message) => message.channelId === channel.id && message.seenBy === null && !isSystem(message),
  )
