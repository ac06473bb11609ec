import { whisper } from '../outgoing/outgoing.ts'
import { COMMANDS, help } from '../texts.ts'
import { plain } from '../cards/view.ts'
import type { SlashCommand } from './command.ts'
import { ALL_PLACES } from './places.ts'

export const helpCommand: SlashCommand = {
  definition: { name: 'help', description: COMMANDS.help, ...ALL_PLACES },
  run: (bot, interaction) => whisper(interaction, plain(help(bot.seesPlainMessages))),
}
