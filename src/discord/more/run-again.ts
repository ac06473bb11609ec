import type { ButtonInteraction } from 'discord.js'
import type { Asked } from '../tasks/asked.ts'
import { inPrivate } from '../tasks/ask-in-private.ts'
import type { Bot } from '../bot.ts'
import { runLonger } from './longer.ts'
import { requireMayChange } from './may-change.ts'
import { runRefresh } from './refresh.ts'

/** Does for one person what More offers and what takes time; also once more, after it failed. */
export async function runAgain(bot: Bot, interaction: ButtonInteraction, asked: Asked): Promise<void> {
  const asker = inPrivate(bot, interaction)
  if (asked.again === 'longer') return runLonger(bot, interaction.id, asked, asker)
  const id = asked.source.kind === 'conversation' ? asked.source.id : ''
  const conversation = await bot.assistant.conversations.find(id)
  if (conversation !== undefined) requireMayChange(interaction, conversation)
  await runRefresh(bot, interaction.id, asked, asker)
}
