import { DAY } from '../../app/guild-usage.ts'
import type { Bot } from '../bot.ts'

const EVERY = 6 * 60 * 60 * 1000
/** As long as somebody may still press Retry: until then what was pasted is stored as it was given. */
const REQUESTS_LIVE = 2 * DAY

/** Forgets, now and every few hours, what nobody has used for as many days as the host keeps things. */
export function keepRetention({ assistant, settings, clock, log }: Bot): () => void {
  const sweep = async (): Promise<void> => {
    try {
      await assistant.forgetting.requestsBefore(clock() - REQUESTS_LIVE)
      const before = clock() - settings.retentionDays * DAY
      const { conversations } = await assistant.forgetting.unusedSince(before)
      if (conversations > 0) log.info('old-articles-forgotten', { conversations })
    } catch (error) {
      log.failure('retention-failed', error)
    }
  }
  void sweep()
  const timer = setInterval(() => void sweep(), EVERY)
  timer.unref()
  return () => clearInterval(timer)
}
