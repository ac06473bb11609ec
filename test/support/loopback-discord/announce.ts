import { intentFor } from './channel-json.ts'
import { messageJson } from './message-json.ts'
import type { Channel, Message } from './things.ts'
import type { World } from './world.ts'

type About = 'MESSAGE_CREATE' | 'MESSAGE_UPDATE'

/** Tells the bot of a message, as far as its intents and rights let it. */
export function announce(world: World, name: About, channel: Channel, message: Message): void {
  const data = (seesContent: boolean) => messageJson(world, message, seesContent)
  world.dispatch({ name, intent: intentFor(channel), data, channel })
}

/** Stores a message and shows it; one for a single person is told of by nobody. */
export function add(world: World, channel: Channel, message: Message): void {
  world.messages.set(message.id, message)
  if (message.seenBy !== null) world.changed()
  else announce(world, 'MESSAGE_CREATE', channel, message)
}

export function announceDeletion(world: World, channel: Channel, message: Message): void {
  const place = { channel_id: channel.id, ...(channel.guildId !== null && { guild_id: channel.guildId }) }
  const data = () => ({ id: message.id, ...place })
  if (message.seenBy !== null) world.changed()
  else world.dispatch({ name: 'MESSAGE_DELETE', intent: intentFor(channel), data, channel })
}
