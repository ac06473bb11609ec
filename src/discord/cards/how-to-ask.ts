import type { SendableChannels } from 'discord.js'
import type { Bot } from '../bot.ts'
import { isOwnThread } from '../places/channel.ts'
import type { Markup } from './markup.ts'
import { CARD } from '../texts.ts'

/** Said where typing below the card would go unheard. */
export function sayHowToAsk(bot: Bot, channel: SendableChannels, threadFromCard: boolean): Markup | null {
  if (channel.isDMBased()) return null
  if (!bot.seesPlainMessages) return CARD.howToAskUnseen
  return threadFromCard || isOwnThread(bot, channel) ? null : CARD.howToAskHere
}
