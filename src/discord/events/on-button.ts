import type { ButtonInteraction } from 'discord.js'
import { FootnoteError } from '../../core/error.ts'
import { askForm } from '../forms/ask-form.ts'
import type { Bot } from '../bot.ts'
import { type Action, type CustomId, parseCustomId } from '../forms/custom-id.ts'
import { tellGone } from '../cards/gone.ts'
import { copyView } from '../more/copy-view.ts'
import { longer } from '../more/longer.ts'
import { menuView } from '../more/menu.ts'
import { refresh } from '../more/refresh.ts'
import { remove } from '../more/remove.ts'
import { whoView } from '../more/who-view.ts'
import { showForm } from '../outgoing/outgoing.ts'
import { pageOf, turnButtons } from '../cards/paging.ts'
import { pageStarts, pointsPage } from '../cards/points-page.ts'
import { retry } from '../tasks/retry.ts'
import { showPage } from '../cards/show-page.ts'
import { findShownHere } from '../places/shown-here.ts'
import { sourcesView } from '../cards/sources-view.ts'
import { FAILURES } from '../texts.ts'

type Press = (bot: Bot, interaction: ButtonInteraction, pressed: CustomId) => Promise<void>

/** What each button does. */
const PRESSES: Partial<Readonly<Record<Action, Press>>> = {
  ask: async (bot, interaction, { id }) => {
    const conversation = await findShownHere(bot, interaction, id)
    if (conversation === undefined) await tellGone(bot, interaction)
    else await showForm(interaction, askForm('question', id))
  },
  sources: (bot, interaction, pressed) =>
    showPage(bot, interaction, pressed, (conversation) => sourcesView(conversation, pressed.details[0])),
  page: (bot, interaction, pressed) =>
    showPage(bot, interaction, pressed, ({ id, article, summary }) => {
      const [asked, second = '1'] = pressed.details
      const points = { article, claims: summary?.summary.claims ?? [] }
      const starts = pageStarts(points, Number(second))
      const page = pageOf(asked, starts.length)
      return pointsPage(points, starts, page, {
        note: null,
        buttons: turnButtons('page', id, page, [second]),
      })
    }),
  more: (bot, interaction, pressed) =>
    showPage(bot, interaction, pressed, (conversation) => menuView(interaction, conversation)),
  who: (bot, interaction, pressed) =>
    showPage(bot, interaction, pressed, async (conversation) =>
      whoView(conversation, await bot.assistant.voices(conversation.article), pressed.details[0]),
    ),
  copy: (bot, interaction, pressed) =>
    showPage(bot, interaction, pressed, (conversation) => copyView(conversation, pressed.details[0])),
  longer,
  refresh,
  remove,
  retry: (bot, interaction, { id }) => retry(bot, interaction, id, false),
  plain: (bot, interaction, { id }) => retry(bot, interaction, id, true),
}

export async function onButton(bot: Bot, interaction: ButtonInteraction): Promise<void> {
  const pressed = parseCustomId(interaction.customId)
  const press = pressed === null ? undefined : PRESSES[pressed.action]
  if (pressed === null || press === undefined) throw new FootnoteError('bad-request', FAILURES.requestGone)
  await press(bot, interaction, pressed)
}
