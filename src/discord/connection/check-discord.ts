import {
  type APIUser,
  Client,
  ClientApplication,
  DiscordAPIError,
  RESTJSONErrorCodes,
  type RESTGetCurrentApplicationResult,
  Routes,
} from 'discord.js'
import { attempt, type Check, checked, failed, ok, shownAddress, skipped, warning } from '../../app/check.ts'
import { type DiscordSettings, isAllowedGuild } from '../bot.ts'
import { checkChannel, type KnownBot } from './check-channel.ts'
import { loginFailure } from './connect.ts'
import { hasMessageContent } from './intent-granted.ts'
import { inviteLink } from './invite.ts'
import { compareWithAll } from './register-commands.ts'

export interface CheckedSettings extends Pick<DiscordSettings, 'apiUrl' | 'guildId' | 'allowedGuilds'> {
  readonly token: string | null
}

const PORTAL = 'https://discord.com/developers/applications'
const TIMEOUT = 10_000

/** Whether the bot can do its work in Discord, as far as REST tells: it does not log in. Throws `cancelled` alone. */
export async function* checkDiscord(
  settings: CheckedSettings,
  channels: readonly string[],
  signal?: AbortSignal,
): AsyncGenerator<Check> {
  if (settings.token === null) {
    const found = 'DISCORD_TOKEN is not set, so there is no bot. Everything in the terminal works without it.'
    const remedy = `For a bot: ${PORTAL} → New Application → Bot → Reset Token; switch Message Content Intent on there; put DISCORD_TOKEN=… into .env.`
    yield skipped('Discord', found, remedy)
    return
  }
  const client = new Client({ intents: [], rest: { api: settings.apiUrl, retries: 1, timeout: TIMEOUT } })
  client.rest.setToken(settings.token)
  try {
    const asked = await attempt('Discord', () => askWho(client, settings, signal), signal)
    if ('failure' in asked) yield asked.failure
    else yield* checkBot({ client, ...asked.value, settings }, channels, signal)
  } finally {
    await client.destroy()
  }
}

interface Bot {
  readonly client: Client
  readonly user: APIUser
  readonly application: RESTGetCurrentApplicationResult
  readonly settings: CheckedSettings
}

/** Whose token it is. Throws `bad-request` for a token that Discord does not know, `link-unreachable` for no Discord. */
async function askWho(
  { rest }: Client,
  { apiUrl }: CheckedSettings,
  signal: AbortSignal | undefined,
): Promise<Pick<Bot, 'user' | 'application'>> {
  try {
    const options = signal === undefined ? {} : { signal }
    const user = (await rest.get(Routes.user(), options)) as APIUser
    const application = await rest.get(Routes.currentApplication(), options)
    return { user, application: application as RESTGetCurrentApplicationResult }
  } catch (error) {
    throw loginFailure(error, null, { apiUrl: shownAddress(apiUrl) })
  }
}

async function* checkBot(
  { client, user, application, settings }: Bot,
  channels: readonly string[],
  signal: AbortSignal | undefined,
): AsyncGenerator<Check> {
  const bot: KnownBot = { client, userId: user.id, settings }
  yield ok('Discord', `The token is that of the bot ${user.username}.`)
  yield checkIntent(application)
  yield ok('invite link', `To add the bot to a server: ${inviteLink(application.id)}`)
  const home = await checked('home server', () => checkHome(bot), signal)
  // Where there is no such server, nobody can register commands in it.
  if (settings.guildId !== null) yield home
  if (home.status === 'failed') yield skipped('commands', 'Not checked without that server.')
  else yield await checked('commands', () => checkCommands(bot, application), signal)
  yield checkAllowed(application, settings)
  if (channels.length === 0) {
    const how = 'npm run -s footnote -- doctor --channel ID says whether the bot can answer there.'
    yield skipped('channels', 'No channel was named.', how)
  }
  for (const id of new Set(channels))
    yield await checked(`channel ${id}`, () => checkChannel(bot, id), signal)
}

function checkIntent({ flags }: RESTGetCurrentApplicationResult): Check {
  const name = 'message content'
  if (flags === undefined) return skipped(name, 'Not checked: Discord does not say what it grants.')
  if (hasMessageContent(flags)) {
    return ok(name, 'Discord grants the intent: the bot sees links and questions that people post.')
  }
  const found =
    'Discord does not grant the intent: posted links are not summarised by themselves. Commands, mentions, replies and buttons work.'
  return warning(
    name,
    found,
    `Switch on Message Content Intent at ${PORTAL} under Bot, then restart the bot.`,
  )
}

async function checkHome({ client, settings }: KnownBot): Promise<Check> {
  const name = 'home server'
  const { guildId } = settings
  if (guildId === null) return ok(name, 'DISCORD_GUILD_ID is not set.')
  try {
    const guild = await client.guilds.fetch(guildId)
    if (isAllowedGuild(settings, guildId))
      return ok(name, `The bot is in “${guild.name}” (DISCORD_GUILD_ID).`)
    const found = `The bot leaves “${guild.name}” (DISCORD_GUILD_ID): DISCORD_ALLOWED_GUILDS does not list it.`
    return failed(name, found, `Add ${guildId} to DISCORD_ALLOWED_GUILDS.`)
  } catch (error) {
    if (!(error instanceof DiscordAPIError) || !NOT_IN_IT.has(error.code)) throw error
    const found = `The bot is not in the server ${guildId} (DISCORD_GUILD_ID).`
    return failed(name, found, 'Add it there with the invite link above, or correct the id.')
  }
}

const NOT_IN_IT: ReadonlySet<number | string> = new Set([
  RESTJSONErrorCodes.UnknownGuild,
  RESTJSONErrorCodes.MissingAccess,
])

async function checkCommands({ client, settings }: KnownBot, application: unknown): Promise<Check> {
  const { guildId } = settings
  // discord.js itself makes one of what the gateway says alone, and commands are fetched through it.
  client.application = Reflect.construct(ClientApplication, [client, application]) as ClientApplication
  const { count, areSame } = await compareWithAll(client.application, guildId)
  const where = guildId === null ? 'for every server' : `for the server ${guildId}`
  if (areSame) return ok('commands', `All ${count} are registered ${where}.`)
  const found =
    count === 0
      ? `None is registered yet ${where}.`
      : `Those registered ${where} are not those of this version.`
  return warning('commands', found, 'Start the bot once: npm start registers them.')
}

function checkAllowed(
  { bot_public: isPublic = true }: Partial<RESTGetCurrentApplicationResult>,
  { allowedGuilds }: CheckedSettings,
): Check {
  const name = 'allowed servers'
  if (allowedGuilds.length > 0) {
    return ok(name, `The bot stays in ${allowedGuilds.join(', ')} and leaves every other server.`)
  }
  if (!isPublic) return ok(name, 'Only the owner of the application can add the bot.')
  const found = 'Anybody who has the invite link can add the bot to a server and spend your model budget.'
  const remedy =
    'List the servers that it may be in: DISCORD_ALLOWED_GUILDS=ID,ID. Or switch Public Bot off in the portal.'
  return warning(name, found, remedy)
}
