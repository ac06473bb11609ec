import { ComponentType } from 'discord.js'
import { partialChannelJson } from './channel-json.ts'
import { type Fields, list, text } from './fields.ts'
import { memberJson, roleJson } from './guild-json.ts'
import type { Channel } from './things.ts'
import type { World } from './world.ts'

/** What somebody picks: a person, role or channel, its id, or the value or label of an option. */
export type Choice = string | { readonly id: string }

interface Chosen {
  readonly values: readonly string[]
  readonly resolved: Fields
}

/** The values as Discord sends them for a select, with what they stand for. Throws where they cannot be chosen. */
export function chooseValues(
  world: World,
  channel: Channel,
  select: Fields,
  choices: readonly Choice[],
): Chosen {
  const name = text(select.custom_id)
  const most = Number(select.max_values ?? 1)
  const least = select.required === false ? 0 : Number(select.min_values ?? 1)
  if (choices.length < least || choices.length > most)
    throw new Error(`“${name}” takes ${least} to ${most} values, not ${choices.length}`)
  const ids = choices.map((choice) => (typeof choice === 'string' ? choice : choice.id))
  if (new Set(ids).size !== ids.length) throw new Error(`“${name}” takes each value once`)
  if (select.type === ComponentType.StringSelect)
    return { values: ids.map((id) => optionOf(select, id)), resolved: {} }
  const resolved: Record<string, Record<string, unknown>> = {}
  for (const id of ids) {
    const found = resolve(world, channel, select, id)
    if (found.length === 0) throw new Error(`“${name}” does not offer ${id}`)
    for (const [kind, json] of found) resolved[kind] = { ...resolved[kind], [id]: json }
  }
  return { values: ids, resolved }
}

function optionOf(select: Fields, choice: string): string {
  const option = list(select.options).find(({ value, label }) => value === choice || label === choice)
  if (option === undefined) throw new Error(`“${text(select.custom_id)}” has no option ${choice}`)
  return text(option.value)
}

type Resolved = readonly (readonly [kind: string, json: unknown])[]

function resolve(world: World, channel: Channel, select: Fields, id: string): Resolved {
  const guild = world.guildOf(channel)
  const { ChannelSelect, MentionableSelect, RoleSelect, UserSelect } = ComponentType
  const user = id === world.bot.id ? world.bot : world.people.get(id)
  if ((select.type === UserSelect || select.type === MentionableSelect) && user !== undefined) {
    const isMember = guild?.members.has(id) === true
    return [['users', user], ...(isMember ? ([['members', memberJson(guild, user)]] as const) : [])]
  }
  const role = guild?.roles.get(id)
  if ((select.type === RoleSelect || select.type === MentionableSelect) && role !== undefined)
    return [['roles', roleJson(world, role)]]
  const chosen = world.channels.get(id)
  if (select.type !== ChannelSelect || chosen === undefined || chosen.guildId !== guild?.id) return []
  const types = Array.isArray(select.channel_types) ? (select.channel_types as unknown[]) : []
  const isOffered = types.length === 0 || types.includes(chosen.type)
  return isOffered ? [['channels', partialChannelJson(world, chosen, world.bot.id)]] : []
}
