import { ApplicationFlags, REST, type RESTGetCurrentApplicationResult, Routes } from 'discord.js'
import type { DiscordSettings } from '../bot.ts'

const MESSAGE_CONTENT = ApplicationFlags.GatewayMessageContent | ApplicationFlags.GatewayMessageContentLimited
/** Whether an application with these flags is granted the Message Content intent. */
export const hasMessageContent = (flags: number): boolean => (flags & MESSAGE_CONTENT) !== 0

const UNAUTHORIZED = 401
const TIMEOUT = 15_000

/**
 * Whether the portal grants the Message Content intent, so that we need not ask for what is refused. True where nobody
 * can tell: then the login itself decides. Throws where Discord does not know the token.
 */
export async function isIntentGranted(settings: DiscordSettings): Promise<boolean> {
  const rest = new REST({ api: settings.apiUrl, version: '10', timeout: TIMEOUT }).setToken(settings.token)
  try {
    const application = (await rest.get(
      Routes.currentApplication(),
    )) as Partial<RESTGetCurrentApplicationResult>
    return application.flags === undefined || hasMessageContent(application.flags)
  } catch (error) {
    if (error instanceof Error && 'status' in error && error.status === UNAUTHORIZED) throw error
    return true
  } finally {
    rest.clearHashSweeper()
    rest.clearHandlerSweeper()
  }
}
