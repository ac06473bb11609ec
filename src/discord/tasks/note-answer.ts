import type { Message, SendableChannels } from 'discord.js'
import type { Conversation } from '../../app/ports.ts'
import type { Asked } from './asked.ts'
import type { Bot } from '../bot.ts'
import { placeIn, roomIn } from '../places/channel.ts'
import { deleteMessages } from '../outgoing/delete-messages.ts'
import { threadIfPossible } from './stage.ts'
import { threadName } from '../cards/thread-name.ts'
import { withoutIds } from './without-ids.ts'

/**
 * So that an answer that stands goes with its article; where that was forgotten meanwhile, at once. An article that had no
 * card yet gets its place by it.
 */
export async function noteAnswer(
  bot: Bot,
  asked: Asked,
  conversation: Conversation,
  message: Message,
): Promise<void> {
  const place = { channelId: message.channelId, messageId: message.id }
  try {
    await bot.assistant.conversations.noteShown(conversation.id, {
      ...place,
      personId: asked.person.id,
      askedMessageId: asked.messageId,
    })
  } catch (error) {
    await deleteMessages(bot, [place])
    throw error
  }
  if (conversation.place === null) await settle(bot, asked, conversation, message)
}

/** An article that had no card yet: its first answer is what follow-ups hang on. */
async function settle(bot: Bot, asked: Asked, conversation: Conversation, message: Message): Promise<void> {
  const channel = message.channel as SendableChannels
  const place = {
    ...placeIn(bot, channel),
    cardMessageId: message.id,
    sourceMessageId: asked.messageId,
    personId: asked.person.id,
  }
  const { conversations } = bot.assistant
  await conversations.setPlace(conversation.id, place)
  if (roomIn(bot, channel, true).kind !== 'thread') return
  const name = threadName(conversation.article, withoutIds(asked.question ?? ''))
  const thread = await threadIfPossible(bot, message, name)
  if (thread !== null) await conversations.setPlace(conversation.id, { ...place, threadId: thread.id })
}
