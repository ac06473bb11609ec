import type { ButtonInteraction } from 'discord.js'
import type { SummaryResult } from '../../app/ports.ts'
import type { SummaryLength } from '../../core/summary.ts'
import { inPrivate } from '../tasks/ask-in-private.ts'
import type { Asked } from '../tasks/asked.ts'
import type { Asker } from '../tasks/asker.ts'
import type { Bot } from '../bot.ts'
import { madeBy } from '../cards/card-footer.ts'
import { requestBy } from '../commands/request.ts'
import { summarisedOf, type Summarised } from '../places/conversation-of.ts'
import type { CustomId } from '../forms/custom-id.ts'
import { tellGone } from '../cards/gone.ts'
import { joinMarkup, markup } from '../cards/markup.ts'
import { deferPrivately, editReply, updateMessage, whisper } from '../outgoing/outgoing.ts'
import { isTurn, pageOf, turnButtons } from '../cards/paging.ts'
import { pageStarts, pointsPage } from '../cards/points-page.ts'
import { otherFigures } from '../tasks/figures.ts'
import { runTask } from '../tasks/run-task.ts'
import { findShownHere } from '../places/shown-here.ts'
import { summarizeAsAsked } from '../tasks/summarize-as-asked.ts'
import { LONGER } from '../texts.ts'
import { plain, type View } from '../cards/view.ts'
import { choiceOf, longerThan } from './choice.ts'

/** How a longer summary was made, and so what it is found again by: it is not stored with its card. */
type Choice = Pick<Asked, 'length' | 'language' | 'withoutModel'>

/** Makes the next longer summary for whoever pressed, or turns the pages of one. */
export async function longer(bot: Bot, interaction: ButtonInteraction, pressed: CustomId): Promise<void> {
  const { id, details } = pressed
  if (isTurn(details)) return turnPage(bot, interaction, pressed)
  await deferPrivately(interaction)
  const conversation = await findShownHere(bot, interaction, id)
  const summary = conversation?.summary ?? null
  if (conversation === undefined || summary === null) return tellGone(bot, interaction)
  const length = longerThan(summary)
  if (length === null) return editReply(interaction, plain(LONGER.alreadyLong))
  const asked = {
    ...requestBy(interaction),
    ...choiceOf(bot, conversation.article, summary),
    source: { kind: 'conversation', id },
    length,
    again: 'longer',
  } as const
  await runLonger(bot, interaction.id, asked, inPrivate(bot, interaction))
}

export async function runLonger(bot: Bot, taskId: string, asked: Asked, asker: Asker): Promise<void> {
  await runTask(bot, taskId, asked, asker, LONGER.reading, async (task) => {
    const conversation = await summarisedOf(bot, asked)
    const { article } = conversation
    await task.admit()
    const result = await summarizeAsAsked(bot, asked, article, (view) => asker.show(view), task)
    if ((await bot.assistant.findSummary(article, given(asked))) === undefined)
      bot.uncached.set(keyOf(conversation, asked), result)
    await asker.show(longerView(conversation, asked, result, '1'))
    task.delivered(otherFigures('longer'))
  })
}

function longerView(conversation: Summarised, choice: Choice, result: SummaryResult, asked?: string): View {
  const { id, article, summary } = conversation
  const points = { article, claims: result.summary.claims }
  const starts = pageStarts(points, null)
  const page = pageOf(asked, starts.length)
  const isNoMore = points.claims.length <= summary.summary.claims.length
  const note = joinMarkup([...(isNoMore ? [markup`${LONGER.noMore}`] : []), madeBy(result)], ' · ')
  return pointsPage(points, starts, page, {
    note,
    buttons: turnButtons('longer', id, page, detailsOf(choice)),
  })
}

async function turnPage(
  bot: Bot,
  interaction: ButtonInteraction,
  { id, details: [page, ...details] }: CustomId,
): Promise<void> {
  const conversation = await findShownHere(bot, interaction, id)
  const summary = conversation?.summary ?? null
  if (conversation === undefined || summary === null) return tellGone(bot, interaction)
  const choice = choiceIn(details)
  const result = await findAgain(bot, conversation, choice)
  if (result === undefined) await whisper(interaction, plain(LONGER.forgotten))
  else await updateMessage(interaction, longerView({ ...conversation, summary }, choice, result, page))
}

async function findAgain(
  { assistant, settings, uncached }: Bot,
  conversation: Pick<Summarised, 'id' | 'article'>,
  choice: Choice,
): Promise<SummaryResult | undefined> {
  const kept = uncached.get(keyOf(conversation, choice))
  if (kept !== undefined) return kept
  const isFree = choice.withoutModel || settings.engine === 'extractive'
  // The built-in engine makes the same of the same, at no cost.
  if (isFree) return assistant.summarize(conversation.article, given(choice))
  return assistant.findSummary(conversation.article, given(choice))
}

const keyOf = ({ id }: Pick<Summarised, 'id'>, choice: Choice): string => [id, ...detailsOf(choice)].join(':')

const given = ({ length, language, withoutModel }: Choice) => ({
  length: length ?? undefined,
  language: language ?? undefined,
  withoutModel,
})

const OWN = '-'
const BUILT_IN = 'built-in'
const LENGTHS: readonly SummaryLength[] = ['short', 'standard', 'long']

const detailsOf = ({ length, language, withoutModel }: Choice): string[] => [
  length ?? OWN,
  language ?? OWN,
  withoutModel ? BUILT_IN : OWN,
]

const choiceIn = ([length, language = OWN, engine]: readonly string[]): Choice => ({
  length: LENGTHS.find((name) => name === length) ?? null,
  language: language === OWN ? null : language,
  withoutModel: engine === BUILT_IN,
})
