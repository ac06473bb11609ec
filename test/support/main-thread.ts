/** How often the main thread is looked at. */
const LOOK_MILLISECONDS = 1

export interface MainThread {
  /** The longest stretch, in milliseconds, in which the thread did nothing else; begins anew with each call. */
  longest(): number
  stop(): void
}

/**
 * Watches how long this thread works without a pause, in time of its own on the processor: what other processes take away
 * does not count.
 */
export function watchMainThread(): MainThread {
  let before = process.threadCpuUsage()
  let most = 0
  const timer = setInterval(() => {
    const { user, system } = process.threadCpuUsage(before)
    before = process.threadCpuUsage()
    most = Math.max(most, (user + system) / 1000)
  }, LOOK_MILLISECONDS)
  return {
    longest: () => {
      const { user, system } = process.threadCpuUsage(before)
      const result = Math.max(most, (user + system) / 1000)
      before = process.threadCpuUsage()
      most = 0
      return result
    },
    stop: () => clearInterval(timer),
  }
}
