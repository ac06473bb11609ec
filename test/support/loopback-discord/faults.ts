import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Fields } from './fields.ts'
import type { World } from './world.ts'

/** `POST /channels/:channel/messages`, or an expression that is held against `POST /channels/123/messages`. */
export type RouteName = string | RegExp

interface RateLimit {
  /** Seconds. */
  readonly retryAfter: number
  /** Everything is refused, not only this route. */
  readonly global?: boolean
  readonly times?: number
}

interface Failure {
  readonly status: number
  /** Discord's own, such as 160006. */
  readonly code?: number
  /** The work is done, and only the answer is an error. */
  readonly after?: boolean
  /** The answer quotes the request. */
  readonly quotes?: boolean
  readonly times?: number
}

interface Fault {
  readonly route: RegExp
  left: number
  readonly when: 'before' | 'after'
  /** Answers instead of the route; false: the route goes on afterwards. */
  readonly strike: (name: string, response: ServerResponse, body: Fields) => Promise<boolean> | boolean
}

/** A timer may fire a little early, and what was on its way when a limit was met comes after it. */
const EARLY = 20
const ON_THE_WAY = 100

export type Faults = ReturnType<typeof createFaults>

/** What goes wrong on Discord's side, for the next requests of a kind. */
export function createFaults(world: World) {
  const faults = new Set<Fault>()
  const waits = new Map<string, { readonly since: number; readonly until: number }>()
  const add = (route: RouteName, times = 1, rest: Pick<Fault, 'when' | 'strike'>): void => {
    faults.add({ route: asExpression(route), left: times, ...rest })
  }
  const drop = (_: string, response: ServerResponse): boolean => {
    response.destroy()
    return true
  }

  return {
    /** What strikes a request now; true: it is answered. */
    strike: async (
      name: string,
      when: Fault['when'],
      response: ServerResponse,
      body: Fields,
    ): Promise<boolean> => {
      for (const fault of faults) {
        if (fault.when !== when || !fault.route.test(name)) continue
        fault.left -= 1
        if (fault.left <= 0) faults.delete(fault)
        if (await fault.strike(name, response, body)) return true
      }
      return false
    },
    /** Notes a bot that does not wait as long as it was told to. */
    judgePatience: (name: string): void => {
      const now = Date.now()
      // A bot's own limit for everything does not hold for answers to interactions.
      const isInteraction = /^\w+ \/(?:interactions|webhooks)\//u.test(name)
      for (const key of isInteraction ? [name] : [name, 'everything']) {
        const wait = waits.get(key)
        if (wait === undefined) continue
        if (now >= wait.until - EARLY) waits.delete(key)
        else if (key === name || now > wait.since + ON_THE_WAY)
          world.violations.push(`${name}: sent again before Retry-After was over`)
      }
    },
    commands: {
      /** The next requests are refused with 429, and none may follow before `retryAfter` is over. */
      rateLimit: (route: RouteName, { retryAfter, global = false, times }: RateLimit): void =>
        add(route, times, {
          when: 'before',
          strike: (name, response) => {
            const since = Date.now()
            waits.set(global ? 'everything' : name, { since, until: since + retryAfter * 1000 })
            sendRateLimit(response, retryAfter, global)
            return true
          },
        }),
      /** The next requests fail with a status like 500 or 503, before or after they had their effect. */
      fail: (route: RouteName, { status, code = 0, after = false, quotes = false, times }: Failure): void =>
        add(route, times, {
          when: after ? 'after' : 'before',
          strike: (asked, response, body) => {
            const quoted = quotes ? ` ${asked} ${JSON.stringify(body)}` : ''
            response
              .writeHead(status, { 'content-type': 'application/json' })
              .end(JSON.stringify({ message: `${status}: refused${quoted}`, code }))
            return true
          },
        }),
      /** The next requests find the connection cut before anything is done. */
      cut: (route: RouteName, times?: number): void => add(route, times, { when: 'before', strike: drop }),
      /** The next request to such an address does its work, and its answer is lost. */
      loseAnswer: (route: RouteName): void => add(route, 1, { when: 'after', strike: drop }),
      /** Something else happens when the next request arrives, or when it has had its effect and not its answer. */
      interrupt: (route: RouteName, when: Fault['when'], job: () => Promise<void> | void): void =>
        add(route, 1, {
          when,
          strike: async () => {
            await job()
            return false
          },
        }),
      /** The next requests wait before anything is done. */
      delay: (route: RouteName, milliseconds: number, times?: number): void =>
        add(route, times, {
          when: 'before',
          strike: async () => {
            await new Promise((resolve) => setTimeout(resolve, milliseconds))
            return false
          },
        }),
    },
  }
}

const asExpression = (route: RouteName): RegExp =>
  typeof route === 'string' ? new RegExp(`^${route.replace(/:\w+/gu, '[^/]+')}$`, 'u') : route

export function sendRateLimit(response: ServerResponse, retryAfter: number, global: boolean): void {
  response
    .writeHead(429, {
      'content-type': 'application/json',
      'retry-after': String(retryAfter),
      'x-ratelimit-scope': global ? 'global' : 'user',
      ...(global && { 'x-ratelimit-global': 'true' }),
    })
    .end(JSON.stringify({ message: 'You are being rate limited.', retry_after: retryAfter, global }))
}

/** How faults name a request: its method and its path without the version. */
export const nameOf = (request: IncomingMessage, pathname: string): string =>
  `${request.method} ${pathname.replace(/^\/api\/v10/u, '')}`
