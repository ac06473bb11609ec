import { ApplicationCommandOptionType, ComponentType } from 'discord.js'
import { type Choice, chooseValues } from './choose-values.ts'
import { type Fields, list, size } from './fields.ts'
import type { Channel } from './things.ts'
import type { World } from './world.ts'

/** What somebody types or picks for the options of a slash command, by name. */
export type Given = Readonly<Record<string, Choice | number | boolean>>

const {
  Boolean: YesOrNo,
  Channel: OfChannel,
  Integer,
  Mentionable,
  Number: Amount,
  Role,
  String: Words,
  User,
} = ApplicationCommandOptionType

/** Options that are picked as in a select of this kind. */
const PICKED = new Map<unknown, ComponentType>([
  [User, ComponentType.UserSelect],
  [Role, ComponentType.RoleSelect],
  [Mentionable, ComponentType.MentionableSelect],
  [OfChannel, ComponentType.ChannelSelect],
])
const TYPES = new Map<unknown, string>([
  [Words, 'string'],
  [Integer, 'number'],
  [Amount, 'number'],
  [YesOrNo, 'boolean'],
])

interface Place {
  readonly world: World
  readonly channel: Channel
}

/** The options as Discord sends them. Throws where its form would not take what a person gives. */
export function fillOptions({ world, channel }: Place, command: Fields, given: Given) {
  const options = list(command.options)
  for (const { name, required } of options) {
    if (required === true && given[String(name)] === undefined) throw new Error(`${String(name)} is required`)
  }
  const resolved: Record<string, unknown> = {}
  const filled = Object.entries(given).map(([name, value]) => {
    const option = options.find((one) => one.name === name)
    if (option === undefined) throw new Error(`/${String(command.name)} has no option ${name}`)
    const select = PICKED.get(option.type)
    if (select === undefined) return { name, type: option.type, value: typed(option, name, value) }
    const choice = { type: select, custom_id: name, channel_types: option.channel_types }
    const chosen = chooseValues(world, channel, choice, [value as Choice])
    for (const [kind, things] of Object.entries(chosen.resolved))
      resolved[kind] = { ...(resolved[kind] as object), ...(things as object) }
    return { name, type: option.type, value: chosen.values[0] }
  })
  return { options: filled, resolved }
}

function typed(option: Fields, name: string, value: Given[string]): string | number | boolean {
  if (typeof value === 'object') throw new Error(`${name} is nothing to pick`)
  const wanted = TYPES.get(option.type)
  if (wanted !== undefined && typeof value !== wanted) throw new Error(`${name} takes a ${wanted}`)
  if (typeof value === 'number') {
    const { min_value: least = -Infinity, max_value: most = Infinity } = option
    if (value < Number(least) || value > Number(most)) throw new Error(`${name} is out of range`)
  }
  if (option.type === Words && size(value) > Number(option.max_length ?? 6000))
    throw new Error(`${name} is too long`)
  if (option.type === Words && size(value) < Number(option.min_length ?? 0))
    throw new Error(`${name} is too short`)
  const choices = list(option.choices).map((choice) => choice.value)
  if (choices.length > 0 && !choices.includes(value)) throw new Error(`${name} cannot be ${value}`)
  return value
}
