import { REST, type RESTGetAPIGatewayBotResult, Routes } from 'discord.js'
import type { DiscordSettings } from '../bot.ts'
import { loginFailure } from './connect.ts'

const TIMEOUT = 15_000

/**
 * With how many shards Discord wants the bot to connect.
 * @throws {FootnoteError} `bad-request` for a token that Discord does not know, `link-unreachable` for no Discord.
 */
export async function recommendedShards(
  settings: Pick<DiscordSettings, 'apiUrl' | 'token'>,
): Promise<number> {
  const rest = new REST({ api: settings.apiUrl, version: '10', timeout: TIMEOUT }).setToken(settings.token)
  try {
    return ((await rest.get(Routes.gatewayBot())) as RESTGetAPIGatewayBotResult).shards
  } catch (error) {
    throw loginFailure(error, null, settings)
  } finally {
    rest.clearHashSweeper()
    rest.clearHandlerSweeper()
  }
}
