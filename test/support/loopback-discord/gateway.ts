import type { Server } from 'node:http'
import { GatewayCloseCodes, GatewayIntentBits, GatewayOpcodes } from 'discord.js'
import { type WebSocket, WebSocketServer } from 'ws'
import { applicationJson, guildCreateJson } from './guild-json.ts'
import type { World } from './world.ts'

interface Session {
  readonly id: string
  readonly intents: number
  /** Everything sent so far, in order: the first has the number 1. */
  readonly sent: string[]
  socket: WebSocket | null
}

const PRIVILEGED =
  GatewayIntentBits.MessageContent | GatewayIntentBits.GuildMembers | GatewayIntentBits.GuildPresences
/** The whole server is told of what only its own intent lets through. */
const SERVER_INTENT = GatewayIntentBits.Guilds

/** Gateway v10 in JSON: identify, heartbeat, resume after a lost socket, and what the intents let through. */
export function openGateway(world: World, server: Server, address: () => string) {
  const sockets = new WebSocketServer({ server, path: '/gateway' })
  const sessions = new Map<string, Session>()

  const send = (session: Session, name: string, data: unknown): void => {
    const text = JSON.stringify({ op: GatewayOpcodes.Dispatch, t: name, s: session.sent.length + 1, d: data })
    session.sent.push(text)
    session.socket?.send(text)
  }
  world.listeners.add(({ name, intent, data }) => {
    for (const session of sessions.values()) {
      if (intent !== 0 && (session.intents & intent) === 0) continue
      send(session, name, data((session.intents & GatewayIntentBits.MessageContent) !== 0))
    }
  })

  const identify = (socket: WebSocket, data: { token: string; intents: number }): Session | null => {
    const granted = world.messageContent ? GatewayIntentBits.MessageContent : 0
    if (data.token !== world.token) socket.close(GatewayCloseCodes.AuthenticationFailed)
    else if ((data.intents & PRIVILEGED & ~granted) !== 0) socket.close(GatewayCloseCodes.DisallowedIntents)
    else {
      const session: Session = { id: world.newId(), intents: data.intents, sent: [], socket }
      sessions.set(session.id, session)
      const guilds = [...world.guilds.values()].filter(({ hasBot }) => hasBot)
      send(session, 'READY', {
        v: 10,
        user: { ...world.bot, verified: true, mfa_enabled: true, email: null, flags: 0 },
        guilds: guilds.map(({ id }) => ({ id, unavailable: true })),
        session_id: session.id,
        resume_gateway_url: address(),
        application: { id: world.bot.id, flags: applicationJson(world).flags },
        shard: [0, 1],
      })
      for (const guild of (data.intents & SERVER_INTENT) === 0 ? [] : guilds) {
        if (!guild.isDown) send(session, 'GUILD_CREATE', guildCreateJson(world, guild))
      }
      world.changed()
      return session
    }
    return null
  }
  const resume = (
    socket: WebSocket,
    data: { token: string; session_id: string; seq: number },
  ): Session | null => {
    const session = sessions.get(data.session_id)
    if (session === undefined || data.token !== world.token) {
      socket.send(JSON.stringify({ op: GatewayOpcodes.InvalidSession, d: false }))
      return null
    }
    session.socket = socket
    for (const text of session.sent.slice(data.seq)) socket.send(text)
    send(session, 'RESUMED', {})
    world.changed()
    return session
  }

  sockets.on('connection', (socket) => {
    let session: Session | null = null
    let silence: NodeJS.Timeout | undefined
    const expectHeartbeat = (): void => {
      clearTimeout(silence)
      silence = setTimeout(() => {
        world.violations.push('no heartbeat in time')
        socket.terminate()
      }, world.heartbeat * 1.5)
    }
    socket.on('message', (bytes) => {
      const { op, d } = JSON.parse((bytes as Buffer).toString('utf8')) as { op: GatewayOpcodes; d: never }
      if (op === GatewayOpcodes.Identify) session = identify(socket, d)
      else if (op === GatewayOpcodes.Resume) session = resume(socket, d)
      else if (op === GatewayOpcodes.Heartbeat) {
        expectHeartbeat()
        socket.send(JSON.stringify({ op: GatewayOpcodes.HeartbeatAck }))
      } else if (session === null) socket.close(GatewayCloseCodes.NotAuthenticated)
    })
    socket.on('close', (code) => {
      clearTimeout(silence)
      if (session === null || session.socket !== socket) return
      session.socket = null
      // A bot that says goodbye cannot come back to the session.
      if (code === 1000 || code === 1001) sessions.delete(session.id)
      world.changed()
    })
    expectHeartbeat()
    socket.send(JSON.stringify({ op: GatewayOpcodes.Hello, d: { heartbeat_interval: world.heartbeat } }))
  })

  return {
    /** Whether somebody is logged in and listens. */
    isConnected: (): boolean => [...sessions.values()].some(({ socket }) => socket !== null),
    /** Cuts every connection; the sessions can be resumed. */
    drop: (): void => {
      for (const session of sessions.values()) {
        session.socket?.terminate()
        session.socket = null
      }
    },
    close: (): void => {
      for (const socket of sockets.clients) socket.terminate()
      sockets.close()
    },
  }
}
