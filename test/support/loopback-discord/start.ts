import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { announce } from './bot-messages.ts'
import { openGateway } from './gateway.ts'
import { channelJson } from './discord-json.ts'
import { createInteractions, type Interaction } from './interactions.ts'
import type { Fields } from './judge-message.ts'
import { createPerson, type Person } from './people.ts'
import { found, Refusal } from './refusal.ts'
import { createRoutes } from './routes.ts'
import { type Channel, createWorld, type Message, type WorldOptions } from './world.ts'

export type LoopbackDiscord = Awaited<ReturnType<typeof startLoopbackDiscord>>

/**
 * A small Discord on a free port of the loopback address: REST v10 and gateway v10 in JSON, as far as the bot uses
 * them, with Discord's limits, rights, intents and deadlines. An unmodified discord.js client logs in with
 * `rest: { api: apiUrl }` and `token`. Written from Discord's published documentation.
 */
export async function startLoopbackDiscord(options: WorldOptions = {}) {
  const world = createWorld(options)
  const interactions = createInteractions(world)
  let port = 0
  const origin = (): string => `http://127.0.0.1:${port}`
  const gatewayAddress = (): string => `ws://127.0.0.1:${port}/gateway`
  const routes = Object.entries(createRoutes(world, interactions, gatewayAddress)).map(([key, route]) => {
    const [method = '', pattern = ''] = key.split(' ')
    return {
      method,
      path: new RegExp(`^/api/v10${pattern.replace(/:(\w+)/gu, '(?<$1>[^/]+)')}$`, 'u'),
      route,
    }
  })

  let losing: RegExp | null = null
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? '/', origin())
    const file = world.files.get(url.pathname)
    if (file !== undefined) {
      response.writeHead(200, file.type === null ? {} : { 'content-type': file.type }).end(file.bytes)
      return
    }
    try {
      const body = await readBody(request)
      const isByToken = /\/(?:interactions|webhooks)\//u.test(url.pathname)
      if (!isByToken && request.headers.authorization !== `Bot ${world.token}`) {
        throw new Refusal(401, 0, '401: Unauthorized')
      }
      for (const { method, path, route } of routes) {
        const match = method === request.method ? path.exec(decodeURIComponent(url.pathname)) : null
        if (match === null) continue
        const result = route({ path: { ...match.groups }, query: url.searchParams, body })
        if (losing?.test(url.pathname) === true) {
          losing = null
          response.destroy()
          return
        }
        sendJson(response, result === undefined ? 204 : 200, result)
        return
      }
      throw new Refusal(404, 0, '404: Not Found')
    } catch (error) {
      const { status, code, message } =
        error instanceof Refusal
          ? error
          : new Refusal(500, 0, error instanceof Error ? (error.stack ?? '') : '')
      world.violations.push(`${request.method} ${url.pathname}: ${message}`)
      world.changed()
      sendJson(response, status, { code, message })
    }
  }

  const server = createServer((request, response) => void answer(request, response))
  const gateway = openGateway(world, server, gatewayAddress)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  port = (server.address() as AddressInfo).port

  const messagesIn = (channel: Channel): Message[] =>
    [...world.messages.values()].filter(
      ({ channelId, seenBy }) => channelId === channel.id && seenBy === null,
    )

  return {
    apiUrl: `${origin()}/api`,
    token: world.token,
    bot: world.bot,
    guildId: world.guildId,
    general: world.general,
    violations: world.violations,
    pings: world.pings,
    typing: world.typing,
    /** Looks again at every change until it finds something; fails after a while, naming what it waited for. */
    until: world.until,
    person: (name: string): Person => createPerson(world, interactions, origin, name),
    /** What everybody sees there, oldest first. */
    messagesIn,
    /** The channel in which a message stands. */
    channelOf: ({ channelId }: Message): Channel => found(world.channels.get(channelId), 10003, 'Channel'),
    /** All that the bot shows anywhere, also what only one person sees. */
    everyMessage: (): Message[] => [...world.messages.values()].filter(({ author }) => author.bot),
    /** What there is to see of a message now; undefined once it is deleted. */
    message: (id: string): Message | undefined => world.messages.get(id),
    threads: (): Channel[] => [...world.channels.values()].filter(({ parentId }) => parentId !== null),
    /** The next request to such an address does its work, and its answer is lost. */
    loseAnswer: (path: RegExp): void => {
      losing = path
    },
    hasLeft: (): boolean => world.leftGuild,
    /** A moderator locks a thread. */
    lock: (thread: Channel): void => {
      thread.locked = true
      world.dispatch({ name: 'THREAD_UPDATE', intent: 1, data: () => channelJson(world, thread) })
    },
    /** Names of the commands that people see: those of the guild and the global ones. */
    commands: (): unknown[] => [...world.commands.guild, ...world.commands.global].map(({ name }) => name),
    /** Waits for the form that an interaction is answered with. */
    form: (interaction: Interaction): Promise<Fields> => world.until('a form', () => interaction.form),
    /** Sends the event of a message once more, as Discord may do. */
    repeat: (message: Message): void => {
      const channel = world.channels.get(message.channelId)
      if (channel !== undefined) announce(world, 'MESSAGE_CREATE', channel, message)
    },
    /** Cuts the gateway connection; the session can be resumed. */
    dropGateway: gateway.drop,
    untilConnected: (): Promise<true> => world.until('a bot that is logged in', gateway.isConnected),
    close: async (): Promise<void> => {
      interactions.close()
      gateway.close()
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

async function readBody(request: IncomingMessage): Promise<Fields> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const text = Buffer.concat(chunks).toString('utf8')
  if (text === '') return {}
  if (request.headers['content-type']?.startsWith('application/json') !== true) {
    throw new Refusal(415, 0, 'Only JSON is served here')
  }
  return JSON.parse(text) as Fields
}

function sendJson(response: ServerResponse, status: number, body: unknown): void {
  if (response.destroyed) return
  if (body === undefined) response.writeHead(status).end()
  else response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}
