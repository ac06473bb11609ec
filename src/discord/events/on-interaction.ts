import type { Interaction, ModalSubmitInteraction, RepliableInteraction } from 'discord.js'
import { FootnoteError } from '../../core/error.ts'
import { QUESTION_FIELD } from '../forms/ask-form.ts'
import { parseAsked } from '../tasks/asked.ts'
import { inPrivate } from '../tasks/ask-in-private.ts'
import { isAway } from '../tasks/away.ts'
import { type Bot, isAllowedGuild } from '../bot.ts'
import { MESSAGE_COMMANDS, SLASH_COMMANDS } from '../commands/index.ts'
import { requestBy } from '../commands/request.ts'
import { type CustomId, parseCustomId } from '../forms/custom-id.ts'
import { failureView } from '../cards/failure-card.ts'
import { isServedElsewhere } from '../connection/own-shards.ts'
import { onGiveForm } from '../forms/give-form.ts'
import { onButton } from './on-button.ts'
import { editReply, isAcknowledged, whisper } from '../outgoing/outgoing.ts'
import { runAnswer } from '../tasks/run-answer.ts'
import { toFailure } from '../tasks/run-task.ts'
import { requireMayUse } from '../settings/allowed-here.ts'
import { onSettings } from '../settings/on-settings.ts'
import { findShownHere } from '../places/shown-here.ts'
import { FAILURES } from '../texts.ts'

/** Commands, buttons and forms. The one place where what fails before any work begins is caught and said. */
export async function onInteraction(bot: Bot, interaction: Interaction): Promise<void> {
  if (!interaction.isRepliable()) return
  try {
    const { allowedGuilds } = bot.settings
    // Who installed the bot for themselves is in none of the servers that the host has listed, as far as anybody knows.
    const isStranger = allowedGuilds.length > 0 && isAway(interaction)
    if (isStranger || !isAllowedGuild(bot.settings, interaction.guildId))
      throw new FootnoteError('permission-missing', FAILURES.notHere)
    if (bot.work.closing) {
      if (await isServedElsewhere(bot, interaction.guildId)) return
      throw new FootnoteError('cancelled', FAILURES.shuttingDown)
    }
    await dispatch(bot, interaction)
  } catch (thrown) {
    if (await isAnsweredElsewhere(bot, interaction, thrown)) return
    const error = toFailure(bot, thrown)
    const incident = bot.log.failure('interaction-failed', error)
    const view = failureView({ error, incident, taskId: null, usedModel: false })
    await sayInPrivate(interaction, view).catch(async (second: unknown) => {
      if (!(await isAnsweredElsewhere(bot, interaction, second))) throw second
    })
  }
}

/** During a rolling restart two processes get each interaction: whoever acknowledges it first answers it. */
const isAnsweredElsewhere = async (
  bot: Bot,
  { guildId }: RepliableInteraction,
  thrown: unknown,
): Promise<boolean> => isAcknowledged(thrown) && isServedElsewhere(bot, guildId)

async function sayInPrivate(
  interaction: RepliableInteraction,
  view: ReturnType<typeof failureView>,
): Promise<void> {
  // A deferred reply is still empty: it is what the person waits for.
  if (interaction.deferred && interaction.isCommand()) await editReply(interaction, view)
  else await whisper(interaction, view)
}

async function dispatch(bot: Bot, interaction: RepliableInteraction): Promise<void> {
  if (await onSettings(bot, interaction)) return
  await requireMayUse(bot, interaction)
  if (interaction.isChatInputCommand()) {
    const command = SLASH_COMMANDS.find(({ definition }) => definition.name === interaction.commandName)
    await command?.run(bot, interaction)
  } else if (interaction.isMessageContextMenuCommand()) {
    const command = MESSAGE_COMMANDS.find(({ definition }) => definition.name === interaction.commandName)
    await command?.run(bot, interaction)
  } else if (interaction.isButton()) await onButton(bot, interaction)
  else if (interaction.isModalSubmit()) await onForm(bot, interaction, parseCustomId(interaction.customId))
}

async function onForm(bot: Bot, interaction: ModalSubmitInteraction, form: CustomId | null): Promise<void> {
  if (form?.action === 'give') return onGiveForm(bot, interaction, form.id)
  const question = interaction.fields.getTextInputValue(QUESTION_FIELD)
  if (form?.action === 'question') {
    if ((await findShownHere(bot, interaction, form.id)) === undefined)
      throw new FootnoteError('conversation-unknown', FAILURES.conversationGone)
    const source = { kind: 'conversation', id: form.id } as const
    const request = { ...requestBy(interaction), source, question }
    await runAnswer(bot, interaction.id, request, inPrivate(bot, interaction))
    return
  }
  const { tasks } = bot.assistant
  const asked = parseAsked((await tasks.find(form?.id ?? ''))?.request)
  // What a message held was shown to whoever opened the form, and perhaps to nobody else.
  if (form === null || asked?.person.id !== interaction.user.id)
    throw new FootnoteError('bad-request', FAILURES.requestGone)
  const request = { ...requestBy(interaction), source: asked.source, question }
  await runAnswer(bot, interaction.id, request, inPrivate(bot, interaction))
  await tasks.setState(form.id, 'done')
}
