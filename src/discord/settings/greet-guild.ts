import { type Guild, PermissionFlagsBits, type TextChannel } from 'discord.js'
import { DAY } from '../../app/guild-usage.ts'
import { cacheKey } from '../../core/cache-key.ts'
import { type Bot, isAllowedGuild } from '../bot.ts'
import { send } from '../outgoing/outgoing.ts'
import type { View } from '../cards/view.ts'
import { greetingView } from './greeting.ts'
import { thereIn } from './menus.ts'

/** As long as Discord takes one. */
const NONCE_LENGTH = 25

/**
 * Says once, in a server that is really new, what the bot does there: where moderators read, or where Discord itself
 * announces things, and nowhere else.
 */
export async function greetIfNew(bot: Bot, guild: Guild): Promise<void> {
  if (!isAllowedGuild(bot.settings, guild.id)) return
  if (!(await bot.assistant.settings.greet(guild.id))) return
  // The first start of a version that greets is no reason to surprise people who have known the bot for long.
  if (bot.clock() - guild.joinedTimestamp > DAY || (await hasTalkedIn(bot, guild))) {
    bot.log.info('guild-not-greeted', { reason: 'it knows the bot already' })
    return
  }
  const channel = placeIn(bot, guild)
  if (channel === null) {
    bot.log.info('guild-not-greeted', { reason: 'no channel of moderators or of the system to write in' })
    return
  }
  const nonce = cacheKey('greeting', guild.id, guild.joinedTimestamp).slice(0, NONCE_LENGTH)
  await send(channel, await greetingFor(bot, guild), nonce)
  bot.log.info('guild-greeted')
}

/** The first message as it has to look now. */
export async function greetingFor(bot: Bot, guild: Guild): Promise<View> {
  const { assistant, settings } = bot
  const inEffect = await assistant.settings.inEffect(guild.id)
  return greetingView({
    settings: inEffect,
    host: assistant.settings.host,
    usage: await assistant.usageOf(guild.id),
    channels: thereIn(guild.channels.cache, inEffect.channels),
    seesPlainMessages: bot.seesPlainMessages,
    modelName: settings.modelName,
    retentionDays: settings.retentionDays,
  })
}

async function hasTalkedIn({ assistant }: Bot, guild: Guild): Promise<boolean> {
  for (const channelId of guild.channels.cache.keys())
    if ((await assistant.conversations.findLatestInChannel(channelId)) !== undefined) return true
  return false
}

function placeIn({ client }: Bot, guild: Guild): TextChannel | null {
  const { publicUpdatesChannel, safetyAlertsChannel, systemChannel } = guild
  const places = [publicUpdatesChannel, safetyAlertsChannel, systemChannel]
  const isOpen = (channel: TextChannel): boolean =>
    channel
      .permissionsFor(guild.members.me ?? client.user)
      ?.has([PermissionFlagsBits.ViewChannel, PermissionFlagsBits.SendMessages]) === true
  return places.find((channel) => channel !== null && isOpen(channel)) ?? null
}
