import { ChannelType, MessageType } from 'discord.js'
import { create, refuse } from './bot-messages.ts'
import { channelJson } from './channel-json.ts'
import { findChannel, findGuild, findMessage, requireRight } from './find.ts'
import type { Fields } from './fields.ts'
import { isSystem } from './message-time.ts'
import { noteReaction } from './note-reaction.ts'
import { Refusal } from './refusal.ts'
import type { Routes } from './route.ts'
import { isArchiveDuration, isName } from './routes-channels.ts'
import { startThread } from './threads.ts'
import type { World } from './world.ts'

const HAVE_THREADS: ReadonlySet<ChannelType> = new Set([ChannelType.GuildText, ChannelType.GuildAnnouncement])

/** Threads that the bot starts, joins and lists. */
export const threadRoutes = (world: World): Routes => ({
  'POST /channels/:channel/messages/:message/threads': ({ path, body }) => {
    const parent = findChannel(world, path.channel)
    requireRight(world, parent, 'CreatePublicThreads', 'ReadMessageHistory')
    const starter = findMessage(world, parent.id, path.message)
    if (!HAVE_THREADS.has(parent.type))
      throw new Refusal(400, 50024, 'Cannot execute action on this channel type')
    if (isSystem(starter)) throw new Refusal(400, 50021, 'Cannot execute action on a system message')
    if (world.channels.has(starter.id))
      throw new Refusal(400, 160004, 'A thread has already been created for this message')
    refuse(judgeThread(body))
    noteReaction(world, parent, starter)
    const { name, autoArchive } = read(body)
    return channelJson(world, startThread(world, { parent, starter, name, owner: world.bot, autoArchive }))
  },
  'POST /channels/:channel/threads': ({ path, body }) => {
    const parent = findChannel(world, path.channel)
    const isForum = parent.type === ChannelType.GuildForum
    const isPrivate = !isForum && (body.type ?? ChannelType.PrivateThread) === ChannelType.PrivateThread
    if (!isForum && !HAVE_THREADS.has(parent.type))
      throw new Refusal(400, 50024, 'Cannot execute action on this channel type')
    if (isForum) requireRight(world, parent, 'SendMessages')
    else requireRight(world, parent, isPrivate ? 'CreatePrivateThreads' : 'CreatePublicThreads')
    refuse([...judgeThread(body), ...(isForum && body.message === undefined ? ['message is required'] : [])])
    const thread = startThread(world, { parent, ...read(body), owner: world.bot, isPrivate })
    if (!isForum) return channelJson(world, thread)
    const message = create(world, {
      channel: thread,
      body: body.message as Fields,
      type: MessageType.Default,
      id: thread.id,
    })
    return { ...channelJson(world, thread), message: { id: message.id } }
  },
  'PUT /channels/:channel/thread-members/@me': ({ path }) => {
    const channel = findChannel(world, path.channel)
    requireRight(world, channel)
    if (channel.thread === null) throw new Refusal(400, 50024, 'Cannot execute action on this channel type')
    if (channel.thread.archived) throw new Refusal(400, 50083, 'Thread is archived')
    channel.thread.members.add(world.bot.id)
  },
  'DELETE /channels/:channel/thread-members/@me': ({ path }) => {
    findChannel(world, path.channel).thread?.members.delete(world.bot.id)
  },
  'GET /guilds/:guild/threads/active': ({ path }) => {
    const guild = findGuild(world, path.guild)
    const threads = [...world.channels.values()].filter(
      (channel) =>
        channel.guildId === guild.id &&
        channel.thread?.archived === false &&
        world.may('ViewChannel', channel),
    )
    return { threads: threads.map((thread) => channelJson(world, thread)), members: [], has_more: false }
  },
})

function judgeThread({ name, auto_archive_duration: duration }: Fields): string[] {
  const isDuration = duration === null || isArchiveDuration(duration)
  return [...(isName(name) ? [] : ['name not of 1 to 100']), ...(isDuration ? [] : ['auto_archive_duration'])]
}

const read = ({ name, auto_archive_duration: duration }: Fields) => ({
  name: String(name),
  autoArchive: Number(duration ?? 4320),
})
