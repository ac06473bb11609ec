import type { ButtonInteraction } from 'discord.js'
import type { Conversation } from '../../app/ports.ts'
import type { Bot } from '../bot.ts'
import type { CustomId } from '../forms/custom-id.ts'
import { tellGone } from './gone.ts'
import { deferPrivately, editReply, updateMessage } from '../outgoing/outgoing.ts'
import { isTurn } from './paging.ts'
import { findShownHere } from '../places/shown-here.ts'
import type { View } from './view.ts'

/**
 * Shows whoever pressed the button what `viewOf` makes of the conversation: in a message that only they see, or, where they
 * turn the pages of one, in that message.
 */
export async function showPage(
  bot: Bot,
  interaction: ButtonInteraction,
  { id, details }: CustomId,
  viewOf: (conversation: Conversation) => View | Promise<View>,
): Promise<void> {
  const isTurned = isTurn(details)
  // What is on the page stays there until the next one can be shown.
  if (!isTurned) await deferPrivately(interaction)
  const conversation = await findShownHere(bot, interaction, id)
  if (conversation === undefined) await tellGone(bot, interaction)
  else if (isTurned) await updateMessage(interaction, await viewOf(conversation))
  else await editReply(interaction, await viewOf(conversation))
}
