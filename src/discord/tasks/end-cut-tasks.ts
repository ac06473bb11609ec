import type { Message } from 'discord.js'
import type { Task } from '../../app/ports.ts'
import { FootnoteError, nameOfThrown } from '../../core/error.ts'
import { type Asked, parseAsked } from './asked.ts'
import { conversationOf } from '../events/read-message.ts'
import type { Bot } from '../bot.ts'
import { fetchChannel, maySend } from '../places/channel.ts'
import { deleteMessages } from '../outgoing/delete-messages.ts'
import { failureView } from '../cards/failure-card.ts'
import { link } from '../cards/markup.ts'
import { edit, editPrivateReply, reply, send } from '../outgoing/outgoing.ts'
import { noteAnswer } from './note-answer.ts'
import { noteWhere, takeBack } from './run-task.ts'
import { hasThread, threadOf } from './stage.ts'
import { ANSWER_LINK, CARD_LINK, cardIsHere, FAILURES } from '../texts.ts'
import { threadName } from '../cards/thread-name.ts'
import { findTraces, type Trace } from './traces.ts'
import { plain, type View } from '../cards/view.ts'

/**
 * Says of every task that a crash cut off that it was cut off, with a way to have it done after all. Channels do not wait
 * for each other: people wait for all of them.
 */
export async function endCutTasks(bot: Bot, cut: readonly Task[]): Promise<void> {
  const noted = new Set(cut.map(({ reply: place }) => place?.messageId))
  const byChannel = Map.groupBy(cut, ({ request }) => parseAsked(request)?.channelId ?? '')
  const endInTurn = async (tasks: readonly Task[]): Promise<void> => {
    for (const task of tasks) await endCutTask(bot, task, noted)
  }
  await Promise.all([...byChannel.values()].map(endInTurn))
}

async function endCutTask(bot: Bot, task: Task, noted: ReadonlySet<string | undefined>): Promise<void> {
  const { tasks } = bot.assistant
  try {
    await tasks.setState(task.id, (await isOver(bot, task, noted)) ? 'done' : 'failed')
  } catch (error) {
    bot.log.failure('cut-task-not-ended', error)
    await tasks.setState(task.id, 'done')
  }
}

/** Whether nobody can ask for it again: it was done but for the note of it, or there is nobody to tell. */
async function isOver(bot: Bot, task: Task, noted: ReadonlySet<string | undefined>): Promise<boolean> {
  const asked = parseAsked(task.request)
  if (asked === null) return true
  const traces = await findTraces(bot, task, asked)
  const result = traces.find(({ kind }) => kind === 'card' || kind === 'answer')
  const told = result ?? traces.find(({ kind }) => kind === 'notice')
  // What another task has noted is its own.
  const isFree = ({ message, kind }: Trace): boolean =>
    kind === 'line' && (message.id === task.reply?.messageId || !noted.has(message.id))
  const lines = traces.filter(isFree).map(({ message }) => message)
  const shown = told === undefined ? (lines.shift() ?? null) : told.message
  // A line in the channel is left for one in the thread: the crash may have come in between.
  await deleteMessages(
    bot,
    lines.map(({ channelId, id: messageId }) => ({ channelId, messageId })),
  )
  if (result !== undefined) {
    await (result.kind === 'card' ? finishCard : finishAnswer)(bot, asked, result.message)
    return true
  }
  if (asked.unasked) {
    // Nobody waits for it: no trace of it stays.
    await takeBack(bot, shown)
    return true
  }
  if (told !== undefined) {
    await noteWhere(bot, task.id, told.message)
    return false
  }
  const error = new FootnoteError('cancelled', FAILURES.restarted)
  const incident = bot.log.failure('task-cut-off', error)
  const view = failureView({ error, incident, taskId: task.id, usedModel: false })
  if (await sayInPrivate(bot, asked, view)) {
    if (shown !== null) await deleteMessages(bot, [{ channelId: shown.channelId, messageId: shown.id }])
    return false
  }
  const said =
    shown !== null
      ? await edit(shown, view)
      : asked.messageId !== null
        ? await sayBelow(bot, task.id, asked.channelId, asked.messageId, view)
        : await sayInChannel(bot, task.id, asked, view)
  if (said === null) return true
  await noteWhere(bot, task.id, said)
  return false
}

/** A command that nobody can be told about in private any more. */
async function sayInChannel(
  bot: Bot,
  taskId: string,
  { away, channelId }: Asked,
  view: View,
): Promise<Message | null> {
  const channel = away ? null : await fetchChannel(bot, channelId)
  return channel === null || !maySend(bot, channel) ? null : send(channel, view, `${taskId}-s`)
}

/** The card stands; what was to follow may not have: its thread, and the word to whoever asked. */
async function finishCard(bot: Bot, asked: Asked, card: Message): Promise<void> {
  const conversation = await bot.assistant.conversations.findByMessage(card.id)
  const place = conversation?.place
  if (conversation !== undefined && place?.threadId === card.id) {
    await threadOf(bot, card, threadName(conversation.article, conversation.summary?.summary.headline ?? ''))
  }
  await sayInPrivate(bot, asked, plain(cardIsHere(link(CARD_LINK, card.url))))
}

/** The answer stands; that it goes with its article may not have been noted, and whoever asked not been told. */
async function finishAnswer(bot: Bot, asked: Asked, answer: Message): Promise<void> {
  const id = asked.source.kind === 'conversation' ? asked.source.id : await conversationOf(bot, answer)
  const conversation = id === null ? undefined : await bot.assistant.conversations.find(id)
  if (conversation !== undefined) await noteAnswer(bot, asked, conversation, answer)
  await sayInPrivate(bot, asked, plain(cardIsHere(link(ANSWER_LINK, answer.url))))
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
    bot.log.info('private-reply-expired', { name: nameOfThrown(error) })
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
): Promise<Message> {
  const asking = await fetchMessage(bot, channelId, messageId)
  const message = hasThread(bot, asking)
    ? await send(await fetchChannel(bot, asking.id), view, `${taskId}-t`)
    : await reply(asking, view, `${taskId}-s`)
  return message.components.length === 0 ? edit(message, view) : message
}
