import {
  type APIComponentInMessageActionRow,
  type APISelectMenuOption,
  type APITextDisplayComponent,
  ChannelType,
  ComponentType,
  SelectMenuDefaultValueType,
} from 'discord.js'
import { MOST_CHOSEN } from '../../app/guild-settings.ts'
import type { Markup } from '../cards/markup.ts'

/** A channel or role that is there. */
export interface Chosen {
  readonly id: string
  readonly name: string
}

/** Of these ids, those of things that are still there. */
export const thereIn = (
  known: { get(id: string): { readonly name: string } | undefined },
  ids: readonly string[],
): Chosen[] =>
  ids.flatMap((id) => {
    const name = known.get(id)?.name
    return name === undefined ? [] : [{ id, name }]
  })

export const textOf = ({ text }: Markup): APITextDisplayComponent => ({
  type: ComponentType.TextDisplay,
  content: text,
})

/** A row of a message: a menu, or buttons. */
export const rowOf = (
  ...components: APIComponentInMessageActionRow[]
): { type: ComponentType.ActionRow; components: APIComponentInMessageActionRow[] } => ({
  type: ComponentType.ActionRow,
  components,
})

interface MenuFacts {
  readonly id: string
  readonly placeholder: string
}

/** One of several; what is chosen now is shown. */
export const choiceMenu = (
  { id, placeholder }: MenuFacts,
  options: readonly Omit<APISelectMenuOption, 'default'>[],
  chosen: string,
  disabled = false,
): APIComponentInMessageActionRow => ({
  type: ComponentType.StringSelect,
  custom_id: id,
  placeholder,
  options: options.map((option) => ({ ...option, default: option.value === chosen })),
  disabled,
})

/** Kinds of channels in which people post links; a category stands for all that is in it. */
const CHANNEL_TYPES = [
  ChannelType.GuildText,
  ChannelType.GuildAnnouncement,
  ChannelType.GuildForum,
  ChannelType.GuildVoice,
  ChannelType.GuildCategory,
]

/** Any number of channels, also none. */
export const channelMenu = (
  { id, placeholder }: MenuFacts,
  chosen: readonly string[],
  disabled = false,
): APIComponentInMessageActionRow => ({
  type: ComponentType.ChannelSelect,
  custom_id: id,
  placeholder,
  channel_types: CHANNEL_TYPES,
  min_values: 0,
  max_values: MOST_CHOSEN,
  default_values: chosen.map((channel) => ({ id: channel, type: SelectMenuDefaultValueType.Channel })),
  disabled,
})

/** Any number of roles, also none. */
export const roleMenu = (
  { id, placeholder }: MenuFacts,
  chosen: readonly string[],
): APIComponentInMessageActionRow => ({
  type: ComponentType.RoleSelect,
  custom_id: id,
  placeholder,
  min_values: 0,
  max_values: MOST_CHOSEN,
  default_values: chosen.map((role) => ({ id: role, type: SelectMenuDefaultValueType.Role })),
})
