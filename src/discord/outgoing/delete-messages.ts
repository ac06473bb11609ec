import { DiscordAPIError, RESTJSONErrorCodes, Routes } from 'discord.js'
import type { MessagePlace } from '../../app/ports.ts'
import type { Bot } from '../bot.ts'
import { sendAgain } from './send-again.ts'

/** Deletes messages of ours. One that is gone already, or where the bot can no longer go, is as good as deleted. */
export async function deleteMessages(bot: Bot, messages: readonly MessagePlace[]): Promise<void> {
  for (const message of messages) {
    try {
      await deleteMessage(bot, message)
    } catch (error) {
      const code = error instanceof DiscordAPIError ? error.code : null
      bot.log.info('message-not-deleted', { code })
    }
  }
}

async function deleteMessage(bot: Bot, { channelId, messageId }: MessagePlace): Promise<void> {
  const path = Routes.channelMessage(channelId, messageId)
  try {
    await sendAgain(() => bot.client.rest.delete(path))
  } catch (error) {
    const isInArchive =
      error instanceof DiscordAPIError && error.code === RESTJSONErrorCodes.InvalidActionOnArchivedThread
    if (!isInArchive) throw error
    const thread = await bot.client.channels.fetch(channelId)
    if (thread?.isThread() !== true) throw error
    await thread.setArchived(false)
    await sendAgain(() => bot.client.rest.delete(path))
    await thread.setArchived(true)
  }
}
