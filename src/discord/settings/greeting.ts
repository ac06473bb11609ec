import { type APIComponentInContainer, ButtonStyle, ComponentType } from 'discord.js'
import type { EffectiveSettings, HostSettings } from '../../app/guild-settings.ts'
import type { GuildUsage } from '../../app/guild-usage.ts'
import { customId } from '../forms/custom-id.ts'
import { GREETING, greetingPlaces, greetingTerms, SETTINGS } from '../texts.ts'
import type { View } from '../cards/view.ts'
import { channelMenu, type Chosen, rowOf, textOf } from './menus.ts'

export interface GreetingFacts {
  readonly settings: EffectiveSettings
  readonly host: HostSettings
  readonly usage: GuildUsage
  readonly channels: readonly Chosen[]
  readonly seesPlainMessages: boolean
  readonly modelName: string | null
  readonly retentionDays: number
}

/** What is changed by a component of the first message: the second part of its id. */
export const NARROW = 'channels'
export const STOP = 'stop'

/** The only message in a server that nobody asked for: what the bot does there, and how to narrow or stop it. */
export function greetingView(facts: GreetingFacts): View {
  const { settings, channels, usage } = facts
  const names = channels.map(({ name }) => name)
  const components: APIComponentInContainer[] = [
    textOf(GREETING.what),
    { type: ComponentType.Separator },
    textOf(facts.seesPlainMessages ? greetingPlaces(settings, names) : SETTINGS.unseen),
    ...menus(facts),
    textOf(GREETING.only),
    { type: ComponentType.Separator },
    textOf(greetingTerms(facts.retentionDays, facts.modelName, usage)),
  ]
  return { kind: 'card', components: [{ type: ComponentType.Container, components }], links: [] }
}

/** None where there is nothing to narrow. */
function menus({ settings, host, channels, seesPlainMessages }: GreetingFacts): APIComponentInContainer[] {
  if (!seesPlainMessages || host.autoSummarize === 'off') return []
  const menu = channelMenu(
    { id: customId('greeting', NARROW), placeholder: GREETING.chooseChannels },
    settings.autoSummarize === 'chosen' ? channels.map(({ id }) => id) : [],
  )
  if (settings.autoSummarize === 'off') return [rowOf(menu)]
  const stop = {
    type: ComponentType.Button,
    style: ButtonStyle.Secondary,
    custom_id: customId('greeting', STOP),
    label: GREETING.stop,
  } as const
  return [rowOf(menu), rowOf(stop)]
}
