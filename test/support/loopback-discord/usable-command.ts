import {
  ApplicationIntegrationType,
  type ApplicationCommandType,
  InteractionContextType,
  PermissionFlagsBits,
} from 'discord.js'
import type { Fields } from './fields.ts'
import { contextOf } from './interaction-json.ts'
import type { Channel, User } from './things.ts'
import type { World } from './world.ts'

const { GuildInstall, UserInstall } = ApplicationIntegrationType
const { Guild, BotDM, PrivateChannel } = InteractionContextType

/** The command of this name that Discord offers this person here; throws, with the reason, where there is none. */
export function usableCommand(
  world: World,
  channel: Channel,
  user: User,
  type: ApplicationCommandType,
  called: string,
): Fields {
  const ofGuild = channel.guildId === null ? [] : (world.commands.guilds.get(channel.guildId) ?? [])
  const isCalled = (one: Fields): boolean => one.name === called && (one.type ?? 1) === type
  const command = ofGuild.find(isCalled) ?? world.commands.global.find(isCalled)
  if (command === undefined) throw new Error(`The bot has registered no command “${called}”`)
  const why = hiddenBecause(world, command, channel, user)
  if (why !== null) throw new Error(`${user.username} cannot use “${called}” here: ${why}`)
  return command
}

function hiddenBecause(world: World, command: Fields, channel: Channel, user: User): string | null {
  const context = contextOf(channel)
  const guild = world.guildOf(channel)
  const isGuest = context === PrivateChannel || (guild !== undefined && !guild.hasBot)
  const installs = numbersIn(command.integration_types, [GuildInstall])
  if (command.guild_id === undefined) {
    const contexts = numbersIn(command.contexts, [Guild, BotDM, PrivateChannel])
    if (!contexts.includes(context)) return `its contexts do not hold ${context}`
    const needed = isGuest ? UserInstall : GuildInstall
    const isDirect = context === BotDM && installs.includes(UserInstall)
    if (!installs.includes(needed) && !isDirect) return `its integration_types do not hold ${needed}`
  }
  if (guild === undefined) return null
  const rights = world.rightsOf(channel, user.id)
  for (const right of ['UseApplicationCommands', ...(isGuest ? (['UseExternalApps'] as const) : [])] as const)
    if ((rights & PermissionFlagsBits[right]) === 0n) return `without the right ${right}`
  const needed = command.default_member_permissions
  if (typeof needed !== 'string') return null
  const bits = BigInt(needed)
  // 0 is for administrators alone, who have every right.
  const least = bits === 0n ? PermissionFlagsBits.Administrator : bits
  return (rights & least) === least ? null : `default_member_permissions ask for ${needed}`
}

const numbersIn = (value: unknown, otherwise: readonly number[]): readonly number[] =>
  Array.isArray(value) ? (value as number[]) : otherwise
