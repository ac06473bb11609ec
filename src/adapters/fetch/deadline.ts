import type { FootnoteError } from '../../core/error.ts'
import { cancelled, timedOut } from './failures.ts'
import type { Limits } from './limits.ts'

/** The clock of one fetch. Its signal fires once, with the `FootnoteError` that the fetch then fails with. */
export interface Deadline {
  readonly signal: AbortSignal
  /** A part begins, or goes on: the time for it starts anew. The total keeps running. */
  start(part: 'connect' | 'headers' | 'gap', host: string): void
  /** Nothing is awaited from the other side just now. */
  pause(): void
  fail(error: FootnoteError): void
  /** Releases every timer and listener. */
  end(): void
}

export function createDeadline(limits: Limits, host: string, ...signals: readonly AbortSignal[]): Deadline {
  const controller = new AbortController()
  const fail = (error: FootnoteError): void => controller.abort(error)
  let current = host
  let part: NodeJS.Timeout | undefined
  const total = setTimeout(() => fail(timedOut(current)), limits.totalMilliseconds)
  const cancel = (event: Event): void => fail(cancelled((event.target as AbortSignal).reason))
  for (const signal of signals) {
    if (signal.aborted) fail(cancelled(signal.reason))
    else signal.addEventListener('abort', cancel)
  }
  const pause = (): void => clearTimeout(part)
  return {
    signal: controller.signal,
    start: (name, nextHost) => {
      pause()
      current = nextHost
      part = setTimeout(() => fail(timedOut(current)), limits[`${name}Milliseconds`])
    },
    pause,
    fail,
    end: () => {
      pause()
      clearTimeout(total)
      for (const signal of signals) signal.removeEventListener('abort', cancel)
    },
  }
}

/** What the work resolves to, or the signal's reason as soon as it fires: for work that cannot be called off. */
export async function untilAborted<Value>(work: () => Promise<Value>, signal: AbortSignal): Promise<Value> {
  signal.throwIfAborted()
  const { promise: aborted, reject } = Promise.withResolvers<never>()
  const stop = (): void => reject(signal.reason as Error)
  signal.addEventListener('abort', stop)
  try {
    return await Promise.race([work(), aborted])
  } finally {
    signal.removeEventListener('abort', stop)
  }
}
