import {
  DiscordAPIError,
  type Message,
  MessageFlags,
  RESTJSONErrorCodes,
  type SendableChannels,
} from 'discord.js'
import { nameOfThrown } from '../../core/error.ts'
import type { Task } from '../../app/ports.ts'
import type { Bot } from '../bot.ts'
import { asksLine } from '../cards/answer-card.ts'
import { customIdsOf, wordsOf } from '../cards/read-back.ts'
import { parseCustomId } from '../forms/custom-id.ts'
import { isPostedHere } from '../outgoing/outgoing.ts'
import { fetchChannel } from '../places/channel.ts'
import { isUnderWay } from '../texts.ts'
import type { Asked } from './asked.ts'
import { hasThread } from './stage.ts'

/** What a message of ours shows of a task that a crash cut off. */
export interface Trace {
  /** `line`: that it is under way; `notice`: that it failed, with a button to have it done after all. */
  readonly kind: 'line' | 'notice' | 'card' | 'answer'
  readonly message: Message
}

/** As many as Discord gives at once. */
const MESSAGES_LOOKED_AT = 100

/**
 * All that people see of a task: where its message was noted that one, and else what came between posting and noting. That is
 * a message of ours that is newer than the task and was posted by another process: a line that says that something is under
 * way; its answer; or its notice.
 */
export async function findTraces(bot: Bot, task: Task, asked: Asked): Promise<Trace[]> {
  const known = await knownMessage(bot, task, asked)
  const traces: Trace[] =
    known === null ? [] : [{ kind: kindOf(bot, task, asked, known) ?? 'line', message: known }]
  for (const channel of await placesOf(bot, asked)) {
    const messages = await channel.messages.fetch({ limit: MESSAGES_LOOKED_AT, after: idOf(task) })
    for (const message of messages.values()) {
      if (message.id === known?.id || message.author.id !== bot.client.user.id || isPostedHere(message))
        continue
      const kind = kindOf(bot, task, asked, message)
      const isBelow =
        channel.id !== asked.channelId || (message.reference?.messageId ?? null) === asked.messageId
      // An answer to a command stands below the card.
      const isOurs = isBelow || (kind === 'answer' && asked.messageId === null)
      // The card of a task is edited into a message that was noted.
      if (kind !== null && kind !== 'card' && isOurs) traces.push({ kind, message })
    }
  }
  return traces
}

/** By Discord's clock, as the messages are. */
const idOf = ({ id }: Task): string => id.split(/\D/u)[0] ?? id

function kindOf(bot: Bot, { id }: Task, asked: Asked, message: Message): Trace['kind'] | null {
  if (message.author.id !== bot.client.user.id) return null
  const words = wordsOf(message)
  if (isUnderWay(words) || (asked.unasked && isNameOf(message.channel as SendableChannels, words)))
    return 'line'
  const isOurs = (customId: string): boolean => {
    const parsed = parseCustomId(customId)
    return (parsed?.action === 'retry' || parsed?.action === 'plain') && parsed.id === id
  }
  if (customIdsOf(message).some(isOurs)) return 'notice'
  if (asked.question !== null) return isAnswerTo(asked, words) ? 'answer' : null
  return message.flags.has(MessageFlags.IsComponentsV2) && !customIdsOf(message).some(isAnyNotice)
    ? 'card'
    : null
}

const isAnyNotice = (customId: string): boolean => parseCustomId(customId)?.action === 'retry'

/** An answer begins by saying who asked what. Marks may have been set before some of its characters. */
const isAnswerTo = ({ person, question }: Asked, words: string): boolean =>
  lettersOf(words.split('\n', 1)[0] ?? '') === lettersOf(asksLine(person.name, (question ?? '').trim()).text)

const lettersOf = (words: string): string => words.replace(/[^\p{L}\p{M}\p{N}]/gu, '')

/** A link that nobody asked about begins with the name of its thread. */
const isNameOf = (channel: SendableChannels, words: string): boolean =>
  channel.isThread() && words.replace(/\\/gu, '') === channel.name

/** The message that showed the task, or what it was a new attempt at, if it is still there. */
async function knownMessage(bot: Bot, { reply }: Task, { retryOf }: Asked): Promise<Message | null> {
  const before = retryOf?.taskId === undefined ? undefined : await bot.assistant.tasks.find(retryOf.taskId)
  const place = reply ?? before?.reply ?? null
  try {
    return place === null
      ? null
      : await (await fetchChannel(bot, place.channelId)).messages.fetch(place.messageId)
  } catch (error) {
    if (error instanceof DiscordAPIError && error.code === RESTJSONErrorCodes.UnknownMessage) return null
    throw error
  }
}

/** Where something of it can stand: in its channel, in the thread of the message that asked, or in that of the card. */
async function placesOf(bot: Bot, asked: Asked): Promise<SendableChannels[]> {
  const { channelId, messageId, away } = asked
  if (away) return []
  try {
    const channel = await fetchChannel(bot, channelId)
    if (messageId === null) {
      const threadId = await threadAskedAbout(bot, asked)
      return threadId === null || threadId === channelId
        ? [channel]
        : [await fetchChannel(bot, threadId), channel]
    }
    const source = await channel.messages.fetch(messageId)
    return hasThread(bot, source) ? [await fetchChannel(bot, source.id), channel] : [channel]
  } catch (error) {
    // The message that asked is gone, or the channel is: then nobody waits.
    bot.log.info('cut-task-not-found', { name: nameOfThrown(error) })
    return []
  }
}

async function threadAskedAbout({ assistant }: Bot, { source, question }: Asked): Promise<string | null> {
  if (source.kind !== 'conversation' || question === null) return null
  return (await assistant.conversations.find(source.id))?.place?.threadId ?? null
}
