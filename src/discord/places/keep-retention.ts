import { DAY } from '../../app/guild-usage.ts'
import { createSecondLook } from '../../app/second-look.ts'
import type { Bot } from '../bot.ts'

const EVERY = 6 * 60 * 60 * 1000
/** As long as somebody may still press Retry: until then what was pasted is stored as it was given. */
const REQUESTS_LIVE = 2 * DAY

const MINUTE = 60 * 1000

/**
 * Forgets, now and every few hours, what nobody has used for as many days as the host keeps things; and every minute, what
 * goes by itself.
 */
export function keepRetention({
  assistant,
  settings,
  clock,
  log,
}: Pick<Bot, 'assistant' | 'settings' | 'clock' | 'log'>): () => void {
  const mayForget = createSecondLook(clock, () => performance.now())
  const sweep = async (): Promise<void> => {
    try {
      const before = clock() - settings.retentionDays * DAY
      const oldest = await assistant.forgetting.oldest()
      if (oldest !== null && !mayForget(before - oldest)) {
        log.warn('retention-waits', { daysOverdue: Math.round((before - oldest) / DAY) })
        return
      }
      await assistant.forgetting.requestsBefore(clock() - REQUESTS_LIVE)
      const { conversations } = await assistant.forgetting.unusedSince(before)
      if (conversations > 0) log.info('old-articles-forgotten', { conversations })
      await assistant.forgetting.overwrite()
    } catch (error) {
      log.failure('retention-failed', error)
    }
  }
  const expire = (): void =>
    void assistant.forgetting.expired().catch((error: unknown) => log.failure('retention-failed', error))
  void sweep()
  const timers = [setInterval(() => void sweep(), EVERY), setInterval(expire, MINUTE)]
  for (const timer of timers) timer.unref()
  return () => timers.forEach((timer) => clearInterval(timer))
}
