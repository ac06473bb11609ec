import type { Guild } from 'discord.js'
import type { Bot } from '../bot.ts'
import type { View } from '../cards/view.ts'
import { thereIn } from './menus.ts'
import { settingsPanel } from './panel.ts'

/** The panel as it has to look now. */
export async function panelFor(bot: Bot, guild: Guild): Promise<View> {
  const { assistant } = bot
  const { settings } = assistant
  const ofGuild = await settings.of(guild.id)
  return settingsPanel({
    guildName: guild.name,
    settings: ofGuild,
    host: settings.host,
    usage: await assistant.usageOf(guild.id),
    channels: thereIn(guild.channels.cache, ofGuild.channels),
    roles: thereIn(guild.roles.cache, ofGuild.roles),
    seesPlainMessages: bot.seesPlainMessages,
    hasModel: bot.settings.engine === 'openai',
  })
}
