import type { Task } from '../../app/ports.ts'
import type { Bot } from '../bot.ts'
import { isOwn, livingElsewhere } from '../connection/own-shards.ts'
import { endCutTasks } from './end-cut-tasks.ts'

/**
 * Looks for tasks of this process's guilds whose own process has ended, and brings them to an end. Of several processes that
 * look, one gets each; what a living process does is left to it. Resolves when people are told, or it is being done again.
 */
export async function takeOverCutTasks(bot: Bot): Promise<void> {
  const { assistant, holder } = bot
  const others = (await livingElsewhere(bot)).map(({ id }) => id)
  const left = await assistant.tasks.findRunning([...others, holder.id])
  const cut: Task[] = []
  for (const task of left) {
    if (!isOwn(bot, task.guildId)) continue
    const isGone = task.holder !== null && holder.hasEnded(task.holder)
    if (await assistant.tasks.takeOver(task, holder.id, isGone)) cut.push(task)
  }
  if (cut.length === 0) return
  for (const doAgain of await endCutTasks(bot, cut))
    doAgain().catch((error: unknown) => bot.log.failure('cut-task-not-done-again', error))
}
