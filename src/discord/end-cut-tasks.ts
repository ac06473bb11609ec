import { DiscordAPIError, type Message, MessageFlags, RESTJSONErrorCodes } from 'discord.js'
import type { Task } from '../app/ports.ts'
import { FootnoteError } from '../core/error.ts'
import { type Asked, parseAsked } from './asked.ts'
import type { Bot } from './bot.ts'
import { fetchChannel } from './channel.ts'
import { failureView } from './failure-card.ts'
import { edit, editPrivateReply, reply, send } from './outgoing.ts'
import { FAILURES } from './texts.ts'
import type { View } from './view.ts'

/** Says of every task that a crash cut off that it was cut off, with a way to have it done after all. */
export async function endCutTasks(bot: Bot, cut: readonly Task[]): Promise<void> {
  for (const task of cut) {
    try {
      await bot.assistant.tasks.setState(task.id, (await isOver(bot, task)) ? 'done' : 'failed')
    } catch (error) {
      bot.log.failure('cut-task-not-ended', error)
      await bot.assistant.tasks.setState(task.id, 'done')
    }
  }
}

/** Whether nobody can ask for it again: it was done but for the note of it, or there is nobody to tell. */
async function isOver(bot: Bot, task: Task): Promise<boolean> {
  const asked = parseAsked(task.request)
  if (asked === null) return true
  const shown = await messageOf(bot, task)
  if (shown?.flags.has(MessageFlags.IsComponentsV2) === true) return true
  if (shown === null && asked.unasked) return true
  const error = new FootnoteError('cancelled', FAILURES.restarted)
  const incident = bot.log.failure('task-cut-off', error)
  const view = failureView({ error, incident, taskId: task.id, usedModel: false })
  if (await sayInPrivate(bot, asked, view)) {
    if (shown !== null) await shown.delete()
    return false
  }
  if (shown !== null) await edit(shown, view)
  else if (asked.messageId !== null) await sayBelow(bot, task.id, asked.channelId, asked.messageId, view)
  else return true
  return false
}

/** The message that showed the task, if it is still there. */
async function messageOf(bot: Bot, { reply: place }: Task): Promise<Message | null> {
  try {
    return place === null ? null : await fetchMessage(bot, place.channelId, place.messageId)
  } catch (error) {
    if (error instanceof DiscordAPIError && error.code === RESTJSONErrorCodes.UnknownMessage) return null
    throw error
  }
}

const fetchMessage = async (bot: Bot, channelId: string, messageId: string): Promise<Message> =>
  (await fetchChannel(bot, channelId)).messages.fetch(messageId)

/** A command's own reply, as long as Discord still takes it. */
async function sayInPrivate(bot: Bot, { interactionToken }: Asked, view: View): Promise<boolean> {
  if (interactionToken === null) return false
  try {
    await editPrivateReply(bot.client, interactionToken, view)
    return true
  } catch (error) {
    bot.log.info('private-reply-expired', { name: error instanceof Error ? error.name : typeof error })
    return false
  }
}

/**
 * Below the message that asked. A crash may have come between posting a first line and noting where it stands: the
 * same nonce once more gives that line.
 */
async function sayBelow(
  bot: Bot,
  taskId: string,
  channelId: string,
  messageId: string,
  view: View,
): Promise<void> {
  const asking = await fetchMessage(bot, channelId, messageId)
  const message = asking.hasThread
    ? await send(await fetchChannel(bot, asking.id), view, `${taskId}-t`)
    : await reply(asking, view, `${taskId}-s`)
  if (message.components.length === 0) await edit(message, view)
}
