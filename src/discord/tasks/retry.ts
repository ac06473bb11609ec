import { type ButtonInteraction, MessageFlags } from 'discord.js'
import { FootnoteError } from '../../core/error.ts'
import { parseAsked } from './asked.ts'
import { inMessage } from './ask-in-channel.ts'
import { inPrivate } from './ask-in-private.ts'
import type { Bot } from '../bot.ts'
import { runAgain } from '../more/run-again.ts'
import { whisper } from '../outgoing/outgoing.ts'
import { runAnswer } from './run-answer.ts'
import { runSummary } from './run-summary.ts'
import { isAskedHere } from '../places/shown-here.ts'
import { FAILURES } from '../texts.ts'
import { plain } from '../cards/view.ts'

/** Tasks that are being tried again: two people may press the same button. */
export const beingTried = new Set<string>()

/** Does again what failed, as it was asked for; its failure message becomes the progress and then the result. */
export async function retry(
  bot: Bot,
  interaction: ButtonInteraction,
  taskId: string,
  withoutModel: boolean,
): Promise<void> {
  if (beingTried.has(taskId)) {
    await whisper(interaction, plain(FAILURES.alreadyTrying))
    return
  }
  beingTried.add(taskId)
  try {
    await interaction.deferUpdate()
    const { tasks } = bot.assistant
    const asked = parseAsked((await tasks.find(taskId))?.request)
    if (asked === null || !isAskedHere(interaction, asked))
      throw new FootnoteError('bad-request', FAILURES.requestGone)
    const isPrivate = interaction.message.flags.has(MessageFlags.Ephemeral)
    const asker = isPrivate
      ? inPrivate(bot, interaction)
      : inMessage(bot, interaction.message, interaction.id)
    const interactionToken = isPrivate ? interaction.token : null
    const again = {
      ...asked,
      interactionToken,
      withoutModel: withoutModel || asked.withoutModel,
      retryOf: { taskId, personId: interaction.user.id },
    }
    if (asked.again === undefined)
      await (asked.question === null ? runSummary : runAnswer)(bot, interaction.id, again, asker)
    else await runAgain(bot, interaction, again)
    // From here on the request is kept with the new try, as long as that one needs it.
    if ((await tasks.find(interaction.id)) !== undefined) await tasks.setState(taskId, 'done')
  } finally {
    beingTried.delete(taskId)
  }
}
