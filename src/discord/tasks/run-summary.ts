import type { Message } from 'discord.js'
import type { ReadArticle, SummaryResult } from '../../app/ports.ts'
import type { Article } from '../../core/article.ts'
import { throwIfCancelled } from '../../core/error.ts'
import { splitSentences } from '../../core/sentence.ts'
import type { SummaryLength } from '../../core/summary.ts'
import type { Asked } from './asked.ts'
import type { Asker } from './asker.ts'
import type { Bot } from '../bot.ts'
import { otherFigures } from './figures.ts'
import { fetchChannel, requireRoom } from '../places/channel.ts'
import type { Summarised } from '../places/conversation-of.ts'
import { link, type Markup, markup } from '../cards/markup.ts'
import { readAsked } from './read-asked.ts'
import { runTask, takeBack, type TaskHandle } from './run-task.ts'
import { findSeen } from './seen-before.ts'
import { showCard, showSeenCard } from './show-card.ts'
import { openStage, type Stage } from './stage.ts'
import { summarizeAsAsked } from './summarize-as-asked.ts'
import { alreadyReadFor, CARD_LINK, cardIsHere, progressLine, READING_TEXT } from '../texts.ts'
import { threadName } from '../cards/thread-name.ts'
import { lengthsUnasked, summarizeUnasked } from './unasked.ts'
import type { View } from '../cards/view.ts'

/** From a link, text or file to a card: the one flow behind every way in. */
export async function runSummary(bot: Bot, id: string, asked: Asked, asker: Asker): Promise<void> {
  const firstLine = progressLine({ phase: 'reading', from: nameOfSource(asked) })
  await runTask(bot, id, asked, asker, firstLine, async (task) => {
    // Whoever wrote a message was told by then; of a command, Discord says only that it was used.
    if (asked.interactionToken !== null && !asked.away)
      requireRoom(bot, await fetchChannel(bot, asked.channelId), asked.messageId === null, asked.rights)
    const tellEnd = await beginUnlessServed(bot, asked, asker, task)
    if (tellEnd === null) return
    let card: Message | null = null
    try {
      card = await makeCard(bot, id, asked, asker, task)
      // In the place of a card that a message had before it was edited, a line stands all the same.
      if (card === null && asked.unasked) await takeBack(bot, await asker.slot())
    } finally {
      tellEnd(card)
    }
  })
}

/**
 * Notes that this is being read, so that others who ask for the same in this channel wait for its card; the returned
 * function tells them how it ended. Null where somebody else got a card meanwhile that serves both.
 */
async function beginUnlessServed(
  bot: Bot,
  asked: Asked,
  asker: Asker,
  task: TaskHandle,
): Promise<((card: Message | null) => void) | null> {
  for (;;) {
    const reading = asked.unasked ? undefined : bot.underWay.find(asked)
    // In one step: of several who waited in vain, one reads on and the others wait for that.
    if (reading === undefined) return bot.underWay.begin(asked)
    await asker.say(alreadyReadFor(reading.by))
    const card = await reading.card
    throwIfCancelled(task.signal)
    if (card === null) continue
    task.delivered(otherFigures('pointer'))
    if (asker.isPrivate) await asker.done(card, 'card')
    else await asker.say(cardIsHere(link(CARD_LINK, card.url)))
    return null
  }
}

/** Gives back the card where others see it; null for a card for one person, and for a link that is left alone. */
async function makeCard(
  bot: Bot,
  id: string,
  given: Asked,
  asker: Asker,
  task: TaskHandle,
): Promise<Message | null> {
  const settings = await bot.assistant.settings.inEffect(given.guildId)
  const { length, language } = settings
  const asked = { ...given, length: given.length ?? length, language: given.language ?? language }
  const { seen, pointer } = await findSeen(bot, asked, settings)
  if (seen !== null) return makeSeenCard(bot, id, asked, asker, task, { seen, pointer })
  const read = await readAsked(bot, asked, settings, task.signal)
  const lengths = asked.unasked ? lengthsUnasked(read, settings) : [asked.length]
  if (lengths.length === 0) return leaveAlone(bot, read)
  // Not before: a mistyped link, or one to no article, is no summary.
  await task.admit()

  // Nobody asked: then nothing is shown before it is certain that there is something to show.
  const early = asked.unasked ? null : await openEarly(bot, id, asked, asker, read, task)
  const show = early === null ? null : (view: View): Promise<unknown> => early.show(view)
  const make = (wanted: SummaryLength): Promise<SummaryResult> =>
    summarizeAsAsked(bot, { ...asked, length: wanted }, read.article, show, task)
  const result = asked.unasked ? await summarizeUnasked(read, lengths, make) : await make(asked.length)
  if (result === null) return leaveAlone(bot, read, 'not-much-shorter')
  const name = threadName(read.article, result.summary.headline)
  const stage = early ?? (await openStage(bot, id, asked, asker, name, markup`${name}`))
  if (early === null && stage.message !== null) await task.showsIn(stage.message)
  return showCard(bot, asked, asker, { reading: { ...read, summary: result }, pointer, stage, name, task })
}

function leaveAlone({ log }: Bot, { article: { words } }: ReadArticle, reason = 'no-article'): null {
  log.info('link-left-alone', { words, reason })
  return null
}

/** At once from what was stored; whether the page has changed since is looked at afterwards. */
async function makeSeenCard(
  bot: Bot,
  id: string,
  asked: Asked,
  asker: Asker,
  task: TaskHandle,
  { seen, pointer }: { readonly seen: Summarised; readonly pointer: Markup | null },
): Promise<Message | null> {
  await task.admit()
  const { article, summary } = seen
  const name = threadName(article, summary.summary.headline)
  const stage = await openStage(bot, id, asked, asker, name, markup`${name}`)
  if (stage.message !== null) {
    await asker.movedTo(stage.message)
    await task.showsIn(stage.message)
  }
  return showSeenCard(bot, asked, asker, { seen, pointer, stage, name, task })
}

/** More than a name has room for. */
const LONGEST_OPENING = 1000

/** What names the thread of a text without a title until there is a first point. */
function firstSentence({ text, passages }: Article): string {
  const end = Math.min(passages[0]?.end ?? text.length, LONGEST_OPENING)
  const first = splitSentences(text, 0, end)[0]
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
  if (stage.message === null) return stage
  // Before the new place is noted: a crash in between finds the line again by its nonce, but no line that was left.
  await asker.movedTo(stage.message)
  await task.showsIn(stage.message)
  return stage
}
