import { ChannelType, GatewayIntentBits, MessageType } from 'discord.js'
import { add, announce, announceDeletion } from './announce.ts'
import { newMessage } from './new-message.ts'
import { createPermitting } from './permitting.ts'
import { directChannel } from './routes-channels.ts'
import type { Channel, Message, User } from './things.ts'
import { enterThread, letBotIn, startThread } from './threads.ts'
import type { File, Upload } from './upload.ts'
import type { World } from './world.ts'

interface PostOptions {
  readonly replyTo?: Message
  readonly files?: readonly File[]
}

/** What people write. Whatever Discord would not let them do is a mistake of the scene, and throws. */
export interface Writing {
  /** Posts in a channel or thread; an archived thread is open again after it. */
  post(channel: Channel, words: string, options?: PostOptions): Message
  /** Writes to the bot alone. */
  whisper(words: string): Message
  /** Changes what they wrote. */
  edit(message: Message, words: string): void
  /** Deletes what they wrote, or as a moderator what others did. */
  delete(message: Message): void
  /** A moderator deletes many at once. */
  deleteMany(messages: readonly Message[]): void
  /** Shows a message of one channel in another (or the same), as it is now. */
  forward(message: Message, to: Channel): Message
  /** Starts a thread from a message, or one of no message in a channel. */
  startThread(from: Message | Channel, name: string, options?: { readonly isPrivate?: boolean }): Channel
  /** Starts a post in a forum: a thread whose first message has the thread's id. */
  startPost(forum: Channel, title: string, words: string, options?: PostOptions): Channel
}

export function createWriting(world: World, upload: Upload, user: User): Writing {
  const permitting = createPermitting(world, user)

  const write = (channel: Channel, words: string, parts: PostOptions & { id?: string }): Message => {
    const { replyTo, files = [], id } = parts
    if ([...words].length > 2000) throw new Error('A person cannot post more than 2000 characters')
    if (words.trim() === '' && files.length === 0) throw new Error('A person cannot post nothing')
    const message = newMessage(world, channel, user, {
      type: replyTo === undefined ? MessageType.Default : MessageType.Reply,
      content: words,
      attachments: files.map((file) => upload(channel, file)),
      repliesTo: replyTo ?? null,
      ...(id !== undefined && { id }),
    })
    add(world, channel, message)
    return message
  }
  const enter = (channel: Channel): void => {
    permitting.requireWriting(channel)
    enterThread(world, channel, user.id)
  }
  const post: Writing['post'] = (channel, words, options = {}) => {
    enter(channel)
    letBotIn(world, channel, words)
    return write(channel, words, options)
  }
  return {
    post,
    whisper: (words) => post(directChannel(world, user.id), words),
    edit: (message, words) => {
      if (message.author.id !== user.id) throw new Error(`${user.username} did not write this message`)
      message.content = words
      message.edits += 1
      message.editedAt = Date.now()
      announce(world, 'MESSAGE_UPDATE', permitting.channelOf(message), message)
    },
    delete: (message) => {
      const channel = permitting.channelOf(message)
      if (message.author.id !== user.id) permitting.requireRights(channel, 'ManageMessages')
      world.messages.delete(message.id)
      announceDeletion(world, channel, message)
    },
    deleteMany: (messages) => {
      const channel = permitting.channelOf(messages[0])
      permitting.requireRights(channel, 'ManageMessages')
      const ids = messages.map(({ id }) => id)
      for (const id of ids) world.messages.delete(id)
      const data = () => ({ ids, channel_id: channel.id, guild_id: channel.guildId })
      const intent = GatewayIntentBits.GuildMessages
      world.dispatch({ name: 'MESSAGE_DELETE_BULK', intent, data, channel })
    },
    forward: (message, to) => {
      permitting.channelOf(message)
      enter(to)
      const copy = newMessage(world, to, user, { forwards: { ...(message.forwards ?? message) } })
      add(world, to, copy)
      return copy
    },
    startThread: (from, name, { isPrivate = false } = {}) => {
      const starter = 'channelId' in from ? from : null
      const parent = 'channelId' in from ? permitting.channelOf(from) : from
      permitting.requireThreads(parent, isPrivate)
      if (starter !== null && world.channels.has(starter.id))
        throw new Error('This message has a thread already')
      return startThread(world, { parent, name, owner: user, starter, isPrivate })
    },
    startPost: (forum, title, words, options = {}) => {
      if (forum.type !== ChannelType.GuildForum) throw new Error(`${forum.name} is no forum`)
      permitting.requireRights(forum, 'SendMessages')
      const thread = startThread(world, { parent: forum, name: title, owner: user })
      write(thread, words, { ...options, id: thread.id })
      return thread
    },
  }
}
