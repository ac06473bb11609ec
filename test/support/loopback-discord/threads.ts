import { ChannelType, GatewayIntentBits, MessageFlags, MessageType } from 'discord.js'
import { add, announce } from './announce.ts'
import { channelJson } from './channel-json.ts'
import { newMessage } from './new-message.ts'
import type { Channel, Message, ThreadType, User } from './things.ts'
import type { World } from './world.ts'

// Threads, whoever starts, closes and deletes them.

export interface NewThread {
  readonly parent: Channel
  readonly name: string
  readonly owner: User
  /** The message that it starts from. */
  readonly starter?: Message | null
  readonly isPrivate?: boolean
  /** Minutes without a message after which it is archived. */
  readonly autoArchive?: number
}

/** Starts a thread and tells of it; the message that it starts from, or else Discord, says so in the channel. */
export function startThread(world: World, options: NewThread): Channel {
  const { parent, name, owner, starter = null, isPrivate = false, autoArchive = 4320 } = options
  const id = starter?.id ?? world.newId()
  const thread: Channel = {
    id,
    type: typeOf(parent, isPrivate),
    name,
    guildId: parent.guildId,
    parentId: parent.id,
    ownerId: owner.id,
    overwrites: [],
    nsfw: parent.nsfw,
    slowMode: 0,
    recipients: [],
    thread: {
      archived: false,
      archivedAt: Date.now(),
      locked: false,
      autoArchive,
      members: new Set([owner.id]),
    },
  }
  world.channels.set(id, thread)
  announceThread(world, 'THREAD_CREATE', thread, { newly_created: true })
  if (starter !== null) {
    starter.flags |= MessageFlags.HasThread
    announce(world, 'MESSAGE_UPDATE', parent, starter)
    const type = MessageType.ThreadStarterMessage
    add(world, thread, newMessage(world, thread, owner, { type, repliesTo: starter }))
  } else if (parent.type !== ChannelType.GuildForum && !isPrivate) {
    add(world, parent, newMessage(world, parent, owner, { type: MessageType.ThreadCreated, content: name }))
  }
  return thread
}

function typeOf(parent: Channel, isPrivate: boolean): ThreadType {
  if (isPrivate) return ChannelType.PrivateThread
  return parent.type === ChannelType.GuildAnnouncement
    ? ChannelType.AnnouncementThread
    : ChannelType.PublicThread
}

function announceThread(
  world: World,
  name: 'THREAD_CREATE' | 'THREAD_UPDATE',
  thread: Channel,
  more: object = {},
): void {
  const data = () => ({ ...channelJson(world, thread), ...more })
  world.dispatch({ name, intent: GatewayIntentBits.Guilds, data, channel: thread })
}

export interface ThreadChange {
  readonly name?: string
  readonly archived?: boolean
  readonly locked?: boolean
  readonly autoArchive?: number
  readonly slowMode?: number
}

export function changeThread(world: World, channel: Channel, change: ThreadChange): void {
  const { thread } = channel
  if (thread === null) throw new Error('This is no thread')
  channel.name = change.name ?? channel.name
  channel.slowMode = change.slowMode ?? channel.slowMode
  thread.locked = change.locked ?? thread.locked
  thread.autoArchive = change.autoArchive ?? thread.autoArchive
  if (change.archived !== undefined && change.archived !== thread.archived) {
    thread.archived = change.archived
    thread.archivedAt = Date.now()
  }
  announceThread(world, 'THREAD_UPDATE', channel)
}

/** Who writes in a thread is in it from then on, and what was archived is not any more. */
export function enterThread(world: World, channel: Channel, userId: string): void {
  channel.thread?.members.add(userId)
  if (channel.thread?.archived === true) changeThread(world, channel, { archived: false })
}

/** Whoever a member of a private thread mentions there is in it from then on. */
export function letBotIn(world: World, channel: Channel, words: string): void {
  const { thread, type } = channel
  if (type !== ChannelType.PrivateThread || thread === null || thread.members.has(world.bot.id)) return
  if (!words.includes(`<@${world.bot.id}>`)) return
  thread.members.add(world.bot.id)
  announceThread(world, 'THREAD_CREATE', channel)
}

/** Deletes a channel or thread with all that is in it. */
export function deleteChannel(world: World, channel: Channel): void {
  const { id, type, guildId: guild_id, parentId: parent_id } = channel
  const isThread = channel.thread !== null
  for (const one of world.channels.values()) if (one.parentId === id) world.channels.delete(one.id)
  for (const message of world.messages.values()) {
    if (!world.channels.has(message.channelId) || message.channelId === id) world.messages.delete(message.id)
  }
  const json = isThread ? { id, type, guild_id, parent_id } : channelJson(world, channel)
  const name = isThread ? 'THREAD_DELETE' : 'CHANNEL_DELETE'
  world.dispatch({ name, intent: GatewayIntentBits.Guilds, data: () => json, channel })
  world.channels.delete(id)
  world.changed()
}
