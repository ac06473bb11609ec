import { GatewayIntentBits, PermissionFlagsBits } from 'discord.js'
import { refuse } from './bot-messages.ts'
import { channelJson } from './channel-json.ts'
import { makeConversation } from './channels.ts'
import { findChannel, requireRight } from './find.ts'
import { type Fields, text } from './fields.ts'
import { noteReaction } from './note-reaction.ts'
import { found, Refusal } from './refusal.ts'
import { isWithBot } from './rights.ts'
import type { Routes } from './route.ts'
import type { Channel } from './things.ts'
import { changeThread, deleteChannel } from './threads.ts'
import type { World } from './world.ts'

/** Channels and threads themselves. */
export const channelRoutes = (world: World): Routes => ({
  'POST /users/@me/channels': ({ body }) => {
    const person = found(world.people.get(String(body.recipient_id)), 10013, 'User')
    return channelJson(world, directChannel(world, person.id))
  },
  'GET /channels/:channel': ({ path }) => {
    const channel = findChannel(world, path.channel)
    requireRight(world, channel)
    return channelJson(world, channel)
  },
  'PATCH /channels/:channel': ({ path, body }) => {
    const channel = findChannel(world, path.channel)
    if (channel.guildId === null) throw new Refusal(400, 50003, 'Cannot execute action on a DM channel')
    if (channel.thread === null) {
      requireRight(world, channel, 'ManageChannels')
      channel.name = text(body.name) === '' ? channel.name : text(body.name)
      const data = () => channelJson(world, channel)
      world.dispatch({ name: 'CHANNEL_UPDATE', intent: GatewayIntentBits.Guilds, data, channel })
    } else patchThread(world, channel, body)
    return channelJson(world, channel)
  },
  'DELETE /channels/:channel': ({ path }) => {
    const channel = findChannel(world, path.channel)
    requireRight(world, channel, channel.thread === null ? 'ManageChannels' : 'ManageThreads')
    const json = channelJson(world, channel)
    deleteChannel(world, channel)
    return json
  },
  'POST /channels/:channel/typing': ({ path }) => {
    const channel = findChannel(world, path.channel)
    requireRight(world, channel, channel.thread === null ? 'SendMessages' : 'SendMessagesInThreads')
    world.typing.push(channel.id)
    noteReaction(world, channel, null)
    world.changed()
  },
})

/** Its owner may rename and archive it; whoever may write there may unarchive it; the rest is for moderators. */
function patchThread(world: World, channel: Channel, body: Fields): void {
  const { thread } = channel
  requireRight(world, channel)
  const manages = (world.rightsOf(channel, world.bot.id) & PermissionFlagsBits.ManageThreads) !== 0n
  const fields = Object.keys(body)
  const isOwn = channel.ownerId === world.bot.id
  const onlyOpens = fields.every((field) => field === 'archived') && body.archived === false
  const needsManager =
    fields.some((field) => field === 'locked' || field === 'rate_limit_per_user') || thread?.locked === true
  const mayWrite = world.may('SendMessagesInThreads', channel)
  if (!manages && (needsManager || !(isOwn || (onlyOpens && mayWrite)))) {
    throw new Refusal(403, 50013, 'Missing Permissions')
  }
  if (thread?.archived === true && body.archived !== false)
    throw new Refusal(400, 50083, 'Thread is archived')
  const duration = body.auto_archive_duration
  refuse([
    ...fields.filter((field) => !PATCHABLE.has(field)).map((field) => `unknown field ${field}`),
    ...(body.name === undefined || isName(body.name) ? [] : ['name not of 1 to 100']),
    ...(isArchiveDuration(duration) ? [] : ['auto_archive_duration']),
  ])
  changeThread(world, channel, {
    ...(body.name !== undefined && { name: text(body.name) }),
    ...(typeof body.archived === 'boolean' && { archived: body.archived }),
    ...(typeof body.locked === 'boolean' && { locked: body.locked }),
    ...(duration !== undefined && { autoArchive: Number(duration) }),
    ...(body.rate_limit_per_user !== undefined && { slowMode: Number(body.rate_limit_per_user) }),
  })
}

const PATCHABLE: ReadonlySet<string> = new Set([
  'name',
  'archived',
  'locked',
  'auto_archive_duration',
  'rate_limit_per_user',
  'invitable',
  'flags',
])

const DURATIONS = new Set([60, 1440, 4320, 10_080])

/** Minutes without a message after which Discord archives a thread. */
export const isArchiveDuration = (value: unknown): boolean =>
  value === undefined || DURATIONS.has(Number(value))

export const isName = (value: unknown): boolean => {
  const length = [...text(value)].length
  return length >= 1 && length <= 100
}

/** The direct conversation of the bot with this person. */
export function directChannel(world: World, personId: string): Channel {
  const known = [...world.channels.values()].find(
    (channel) => isWithBot(channel) && channel.ownerId === personId,
  )
  const person = world.people.get(personId)
  if (known !== undefined || person === undefined) return found(known, 10013, 'User')
  const channel = makeConversation(world.newId, [person])
  world.channels.set(channel.id, channel)
  return channel
}
