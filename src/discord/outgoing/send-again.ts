import { HTTPError } from 'discord.js'
import { setTimeout as wait } from 'node:timers/promises'

/** Pauses before each further attempt, in milliseconds. */
const PAUSES = [400, 1500]
const LOST = /^(?:UND_ERR_|ECONN|EPIPE|ETIMEDOUT|EAI_AGAIN)/u

/** Whether the connection broke, so that nobody knows if Discord did what was asked. */
function isLost(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = 'code' in error ? error.code : undefined
  if (typeof code === 'string' && LOST.test(code)) return true
  return error.cause !== undefined && isLost(error.cause)
}

/** Whether Discord may have done what failed: it answered with a failure of its own, or with nothing. */
export const mayHaveHappened = (error: unknown): boolean =>
  error instanceof HTTPError || (error instanceof Error && error.name === 'AbortError') || isLost(error)

/**
 * Does again what a broken connection may have swallowed, and what Discord failed at for a moment: discord.js repeats that
 * at once, and then no more. Only for what Discord does once however often it is asked: edits, and messages with a nonce.
 */
export async function sendAgain<Result>(request: () => Promise<Result>): Promise<Result> {
  for (const pause of PAUSES) {
    try {
      return await request()
    } catch (error) {
      if (!isLost(error) && !(error instanceof HTTPError)) throw error
      await wait(pause)
    }
  }
  return request()
}
