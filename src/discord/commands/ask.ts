import { ApplicationCommandOptionType } from 'discord.js'
import { FootnoteError } from '../../core/error.ts'
import { inPrivate } from '../tasks/ask-in-private.ts'
import { fetchChannel } from '../places/channel.ts'
import { findArticleHere } from '../places/find-article-here.ts'
import { runAnswer } from '../tasks/run-answer.ts'
import { COMMANDS, FAILURES } from '../texts.ts'
import type { SlashCommand } from './command.ts'
import { ALL_PLACES } from './places.ts'
import { requestBy } from './request.ts'

/** What a form and a command take at most. */
export const LONGEST_QUESTION = 500

/** `/ask` about an address, this thread's article or the channel's latest card. */
export const askCommand: SlashCommand = {
  definition: {
    name: 'ask',
    description: COMMANDS.ask,
    ...ALL_PLACES,
    options: [
      {
        type: ApplicationCommandOptionType.String,
        name: 'question',
        description: COMMANDS.question,
        required: true,
        max_length: LONGEST_QUESTION,
      },
      { type: ApplicationCommandOptionType.String, name: 'url', description: COMMANDS.askUrl },
    ],
  },
  run: async (bot, interaction) => {
    const asked = requestBy(interaction)
    const channel = asked.away ? null : await fetchChannel(bot, interaction.channelId)
    const question = interaction.options.getString('question', true)
    const url = interaction.options.getString('url')?.trim() ?? ''
    const conversation = url === '' && channel !== null ? await findArticleHere(bot, channel) : null
    if (url === '' && conversation === null) throw new FootnoteError('bad-request', FAILURES.nothingToAsk)
    const source =
      conversation === null
        ? ({ kind: 'link', url } as const)
        : ({ kind: 'conversation', id: conversation } as const)
    await runAnswer(bot, interaction.id, { ...asked, source, question }, inPrivate(bot, interaction))
  },
}
