import { makeChannel } from './channels.ts'
import { bitsOf, EVERYBODY_MAY, INVITED_WITH } from './rights.ts'
import type { Guild, Right, Role } from './things.ts'

/** The bot has been in a guild that there is from the start for long. */
const LONG_AGO = Date.UTC(2026, 0, 1)

interface NewGuild {
  readonly newId: () => string
  readonly botId: string
  readonly ownerId: string
  readonly name: string
  /** Rights that the bot does not have there; it has the five that its invite asks for. */
  readonly botLacks?: readonly Right[]
  readonly hasBot?: boolean
  readonly id?: string
}

/** A guild with its @everyone, a role for the bot and one channel. */
export function makeGuild({
  newId,
  botId,
  ownerId,
  name,
  botLacks = [],
  hasBot = true,
  id = newId(),
}: NewGuild): Guild {
  const everyone: Role = {
    // A guild's role of the same id is @everyone.
    id,
    guildId: id,
    name: '@everyone',
    permissions: bitsOf(EVERYBODY_MAY),
    position: 0,
    isBots: false,
    mentionable: false,
  }
  const rights = INVITED_WITH.filter((right) => !botLacks.includes(right))
  const bots: Role = {
    ...everyone,
    id: newId(),
    name: 'footnote',
    permissions: bitsOf(rights),
    position: 1,
    isBots: true,
  }
  const general = makeChannel({ newId, guildId: id, botRoleId: bots.id, name: 'general', without: botLacks })
  const guild: Guild = {
    id,
    name,
    ownerId,
    roles: new Map([everyone, bots].map((role) => [role.id, role])),
    members: new Map([[ownerId, []]]),
    general,
    botLacks,
    hasBot: false,
    botJoinedAt: LONG_AGO,
    isDown: false,
    systemChannelId: null,
    publicUpdatesChannelId: null,
    safetyAlertsChannelId: null,
  }
  if (hasBot) addBot(guild, botId)
  return guild
}

/** The bot's role comes and goes with it. */
export function addBot(guild: Guild, botId: string): void {
  guild.hasBot = true
  guild.members.set(botId, [botRoleOf(guild)])
}

export function removeBot(guild: Guild, botId: string): void {
  guild.hasBot = false
  guild.members.delete(botId)
}

export const botRoleOf = ({ id, roles }: Guild): string =>
  [...roles.values()].find(({ isBots }) => isBots)?.id ?? id

export interface RoleOptions {
  readonly mentionable?: boolean
}

export function addRole(
  guild: Guild,
  newId: () => string,
  name: string,
  permissions: readonly Right[],
  { mentionable = false }: RoleOptions = {},
): Role {
  const role: Role = {
    id: newId(),
    guildId: guild.id,
    name,
    permissions: bitsOf(permissions),
    position: guild.roles.size,
    isBots: false,
    mentionable,
  }
  guild.roles.set(role.id, role)
  return role
}
