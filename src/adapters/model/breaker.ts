import { BrokenCircuitError, circuitBreaker, CircuitState, ConsecutiveBreaker, handleWhen } from 'cockatiel'
import type { Clock } from '../../app/ports.ts'
import { type ErrorCode, FootnoteError } from '../../core/error.ts'
import { judgeFault } from './judge-fault.ts'
import { statusOf } from './server-error.ts'

/** Keeps requests from a server that does not work: people are told at once, and it is left in peace to recover. */
export interface Breaker {
  /** Sends one request; throws what it throws, or what the last one failed with, and sends nothing. */
  run<Result>(send: () => Promise<Result>): Promise<Result>
}

interface BreakerSettings {
  /** So many failures in a row, of whichever requests. */
  readonly failures: number
  /** Milliseconds after which one request tries it again. */
  readonly restMilliseconds: number
}

const DEFAULTS: BreakerSettings = { failures: 5, restMilliseconds: 20_000 }

/** These tell of the server, not of what it was asked. */
const OUTAGES: ReadonlySet<ErrorCode> = new Set(['model-unreachable', 'model-busy'])

const TOO_MANY_REQUESTS = 429

/** One for each server, whatever models are used there. */
export function createBreaker(clock: Clock = Date.now, settings: Partial<BreakerSettings> = {}): Breaker {
  const { failures, restMilliseconds } = { ...DEFAULTS, ...settings }
  let lastCode: ErrorCode = 'model-unreachable'
  let openUntil = 0
  const policy = circuitBreaker(
    handleWhen((thrown) => {
      const { code } = judgeFault(thrown, clock()).error
      // Too many requests of one key for one model: another model of the same server may work.
      if (!OUTAGES.has(code) || statusOf(thrown) === TOO_MANY_REQUESTS) return false
      lastCode = code
      return true
    }),
    { halfOpenAfter: restMilliseconds, breaker: new ConsecutiveBreaker(failures) },
  )
  policy.onBreak(() => {
    openUntil = clock() + restMilliseconds
  })
  const refusal = (): FootnoteError => {
    const sentence =
      'The model server has failed several times in a row, so it is left alone for a moment. Try again in half a minute.'
    return new FootnoteError(lastCode, sentence, { retryAt: Math.max(openUntil, clock() + 1000) })
  }
  return {
    run: async (send) => {
      // While one request tries the server, cockatiel lets the others wait for its end, which can be minutes away.
      if (policy.state === CircuitState.HalfOpen) throw refusal()
      try {
        return await policy.execute(() => send())
      } catch (error) {
        throw error instanceof BrokenCircuitError ? refusal() : error
      }
    },
  }
}
