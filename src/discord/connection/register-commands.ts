import type {
  ApplicationCommandData,
  ClientApplication,
  RESTPostAPIApplicationCommandsJSONBody,
} from 'discord.js'
import { nameOfThrown } from '../../core/error.ts'
import type { Bot } from '../bot.ts'
import { MESSAGE_COMMANDS, SLASH_COMMANDS } from '../commands/index.ts'

type Definitions = readonly RESTPostAPIApplicationCommandsJSONBody[]

const ALL: Definitions = [...SLASH_COMMANDS, ...MESSAGE_COMMANDS].map(({ definition }) => definition)

/** What commands of one guild cannot say: Discord keeps it of global ones alone. */
const withoutPlaces = (definition: Definitions[number]): Definitions[number] => {
  const { contexts: _contexts, integration_types: _types, ...rest } = definition
  return rest
}
const allFor = (guildId: string | null): Definitions => (guildId === null ? ALL : ALL.map(withoutPlaces))

/** Tells Discord which commands there are, where that is not what it knows already. */
export async function registerCommands(bot: Bot): Promise<void> {
  const { guildId } = bot.settings
  const before = await setCommands(bot, allFor(guildId), guildId)
  // People would see a command twice that is registered in both scopes.
  if (guildId !== null) await setCommands(bot, [], null)
  else if (before === 0) await clearGuilds(bot)
}

/** Sets the commands of a guild, or the global ones for null, and gives back how many there were. */
async function setCommands(bot: Bot, wanted: Definitions, guildId: string | null): Promise<number> {
  const { commands } = bot.client.application
  const known = await compareCommands(bot.client.application, wanted, guildId)
  if (known.areSame) return known.count
  if (guildId === null) await commands.set(wanted)
  else await commands.set(wanted, guildId)
  bot.log.info('commands-registered', { count: wanted.length, scope: guildId === null ? 'global' : 'guild' })
  return known.count
}

/** The commands that Discord has of a guild, or of none for null, beside those that Footnote has. */
export const compareWithAll = (application: ClientApplication, guildId: string | null): Promise<Comparison> =>
  compareCommands(application, allFor(guildId), guildId)

interface Comparison {
  /** How many Discord has. */
  readonly count: number
  readonly areSame: boolean
}

async function compareCommands(
  { commands }: ClientApplication,
  wanted: Definitions,
  guildId: string | null,
): Promise<Comparison> {
  const known = guildId === null ? await commands.fetch() : await commands.fetch({ guildId })
  const areSame =
    known.size === wanted.length &&
    wanted.every((definition) =>
      known.some(
        (command) =>
          command.name === definition.name && command.equals(definition as ApplicationCommandData, true),
      ),
    )
  return { count: known.size, areSame }
}

/** Commands become global: those that an earlier DISCORD_GUILD_ID left in a guild go. */
async function clearGuilds(bot: Bot): Promise<void> {
  for (const guildId of bot.client.guilds.cache.keys()) {
    try {
      await setCommands(bot, [], guildId)
    } catch (error) {
      bot.log.warn('guild-commands-not-cleared', { name: nameOfThrown(error) })
    }
  }
}
