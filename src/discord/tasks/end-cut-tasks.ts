import { setTimeout as wait } from 'node:timers/promises'
import type { Message } from 'discord.js'
import type { Task } from '../../app/ports.ts'
import { FootnoteError, nameOfThrown } from '../../core/error.ts'
import { type Asked, parseAsked } from './asked.ts'
import { conversationOf } from '../events/read-message.ts'
import type { Bot } from '../bot.ts'
import { wordsOf } from '../cards/read-back.ts'
import { isServedElsewhere } from '../connection/own-shards.ts'
import { mayBeDoneAgain, openAgain } from './do-again.ts'
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
 * Brings tasks that a process has left to an end: those that are young enough are done again, by what is given back; of every
 * other people are told that it was cut off, with a way to have it done after all. Channels do not wait for each other:
 * people wait for all of them.
 */
export async function endCutTasks(bot: Bot, cut: readonly Task[]): Promise<(() => Promise<void>)[]> {
  const byChannel = Map.groupBy(cut, ({ request }) => parseAsked(request)?.channelId ?? '')
  const endInTurn = async (tasks: readonly Task[]): Promise<Again[]> => {
    const again: Again[] = []
    for (const task of tasks) {
      const end = await endCutTask(bot, task)
      if (typeof end === 'function') again.push({ task, doAgain: end })
    }
    return again
  }
  const again = (await Promise.all([...byChannel.values()].map(endInTurn))).flat()
  // Things of one message are done one after the other, as before.
  const byMessage = Map.groupBy(again, ({ task }) => parseAsked(task.request)?.partOf ?? task.id)
  return [...byMessage.values()].map((ofMessage) => async () => {
    for (const { doAgain } of ofMessage) await doAgain()
  })
}

interface Again {
  readonly task: Task
  readonly doAgain: () => Promise<void>
}

type End = 'done' | 'failed' | (() => Promise<void>)

async function endCutTask(bot: Bot, task: Task): Promise<End> {
  const { tasks } = bot.assistant
  try {
    const end = await endOf(bot, task)
    if (typeof end === 'string') await tasks.setState(task.id, end)
    return end
  } catch (error) {
    bot.log.failure('cut-task-not-ended', error)
    await tasks.setState(task.id, 'done')
    return 'done'
  }
}

/** As long as another process may take from posting a message to noting it. */
const UNTIL_NOTED = 1000

/** Messages that tasks have noted as theirs. */
async function notedMessages(bot: Bot, asked: Asked): Promise<ReadonlySet<string | undefined>> {
  if (await isServedElsewhere(bot, asked.guildId)) await wait(UNTIL_NOTED)
  const running = await bot.assistant.tasks.findRunning()
  return new Set(running.map(({ reply: place }) => place?.messageId))
}

/** `done`: nobody can ask for it again, it was done but for the note of it, or there is nobody to tell. */
async function endOf(bot: Bot, task: Task): Promise<End> {
  const asked = parseAsked(task.request)
  if (asked === null) return 'done'
  const traces = await findTraces(bot, task, asked)
  const noted = await notedMessages(bot, asked)
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
    return 'done'
  }
  // A process that was told to stop has said so, and left it to the next one.
  const isLeft = told === undefined || wordsOf(told.message).replaceAll('*', '').includes(FAILURES.restarted)
  const again = isLeft && mayBeDoneAgain(bot, task) ? await openAgain(bot, task, asked, shown) : null
  if (again !== null) return again
  if (asked.unasked) {
    // Nobody waits for it: no trace of it stays.
    await takeBack(bot, shown)
    return 'done'
  }
  if (told !== undefined) {
    await noteWhere(bot, task.id, told.message)
    return 'failed'
  }
  const error = new FootnoteError('cancelled', FAILURES.restarted)
  const incident = bot.log.failure('task-cut-off', error)
  const view = failureView({ error, incident, taskId: task.id, usedModel: false })
  if (await sayInPrivate(bot, asked, view)) {
    if (shown !== null) await deleteMessages(bot, [{ channelId: shown.channelId, messageId: shown.id }])
    return 'failed'
  }
  const said =
    shown !== null
      ? await edit(shown, view)
      : asked.messageId !== null
        ? await sayBelow(bot, task.id, asked.channelId, asked.messageId, view)
        : await sayInChannel(bot, task.id, asked, view)
  if (said === null) return 'done'
  await noteWhere(bot, task.id, said)
  return 'failed'
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
