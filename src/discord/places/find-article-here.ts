import type { SendableChannels } from 'discord.js'
import type { Bot } from '../bot.ts'
import { isOwnThread } from './channel.ts'

/** The conversation that a question without an address is about: this thread's article, else the channel's latest card. */
export async function findArticleHere(bot: Bot, channel: SendableChannels): Promise<string | null> {
  const { conversations } = bot.assistant
  if (isOwnThread(bot, channel)) {
    const own = await conversations.findByThread(channel.id)
    if (own !== undefined) return own.id
  }
  return (await conversations.findLatestInChannel(channel.id))?.id ?? null
}
