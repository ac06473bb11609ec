import { type Guild, PermissionFlagsBits } from 'discord.js'
import { nameOfThrown } from '../../core/error.ts'
import { type Bot, isAllowedGuild } from '../bot.ts'
import { send } from '../outgoing/outgoing.ts'
import { goodbye } from '../texts.ts'
import { plain } from '../cards/view.ts'

/** Leaves a server that the host has not listed, with a word in its system channel where that may be. */
export async function leaveUnlessAllowed(bot: Bot, guild: Guild): Promise<void> {
  if (isAllowedGuild(bot.settings, guild.id)) return
  const channel = guild.systemChannel
  const rights = channel?.permissionsFor(guild.members.me ?? bot.client.user)
  if (
    channel !== null &&
    rights?.has([PermissionFlagsBits.ViewChannel, PermissionFlagsBits.SendMessages]) === true
  ) {
    try {
      await send(channel, plain(goodbye), `${guild.id}-bye`)
    } catch (error) {
      bot.log.warn('goodbye-not-said', { name: nameOfThrown(error) })
    }
  }
  await guild.leave()
  bot.log.info('guild-left', { reason: 'not in DISCORD_ALLOWED_GUILDS' })
}
