import {
  type APIButtonComponentWithCustomId,
  type APIComponentInContainer,
  ButtonStyle,
  ComponentType,
} from 'discord.js'
import { effective, type GuildSettings, type HostSettings, LENGTHS } from '../../app/guild-settings.ts'
import type { GuildUsage } from '../../app/guild-usage.ts'
import { customId } from '../forms/custom-id.ts'
import {
  languageName,
  LANGUAGES,
  lengthName,
  ownNameOfLanguage,
  panelHeading,
  PLACES,
  sayInEffect,
  sayUsage,
  SETTINGS,
  whyNarrowed,
} from '../texts.ts'
import type { View } from '../cards/view.ts'
import { readableDomain } from './form.ts'
import { channelMenu, choiceMenu, type Chosen, roleMenu, rowOf, textOf } from './menus.ts'

/** What a component of the panel changes, or opens: the second part of its id. */
export const CONTROLS = ['where', 'channels', 'roles', 'length', 'language', 'form', 'defaults'] as const
export type Control = (typeof CONTROLS)[number]

export interface PanelFacts {
  readonly guildName: string
  readonly settings: GuildSettings
  readonly host: HostSettings
  readonly usage: GuildUsage
  /** The chosen ones that are still there. */
  readonly channels: readonly Chosen[]
  readonly roles: readonly Chosen[]
  readonly seesPlainMessages: boolean
  readonly hasModel: boolean
}

export const OWN_LANGUAGE = 'own'

/** All settings of a guild, what is in effect, and what was used: one message that changes where it stands. */
export function settingsPanel(facts: PanelFacts): View {
  const { settings, host, channels, roles, usage } = facts
  const now = effective(settings, host)
  const named = {
    channels: channels.map(({ name }) => name),
    roles: roles.map(({ name }) => name),
    sites: now.blockedDomains.map(readableDomain),
  }
  const components: APIComponentInContainer[] = [
    textOf(panelHeading(facts.guildName)),
    ...(facts.seesPlainMessages ? [] : [textOf(SETTINGS.unseen)]),
    textOf(sayInEffect(now, named)),
    textOf(sayUsage(usage, now)),
    textOf(SETTINGS.note),
    { type: ComponentType.Separator },
    ...placeMenus(facts, now.autoSummarize),
    textOf(SETTINGS.who),
    rowOf(
      roleMenu(
        { id: idOf('roles'), placeholder: SETTINGS.chooseRoles },
        roles.map(({ id }) => id),
      ),
    ),
    textOf(SETTINGS.length),
    rowOf(
      choiceMenu(
        { id: idOf('length'), placeholder: SETTINGS.chooseLength },
        LENGTHS.map((length) => ({ value: length, label: lengthName(length) })),
        now.length,
      ),
    ),
    textOf(SETTINGS.language),
    ...(facts.hasModel ? [] : [textOf(SETTINGS.builtInLanguage)]),
    rowOf(
      choiceMenu(
        { id: idOf('language'), placeholder: SETTINGS.chooseLanguage },
        languageOptions(now.language),
        now.language ?? OWN_LANGUAGE,
      ),
    ),
    rowOf(button('form', SETTINGS.more), button('defaults', SETTINGS.defaults)),
  ]
  return { kind: 'card', components: [{ type: ComponentType.Container, components }], links: [] }
}

function placeMenus({ host, channels }: PanelFacts, place: keyof typeof PLACES): APIComponentInContainer[] {
  const isOff = host.autoSummarize === 'off'
  const allowed = (Object.keys(PLACES) as (keyof typeof PLACES)[]).filter(
    (name) => name !== 'everywhere' || host.autoSummarize === 'everywhere',
  )
  const options = (isOff ? (['off'] as const) : allowed).map((value) => ({ value, ...PLACES[value] }))
  const why = whyNarrowed(host)
  return [
    textOf(SETTINGS.where),
    ...(why === null ? [] : [textOf(why)]),
    rowOf(choiceMenu({ id: idOf('where'), placeholder: SETTINGS.choosePlace }, options, place, isOff)),
    rowOf(
      channelMenu(
        { id: idOf('channels'), placeholder: SETTINGS.chooseChannels },
        channels.map(({ id }) => id),
        isOff,
      ),
    ),
  ]
}

/** A language that was set by another version stays to be seen. */
const languageOptions = (chosen: string | null) => [
  { value: OWN_LANGUAGE, label: SETTINGS.ownLanguage },
  ...[...new Set([...LANGUAGES, ...(chosen === null ? [] : [chosen])])].map((tag) => ({
    value: tag,
    label: languageName(tag),
    description: ownNameOfLanguage(tag),
  })),
]

const idOf = (control: Control): string => customId('settings', control)

const button = (control: Control, label: string): APIButtonComponentWithCustomId => ({
  type: ComponentType.Button,
  style: ButtonStyle.Secondary,
  custom_id: idOf(control),
  label,
})
