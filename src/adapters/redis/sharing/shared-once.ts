import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { Redis } from 'ioredis'
import type { OncePerKey, SharedWork } from '../../../app/ports.ts'
import { asFootnoteError, FootnoteError } from '../../../core/error.ts'
import { type FailureJson, failureFromJson, failureToJson } from '../../../core/error-json.ts'
import { PREFIX } from '../connect.ts'
import type { Leases } from './leases.ts'

/** How a run ended, for those who follow it in other processes. */
type Outcome = { readonly value: unknown } | { readonly failure: FailureJson }

const LOOK_EVERY = 100
/** As long as somebody who follows may be late. */
const OUTCOME_LIVES = 30_000
const EVENT_LIVES = 10 * 60_000

/**
 * One flight per key among all processes: who has the lease of the key leads, the others follow and get the same events and
 * the same end. A leader that is killed is followed by another; one whose callers have all left is too, because somebody
 * elsewhere may still wait.
 */
export function shareOnce<Event>(redis: Redis, leases: Leases, local: OncePerKey<Event>): OncePerKey<Event> {
  const keysOf = (leader: string) => ({
    outcome: `${PREFIX}flight-outcome:${leader}`,
    event: `${PREFIX}flight-event:${leader}`,
    followed: `${PREFIX}flight-followed:${leader}`,
  })

  const lead = async <Value>(
    name: string,
    me: string,
    signal: AbortSignal,
    report: (event: Event) => void,
    work: SharedWork<Value, Event>,
  ): Promise<Value> => {
    const keys = keysOf(me)
    const tell = async (outcome: Outcome): Promise<void> => {
      if ((await redis.exists(keys.followed)) === 1)
        await redis.set(keys.outcome, JSON.stringify(outcome), 'PX', OUTCOME_LIVES)
    }
    try {
      const value = await work(signal, (event) => {
        report(event)
        redis.set(keys.event, JSON.stringify(event), 'PX', EVENT_LIVES).catch(() => {})
      })
      await tell({ value }).catch(() => {})
      return value
    } catch (error) {
      // Who has left says nothing to those who have not.
      if (!signal.aborted) await tell({ failure: failureToJson(error) }).catch(() => {})
      throw error
    } finally {
      await leases.give(name, me).catch(() => {})
      redis.del(keys.event, keys.followed).catch(() => {})
    }
  }

  /** Null where the leader is gone and has left nothing. */
  const follow = async (
    name: string,
    leader: string,
    signal: AbortSignal,
    report: (event: Event) => void,
  ): Promise<Outcome | null> => {
    const keys = keysOf(leader)
    await redis.set(keys.followed, '1', 'PX', EVENT_LIVES)
    let heard: string | null = null
    for (;;) {
      const [holder, event, outcome] = await redis.mget(leases.keyOf(name), keys.event, keys.outcome)
      if (typeof event === 'string' && event !== heard) {
        heard = event
        report(JSON.parse(event) as Event)
      }
      if (typeof outcome === 'string') return JSON.parse(outcome) as Outcome
      if (holder !== leader) return null
      await pause(LOOK_EVERY, null, { signal })
    }
  }

  const among = async <Value>(
    key: string,
    signal: AbortSignal,
    report: (event: Event) => void,
    work: SharedWork<Value, Event>,
  ): Promise<Value> => {
    const name = `flight:${key}`
    const me = randomUUID()
    for (;;) {
      const leader = await leases.take(name, me).catch(nobody)
      // Without the server the work is done here: whatever else needs the server says so.
      if (leader === null) return work(signal, report)
      if (leader === me) return lead(name, me, signal, report, work)
      const outcome = await follow(name, leader, signal, report).catch((error: unknown) => {
        if (signal.aborted) throw new FootnoteError('cancelled', 'Cancelled.', { cause: signal.reason })
        if (asFootnoteError(error).code !== 'internal') throw error
        return null
      })
      if (outcome === null) continue
      if ('failure' in outcome) throw failureFromJson(outcome.failure)
      // The key names what is made.
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion
      return outcome.value as Value
    }
  }

  return (key, signal, work, listener) =>
    local(key, signal, (flight, report) => among(key, flight, report, work), listener)
}

const nobody = (): null => null
