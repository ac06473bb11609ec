import { DiscordAPIError, RESTJSONErrorCodes, Routes } from 'discord.js'
import type { Bot } from '../bot.ts'
import { isOwn } from '../connection/own-shards.ts'

/** What Discord says of a server that the bot is not in. */
const NOT_IN_IT: ReadonlySet<unknown> = new Set([
  RESTJSONErrorCodes.UnknownGuild,
  RESTJSONErrorCodes.MissingAccess,
])

/**
 * Forgets servers that removed the bot while it was off. Each is asked of Discord: what is not in memory may be out of order
 * for the moment. Those of other processes' shards are theirs to ask about.
 */
export async function forgetLeftGuilds({ client, assistant, log }: Bot): Promise<void> {
  for (const guildId of await assistant.forgetting.guilds()) {
    if (client.guilds.cache.has(guildId) || !isOwn({ client }, guildId)) continue
    try {
      await client.rest.get(Routes.guild(guildId))
    } catch (error) {
      if (!(error instanceof DiscordAPIError) || !NOT_IN_IT.has(error.code)) throw error
      const { conversations } = await assistant.forgetting.leftGuild(guildId)
      log.info('guild-forgotten', { conversations })
    }
  }
}
