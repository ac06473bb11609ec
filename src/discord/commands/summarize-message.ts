import { ApplicationCommandType } from 'discord.js'
import { FootnoteError } from '../../core/error.ts'
import { inPrivate } from '../asker.ts'
import { fetchChannel, requireRoom } from '../channel.ts'
import { holdingsOf } from '../read-message.ts'
import { deferPrivately } from '../outgoing.ts'
import { runSummary } from '../run-summary.ts'
import { COMMANDS, FAILURES } from '../texts.ts'
import { sourceIn } from '../what-is-asked.ts'
import type { MessageCommand } from './command.ts'
import { INSTALLED_PLACES } from './places.ts'
import { requestBy } from './request.ts'

/** Apps → Summarize, on any message: its link, file or text. The thread starts from that message. */
export const summarizeMessageCommand: MessageCommand = {
  definition: { type: ApplicationCommandType.Message, name: COMMANDS.summarizeMessage, ...INSTALLED_PLACES },
  run: async (bot, interaction) => {
    await deferPrivately(interaction)
    const message = interaction.targetMessage
    if (message.author.id === bot.client.user.id) throw new FootnoteError('bad-request', FAILURES.ownMessage)
    const source = sourceIn(holdingsOf(bot, message), 1)
    if (source === null) throw new FootnoteError('bad-request', FAILURES.nothingInMessage)
    requireRoom(bot, await fetchChannel(bot, interaction.channelId), false)
    const request = { ...requestBy(interaction), source, messageId: message.id }
    await runSummary(bot, interaction.id, request, inPrivate(interaction))
  },
}
