import type { Server } from 'node:http'
import { GatewayCloseCodes as Close, GatewayIntentBits, GatewayOpcodes as Op } from 'discord.js'
import { WebSocketServer } from 'ws'
import { createGatewayFaults } from './gateway-faults.ts'
import { createSessions } from './gateway-sessions.ts'
import { isOn, type Shard } from './shards.ts'
import type { World } from './world.ts'

const MOST_BYTES = 4096
const MOST_IN_A_MINUTE = 120

/** Gateway v10 in JSON: identify, heartbeat, resume after a lost socket, and what the intents let through. */
export function openGateway(world: World, server: Server, address: () => string) {
  const sockets = new WebSocketServer({ server, path: '/gateway' })
  const sessions = createSessions(world, address)
  const faults = createGatewayFaults(sessions)

  world.listeners.add(({ name, intent, data, ...where }) => {
    const guildId = where.guildId ?? where.guild?.id ?? where.channel?.guildId ?? null
    for (const session of sessions.all.values()) {
      if (!isOn(session.shard, guildId)) continue
      if (intent !== 0 && (session.intents & intent) === 0) continue
      sessions.send(session, name, data((session.intents & GatewayIntentBits.MessageContent) !== 0))
    }
  })

  sockets.on('connection', (socket) => {
    let silence: NodeJS.Timeout | undefined
    let received: number[] = []
    /** Ends the connection for something that the bot did wrong. */
    const fail = (code: Close): void => {
      world.violations.push(`the gateway closed the connection: ${code} ${Close[code]}`)
      socket.close(code)
    }
    const expectHeartbeat = (): void => {
      clearTimeout(silence)
      silence = setTimeout(() => {
        world.violations.push('no heartbeat in time')
        socket.terminate()
      }, world.heartbeat * 1.5)
    }
    const beat = (sequence: number | null): void => {
      expectHeartbeat()
      // A fault may have taken the session from the connection: then nobody knows how far it was.
      const last = sessions.on(socket)?.sent.length ?? Number.POSITIVE_INFINITY
      if (sequence !== null && sequence > last) fail(Close.InvalidSeq)
      else if (!faults.isSilent(socket)) socket.send(JSON.stringify({ op: Op.HeartbeatAck }))
    }
    socket.on('message', (bytes: Buffer) => {
      const now = Date.now()
      received = [...received.filter((time) => now - time < 60_000), now]
      if (received.length > MOST_IN_A_MINUTE) return fail(Close.RateLimited)
      const payload = bytes.length > MOST_BYTES ? null : parse(bytes.toString('utf8'))
      if (payload === null) return fail(Close.DecodeError)
      const { op, d } = payload
      if (op === Op.Heartbeat) return beat(d)
      const isIn = sessions.on(socket) !== undefined
      if ((op === Op.Identify || op === Op.Resume) && isIn) return fail(Close.AlreadyAuthenticated)
      if (op === Op.Identify) sessions.identify(socket, d)
      else if (op === Op.Resume && faults.takesResume()) sessions.resume(socket, d, fail)
      else if (op === Op.Resume) sessions.refuse(socket, d)
      else if (!isIn) fail(Close.NotAuthenticated)
      else if (!MAY_BE_SENT.has(op)) fail(Close.UnknownOpcode)
    })
    socket.on('close', (code) => {
      clearTimeout(silence)
      const session = sessions.on(socket)
      if (session === undefined) return
      session.socket = null
      // A bot that says goodbye cannot come back to the session.
      if (code === 1000 || code === 1001) sessions.all.delete(session.id)
      world.changed()
    })
    expectHeartbeat()
    socket.send(JSON.stringify({ op: Op.Hello, d: { heartbeat_interval: world.heartbeat } }))
  })

  return {
    /** Whether somebody is logged in and listens. */
    isConnected: (): boolean => [...sessions.all.values()].some(({ socket }) => socket !== null),
    /** The shards that somebody listens for, in the order of their logins; one may be there twice. */
    shards: (): readonly Shard[] =>
      [...sessions.all.values()].filter(({ socket }) => socket !== null).map(({ shard }) => shard),
    faults: faults.commands,
    close: (): void => {
      for (const socket of sockets.clients) socket.terminate()
      sockets.close()
    },
  }
}

const MAY_BE_SENT: ReadonlySet<Op> = new Set([Op.PresenceUpdate, Op.VoiceStateUpdate, Op.RequestGuildMembers])

function parse(text: string): { op: Op; d: never } | null {
  try {
    return JSON.parse(text) as { op: Op; d: never }
  } catch {
    return null
  }
}
