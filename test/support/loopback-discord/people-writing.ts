import { MessageType } from 'discord.js'
import { add } from './announce.ts'
import { timeOf } from './message-time.ts'
import { newMessage } from './new-message.ts'
import { directChannel } from './routes-channels.ts'
import type { Channel, Message, Right, User } from './things.ts'
import { enterThread } from './threads.ts'
import type { File, Upload } from './upload.ts'
import type { World } from './world.ts'

interface PostOptions {
  readonly replyTo?: Message
  readonly files?: readonly File[]
}

/** What people write. Whatever Discord would not let them do is a mistake of the scene, and throws. */
export interface Writing {
  /** Posts in a channel or thread. */
  post(channel: Channel, words: string, options?: PostOptions): Message
  /** Writes to the bot alone. */
  whisper(words: string): Message
}

export function createWriting(world: World, upload: Upload, user: User): Writing {
  const requireRights = (channel: Channel, ...rights: Right[]): void => {
    for (const right of ['ViewChannel', ...rights] as const) {
      if (!world.may(right, channel, user.id))
        throw new Error(`${user.username} has not the right ${right} in ${channel.name}`)
    }
  }
  const requireWriting = (channel: Channel): void => {
    requireRights(channel, channel.thread === null ? 'SendMessages' : 'SendMessagesInThreads')
    const moderates = world.may('ManageThreads', channel, user.id)
    if (channel.thread?.locked === true && !moderates) throw new Error('This thread is locked')
    const isFree = ['ManageMessages', 'ManageChannels'] as const
    if (channel.slowMode === 0 || isFree.some((right) => world.may(right, channel, user.id))) return
    const last = [...world.messages.values()].findLast(
      ({ channelId, author }) => channelId === channel.id && author.id === user.id,
    )
    if (last !== undefined && Date.now() - timeOf(last.id) < channel.slowMode * 1000)
      throw new Error(`${user.username} has to wait: slow mode`)
  }
  const post: Writing['post'] = (channel, words, { replyTo, files = [] } = {}) => {
    if ([...words].length > 2000) throw new Error('A person cannot post more than 2000 characters')
    requireWriting(channel)
    enterThread(world, channel, user.id)
    const message = newMessage(world, channel, user, {
      type: replyTo === undefined ? MessageType.Default : MessageType.Reply,
      content: words,
      attachments: files.map((file) => upload(channel, file)),
      repliesTo: replyTo ?? null,
    })
    add(world, channel, message)
    return message
  }
  return {
    post,
    whisper: (words) => post(directChannel(world, user.id), words),
  }
}
