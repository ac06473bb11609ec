import { ApplicationCommandType } from 'discord.js'
import { FootnoteError } from '../../core/error.ts'
import { askForm } from '../forms/ask-form.ts'
import { showForm } from '../outgoing/outgoing.ts'
import { conversationOf, holdingsOf } from '../events/read-message.ts'
import { COMMANDS, FAILURES } from '../texts.ts'
import { sourcesIn } from '../events/what-is-asked.ts'
import type { MessageCommand } from './command.ts'
import { ALL_PLACES } from './places.ts'
import { requestBy } from './request.ts'

/**
 * Apps → Ask about this: a form for one question about that message's article. What the message held is stored as a
 * task, for Discord shows it to us with this interaction and, without the intent, never again.
 */
export const askMessageCommand: MessageCommand = {
  definition: { type: ApplicationCommandType.Message, name: COMMANDS.askMessage, ...ALL_PLACES },
  run: async (bot, interaction) => {
    const message = interaction.targetMessage
    const { conversations, tasks } = bot.assistant
    // A thread that starts from a message has the message's id.
    const known =
      (await conversationOf(bot, message)) ?? (await conversations.findByThread(message.id))?.id ?? null
    if (known !== null) {
      await showForm(interaction, askForm('question', known))
      return
    }
    const [source] = sourcesIn(holdingsOf(bot, message), 1)
    if (source === undefined) throw new FootnoteError('bad-request', FAILURES.nothingInMessage)
    const asked = { ...requestBy(interaction), source }
    await tasks.begin(interaction.id, asked, { guildId: asked.guildId, personId: asked.person.id })
    // Not cut off by a restart: it waits for its question.
    await tasks.setState(interaction.id, 'failed')
    await showForm(interaction, askForm('question-about', interaction.id))
  },
}
