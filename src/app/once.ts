import { FootnoteError, asFootnoteError } from '../core/error.ts'
import type { Progress } from './assistant.ts'
import type * as ports from './ports.ts'

type Listener<Event> = (event: Event) => void

/** `ports.SharedWork` with the events of the use cases. */
export type SharedWork<Value, Event = Progress> = ports.SharedWork<Value, Event>

/** `ports.OncePerKey` with the events of the use cases. */
export type Once<Event = Progress> = ports.OncePerKey<Event>

interface Caller<Event> {
  readonly hear: Listener<Event>
  readonly resolve: (value: unknown) => void
  readonly reject: (reason: unknown) => void
  /** Ends this caller's wait before the run has ended. */
  readonly abandon: (reason: FootnoteError) => void
}

interface Flight<Event> {
  readonly callers: Set<Caller<Event>>
  readonly controller: AbortController
  last: { readonly event: Event } | null
}

/** One flight per key in this process: ten people who post a link cause one fetch and one summary. */
export function createOnce<Event = Progress>(): Once<Event> {
  const flights = new Map<string, Flight<Event>>()

  const forget = (key: string, flight: Flight<Event>): void => {
    if (flights.get(key) === flight) flights.delete(key)
  }

  const tell = (caller: Caller<Event>, event: Event): void => {
    try {
      caller.hear(event)
    } catch (error) {
      // A listener that fails costs its own caller the result, never the others.
      caller.abandon(asFootnoteError(error))
    }
  }

  const start = (key: string, work: SharedWork<unknown, Event>): Flight<Event> => {
    const flight: Flight<Event> = { callers: new Set(), controller: new AbortController(), last: null }
    flights.set(key, flight)
    const report = (event: Event): void => {
      flight.last = { event }
      for (const caller of flight.callers) tell(caller, event)
    }
    // Begun one turn later, so that the first caller is on board before the first event.
    const run = Promise.resolve().then(() => {
      flight.controller.signal.throwIfAborted()
      return work(flight.controller.signal, report)
    })
    // With no caller left, the outcome of an abandoned run concerns nobody.
    const end = (tellCaller: (caller: Caller<Event>) => void): void => {
      forget(key, flight)
      flight.callers.forEach(tellCaller)
    }
    void run.then(
      (value) => end(({ resolve }) => resolve(value)),
      (error: unknown) => end(({ reject }) => reject(error)),
    )
    return flight
  }

  return <Value>(
    key: string,
    signal: AbortSignal | undefined,
    work: SharedWork<Value, Event>,
    listener: Listener<Event> = () => {},
  ): Promise<Value> =>
    new Promise<Value>((resolve, reject) => {
      const cancelled = (): FootnoteError =>
        new FootnoteError('cancelled', 'Cancelled.', { cause: signal?.reason })
      if (signal?.aborted === true) {
        reject(cancelled())
        return
      }
      const flight = flights.get(key) ?? start(key, work)

      const leave = (): void => {
        signal?.removeEventListener('abort', cancel)
        flight.callers.delete(caller)
      }
      const caller: Caller<Event> = {
        hear: listener,
        // Two callers of one key ask for one kind of value: the key names what is made.
        resolve: (value) => {
          leave()
          // oxlint-disable-next-line typescript/no-unsafe-type-assertion
          resolve(value as Value)
        },
        reject: (reason) => {
          leave()
          reject(reason)
        },
        abandon: (reason) => {
          caller.reject(reason)
          if (flight.callers.size > 0) return
          // Forgotten before it is stopped: whoever asks next starts anew instead of joining a run that is ending.
          forget(key, flight)
          flight.controller.abort(reason)
        },
      }
      const cancel = (): void => caller.abandon(cancelled())

      flight.callers.add(caller)
      signal?.addEventListener('abort', cancel, { once: true })
      if (flight.last !== null) tell(caller, flight.last.event)
    })
}
