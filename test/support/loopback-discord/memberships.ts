import { GatewayIntentBits } from 'discord.js'
import { guildCreateJson, guildJson } from './guild-json.ts'
import { addBot, removeBot } from './guilds.ts'
import type { Guild } from './things.ts'
import type { World } from './world.ts'

// The bot comes into guilds and goes; some are out of reach for a while.

const intent = GatewayIntentBits.Guilds

const announceGuild = (world: World, guild: Guild): void =>
  world.dispatch({ name: 'GUILD_CREATE', intent, data: () => guildCreateJson(world, guild), guild })

export function join(world: World, guild: Guild): void {
  addBot(guild, world.bot.id)
  guild.botJoinedAt = Date.now()
  announceGuild(world, guild)
}

/** It leaves, or is thrown out: Discord says the same to it. */
export function leave(world: World, guild: Guild): void {
  world.dispatch({ name: 'GUILD_DELETE', intent, data: () => ({ id: guild.id }), guild })
  removeBot(guild, world.bot.id)
  world.changed()
}

export function breakDown(world: World, guild: Guild): void {
  const data = () => ({ id: guild.id, unavailable: true })
  world.dispatch({ name: 'GUILD_DELETE', intent, data, guild })
  guild.isDown = true
}

export function recover(world: World, guild: Guild): void {
  guild.isDown = false
  announceGuild(world, guild)
}

export interface GuildSettings {
  readonly ownerId?: string
  readonly systemChannelId?: string | null
  readonly publicUpdatesChannelId?: string | null
  readonly safetyAlertsChannelId?: string | null
}

export function changeGuild(world: World, guild: Guild, settings: GuildSettings): void {
  Object.assign(guild, settings)
  world.dispatch({ name: 'GUILD_UPDATE', intent, data: () => guildJson(world, guild), guild })
}
