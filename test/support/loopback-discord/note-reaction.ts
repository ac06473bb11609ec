import { timeOf } from './message-time.ts'
import type { Channel, Message } from './things.ts'
import type { World } from './world.ts'

/**
 * Notes on a person's message how long it took until the bot did anything that people see: typed, wrote or started a
 * thread. It is about the message that is replied to or that the thread starts from, else about the latest one there.
 */
export function noteReaction(world: World, channel: Channel, to: Message | null): void {
  const latest = [...world.messages.values()].findLast(
    ({ channelId, author }) => channelId === channel.id && !author.bot,
  )
  const message = to ?? latest ?? world.messages.get(channel.id)
  if (message === undefined || message.author.bot || message.reactedAfter !== null) return
  message.reactedAfter = Date.now() - timeOf(message.id)
}
