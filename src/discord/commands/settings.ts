import { whisper } from '../outgoing/outgoing.ts'
import { panelFor } from '../settings/panel-for.ts'
import { requireManager } from '../settings/require-manager.ts'
import { SETTINGS } from '../texts.ts'
import type { SlashCommand } from './command.ts'
import { MANAGED_SERVERS } from './places.ts'

/** `/settings`: one panel, for people who manage the server. */
export const settingsCommand: SlashCommand = {
  definition: {
    name: 'settings',
    description: SETTINGS.command,
    ...MANAGED_SERVERS,
  },
  run: async (bot, interaction) => {
    const guild = requireManager(interaction)
    await whisper(interaction, await panelFor(bot, guild))
  },
}
