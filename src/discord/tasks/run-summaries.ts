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
  const parts = sources.slice(0, MOST_SOURCES).map((source, index) => ({
    taskId: index === 0 ? id : `${id}-${index + 1}`,
    request: { ...asked, source, partOf: index === 0 ? null : id },
  }))
  await bot.work.run(asked.messageId, async (signal) => {
    const begun = await beginAll(bot, parts)
    if (begun === null) return
    for (const { taskId, request } of parts) {
      const isBegun = begun.has(taskId)
      if (signal.reason !== SOURCE_GONE)
        await runSummary(bot, taskId, isBegun ? { ...request, begun: 'here' } : request, askerFor(taskId))
      // Deleted or corrected meanwhile: nobody waits for the rest.
      else if (isBegun) await bot.assistant.tasks.setState(taskId, 'done')
    }
  })
}

interface Part {
  readonly taskId: string
  readonly request: Asked
}

/**
 * Of several, stores all before the first is read, so that a crash meanwhile loses none of them. Null where another process
 * does them, or the same event came twice. Where the store fails, each says so itself.
 */
async function beginAll(
  { assistant, holder, log }: Bot,
  parts: readonly Part[],
): Promise<ReadonlySet<string> | null> {
  const begun = new Set<string>()
  if (parts.length < 2) return begun
  try {
    for (const { taskId, request } of parts) {
      const by = { guildId: request.guildId, personId: request.person.id, holder: holder.id }
      if (await assistant.tasks.begin(taskId, request, by)) begun.add(taskId)
      else if (begun.size === 0) return null
    }
  } catch (error) {
    log.failure('tasks-not-begun', error)
  }
  return begun
}
