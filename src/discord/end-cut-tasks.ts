import { MessageFlags } from 'discord.js'
import type { Task } from '../app/ports.ts'
import { FootnoteError } from '../core/error.ts'
import { parseAsked } from './asked.ts'
import type { Bot } from './bot.ts'
import { fetchChannel } from './channel.ts'
import { failureView } from './failure-card.ts'
import { edit, reply } from './outgoing.ts'
import { FAILURES } from './texts.ts'

/** Says of every task that a crash cut off that it was cut off, with a way to have it done after all. */
export async function endCutTasks(bot: Bot, cut: readonly Task[]): Promise<void> {
  for (const task of cut) {
    try {
      await end(bot, task)
    } catch (error) {
      bot.log.failure('cut-task-not-ended', error)
      await bot.assistant.tasks.setState(task.id, 'failed')
    }
  }
}

async function end(bot: Bot, task: Task): Promise<void> {
  const { tasks } = bot.assistant
  const asked = parseAsked(task.request)
  if (asked === null) {
    await tasks.setState(task.id, 'failed')
    return
  }
  const error = new FootnoteError('cancelled', FAILURES.restarted)
  const say = () => {
    const incident = bot.log.failure('task-cut-off', error)
    return failureView({ error, incident, taskId: task.id, usedModel: false })
  }
  if (task.reply !== null) {
    const channel = await fetchChannel(bot, task.reply.channelId)
    const message = await channel.messages.fetch(task.reply.messageId)
    // The card stood already; only the note of it was lost.
    if (message.flags.has(MessageFlags.IsComponentsV2)) {
      await tasks.setState(task.id, 'done')
      return
    }
    await edit(message, say())
  } else if (!asked.unasked && asked.messageId !== null) {
    const channel = await fetchChannel(bot, asked.channelId)
    await reply(await channel.messages.fetch(asked.messageId), say(), `${task.id}-r`)
  }
  await tasks.setState(task.id, 'failed')
}
