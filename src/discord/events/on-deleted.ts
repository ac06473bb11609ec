import type { Guild } from 'discord.js'
import type { Bot } from '../bot.ts'
import { deleteMessages } from '../outgoing/delete-messages.ts'
import { startsThread } from '../places/card-place.ts'
import { removeConversation } from '../places/remove-conversation.ts'

/**
 * Messages that somebody deleted: what is being read for one is ended, the card of an article goes with the message that
 * gave it, an answer with its question, and what was kept about a card goes with the card.
 */
export async function onMessagesDeleted(bot: Bot, messageIds: readonly string[]): Promise<void> {
  const { conversations } = bot.assistant
  for (const messageId of messageIds) {
    bot.work.cancel(messageId)
    for (const { id, place } of await conversations.listBySource(messageId)) {
      await removeConversation(bot, id, place.threadId)
    }
    const { messages } = await bot.assistant.forgetting.question(messageId)
    await deleteMessages(bot, messages)
    const shown = await conversations.findByMessage(messageId)
    const place = shown?.place ?? null
    if (shown === undefined || place?.cardMessageId !== messageId) continue
    await removeConversation(bot, shown.id, place.threadId, messageId)
  }
}

/**
 * Threads or channels are gone, and with them every card in them. A card that its thread started from stands in the channel
 * and goes on there.
 */
export async function onChannelsDeleted(bot: Bot, channelIds: readonly string[]): Promise<void> {
  const { conversations, forgetting } = bot.assistant
  for (const channelId of channelIds) {
    bot.deletedChannels.add(channelId)
    for (const { id, place } of await conversations.listByThread(channelId)) {
      const isOutside = startsThread(place) && place.channelId !== channelId
      if (isOutside) await conversations.setPlace(id, { ...place, threadId: null })
    }
    await forgetting.thread(channelId)
  }
}

/** The bot was removed from a server, or left it: nothing about it is kept. */
export async function onGuildLeft(bot: Bot, guild: Guild): Promise<void> {
  const { conversations } = await bot.assistant.forgetting.leftGuild(guild.id)
  bot.log.info('guild-forgotten', { conversations })
}
