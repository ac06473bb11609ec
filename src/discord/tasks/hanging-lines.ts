import { type Message, type SendableChannels, SnowflakeUtil } from 'discord.js'
import { nameOfThrown } from '../../core/error.ts'
import type { Task } from '../../app/ports.ts'
import type { Bot } from '../bot.ts'
import { fetchChannel } from '../places/channel.ts'
import { isUnderWay } from '../texts.ts'
import type { Asked } from './asked.ts'
import { hasThread } from './stage.ts'

const MESSAGES_LOOKED_AT = 30

/**
 * A crash may have come between posting a first line and noting where it stands. Then it is a line of ours that says that
 * something is under way, newer than the task and older than this process: whatever it was, nothing is under way any more.
 */
export async function findHangingLines(bot: Bot, { id }: Task, asked: Asked): Promise<Message[]> {
  // By Discord's clock, as the messages are.
  const since = SnowflakeUtil.timestampFrom(id.split(/\D/u)[0] ?? id)
  const lines: Message[] = []
  for (const channel of await placesOf(bot, asked)) {
    const messages = await channel.messages.fetch({ limit: MESSAGES_LOOKED_AT })
    const found = messages.filter(
      (message) =>
        message.author.id === bot.client.user.id &&
        message.createdTimestamp >= since &&
        message.createdTimestamp < (bot.client.readyTimestamp ?? 0) &&
        (channel.id !== asked.channelId || (message.reference?.messageId ?? null) === asked.messageId) &&
        (isUnderWay(message.content) || (asked.unasked && isNameOf(channel, message.content))),
    )
    lines.push(...found.values())
  }
  return lines
}

/** A link that nobody asked about begins with the name of its thread. */
const isNameOf = (channel: SendableChannels, content: string): boolean =>
  channel.isThread() && content.replace(/\\/gu, '') === channel.name

/** Where a first line can stand: in the thread of the message that asked, and in its channel. */
async function placesOf(bot: Bot, { channelId, messageId, away }: Asked): Promise<SendableChannels[]> {
  if (away) return []
  try {
    const channel = await fetchChannel(bot, channelId)
    const source = messageId === null ? null : await channel.messages.fetch(messageId)
    return source !== null && hasThread(bot, source)
      ? [await fetchChannel(bot, source.id), channel]
      : [channel]
  } catch (error) {
    // The message that asked is gone, or the channel is: then nobody waits.
    bot.log.info('cut-task-not-found', { name: nameOfThrown(error) })
    return []
  }
}
