import { whisper } from '../outgoing/outgoing.ts'
import { COMMANDS, privacy } from '../texts.ts'
import { plain } from '../cards/view.ts'
import type { SlashCommand } from './command.ts'
import { ALL_PLACES } from './places.ts'

export const privacyCommand: SlashCommand = {
  definition: { name: 'privacy', description: COMMANDS.privacy, ...ALL_PLACES },
  run: (bot, interaction) => whisper(interaction, plain(privacy(bot.settings))),
}
