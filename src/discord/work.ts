/** What is under way, so that a stop can wait for it and then end it. */
export interface Work {
  /** No new work is begun. */
  readonly closing: boolean
  /** Fires when a stop begins, for what waits and has not begun. */
  readonly closingSignal: AbortSignal
  /** Runs a job whose signal fires when the stop cannot wait any longer. */
  run(job: (signal: AbortSignal) => Promise<void>): Promise<void>
  /** Waits up to so many milliseconds for what runs, cancels the rest and waits as long again for it to say so. */
  close(patience: number, afterCancel: number): Promise<void>
}

export function createWork(): Work {
  const running = new Set<Promise<void>>()
  const controller = new AbortController()
  const stop = new AbortController()

  const settled = async (milliseconds: number): Promise<void> => {
    if (running.size === 0) return
    const { promise: late, resolve } = Promise.withResolvers<void>()
    const timer = setTimeout(resolve, milliseconds)
    await Promise.race([Promise.allSettled(running), late])
    clearTimeout(timer)
  }
  return {
    closingSignal: stop.signal,
    get closing() {
      return stop.signal.aborted
    },
    async run(job) {
      const work = job(controller.signal)
      running.add(work)
      try {
        await work
      } finally {
        running.delete(work)
      }
    },
    async close(patience, afterCancel) {
      stop.abort()
      await settled(patience)
      controller.abort()
      await settled(afterCancel)
    },
  }
}
