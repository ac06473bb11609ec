import { ChannelType, MessageType } from 'discord.js'
import { create, edit, refuse, remove, requireOpen } from './bot-messages.ts'
import { findChannel, findMessage, requireRight } from './find.ts'
import type { Fields } from './fields.ts'
import { messageJson } from './message-json.ts'
import { noteReaction } from './note-reaction.ts'
import { invalidForm, Refusal } from './refusal.ts'
import type { Routes } from './route.ts'
import type { Channel, Message } from './things.ts'
import { enterThread } from './threads.ts'
import { isEphemeral, type World } from './world.ts'

/** Messages in channels. */
export function messageRoutes(world: World): Routes {
  const json = (message: Message): unknown => messageJson(world, message, world.messageContent)
  return {
    'GET /channels/:channel/messages': ({ path, query }) => {
      const channel = findChannel(world, path.channel)
      requireRight(world, channel, 'ReadMessageHistory')
      return page(
        [...world.messages.values()].filter(
          (message) => message.channelId === channel.id && !isEphemeral(message),
        ),
        query,
      ).map(json)
    },
    'GET /channels/:channel/messages/:message': ({ path }) => {
      requireRight(world, findChannel(world, path.channel), 'ReadMessageHistory')
      return json(findMessage(world, path.channel, path.message))
    },
    'POST /channels/:channel/messages': ({ path, body, files }) => {
      const channel = findChannel(world, path.channel)
      if (channel.type === ChannelType.GuildForum)
        throw new Refusal(400, 50008, 'Cannot send messages in a non-text channel')
      requireRight(world, channel, channel.thread === null ? 'SendMessages' : 'SendMessagesInThreads')
      if (channel.thread?.locked === true && !world.may('ManageThreads', channel))
        throw new Refusal(403, 160005, 'Thread is locked')
      if (files.size > 0) requireRight(world, channel, 'AttachFiles')
      const repliesTo = repliedTo(world, channel, body)
      const type = repliesTo === null ? MessageType.Default : MessageType.Reply
      const message = create(world, { channel, body, files, repliesTo, type })
      enterThread(world, channel, world.bot.id)
      noteReaction(world, channel, repliesTo)
      return json(message)
    },
    'PATCH /channels/:channel/messages/:message': ({ path, body, files }) => {
      const message = findMessage(world, path.channel, path.message)
      const channel = findChannel(world, path.channel)
      requireRight(world, channel)
      requireOpen(channel)
      return json(edit(world, message, body, files))
    },
    'DELETE /channels/:channel/messages/:message': ({ path }) => {
      const channel = findChannel(world, path.channel)
      requireRight(world, channel)
      const message = findMessage(world, path.channel, path.message)
      requireOpen(channel)
      remove(world, message)
    },
  }
}

/** The newest first, as many as are asked for, before, after or around an id. */
function page(messages: readonly Message[], query: URLSearchParams): readonly Message[] {
  const limit = Number(query.get('limit') ?? 50)
  refuse(limit >= 1 && limit <= 100 ? [] : ['limit not of 1 to 100'])
  const newest = messages.toSorted((a, b) => (BigInt(a.id) < BigInt(b.id) ? 1 : -1))
  const [before, after, around] = ['before', 'after', 'around'].map((name) => query.get(name))
  if (around) {
    const at = newest.findIndex(({ id }) => BigInt(id) <= BigInt(around))
    return newest.slice(Math.max(0, at - Math.floor(limit / 2)), at + Math.ceil(limit / 2))
  }
  if (after) return newest.filter(({ id }) => BigInt(id) > BigInt(after)).slice(-limit)
  return newest.filter(({ id }) => !before || BigInt(id) < BigInt(before)).slice(0, limit)
}

function repliedTo(world: World, channel: Channel, { message_reference: reference }: Fields): Message | null {
  if (reference === undefined || reference === null) return null
  const { message_id: id, fail_if_not_exists: mustExist = true } = reference as Fields
  requireRight(world, channel, 'ReadMessageHistory')
  const message = world.messages.get(String(id))
  if (message !== undefined && message.channelId === channel.id && !isEphemeral(message)) return message
  if (mustExist === true) throw invalidForm(['message_reference: unknown message'])
  return null
}
