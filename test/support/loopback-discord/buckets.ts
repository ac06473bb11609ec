import type { ServerResponse } from 'node:http'
import { sendRateLimit } from './faults.ts'
import type { World } from './world.ts'

/** So many requests in so many milliseconds for each channel; Discord publishes no sizes, these are like its own. */
const SIZES: readonly (readonly [route: RegExp, limit: number, window: number])[] = [
  [/^POST \/channels\/\d+\/messages$/u, 5, 5000],
  [/^PATCH \/channels\/\d+\/messages\/\d+$/u, 5, 5000],
  [/^DELETE \/channels\/\d+\/messages\/\d+$/u, 5, 1000],
]
const GLOBAL_LIMIT = 50

/** Rate limits as the real Discord has them all the time: headers on each answer, 429 above them. */
export function createBuckets(world: World) {
  const buckets = new Map<string, { used: number; reset: number }>()
  const take = (key: string, window: number): { used: number; reset: number } => {
    const known = buckets.get(key)
    const now = Date.now()
    const bucket = known !== undefined && now < known.reset ? known : { used: 0, reset: now + window }
    bucket.used += 1
    buckets.set(key, bucket)
    return bucket
  }
  const refuse = (name: string, response: ServerResponse, reset: number, global: boolean): true => {
    world.violations.push(`${name}: over the rate limit`)
    sendRateLimit(response, Math.max(0.001, (reset - Date.now()) / 1000), global)
    return true
  }
  /** Counts a request and sets its headers; true: it is refused. */
  return (name: string, response: ServerResponse): boolean => {
    if (!world.hasBuckets) return false
    const isInteraction = /^\w+ \/(?:interactions|webhooks)\//u.test(name)
    const second = isInteraction ? null : take('everything', 1000)
    if (second !== null && second.used > GLOBAL_LIMIT) return refuse(name, response, second.reset, true)
    const size = SIZES.find(([route]) => route.test(name))
    if (size === undefined) return false
    const [route, limit, window] = size
    const channel = /\/channels\/(\d+)/u.exec(name)?.[1] ?? ''
    const { used, reset } = take(`${String(route)} ${channel}`, window)
    response.setHeader('x-ratelimit-bucket', `${SIZES.indexOf(size)}`)
    response.setHeader('x-ratelimit-limit', limit)
    response.setHeader('x-ratelimit-remaining', Math.max(0, limit - used))
    response.setHeader('x-ratelimit-reset', (reset / 1000).toFixed(3))
    response.setHeader('x-ratelimit-reset-after', ((reset - Date.now()) / 1000).toFixed(3))
    return used > limit && refuse(name, response, reset, false)
  }
}
