import { ApplicationCommandType } from 'discord.js'
import { FootnoteError } from '../../core/error.ts'
import { inPrivate } from '../tasks/ask-in-private.ts'
import { holdingsOf } from '../events/read-message.ts'
import { runSummaries } from '../tasks/run-summaries.ts'
import { COMMANDS, FAILURES } from '../texts.ts'
import { sourcesIn } from '../events/what-is-asked.ts'
import type { MessageCommand } from './command.ts'
import { ALL_PLACES } from './places.ts'
import { requestBy } from './request.ts'

/** Apps → Summarize, on any message: its link, file or text. The thread starts from that message. */
export const summarizeMessageCommand: MessageCommand = {
  definition: { type: ApplicationCommandType.Message, name: COMMANDS.summarizeMessage, ...ALL_PLACES },
  run: async (bot, interaction) => {
    const message = interaction.targetMessage
    if (message.author.id === bot.client.user.id) throw new FootnoteError('bad-request', FAILURES.ownMessage)
    const sources = sourcesIn(holdingsOf(bot, message), 1)
    if (sources.length === 0) throw new FootnoteError('bad-request', FAILURES.nothingInMessage)
    const request = { ...requestBy(interaction), messageId: message.id }
    // A private reply is one message: it has room for one card.
    const fitting = request.away ? sources.slice(0, 1) : sources
    await runSummaries(bot, interaction.id, request, fitting, () => inPrivate(bot, interaction))
  },
}
