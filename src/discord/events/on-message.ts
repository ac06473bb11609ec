import type { Message, SendableChannels } from 'discord.js'
import { FootnoteError } from '../../core/error.ts'
import { countWords } from '../../core/words.ts'
import { type Asked, PLAIN_REQUEST } from '../tasks/asked.ts'
import { inChannel } from '../tasks/ask-in-channel.ts'
import { NOBODY } from '../tasks/asker.ts'
import { type Bot, isAllowedGuild } from '../bot.ts'
import { nameOf, roomIn } from '../places/channel.ts'
import { failureView } from '../cards/failure-card.ts'
import { isServedElsewhere } from '../connection/own-shards.ts'
import { findArticleHere } from '../places/find-article-here.ts'
import { markup } from '../cards/markup.ts'
import { reply } from '../outgoing/outgoing.ts'
import { readMessage } from './read-message.ts'
import { runAnswer } from '../tasks/run-answer.ts'
import { MOST_SOURCES, runSummaries } from '../tasks/run-summaries.ts'
import { runSummary } from '../tasks/run-summary.ts'
import { isAllowedHere } from '../settings/allowed-here.ts'
import { tellPrivately } from '../outgoing/tell-privately.ts'
import { FAILURES, help, onlySoMany, UNSEEN } from '../texts.ts'
import type { Company } from './thread-company.ts'
import { plain } from '../cards/view.ts'
import { type MessageFacts, type WhatIsAsked, whatIsAsked } from './what-is-asked.ts'

/** So many words are read as an article rather than as a question, where there is no article to ask about. */
const FEWEST_WORDS_OF_ARTICLE = 40

/** What a message by a person leads to. Everything else, and most messages by people, lead to nothing. */
export async function onMessage(bot: Bot, company: Company, message: Message): Promise<void> {
  if (message.author.bot || message.webhookId !== null || message.system) return
  if (!isAllowedGuild(bot.settings, message.guildId)) return
  const { channel } = message
  if (!channel.isSendable()) return
  const facts = await readMessage(bot, message, channel, company)
  if (channel.isThread()) company.note(channel.id, message.author.id)
  const asked = whatIsAsked(facts, true)
  if (asked.kind === 'nothing' || !(await isAllowedHere(bot, message, channel, facts, asked))) return
  await act(bot, message, channel, facts, asked)
}

/** Does what a message asks for; `taskId` is the message's own id, or that of an edit of it. */
export async function act(
  bot: Bot,
  message: Message,
  channel: SendableChannels,
  facts: MessageFacts,
  asked: Exclude<WhatIsAsked, { kind: 'nothing' }>,
  taskId = message.id,
): Promise<void> {
  const room = roomIn(bot, channel, false)
  const isUnasked = asked.kind === 'summary' && asked.unasked
  if (room.kind === 'nowhere') {
    if (!isUnasked) await sayInPrivate(bot, message, FAILURES.missingRights(room.missing, nameOf(channel)))
    return
  }
  if (bot.work.closing) {
    if (!isUnasked && !(await isServedElsewhere(bot, message.guildId)))
      await reply(message, plain(markup`${FAILURES.shuttingDown}`), `${message.id}-c`)
    return
  }
  if (asked.kind === 'help') {
    await reply(message, plain(help(bot.seesPlainMessages)), `${message.id}-h`)
    return
  }
  if (asked.kind === 'unseen') {
    await reply(message, plain(UNSEEN), `${message.id}-u`)
    return
  }
  if (asked.kind === 'summary') {
    const from = asked.fromRepliedTo ? (facts.repliedTo?.id ?? message.id) : message.id
    const words = room.kind === 'thread' ? 'when-slow' : 'at-once'
    const request = { ...requestBy(message), messageId: from, unasked: asked.unasked }
    await runSummaries(bot, taskId, request, asked.sources, (id) =>
      asked.unasked ? NOBODY : inChannel(bot, message, id, { words }),
    )
    const { length } = asked.sources
    if (length > MOST_SOURCES)
      await reply(message, plain(onlySoMany(MOST_SOURCES, length)), `${message.id}-m`)
    return
  }
  const conversation = asked.conversation ?? (await findArticleHere(bot, channel))
  const words = conversation === null ? 'at-once' : 'when-slow'
  const asker = inChannel(bot, message, message.id, { words })
  if (conversation !== null) {
    const source = { kind: 'conversation', id: conversation } as const
    await runAnswer(bot, message.id, { ...requestBy(message), source, question: asked.question }, asker)
  } else if (countWords(asked.question) >= FEWEST_WORDS_OF_ARTICLE) {
    await runSummary(
      bot,
      message.id,
      { ...requestBy(message), source: { kind: 'text', text: asked.question } },
      asker,
    )
  } else await reply(message, plain(help(bot.seesPlainMessages)), `${message.id}-h`)
}

export const requestBy = (message: Message): Omit<Asked, 'source'> => ({
  ...PLAIN_REQUEST,
  guildId: message.guildId,
  channelId: message.channelId,
  messageId: message.id,
  interactionToken: null,
  person: { id: message.author.id, name: message.member?.displayName ?? message.author.displayName },
})

/** For where nothing can be said in the channel. */
async function sayInPrivate(bot: Bot, message: Message, sentence: string): Promise<void> {
  const error = new FootnoteError('permission-missing', sentence)
  const incident = bot.log.failure('permission-missing', error)
  const view = failureView({ error, incident, taskId: null, usedModel: false })
  await tellPrivately(bot, message.author, view, `${message.id}-p`)
}
