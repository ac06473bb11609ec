import { GatewayCloseCodes as Close, GatewayIntentBits, GatewayOpcodes as Op } from 'discord.js'
import type { WebSocket } from 'ws'
import { applicationJson, guildCreateJson } from './guild-json.ts'
import { createIdentifyPace } from './identify-pace.ts'
import { isOn, parseShard, type Shard } from './shards.ts'
import type { World } from './world.ts'

/** A login: it outlives its connection, so that it can be resumed. */
export interface Session {
  readonly id: string
  readonly intents: number
  readonly shard: Shard
  /** Everything sent so far, in order: the first has the number 1. */
  readonly sent: string[]
  socket: WebSocket | null
}

const PRIVILEGED =
  GatewayIntentBits.MessageContent | GatewayIntentBits.GuildMembers | GatewayIntentBits.GuildPresences

interface Identify {
  readonly token: string
  readonly intents: number
  readonly shard?: unknown
}

interface Resume {
  readonly token: string
  readonly session_id: string
  readonly seq: number
}

export type Sessions = ReturnType<typeof createSessions>

export function createSessions(world: World, address: () => string) {
  const all = new Map<string, Session>()
  const pace = createIdentifyPace(world)
  const guildsOn = (shard: Shard) =>
    [...world.guilds.values()].filter(({ hasBot, id }) => hasBot && isOn(shard, id))

  const send = (session: Session, name: string, data: unknown): void => {
    const text = JSON.stringify({ op: Op.Dispatch, t: name, s: session.sent.length + 1, d: data })
    session.sent.push(text)
    session.socket?.send(text)
  }
  const greet = (session: Session): void => {
    const guilds = guildsOn(session.shard)
    send(session, 'READY', {
      v: 10,
      user: { ...world.bot, verified: true, mfa_enabled: true, email: null, flags: 0 },
      guilds: guilds.map(({ id }) => ({ id, unavailable: true })),
      session_id: session.id,
      resume_gateway_url: address(),
      application: { id: world.bot.id, flags: applicationJson(world).flags },
      shard: session.shard,
    })
    // The whole guild is told of only where its own intent lets it through.
    if ((session.intents & GatewayIntentBits.Guilds) === 0) return
    for (const guild of guilds) {
      if (!guild.isDown) send(session, 'GUILD_CREATE', guildCreateJson(world, guild))
    }
  }
  /** The session is over: the bot has to log in anew. */
  const refuse = (socket: WebSocket, { session_id: id }: Resume): void => {
    all.delete(id)
    socket.send(JSON.stringify({ op: Op.InvalidSession, d: false }))
  }
  return {
    all,
    /** The session of a connection, while it has one. */
    on: (socket: WebSocket): Session | undefined =>
      [...all.values()].find((session) => session.socket === socket),
    send,
    refuse,
    identify: (socket: WebSocket, { token, intents, shard: said }: Identify): void => {
      const shard = parseShard(said)
      const granted = world.messageContent ? GatewayIntentBits.MessageContent : 0
      if (token !== world.token) socket.close(Close.AuthenticationFailed)
      else if ((intents & PRIVILEGED & ~granted) !== 0) socket.close(Close.DisallowedIntents)
      else if (shard === null) socket.close(Close.InvalidShard)
      else if (guildsOn(shard).length > world.gateway.mostGuilds) socket.close(Close.ShardingRequired)
      else if (!pace.admits(shard[0])) socket.send(JSON.stringify({ op: Op.InvalidSession, d: false }))
      else {
        const session: Session = { id: world.newId(), intents, shard, sent: [], socket }
        all.set(session.id, session)
        greet(session)
        world.changed()
      }
    },
    resume: (socket: WebSocket, data: Resume, fail: (code: Close) => void): void => {
      const session = all.get(data.session_id)
      if (session === undefined || data.token !== world.token) return refuse(socket, data)
      if (data.seq > session.sent.length) return fail(Close.InvalidSeq)
      session.socket?.terminate()
      session.socket = socket
      for (const text of session.sent.slice(data.seq)) socket.send(text)
      send(session, 'RESUMED', {})
      world.changed()
    },
  }
}
