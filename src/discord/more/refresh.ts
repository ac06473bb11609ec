import { type ButtonInteraction, DiscordAPIError, RESTJSONErrorCodes } from 'discord.js'
import type { Article } from '../../core/article.ts'
import { changesBetween, editedSince } from '../../core/compare-readings.ts'
import { FootnoteError } from '../../core/error.ts'
import { inPrivate } from '../tasks/ask-in-private.ts'
import type { Asked } from '../tasks/asked.ts'
import type { Asker } from '../tasks/asker.ts'
import type { Bot } from '../bot.ts'
import { summaryCard } from '../cards/card.ts'
import { cardPlace, startsThread } from '../places/card-place.ts'
import { fetchChannel } from '../places/channel.ts'
import { requestBy } from '../commands/request.ts'
import { summarisedOf, type Summarised } from '../places/conversation-of.ts'
import type { CustomId } from '../forms/custom-id.ts'
import { tellGone } from '../cards/gone.ts'
import { sayHowToAsk } from '../cards/how-to-ask.ts'
import { timestamp } from '../cards/markup.ts'
import { deferPrivately, edit } from '../outgoing/outgoing.ts'
import { otherFigures } from '../tasks/figures.ts'
import { requireWantedArticle } from '../tasks/read-asked.ts'
import { runTask } from '../tasks/run-task.ts'
import { findShownHere } from '../places/shown-here.ts'
import { summarizeAsAsked } from '../tasks/summarize-as-asked.ts'
import { REFRESH } from '../texts.ts'
import { choiceOf } from './choice.ts'
import { requireMayChange } from './may-change.ts'

/** Reads the page of a card again, for who may change it. */
export async function refresh(bot: Bot, interaction: ButtonInteraction, { id }: CustomId): Promise<void> {
  const conversation = await findShownHere(bot, interaction, id)
  const summary = conversation?.summary ?? null
  if (conversation === undefined || summary === null) return tellGone(bot, interaction)
  requireMayChange(interaction, conversation)
  await deferPrivately(interaction)
  const asked = {
    ...requestBy(interaction),
    ...choiceOf(bot, conversation.article, summary),
    source: { kind: 'conversation', id },
    again: 'refresh',
  } as const
  await runRefresh(bot, interaction.id, asked, inPrivate(bot, interaction))
}

/** Summarises the page anew where its words have changed, changes the card, and tells whoever asked what is different. */
export async function runRefresh(bot: Bot, taskId: string, asked: Asked, asker: Asker): Promise<void> {
  await runTask(bot, taskId, asked, asker, REFRESH.reading, async (task) => {
    const conversation = await summarisedOf(bot, asked)
    const { kind, url } = conversation.article.source
    if (kind !== 'link' || url === null) throw new FootnoteError('bad-request', REFRESH.noPage)
    // Its moderators may have named the site since.
    const settings = await bot.assistant.settings.inEffect(asked.guildId)
    requireWantedArticle(conversation.article, settings)
    const read = await bot.assistant.read({ kind: 'link', url }, { refresh: true, signal: task.signal })
    requireWantedArticle(read.article, settings)
    const changes = changesBetween(conversation.article, read.article)
    if (changes === null) {
      const since = Date.parse(conversation.article.source.retrievedAt)
      await asker.say(REFRESH.unchanged(timestamp(since, 'f'), timestamp(since, 'R')))
      return
    }
    await task.admit()
    const article = sayingWhatChanged(conversation.article, read.article)
    const summary = await summarizeAsAsked(bot, asked, article, (view) => asker.show(view), task)
    const reading = { article, linesLeftOut: read.linesLeftOut, summary }
    await bot.assistant.conversations.setReading(conversation.id, reading)
    const gone = await bot.assistant.gone(conversation.summary.summary.claims, read.article)
    const isShown = await changeCard(bot, { ...conversation, ...reading })
    await asker.say(isShown ? REFRESH.changed(changes.told, gone) : REFRESH.cardGone)
    task.delivered(otherFigures('refresh'))
  })
}

/** The newer reading with what it has to tell of the one that the card showed, and of no other. */
function sayingWhatChanged(before: Article, newer: Article): Article {
  const edited = editedSince(before, newer)
  const others = newer.source.notices.filter(({ code }) => code !== 'edited-since')
  const notices = edited === null ? others : [...others, edited]
  return { ...newer, source: { ...newer.source, notices } }
}

/** False where the card is gone, or was shown to one person alone. */
async function changeCard(bot: Bot, conversation: Summarised): Promise<boolean> {
  const { id, article, linesLeftOut, summary, place } = conversation
  const at = place === null ? null : cardPlace(place)
  if (place === null || at === null) return false
  try {
    const channel = await fetchChannel(bot, at.channelId)
    const message = await channel.messages.fetch(at.messageId)
    const howToAsk = sayHowToAsk(bot, channel, startsThread(place))
    const facts = { conversationId: id, article, linesLeftOut, result: summary, given: null, howToAsk }
    await edit(message, summaryCard(facts))
    return true
  } catch (error) {
    if (error instanceof DiscordAPIError && GONE.has(error.code)) return false
    throw error
  }
}

const GONE: ReadonlySet<unknown> = new Set([
  RESTJSONErrorCodes.UnknownMessage,
  RESTJSONErrorCodes.UnknownChannel,
])
