import { found, Refusal } from './refusal.ts'
import { isWithBot } from './rights.ts'
import type { Channel, Guild, Message, Right } from './things.ts'
import { isEphemeral, type World } from './world.ts'

// What the bot names in a request, or Discord's refusal.

/** A guild that the bot is in: for a bot, another does not exist. */
export function findGuild(world: World, id: string | undefined): Guild {
  const guild = world.guilds.get(id ?? '')
  return found(guild?.hasBot === true ? guild : undefined, 10004, 'Guild')
}

/** A channel that there is, where the bot is. */
export function findChannel(world: World, id: string | undefined): Channel {
  const channel = found(world.channels.get(id ?? ''), 10003, 'Channel')
  const isIn = channel.guildId === null ? isWithBot(channel) : world.guildOf(channel)?.hasBot === true
  if (!isIn) throw new Refusal(403, 50001, 'Missing Access')
  return channel
}

export function requireRight(world: World, channel: Channel, ...rights: Right[]): void {
  if (!world.may('ViewChannel', channel)) throw new Refusal(403, 50001, 'Missing Access')
  if (rights.every((right) => world.may(right, channel))) return
  throw new Refusal(403, 50013, 'Missing Permissions')
}

/** A message that everybody sees: what only one person sees is not in the channel. */
export function findMessage(world: World, channelId: string | undefined, id: string | undefined): Message {
  const message = world.messages.get(id ?? '')
  const isThere = message !== undefined && message.channelId === channelId && !isEphemeral(message)
  return found(isThere ? message : undefined, 10008, 'Message')
}
