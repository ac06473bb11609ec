import { ChannelType, type GuildBasedChannel, PermissionFlagsBits } from 'discord.js'

const VIEW = PermissionFlagsBits.ViewChannel

/** A thread is seen by those who see the channel that it is in; a private one only by those in it. */
const homeOf = (channel: GuildBasedChannel): GuildBasedChannel | null =>
  channel.isThread() ? channel.parent : channel

/**
 * Whether everybody who sees one channel surely sees the other too, and may look at what stands there. Where nobody can
 * tell for sure, false: a pointer to a place says that the place is there.
 */
export function isSeenByAllOf(other: GuildBasedChannel, channel: GuildBasedChannel): boolean {
  if (other.id === channel.id) return true
  const [home, here] = [homeOf(other), homeOf(channel)]
  if (home === null || here === null || home.guildId !== here.guildId) return false
  if (isPrivateThread(other)) return false
  if (isAgeRestricted(home) && !isAgeRestricted(here)) return false
  return home.id === here.id || isOpenToAll(home) || sameViewers(home, here)
}

const isPrivateThread = (channel: GuildBasedChannel): boolean => channel.type === ChannelType.PrivateThread

const isAgeRestricted = (channel: GuildBasedChannel): boolean => 'nsfw' in channel && channel.nsfw

/** What a channel says about who may view it, by role or member. */
function viewRules(channel: GuildBasedChannel): Map<string, 'allowed' | 'denied'> {
  const rules = new Map<string, 'allowed' | 'denied'>()
  if (!('permissionOverwrites' in channel)) return rules
  for (const { id, allow, deny } of channel.permissionOverwrites.cache.values()) {
    if (deny.has(VIEW)) rules.set(id, 'denied')
    else if (allow.has(VIEW)) rules.set(id, 'allowed')
  }
  return rules
}

/** Nobody is kept out: neither everybody, nor a role or a person by name. */
function isOpenToAll(channel: GuildBasedChannel): boolean {
  const rules = viewRules(channel)
  const everyone = channel.guild.roles.everyone
  if ([...rules.values()].includes('denied')) return false
  return everyone.permissions.has(VIEW) || rules.get(everyone.id) === 'allowed'
}

function sameViewers(one: GuildBasedChannel, other: GuildBasedChannel): boolean {
  const [first, second] = [viewRules(one), viewRules(other)]
  return first.size === second.size && [...first].every(([id, rule]) => second.get(id) === rule)
}
