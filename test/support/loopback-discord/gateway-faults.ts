import { GatewayCloseCodes as Close, GatewayOpcodes as Op } from 'discord.js'
import type { WebSocket } from 'ws'
import type { Session, Sessions } from './gateway-sessions.ts'

/** After these, Discord takes up no session again. */
const ENDS_SESSION = new Set<number>([Close.InvalidSeq, Close.SessionTimedOut, Close.NotAuthenticated])

/** What goes wrong on the gateway, on Discord's side. */
export function createGatewayFaults(sessions: Sessions) {
  const silent = new WeakSet<WebSocket>()
  let refusals = 0
  const connected = (): { session: Session; socket: WebSocket }[] =>
    [...sessions.all.values()].flatMap((session) =>
      session.socket === null ? [] : [{ session, socket: session.socket }],
    )
  const say = (op: Op, d: unknown): void => {
    for (const { socket } of connected()) socket.send(JSON.stringify({ op, d, s: null, t: null }))
  }
  const end = ({ id }: Session): void => void sessions.all.delete(id)
  return {
    /** Whether this connection gets no answer to its heartbeats. */
    isSilent: (socket: WebSocket): boolean => silent.has(socket),
    takesResume: (): boolean => {
      if (refusals === 0) return true
      refusals -= 1
      return false
    },
    commands: {
      /** Cuts the gateway connection; the session can be resumed. */
      dropGateway: (): void => {
        for (const { session, socket } of connected()) {
          socket.terminate()
          session.socket = null
        }
      },
      /** Closes it with a code of Discord's, like 4000; after 4003, 4007 and 4009 the session is over. */
      closeGateway: (code: number): void => {
        for (const { session, socket } of connected()) {
          socket.close(code)
          session.socket = null
          if (ENDS_SESSION.has(code)) end(session)
        }
      },
      /** Discord asks the bot to connect anew and to resume (opcode 7). */
      askToReconnect: (): void => say(Op.Reconnect, null),
      /** Discord says that the session is invalid (opcode 9): it can be resumed, or not. */
      invalidateSession: ({ resumable }: { readonly resumable: boolean }): void => {
        say(Op.InvalidSession, resumable)
        for (const { session } of connected()) {
          session.socket = null
          if (!resumable) end(session)
        }
      },
      /** The next attempts to resume are refused. */
      refuseResume: (times = 1): void => {
        refusals = times
      },
      /** The connections that there are get no answers to their heartbeats any more. */
      withholdHeartbeats: (): void => {
        for (const { socket } of connected()) silent.add(socket)
      },
      /** Discord wants a heartbeat at once (opcode 1). */
      askForHeartbeat: (): void => say(Op.Heartbeat, null),
    },
  }
}
