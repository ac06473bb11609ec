import type { ButtonInteraction } from 'discord.js'
import type { Bot } from '../bot.ts'
import type { CustomId } from '../forms/custom-id.ts'
import { deleteMessages } from '../outgoing/delete-messages.ts'
import { tellGone } from '../cards/gone.ts'
import { editReply, updateMessage } from '../outgoing/outgoing.ts'
import { closeIfDeserted } from '../places/remove-conversation.ts'
import { findShownHere } from '../places/shown-here.ts'
import { REMOVE } from '../texts.ts'
import { plain } from '../cards/view.ts'
import { requireMayChange } from './may-change.ts'

/** Forgets the article of a card and its questions, and takes card and answers away. The menu says what was done. */
export async function remove(bot: Bot, interaction: ButtonInteraction, { id }: CustomId): Promise<void> {
  const conversation = await findShownHere(bot, interaction, id)
  if (conversation === undefined) return tellGone(bot, interaction)
  requireMayChange(interaction, conversation)
  await updateMessage(interaction, plain(REMOVE.removing))
  const { questions, messages } = await bot.assistant.forgetting.conversation(id)
  await deleteMessages(bot, messages)
  // Before its thread is closed: nothing is said in a closed one.
  await editReply(interaction, plain(REMOVE.removed(questions)))
  const threadId = conversation.place?.threadId ?? null
  if (threadId !== null) await closeIfDeserted(bot, threadId)
}
