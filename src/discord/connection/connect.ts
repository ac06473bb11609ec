import { type Client, DiscordjsErrorCodes, Events, GatewayCloseCodes } from 'discord.js'
import type { Log } from '../../app/ports.ts'
import { FootnoteError } from '../../core/error.ts'
import type { DiscordSettings } from '../bot.ts'
import { createClient } from './client.ts'
import { isIntentGranted } from './intent-granted.ts'

export interface Connection {
  readonly client: Client<true>
  readonly seesPlainMessages: boolean
}

/** Handlers are attached before the client logs in, so that no event is missed. */
type Prepare = (client: Client, seesPlainMessages: boolean) => void

/**
 * Logs in and waits until the client is ready; without the Message Content intent where Discord refuses it.
 * @throws {FootnoteError} `bad-request` for a token that Discord does not know, `link-unreachable` for no Discord.
 */
export async function connect(settings: DiscordSettings, log: Log, prepare: Prepare): Promise<Connection> {
  const isGranted = await isIntentGranted(settings).catch((error: unknown) => {
    throw loginFailure(error, null, settings)
  })
  const first = isGranted ? await tryToConnect(settings, log, prepare, true) : 'intent-refused'
  if (first !== 'intent-refused') return { client: first, seesPlainMessages: true }
  log.warn('message-content-refused', {
    effect: 'links are not summarised by themselves; commands, mentions, replies and buttons work',
    remedy: 'switch on Message Content Intent under Bot in the Discord developer portal, then restart',
  })
  const second = await tryToConnect(settings, log, prepare, false)
  if (second === 'intent-refused') {
    throw new FootnoteError(
      'bad-request',
      'Discord refuses the intents that every bot may have. Check the application in the developer portal.',
    )
  }
  return { client: second, seesPlainMessages: false }
}

async function tryToConnect(
  settings: DiscordSettings,
  log: Log,
  prepare: Prepare,
  withMessageContent: boolean,
): Promise<Client<true> | 'intent-refused'> {
  const client = createClient(settings, withMessageContent)
  client.on(Events.Error, (error) => log.failure('discord-client', error))
  let closeCode: number | null = null
  client.on(Events.ShardDisconnect, ({ code }) => {
    closeCode = code
  })
  prepare(client, withMessageContent)
  const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve))
  try {
    await client.login(settings.token)
    const connected = await ready
    // What goes wrong before is thrown; only what goes wrong later needs a line of its own.
    client.on(Events.ShardError, (error) => log.failure('discord-gateway', error))
    return connected
  } catch (error) {
    await client.destroy()
    // login() rejects with an error without a code: only the event before it knows why.
    if (closeCode === GatewayCloseCodes.DisallowedIntents) return 'intent-refused'
    throw loginFailure(error, closeCode, settings)
  }
}

const ABOUT_SHARDS: Readonly<Record<number, string>> = {
  [GatewayCloseCodes.InvalidShard]:
    'Discord knows no such shard. DISCORD_SHARD_IDS are counted from 0 and stay below DISCORD_SHARDS.',
  [GatewayCloseCodes.ShardingRequired]:
    'The bot is in too many servers for so few shards. Set DISCORD_SHARDS=auto, or a larger number in every process.',
}

/** Why Discord does not let the bot in; `closeCode` is the gateway's, where there is one. */
export function loginFailure(
  error: unknown,
  closeCode: number | null,
  settings: Pick<DiscordSettings, 'apiUrl'>,
): FootnoteError {
  const code = error instanceof Error && 'code' in error ? error.code : null
  const isUnauthorized = error instanceof Error && 'status' in error && error.status === 401
  if (
    code === DiscordjsErrorCodes.TokenInvalid ||
    closeCode === GatewayCloseCodes.AuthenticationFailed ||
    isUnauthorized
  ) {
    const sentence =
      'Discord does not know this token. Copy it again from Bot → Reset Token in the developer portal into DISCORD_TOKEN.'
    return new FootnoteError('bad-request', sentence, { cause: error })
  }
  const shards = closeCode === null ? undefined : ABOUT_SHARDS[closeCode]
  if (shards !== undefined) return new FootnoteError('bad-request', shards, { cause: error })
  const sentence = `Discord cannot be reached at ${settings.apiUrl}. Check the network and DISCORD_API_URL, then start again.`
  return new FootnoteError('link-unreachable', sentence, { cause: error })
}
