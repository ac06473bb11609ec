import type { APIEmbed } from 'discord.js'
import { announce, announceDeletion } from './announce.ts'
import type { Channel, Message } from './things.ts'
import { changeThread, deleteChannel } from './threads.ts'
import type { World } from './world.ts'

/** What happens to channels, threads and messages without a person of the scene: by moderators, or by Discord. */
export const createHappenings = (world: World) => ({
  /** A moderator locks a thread. */
  lock: (thread: Channel): void => changeThread(world, thread, { locked: true }),
  unlock: (thread: Channel): void => changeThread(world, thread, { locked: false }),
  /** A thread in which nobody wrote for long. */
  archive: (thread: Channel): void => changeThread(world, thread, { archived: true }),
  unarchive: (thread: Channel): void => changeThread(world, thread, { archived: false }),
  rename: (thread: Channel, name: string): void => changeThread(world, thread, { name }),
  /** Deletes a channel or thread with all that is in it. */
  deleteChannel: (channel: Channel): void => deleteChannel(world, channel),
  /** A moderator deletes a message, the bot's too. */
  deleteMessage: (message: Message): void => {
    world.messages.delete(message.id)
    announceDeletion(world, placeOf(world, message), message)
  },
  /** The previews of the links in a message arrive after it: an update that is no edit. */
  preview: (message: Message, embeds: readonly APIEmbed[]): void => {
    message.embeds = embeds
    announce(world, 'MESSAGE_UPDATE', placeOf(world, message), message)
  },
  /** Sends the event of a message once more, as Discord may do. */
  repeat: (message: Message): void => {
    announce(world, 'MESSAGE_CREATE', placeOf(world, message), message)
  },
})

function placeOf(world: World, message: Message): Channel {
  const channel = world.channels.get(message.channelId)
  if (channel === undefined) throw new Error('The channel of this message is gone')
  return channel
}
