import {
  DiscordAPIError,
  DiscordjsErrorCodes,
  type Message,
  RESTJSONErrorCodes,
  type SendableChannels,
} from 'discord.js'
import type { Asked } from './asked.ts'
import type { Asker } from './asker.ts'
import type { Bot } from '../bot.ts'
import { fetchChannel, requireRoom, roomIn } from '../places/channel.ts'
import type { Markup } from '../cards/markup.ts'
import { edit, reply, send, startThread } from '../outgoing/outgoing.ts'
import { plain, type View } from '../cards/view.ts'

/** Somebody else was faster, or the answer to our own request was lost. */
const THREAD_EXISTS: ReadonlySet<unknown> = new Set([
  RESTJSONErrorCodes.ThreadAlreadyCreatedForMessage,
  // Of discord.js itself, once the event of the thread has arrived.
  DiscordjsErrorCodes.MessageExistingThread,
])

/** Where the card is going to stand: in a public message, or for whoever asked alone. */
export interface Stage {
  /** Null: only whoever asked sees it. */
  readonly message: Message | null
  /** A thread for a command starts from the card, once that stands. */
  readonly threadFromCard: boolean
  show(view: View): Promise<unknown>
}

const inMessage = (message: Message, threadFromCard: boolean): Stage => ({
  message,
  threadFromCard,
  show: (view) => edit(message, view),
})

/**
 * Posts the plain first line where the card is going to stand: in a thread from the message that holds the source, as a
 * reply where there can be no thread, or in the channel for a command. A line that the asker sees already is used.
 */
export async function openStage(
  bot: Bot,
  taskId: string,
  asked: Asked,
  asker: Asker,
  name: string,
  line: Markup,
): Promise<Stage> {
  if (asked.away) return { message: null, threadFromCard: false, show: (view) => asker.show(view) }
  const channel = await fetchChannel(bot, asked.channelId)
  const room = roomIn(bot, channel, asked.messageId === null)
  if (asked.messageId !== null && room.kind === 'thread') {
    const source = await channel.messages.fetch(asked.messageId)
    const thread = await threadIfPossible(bot, source, name)
    if (thread !== null) {
      // The message may have a thread that is locked by now.
      requireRoom(bot, thread, false)
      const message = await reuse(asker, thread)
      return inMessage(message ?? (await send(thread, plain(line), `${taskId}-t`)), false)
    }
  }
  const threadFromCard = asked.messageId === null && room.kind === 'thread'
  const slot = await reuse(asker, channel)
  if (slot !== null) return inMessage(slot, threadFromCard)
  const source = asked.messageId === null ? null : await channel.messages.fetch(asked.messageId)
  const message =
    source === null
      ? await send(channel, plain(line), `${taskId}-t`)
      : await reply(source, plain(line), `${taskId}-t`)
  return inMessage(message, threadFromCard)
}

/** What the asker sees already, where it stands in the right channel: it needs no edit before the card. */
async function reuse(asker: Asker, channel: SendableChannels): Promise<Message | null> {
  const slot = await asker.slot()
  return slot?.channelId === channel.id ? slot : null
}

/** A thread that starts from a message has the message's id. The message itself learns of it later, by an event. */
export const hasThread = ({ client }: Bot, message: Message): boolean =>
  message.hasThread || client.channels.cache.has(message.id)

/** The thread of a message: the one it has, or a new one of that name. */
export async function threadOf(bot: Bot, message: Message, name: string): Promise<SendableChannels> {
  if (hasThread(bot, message)) return fetchChannel(bot, message.id)
  try {
    return await startThread(message, name)
  } catch (error) {
    const isThere = error instanceof Error && 'code' in error && THREAD_EXISTS.has(error.code)
    if (!isThere) throw error
    return fetchChannel(bot, message.id)
  }
}

/**
 * The same; null where there can be none: a server may have as many as may be open at once, and a message whose thread
 * was deleted gets no other.
 */
export async function threadIfPossible(
  bot: Bot,
  message: Message,
  name: string,
): Promise<SendableChannels | null> {
  try {
    return await threadOf(bot, message, name)
  } catch (error) {
    if (!(error instanceof DiscordAPIError) || error.code === RESTJSONErrorCodes.UnknownMessage) throw error
    bot.log.warn('thread-refused', { code: error.code })
    return null
  }
}
