import { ChannelType } from 'discord.js'
import { timeOf } from './message-time.ts'
import type { Channel, Message, Right, User } from './things.ts'
import { isEphemeral, type World } from './world.ts'

/** What Discord would let a person do: each of these throws, with the reason, where it would not. */
export function createPermitting(world: World, user: User) {
  const requireRights = (channel: Channel, ...rights: readonly Right[]): void => {
    for (const right of ['ViewChannel', ...rights] as const) {
      if (!world.may(right, channel, user.id))
        throw new Error(`${user.username} has not the right ${right} in ${channel.name}`)
    }
  }
  const requirePatience = (channel: Channel): void => {
    const isFree = (['ManageMessages', 'ManageChannels'] as const).some((right) =>
      world.may(right, channel, user.id),
    )
    const last = [...world.messages.values()].findLast(
      ({ channelId, author }) => channelId === channel.id && author.id === user.id,
    )
    if (channel.slowMode === 0 || isFree || last === undefined) return
    if (Date.now() - timeOf(last.id) < channel.slowMode * 1000)
      throw new Error(`${user.username} has to wait: slow mode`)
  }
  return {
    requireRights,
    requireWriting: (channel: Channel): void => {
      if (channel.type === ChannelType.GuildForum) throw new Error('Nobody posts in a forum itself')
      requireRights(channel, channel.thread === null ? 'SendMessages' : 'SendMessagesInThreads')
      const moderates = world.may('ManageThreads', channel, user.id)
      if (channel.thread?.locked === true && !moderates) throw new Error('This thread is locked')
      requirePatience(channel)
    },
    requireThreads: (channel: Channel, isPrivate: boolean): void => {
      const { type } = channel
      if (type !== ChannelType.GuildText && type !== ChannelType.GuildAnnouncement)
        throw new Error(`${channel.name} has no threads`)
      requireRights(channel, isPrivate ? 'CreatePrivateThreads' : 'CreatePublicThreads')
    },
    /** The channel of a message that this person sees. */
    channelOf: (message: Message | undefined): Channel => {
      const channel = world.channels.get(message?.channelId ?? '')
      if (message === undefined || channel === undefined)
        throw new Error('The message or its channel is gone')
      requireRights(channel)
      if (isEphemeral(message) && message.seenBy !== user.id)
        throw new Error(`${user.username} does not see this message`)
      return channel
    },
  }
}
