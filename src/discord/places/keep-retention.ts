import type { Assistant } from '../../app/assistant.ts'
import { DAY } from '../../app/guild-usage.ts'
import type { Clock, Log } from '../../app/ports.ts'
import { createSecondLook } from '../../app/second-look.ts'
import type { DiscordSettings } from '../bot.ts'

const EVERY = 6 * 60 * 60 * 1000
const MINUTE = 60 * 1000
/** As long as somebody may still press Retry: until then what was pasted is stored as it was given. */
const REQUESTS_LIVE = 2 * DAY

interface Retention {
  readonly assistant: Pick<Assistant, 'forgetting'>
  readonly settings: Pick<DiscordSettings, 'retentionDays'>
  readonly clock: Clock
  readonly log: Log
}

/**
 * Forgets, now and every few hours, what nobody has used for as many days as the host keeps things; and every minute, what
 * goes by itself.
 */
export function keepRetention({ assistant: { forgetting }, settings, clock, log }: Retention): () => void {
  const mayForget = createSecondLook(clock, () => performance.now())
  const sweep = async (): Promise<void> => {
    const before = clock() - settings.retentionDays * DAY
    const oldest = await forgetting.oldest()
    if (oldest !== null && !mayForget(before - oldest)) {
      log.warn('retention-waits', { daysOverdue: Math.round((before - oldest) / DAY) })
      return
    }
    const { conversations } = await forgetting.unusedSince(before)
    if (conversations > 0) log.info('old-articles-forgotten', { conversations })
    await forgetting.overwrite()
  }
  const expire = async (): Promise<void> => {
    await forgetting.requestsBefore(clock() - REQUESTS_LIVE)
    await forgetting.expired()
  }
  const run = (job: () => Promise<void>): void =>
    void job().catch((error: unknown) => log.failure('retention-failed', error))
  run(sweep)
  run(expire)
  const timers = [setInterval(() => run(sweep), EVERY), setInterval(() => run(expire), MINUTE)]
  for (const timer of timers) timer.unref()
  return () => timers.forEach((timer) => clearInterval(timer))
}
