/** What is under way, so that a stop can wait for it and then end it. */
export interface Work {
  /** No new work is begun. */
  readonly closing: boolean
  /** Fires when a stop begins, for what waits and has not begun. */
  readonly closingSignal: AbortSignal
  /**
   * Runs a job whose signal fires when the stop cannot wait any longer, or when `cancel` is told that the message which
   * it is about is gone.
   */
  run(messageId: string | null, job: (signal: AbortSignal) => Promise<void>): Promise<void>
  /** Ends what runs about a message. */
  cancel(messageId: string): void
  /** Waits until nothing runs about a message. */
  over(messageId: string): Promise<void>
  /** Waits up to so many milliseconds for what runs, cancels the rest and waits as long again for it to say so. */
  close(patience: number, afterCancel: number): Promise<void>
}

/** Why a job was ended: what it was about was deleted, so that nobody waits for it. */
export const SOURCE_GONE = Symbol('source-gone')

export function createWork(): Work {
  const running = new Set<Promise<void>>()
  const controller = new AbortController()
  const stop = new AbortController()
  const about = new Map<string, Map<AbortController, Promise<void>>>()

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
    async run(messageId, job) {
      const own = new AbortController()
      const key = messageId ?? ''
      const others = about.get(key) ?? new Map()
      const { promise: over, resolve } = Promise.withResolvers<void>()
      about.set(key, others.set(own, over))
      const work = job(AbortSignal.any([controller.signal, own.signal]))
      running.add(work)
      try {
        await work
      } finally {
        resolve()
        running.delete(work)
        others.delete(own)
        if (others.size === 0) about.delete(key)
      }
    },
    cancel(messageId) {
      for (const job of about.get(messageId)?.keys() ?? []) job.abort(SOURCE_GONE)
    },
    async over(messageId) {
      const jobs = about.get(messageId)
      if (jobs !== undefined) await Promise.all(jobs.values())
    },
    async close(patience, afterCancel) {
      stop.abort()
      await settled(patience)
      controller.abort()
      await settled(afterCancel)
    },
  }
}
