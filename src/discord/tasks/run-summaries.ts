import type { Asked } from './asked.ts'
import type { Asker } from './asker.ts'
import type { Bot } from '../bot.ts'
import { runSummary } from './run-summary.ts'
import type { GivenSource } from '../events/what-is-asked.ts'
import { SOURCE_GONE } from './work.ts'

/** Of one message, so many links or files are read; the rest is named as not read. */
export const MOST_SOURCES = 3

/** A card for each source of one message or command, one after the other, in one thread. */
export async function runSummaries(
  bot: Bot,
  id: string,
  asked: Omit<Asked, 'source'>,
  sources: readonly GivenSource[],
  askerFor: (taskId: string) => Asker,
): Promise<void> {
  await bot.work.run(asked.messageId, async (signal) => {
    for (const [index, source] of sources.slice(0, MOST_SOURCES).entries()) {
      // Deleted or corrected meanwhile: nobody waits for the rest.
      if (signal.reason === SOURCE_GONE) return
      const taskId = index === 0 ? id : `${id}-${index + 1}`
      const partOf = index === 0 ? null : id
      await runSummary(bot, taskId, { ...asked, source, partOf }, askerFor(taskId))
    }
  })
}
