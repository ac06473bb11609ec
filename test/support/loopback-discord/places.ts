import { GatewayIntentBits } from 'discord.js'
import { channelJson } from './channel-json.ts'
import { type ChannelOptions, makeChannel, makeConversation, overwritesOf } from './channels.ts'
import { addRole, botRoleOf, makeGuild, type RoleOptions } from './guilds.ts'
import { roleJson } from './guild-json.ts'
import { breakDown, changeGuild, type GuildSettings, join, leave, recover } from './memberships.ts'
import { idOn, type Shard } from './shards.ts'
import type { Channel, Guild, Right, Role, User } from './things.ts'
import type { World } from './world.ts'

const intent = GatewayIntentBits.Guilds

/** What a test makes of guilds, channels and roles. */
export const createPlaces = (world: World) => ({
  /**
   * One more channel, of the first guild if no other is given. The bot's role has its rights there but those of
   * `without`; a channel hidden from everyone is still seen by it and by whoever has a role of `visibleTo`.
   */
  channel: (name: string, { guild = world.home, ...options }: ChannelOptions & In = {}): Channel => {
    const without = [...guild.botLacks, ...(options.without ?? [])]
    const place = { newId: world.newId, guildId: guild.id, botRoleId: botRoleOf(guild), name }
    const channel = makeChannel({ ...place, ...options, without })
    world.channels.set(channel.id, channel)
    world.dispatch({ name: 'CHANNEL_CREATE', intent, data: () => channelJson(world, channel), channel })
    return channel
  },
  /** Somebody changes who has which rights in a channel: what is not said is as in a new one. */
  changeRights: (channel: Channel, options: ChannelOptions): void => {
    const guild = guildOf(world, channel)
    const without = [...guild.botLacks, ...(options.without ?? [])]
    const sawIt = world.may('ViewChannel', channel)
    channel.overwrites = overwritesOf({ ...options, without }, guild.id, botRoleOf(guild))
    const data = () => channelJson(world, channel)
    // Discord tells a bot of the change that hides a channel from it, too.
    const place = sawIt ? { guild } : { channel }
    world.dispatch({ name: 'CHANNEL_UPDATE', intent, data, ...place })
  },
  /** A role; @everyone's rights come on top of its own. */
  role: (name: string, permissions: readonly Right[] = [], options: RoleOptions & In = {}): Role => {
    const guild = options.guild ?? world.home
    const role = addRole(guild, world.newId, name, permissions, options)
    const data = () => ({ guild_id: guild.id, role: roleJson(world, role) })
    world.dispatch({ name: 'GUILD_ROLE_CREATE', intent, data, guild })
    return role
  },
  /** One more guild with a channel of its own; the bot joins it at once, unless `withBot` is false. */
  guild: (name: string, { withBot = true, botLacks = [], shard }: GuildOptions = {}): Guild => {
    const owner = world.newUser(`head of ${name}`)
    world.people.set(owner.id, owner)
    const { newId } = world
    const id = shard === undefined ? newId() : idOn(shard, newId())
    const ours = { newId, botId: world.bot.id, ownerId: owner.id }
    const guild = makeGuild({ ...ours, id, name, botLacks, hasBot: false })
    for (const person of world.people.keys()) guild.members.set(person, guild.members.get(person) ?? [])
    world.guilds.set(guild.id, guild)
    world.channels.set(guild.general.id, guild.general)
    if (withBot) join(world, guild)
    return guild
  },
  /** The bot is invited into a guild. */
  join: (guild: Guild): void => join(world, guild),
  /** Somebody throws it out. */
  throwOut: (guild: Guild = world.home): void => leave(world, guild),
  /** A guild is out of reach, until `recover`. */
  breakDown: (guild: Guild = world.home): void => breakDown(world, guild),
  recover: (guild: Guild = world.home): void => recover(world, guild),
  /** Whose a guild is, and the channels that Discord itself writes to. */
  changeGuild: (settings: GuildSettings, guild: Guild = world.home): void =>
    changeGuild(world, guild, settings),
  hasLeft: (guild: Guild = world.home): boolean => !guild.hasBot,
  /** What people have among themselves, without the bot: of two a direct conversation, of more a group. */
  conversation: (people: readonly { readonly id: string }[], name?: string): Channel => {
    const users = people
      .map(({ id }) => world.people.get(id))
      .filter((user): user is User => user !== undefined)
    if (users.length < 2) throw new Error('A conversation needs two people')
    const channel = makeConversation(world.newId, users, name)
    world.channels.set(channel.id, channel)
    return channel
  },
})

interface In {
  readonly guild?: Guild
}

interface GuildOptions {
  readonly withBot?: boolean
  /** Rights that the bot does not have in it. */
  readonly botLacks?: readonly Right[]
  /** To which it is dealt. */
  readonly shard?: Shard
}

function guildOf(world: World, channel: Channel): Guild {
  const guild = world.guildOf(channel)
  if (guild === undefined) throw new Error('This is no channel of a guild')
  return guild
}
