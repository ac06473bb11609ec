import { nameOfThrown } from '../../core/error.ts'
import type { Bot } from '../bot.ts'
import { isOwnThread } from './channel.ts'
import { deleteMessages } from '../outgoing/delete-messages.ts'

/** Forgets a conversation, takes its card and answers away, and closes its thread where nobody has talked in it. */
export async function removeConversation(
  bot: Bot,
  id: string,
  threadId: string | null,
  /** A message that is gone already. */
  gone: string | null = null,
): Promise<void> {
  const { messages } = await bot.assistant.forgetting.conversation(id)
  await deleteMessages(
    bot,
    messages.filter(({ messageId }) => messageId !== gone),
  )
  if (threadId !== null) await closeIfDeserted(bot, threadId)
}

const MESSAGES_LOOKED_AT = 50

/** A thread that the bot opened and in which no person has written is archived: it cannot delete it. */
export async function closeIfDeserted(bot: Bot, threadId: string): Promise<void> {
  try {
    const thread = await bot.client.channels.fetch(threadId)
    if (thread === null || !thread.isThread() || !isOwnThread(bot, thread) || thread.archived === true) return
    const messages = await thread.messages.fetch({ limit: MESSAGES_LOOKED_AT })
    const isTalkedIn = messages.some(({ author, system }) => !system && author.id !== bot.client.user.id)
    // With another card in it, it is still of use.
    const isUsed = (await bot.assistant.conversations.findByThread(threadId)) !== undefined
    if (!isTalkedIn && !isUsed) await thread.setArchived(true)
  } catch (error) {
    bot.log.info('thread-not-closed', { name: nameOfThrown(error) })
  }
}
