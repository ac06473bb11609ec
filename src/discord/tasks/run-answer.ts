import type { Message, SendableChannels } from 'discord.js'
import type { Conversation } from '../../app/ports.ts'
import { FootnoteError } from '../../core/error.ts'
import { answerView } from '../cards/answer-card.ts'
import { addressKeyOf, type Asked } from './asked.ts'
import type { Asker } from './asker.ts'
import type { Bot } from '../bot.ts'
import { fetchChannel, isOwnThread, isUnknownChannel, placeForOne, requireRoom } from '../places/channel.ts'
import { answerFigures } from './figures.ts'
import { edit, reply, send } from '../outgoing/outgoing.ts'
import { noteAnswer } from './note-answer.ts'
import { readAsked } from './read-asked.ts'
import { runTask, type TaskHandle } from './run-task.ts'
import { FAILURES, LOOKING_FOR_ANSWER } from '../texts.ts'
import type { View } from '../cards/view.ts'
import { withoutIds } from './without-ids.ts'

/** From a question to its answer: in a thread, from a form, by a command, by a reply. */
export async function runAnswer(bot: Bot, id: string, asked: Asked, asker: Asker): Promise<void> {
  await runTask(bot, id, asked, asker, LOOKING_FOR_ANSWER, async (task) => {
    const isNew = asked.source.kind !== 'conversation'
    // Before anything is read.
    if (isNew && !asked.away)
      requireRoom(bot, await fetchChannel(bot, asked.channelId), asked.messageId === null, asked.rights)
    const conversation = await conversationFor(bot, asked, task)
    const channel = asked.away ? null : await channelFor(bot, asked, conversation)
    if (channel !== null) requireRoom(bot, channel, asked.messageId === null)
    await task.admit()
    const result = await bot.assistant.ask(conversation.id, withoutIds(asked.question ?? ''), {
      withoutModel: asked.withoutModel,
      guildId: asked.guildId,
      signal: task.signal,
      personId: asked.person.id,
      messageId: asked.messageId,
      unseen: asked.retryOf !== null || asked.begun === 'before',
    })
    const view = answerView({
      article: conversation.article,
      result,
      askedBy: asked.person.name,
      conversationId: channel !== null && isOwnThread(bot, channel) ? null : conversation.id,
    })
    if (channel === null) {
      await asker.show(view)
      task.delivered(answerFigures(result))
      return
    }
    const message = await post(bot, id, asked, asker, conversation, channel, view)
    task.delivered(answerFigures(result))
    await noteAnswer(bot, asked, conversation, message)
    await asker.done(message, 'answer')
  })
}

async function conversationFor(bot: Bot, asked: Asked, { signal }: TaskHandle): Promise<Conversation> {
  if (asked.source.kind !== 'conversation') {
    const settings = await bot.assistant.settings.inEffect(asked.guildId)
    const { article, linesLeftOut } = await readAsked(bot, asked, settings, signal)
    const addressKey = await addressKeyOf(bot, asked)
    const reading = { article, linesLeftOut, summary: null }
    const place = asked.away ? placeForOne(asked) : null
    return bot.assistant.conversations.create({ ...reading, place, addressKey })
  }
  const known = await bot.assistant.conversations.find(asked.source.id)
  if (known !== undefined) return known
  throw new FootnoteError('conversation-unknown', FAILURES.conversationGone)
}

/** An answer to a message stands below it; to a form or command, in the article's thread where it has one. */
async function channelFor(bot: Bot, asked: Asked, { place }: Conversation): Promise<SendableChannels> {
  const threadId = asked.messageId === null ? (place?.threadId ?? null) : null
  if (threadId === null || threadId === asked.channelId) return fetchChannel(bot, asked.channelId)
  try {
    return await fetchChannel(bot, threadId)
  } catch (error) {
    // Deleted while nothing ran, or never started.
    if (!isUnknownChannel(error)) throw error
    return fetchChannel(bot, asked.channelId)
  }
}

async function post(
  bot: Bot,
  id: string,
  asked: Asked,
  asker: Asker,
  { place }: Conversation,
  channel: SendableChannels,
  view: View,
): Promise<Message> {
  const slot = await asker.slot()
  if (slot !== null && slot.channelId === channel.id) return edit(slot, view)
  const card = place?.cardMessageId ?? null
  const isCardHere = card !== null && !isOwnThread(bot, channel) && place?.channelId === channel.id
  const above = asked.messageId ?? (isCardHere ? card : null)
  if (above === null) return send(channel, view, `${id}-a`)
  return reply(await channel.messages.fetch(above), view, `${id}-a`)
}
