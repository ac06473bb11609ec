import type { SendableChannels } from 'discord.js'
import type { ReadArticle, SummaryResult } from '../app/ports.ts'
import type { Article } from '../core/article.ts'
import { splitSentences } from '../core/sentence.ts'
import type { SummaryLength } from '../core/summary.ts'
import { addressKeyOf, type Asked } from './asked.ts'
import type { Asker } from './asker.ts'
import type { Bot } from './bot.ts'
import { summaryCard } from './card.ts'
import { isOwnThread, placeIn } from './channel.ts'
import { type Markup, markup } from './markup.ts'
import { edit } from './outgoing.ts'
import { showProgress } from './progress.ts'
import { readAsked } from './read-asked.ts'
import { runTask, type TaskHandle } from './run-task.ts'
import { openStage, type Stage, threadOf } from './stage.ts'
import { CARD, progressLine, READING_TEXT } from './texts.ts'
import { threadName } from './thread-name.ts'
import { lengthsUnasked, summarizeUnasked } from './unasked.ts'
import { plain } from './view.ts'

/** From a link, text or file to a card: the one flow behind every way in. */
export async function runSummary(bot: Bot, id: string, asked: Asked, asker: Asker): Promise<void> {
  const firstLine = progressLine({ phase: 'reading', from: nameOfSource(asked) })
  await runTask(bot, id, asked, asker, firstLine, async (task) => {
    const settings = await bot.assistant.settings.inEffect(asked.guildId)
    const read = await readAsked(bot, asked, settings, task.signal)
    const lengths = asked.unasked ? lengthsUnasked(read, settings) : [asked.length ?? settings.length]
    if (lengths.length === 0) {
      bot.log.info('link-left-alone', { words: read.article.words })
      return
    }
    // Not before: a mistyped link, or one to no article, is no summary.
    await task.admit()

    // Nobody asked: then nothing is shown before it is certain that there is something to show.
    const early = asked.unasked ? null : await openEarly(bot, id, asked, asker, read, task)
    const make = (length: SummaryLength): Promise<SummaryResult> =>
      summarize(bot, { ...asked, length, language: asked.language ?? settings.language }, read, early, task)
    const result = asked.unasked
      ? await summarizeUnasked(read, lengths, make)
      : await make(lengths[0] ?? 'standard')
    if (result === null) {
      bot.log.info('link-left-alone', { words: read.article.words, reason: 'not much shorter' })
      return
    }
    const name = threadName(read.article, result.summary.headline)
    const stage = early ?? (await openStage(bot, id, asked, asker, name, markup`${name}`))
    if (early === null) await task.showsIn(stage.message)
    await showCard(bot, asked, asker, { read, result, stage, name, task })
  })
}

/** What names the thread of a text without a title until there is a first point. */
function firstSentence({ text, passages }: Article): string {
  const first = splitSentences(text, 0, passages[0]?.end ?? text.length)[0]
  return first === undefined ? '' : text.slice(first.start, first.end)
}

function nameOfSource({ source }: Asked): string {
  if (source.kind === 'link') return URL.parse(source.url)?.hostname ?? source.url
  return source.kind === 'attachment' ? source.name : READING_TEXT
}

async function openEarly(
  bot: Bot,
  id: string,
  asked: Asked,
  asker: Asker,
  { article }: ReadArticle,
  task: TaskHandle,
): Promise<Stage> {
  const name = threadName(article, firstSentence(article))
  const line = progressLine({ phase: 'writing', words: article.words })
  const stage = await openStage(bot, id, asked, asker, name, line)
  // Before the new place is noted: a crash in between finds the line again by its nonce, but no line that was left.
  await asker.movedTo(stage.message)
  await task.showsIn(stage.message)
  return stage
}

async function summarize(
  bot: Bot,
  asked: Asked,
  { article }: ReadArticle,
  stage: Stage | null,
  { signal }: TaskHandle,
): Promise<SummaryResult> {
  const options = {
    length: asked.length ?? undefined,
    language: asked.language ?? undefined,
    withoutModel: asked.withoutModel,
    guildId: asked.guildId,
    signal,
  }
  if (stage === null) return bot.assistant.summarize(article, options)
  const progress = showProgress(
    (line) => edit(stage.message, plain(line)),
    (error) => bot.log.failure('progress-not-shown', error),
  )
  try {
    return await bot.assistant.summarize(article, { ...options, onProgress: progress.onProgress })
  } finally {
    await progress.stop()
  }
}

interface Made {
  readonly read: ReadArticle
  readonly result: SummaryResult
  readonly stage: Stage
  readonly name: string
  readonly task: TaskHandle
}

/** One edit turns the plain line into the card; what makes the buttons work is stored before. */
async function showCard(bot: Bot, asked: Asked, asker: Asker, made: Made): Promise<void> {
  const { message, threadFromCard } = made.stage
  const { article, linesLeftOut } = made.read
  const channel = message.channel as SendableChannels
  const at = placeIn(bot, channel)
  // A thread that starts from the card gets the card's id: so its place is known before anybody can write there.
  const threadId = threadFromCard ? message.id : at.threadId
  const place = {
    ...at,
    threadId,
    cardMessageId: message.id,
    sourceMessageId: asked.messageId,
    personId: asked.person.id,
  }
  const conversation = await bot.assistant.conversations.create({
    article,
    linesLeftOut,
    summary: made.result,
    place,
    addressKey: await addressKeyOf(bot, asked),
  })
  const view = summaryCard({
    conversationId: conversation.id,
    article,
    linesLeftOut,
    result: made.result,
    given: messageAddress(asked),
    howToAsk: howToAsk(bot, channel, threadFromCard),
  })
  await edit(message, view)
  made.task.delivered()
  if (threadFromCard) await threadOf(bot, message, made.name)
  await asker.done(message, 'card')
}

function messageAddress({ guildId, channelId, messageId }: Asked): string | null {
  if (messageId === null) return null
  return `https://discord.com/channels/${guildId ?? '@me'}/${channelId}/${messageId}`
}

/** Said where typing below the card would go unheard. */
function howToAsk(bot: Bot, channel: SendableChannels, threadFromCard: boolean): Markup | null {
  if (channel.isDMBased()) return null
  if (!bot.seesPlainMessages) return CARD.howToAskUnseen
  return threadFromCard || isOwnThread(bot, channel) ? null : CARD.howToAskHere
}
