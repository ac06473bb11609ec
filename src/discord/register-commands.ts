import type { ApplicationCommandData } from 'discord.js'
import type { Bot } from './bot.ts'
import { MESSAGE_COMMANDS, SLASH_COMMANDS } from './commands/index.ts'

/** Tells Discord which commands there are, where that is not what it knows already. */
export async function registerCommands(bot: Bot): Promise<void> {
  const { commands } = bot.client.application
  const wanted = [...SLASH_COMMANDS, ...MESSAGE_COMMANDS].map(({ definition }) => definition)
  const guild = bot.settings.guildId
  const known = guild === null ? await commands.fetch() : await commands.fetch({ guildId: guild })
  const isSame =
    known.size === wanted.length &&
    wanted.every((definition) =>
      known.some(
        (command) =>
          command.name === definition.name && command.equals(definition as ApplicationCommandData, true),
      ),
    )
  if (isSame) return
  if (guild === null) await commands.set(wanted)
  else await commands.set(wanted, guild)
  bot.log.info('commands-registered', { count: wanted.length, scope: guild === null ? 'global' : 'guild' })
}
