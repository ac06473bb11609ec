import { throwIfCancelled } from '../core/error.ts'

/** Waits so many milliseconds. Throws `cancelled` as soon as the signal fires. */
export async function pause(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  throwIfCancelled(signal)
  const { promise, resolve } = Promise.withResolvers<void>()
  const timer = setTimeout(resolve, milliseconds)
  const stop = (): void => resolve()
  signal?.addEventListener('abort', stop, { once: true })
  await promise
  clearTimeout(timer)
  signal?.removeEventListener('abort', stop)
  throwIfCancelled(signal)
}
