import type {
  AnySelectMenuInteraction,
  MessageComponentInteraction,
  ModalSubmitInteraction,
  RepliableInteraction,
} from 'discord.js'
import { type GuildSettings, parseGuildSettings } from '../../app/guild-settings.ts'
import { FootnoteError } from '../../core/error.ts'
import type { Bot } from '../bot.ts'
import { parseCustomId } from '../forms/custom-id.ts'
import { showForm, updateMessage, whisper } from '../outgoing/outgoing.ts'
import { formProblems, SETTINGS } from '../texts.ts'
import { plain } from '../cards/view.ts'
import { greetingFor } from './greet-guild.ts'
import { NARROW, STOP } from './greeting.ts'
import { FIELDS, readForm, settingsForm, type Typed } from './form.ts'
import { type Control, CONTROLS, OWN_LANGUAGE } from './panel.ts'
import { panelFor } from './panel-for.ts'
import { requireManager } from './require-manager.ts'

/** What belongs to the panel and the first message: false for everything else. Throws `permission-missing`. */
export async function onSettings(bot: Bot, interaction: RepliableInteraction): Promise<boolean> {
  if (!interaction.isMessageComponent() && !interaction.isModalSubmit()) return false
  const used = parseCustomId(interaction.customId)
  if (used?.action !== 'settings' && used?.action !== 'greeting') return false
  if (interaction.isModalSubmit()) await onForm(bot, interaction, used.id)
  else if (used.action === 'settings') await onControl(bot, interaction, used.id)
  else await onGreeting(bot, interaction, used.id)
  return true
}

/** Of the first message in a server, which everybody sees there. */
async function onGreeting(bot: Bot, interaction: MessageComponentInteraction, id: string): Promise<void> {
  const guild = requireManager(interaction)
  const fields: Partial<GuildSettings> | null =
    id === NARROW && interaction.isAnySelectMenu()
      ? fieldsOf('channels', interaction)
      : id === STOP
        ? { autoSummarize: 'off' }
        : null
  if (fields === null) throw new FootnoteError('bad-request', SETTINGS.gone)
  await bot.assistant.settings.change(guild.id, fields)
  await updateMessage(interaction, await greetingFor(bot, guild))
}

async function onControl(bot: Bot, interaction: MessageComponentInteraction, id: string): Promise<void> {
  const guild = requireManager(interaction)
  const { settings } = bot.assistant
  const control = CONTROLS.find((name) => name === id)
  if (control === 'form' && interaction.isButton()) {
    await showForm(interaction, settingsForm(await settings.of(guild.id), settings.host))
    return
  }
  if (control === 'defaults') await settings.reset(guild.id)
  else {
    const fields = interaction.isAnySelectMenu() ? fieldsOf(control, interaction) : null
    if (fields === null) throw new FootnoteError('bad-request', SETTINGS.gone)
    await settings.change(guild.id, fields)
  }
  await updateMessage(interaction, await panelFor(bot, guild))
}

/** What a menu of the panel changes. Null for a menu of another version. */
function fieldsOf(
  control: Control | undefined,
  { values }: AnySelectMenuInteraction,
): Partial<GuildSettings> | null {
  const [value = ''] = values
  switch (control) {
    case 'where':
      return onlyUsable({ autoSummarize: value })
    case 'channels':
      // Whoever chooses channels wants these and no others.
      return { channels: values, ...(values.length > 0 && { autoSummarize: 'chosen' }) }
    case 'roles':
      return { roles: values }
    case 'length':
      return onlyUsable({ length: value })
    case 'language':
      return value === OWN_LANGUAGE ? { language: null } : onlyUsable({ language: value })
    case 'form':
    case 'defaults':
    case undefined:
      return null
  }
}

/** A field whose value this version knows; null where it does not. */
function onlyUsable(fields: Readonly<Record<string, string>>): Partial<GuildSettings> | null {
  const known = Object.entries(parseGuildSettings(fields)).filter(([name, value]) => fields[name] === value)
  return known.length === 0 ? null : Object.fromEntries(known)
}

async function onForm(bot: Bot, interaction: ModalSubmitInteraction, id: string): Promise<void> {
  const guild = requireManager(interaction)
  const { settings } = bot.assistant
  const typed = Object.fromEntries(
    FIELDS.map((field) => [field, interaction.fields.getTextInputValue(field)]),
  ) as Typed
  const { changes, problems } = readForm(id, typed, settings.host)
  await settings.change(guild.id, changes)
  const panel = await panelFor(bot, guild)
  if (interaction.isFromMessage()) await updateMessage(interaction, panel)
  else await whisper(interaction, panel)
  if (problems.length > 0) await whisper(interaction, plain(formProblems(problems)))
}
