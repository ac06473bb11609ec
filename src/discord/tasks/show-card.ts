import type { Message, SendableChannels } from 'discord.js'
import { nameOfThrown } from '../../core/error.ts'
import type { Conversation, Place, Reading, SummaryResult } from '../../app/ports.ts'
import { addressKeyOf, type Asked } from './asked.ts'
import type { Asker } from './asker.ts'
import type { Bot } from '../bot.ts'
import { summaryCard } from '../cards/card.ts'
import { addressOfMessage } from '../places/card-place.ts'
import { placeForOne, placeIn } from '../places/channel.ts'
import { sayHowToAsk } from '../cards/how-to-ask.ts'
import { cardFigures } from './figures.ts'
import type { Markup } from '../cards/markup.ts'
import { mayHaveHappened } from '../outgoing/send-again.ts'
import type { TaskHandle } from './run-task.ts'
import { withChanges } from './seen-before.ts'
import { type Stage, threadIfPossible } from './stage.ts'
import type { View } from '../cards/view.ts'

/** A reading that has its summary. */
type SummarisedReading = Reading & { readonly summary: SummaryResult }

interface Showing {
  readonly stage: Stage
  /** Of the thread that starts from the card. */
  readonly name: string
  readonly task: TaskHandle
  readonly from?: 'seen-before'
}

interface Shown extends Showing {
  readonly reading: SummarisedReading
  /** To an earlier card of the same link. */
  readonly pointer: Markup | null
}

/** One edit turns the plain line into the card; what makes the buttons work is stored before. */
export async function showCard(
  bot: Bot,
  asked: Asked,
  asker: Asker,
  showing: Shown,
): Promise<Message | null> {
  await showConversation(bot, asked, asker, showing)
  return showing.stage.message
}

/** Gives back what was stored for the card. */
async function showConversation(
  bot: Bot,
  asked: Asked,
  asker: Asker,
  { reading, pointer, stage, task, name, from }: Shown,
): Promise<Conversation> {
  const { message, threadFromCard } = stage
  const conversation = await createConversation(bot, asked, stage, reading)
  try {
    await stage.show(cardOf(bot, asked, stage, conversation, reading, pointer))
  } catch (error) {
    // Nobody has seen it: nothing may lead to it. Where it may stand all the same, its buttons work.
    if (!mayHaveHappened(error)) await bot.assistant.forgetting.conversation(conversation.id)
    throw error
  }
  task.delivered(cardFigures(reading.summary, from))
  if (message === null) return conversation
  if (threadFromCard && (await threadIfPossible(bot, message, name)) === null) {
    const { id, place } = conversation
    if (place !== null) await bot.assistant.conversations.setPlace(id, { ...place, threadId: null })
    const alone = { ...stage, threadFromCard: false }
    await stage.show(cardOf(bot, asked, alone, conversation, reading, pointer))
  }
  await asker.done(message, 'card')
  return conversation
}

/** The card of then with a pointer to it; another edit follows where the page has changed since. */
export async function showSeenCard(
  bot: Bot,
  asked: Asked,
  asker: Asker,
  {
    seen,
    pointer,
    ...showing
  }: Showing & { readonly seen: SummarisedReading; readonly pointer: Markup | null },
): Promise<Message | null> {
  const { stage, task } = showing
  const { article, linesLeftOut, summary } = seen
  const nothingSpent = { cached: true, calls: 0, cost: summary.run.cost === null ? null : 0 }
  const reading = {
    article,
    linesLeftOut,
    summary: { ...summary, run: { ...summary.run, ...nothingSpent } },
  }
  const conversation = await showConversation(bot, asked, asker, {
    ...showing,
    reading,
    pointer,
    from: 'seen-before',
  })
  const { message } = stage
  try {
    const { url } = asked.source as Extract<Asked['source'], { kind: 'link' }>
    const read = await bot.assistant.read({ kind: 'link', url }, { signal: task.signal, urgency: 'refresh' })
    if (read.article.id === article.id) return message
    const gone = await bot.assistant.gone(summary.summary.claims, read.article)
    const changed = withChanges(article, gone, read.article)
    if (changed === null) return message
    const told = { ...reading, article: changed }
    await bot.assistant.conversations.setReading(conversation.id, told)
    await stage.show(cardOf(bot, asked, stage, conversation, told, pointer))
  } catch (error) {
    // The card stands as it was read then, and says when that was.
    bot.log.info('page-not-compared', { name: nameOfThrown(error) })
  }
  return message
}

async function createConversation(
  bot: Bot,
  asked: Asked,
  { message, threadFromCard }: Stage,
  { article, linesLeftOut, summary }: SummarisedReading,
): Promise<Conversation> {
  const addressKey = await addressKeyOf(bot, asked)
  const place = message === null ? placeForOne(asked) : placeOf(bot, asked, message, threadFromCard)
  return bot.assistant.conversations.create({ article, linesLeftOut, summary, place, addressKey })
}

function placeOf(bot: Bot, asked: Asked, message: Message, threadFromCard: boolean): Place {
  const at = placeIn(bot, message.channel as SendableChannels)
  return {
    ...at,
    // A thread that starts from the card gets the card's id: so its place is known before anybody can write there.
    threadId: threadFromCard ? message.id : at.threadId,
    cardMessageId: message.id,
    sourceMessageId: asked.messageId,
    personId: asked.person.id,
  }
}

function cardOf(
  bot: Bot,
  asked: Asked,
  { message, threadFromCard }: Stage,
  { id: conversationId }: Conversation,
  { article, linesLeftOut, summary: result }: SummarisedReading,
  pointer: Markup | null,
): View {
  const given = messageAddress(asked)
  const howToAsk =
    message === null ? null : sayHowToAsk(bot, message.channel as SendableChannels, threadFromCard)
  return summaryCard({ conversationId, article, linesLeftOut, result, given, howToAsk, pointer })
}

function messageAddress({ guildId, channelId, messageId, away }: Asked): string | null {
  if (messageId === null || away) return null
  return addressOfMessage(guildId, { channelId, messageId })
}
