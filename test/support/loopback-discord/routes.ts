import { ChannelType, MessageFlags, MessageType } from 'discord.js'
import { create, edit, findChannel, findMessage, refuse, remove, requireRight } from './bot-messages.ts'
import { applicationJson, channelJson, guildJson, memberJson, messageJson } from './discord-json.ts'
import type { Interactions } from './interactions.ts'
import { judgeCommands } from './judge-command.ts'
import { type Fields, text } from './judge-message.ts'
import { found, invalidForm, Refusal } from './refusal.ts'
import { type Channel, isEphemeral, type Message, type World } from './world.ts'

/** What a route gets: the parts of its path by name, the query and the body. */
interface Call {
  readonly path: Readonly<Record<string, string>>
  readonly query: URLSearchParams
  readonly body: Fields
}

/** Gives back what is sent as JSON; undefined: 204. */
type Route = (call: Call) => unknown

/** REST v10 as far as the bot uses it: `METHOD /path/:name`. Anything else is a 404, and on record. */
export function createRoutes(
  world: World,
  interactions: Interactions,
  gatewayAddress: () => string,
): Record<string, Route> {
  const json = (message: Message): unknown => messageJson(world, message, world.messageContent)
  const register = (kind: 'global' | 'guild', body: Fields): unknown => {
    const commands = body as unknown as Fields[]
    refuse(judgeCommands(commands))
    world.commands[kind] = commands.map((command) => ({
      default_member_permissions: null,
      nsfw: false,
      ...command,
      id: world.newId(),
      application_id: world.bot.id,
      version: world.newId(),
    }))
    world.changed()
    return world.commands[kind]
  }
  return {
    'GET /gateway/bot': () => ({
      url: gatewayAddress(),
      shards: 1,
      session_start_limit: { total: 1000, remaining: 1000, reset_after: 0, max_concurrency: 1 },
    }),
    'GET /users/@me': () => world.bot,
    'GET /applications/@me': () => applicationJson(world),
    'GET /applications/:bot/commands': () => world.commands.global,
    'PUT /applications/:bot/commands': ({ body }) => register('global', body),
    'GET /applications/:bot/guilds/:guild/commands': () => world.commands.guild,
    'PUT /applications/:bot/guilds/:guild/commands': ({ body }) => register('guild', body),
    'GET /guilds/:guild': ({ path }) => {
      requireGuild(world, path.guild)
      return Object.fromEntries(Object.entries(guildJson(world)).filter(([name]) => !GATEWAY_ONLY.has(name)))
    },
    'GET /guilds/:guild/roles': ({ path }) => {
      requireGuild(world, path.guild)
      return guildJson(world).roles
    },
    'GET /guilds/:guild/members/:user': ({ path }) => {
      requireGuild(world, path.guild)
      const user = [world.bot, ...world.people.values()].find(({ id }) => id === path.user)
      return { ...memberJson(world, found(user, 10007, 'Member')), user }
    },
    'DELETE /users/@me/guilds/:guild': () => {
      world.leftGuild = true
      world.changed()
    },
    'POST /users/@me/channels': ({ body }) => {
      const person = found(
        [...world.people.values()].find(({ id }) => id === body.recipient_id),
        10013,
        'User',
      )
      return channelJson(world, directChannel(world, person.id))
    },
    'GET /channels/:channel': ({ path }) => {
      const channel = findChannel(world, path.channel)
      requireRight(world, channel)
      return channelJson(world, channel)
    },
    'POST /channels/:channel/typing': ({ path }) => {
      const channel = findChannel(world, path.channel)
      requireRight(world, channel, sendingIn(channel))
      world.typing.push(channel.id)
      world.changed()
    },
    'GET /channels/:channel/messages': ({ path, query }) => {
      const channel = findChannel(world, path.channel)
      requireRight(world, channel, 'ReadMessageHistory')
      return [...world.messages.values()]
        .filter((message) => message.channelId === channel.id && !isEphemeral(message))
        .toReversed()
        .slice(0, Number(query.get('limit') ?? 50))
        .map(json)
    },
    'GET /channels/:channel/messages/:message': ({ path }) => {
      requireRight(world, findChannel(world, path.channel), 'ReadMessageHistory')
      return json(findMessage(world, path.channel, path.message))
    },
    'POST /channels/:channel/messages': ({ path, body }) => {
      const channel = findChannel(world, path.channel)
      requireRight(world, channel, sendingIn(channel))
      if (channel.locked === true) throw new Refusal(403, 160005, 'Thread is locked')
      const repliesTo = repliedTo(world, channel, body)
      const type = repliesTo === null ? MessageType.Default : MessageType.Reply
      return json(create(world, { channel, body, forPerson: null, repliesTo, type }))
    },
    'PATCH /channels/:channel/messages/:message': ({ path, body }) =>
      json(edit(world, findMessage(world, path.channel, path.message), body)),
    'DELETE /channels/:channel/messages/:message': ({ path }) =>
      remove(world, findMessage(world, path.channel, path.message)),
    'POST /channels/:channel/messages/:message/threads': ({ path, body }) =>
      channelJson(world, startThread(world, findChannel(world, path.channel), path.message, body)),
    'POST /interactions/:id/:token/callback': ({ path, query, body }) => {
      const { original, id, type } = interactions.acknowledge(path.id, path.token, body)
      if (query.get('with_response') !== 'true') return undefined
      const message = original === null ? {} : { message: json(original) }
      return { interaction: { id, type }, resource: { type: body.type, ...message } }
    },
    'POST /webhooks/:bot/:token': ({ path, body }) => json(interactions.followUp(path.token, body)),
    'GET /webhooks/:bot/:token/messages/:message': ({ path }) =>
      json(interactions.findAnswer(path.token, path.message)),
    'PATCH /webhooks/:bot/:token/messages/:message': ({ path, body }) =>
      json(interactions.editAnswer(path.token, interactions.findAnswer(path.token, path.message), body)),
    'DELETE /webhooks/:bot/:token/messages/:message': ({ path }) =>
      remove(world, interactions.findAnswer(path.token, path.message)),
  }
}

/** What REST does not send of a server. */
const GATEWAY_ONLY: ReadonlySet<string> = new Set([
  'channels',
  'guild_scheduled_events',
  'joined_at',
  'large',
  'member_count',
  'members',
  'presences',
  'soundboard_sounds',
  'stage_instances',
  'threads',
  'unavailable',
  'voice_states',
])

/** For a bot, a server that it is not in does not exist. */
function requireGuild(world: World, id: string | undefined): void {
  found(id === world.guildId ? id : undefined, 10004, 'Guild')
}

const sendingIn = ({ type }: Channel) =>
  type === ChannelType.PublicThread ? ('SendMessagesInThreads' as const) : ('SendMessages' as const)

function repliedTo(world: World, channel: Channel, { message_reference: reference }: Fields): Message | null {
  if (reference === undefined || reference === null) return null
  const { message_id: id, fail_if_not_exists: mustExist = true } = reference as Fields
  requireRight(world, channel, 'ReadMessageHistory')
  const message = world.messages.get(String(id))
  if (message !== undefined && message.channelId === channel.id && !isEphemeral(message)) return message
  if (mustExist === true) throw invalidForm(['message_reference: unknown message'])
  return null
}

function startThread(world: World, parent: Channel, messageId: string | undefined, body: Fields): Channel {
  requireRight(world, parent, 'CreatePublicThreads', 'ReadMessageHistory')
  const message = findMessage(world, parent.id, messageId)
  const name = text(body.name)
  if (parent.type !== ChannelType.GuildText)
    throw new Refusal(400, 50024, 'Cannot execute action on this channel type')
  if (world.channels.has(message.id))
    throw new Refusal(400, 160004, 'A thread has already been created for this message')
  if ([...name].length < 1 || [...name].length > 100) throw invalidForm(['name not of 1 to 100'])
  const thread: Channel = {
    id: message.id,
    type: ChannelType.PublicThread,
    name,
    parentId: parent.id,
    ownerId: world.bot.id,
  }
  world.channels.set(thread.id, thread)
  message.flags |= MessageFlags.HasThread
  world.dispatch({
    name: 'THREAD_CREATE',
    intent: 1,
    data: () => ({ ...channelJson(world, thread), newly_created: true }),
  })
  return thread
}

/** The direct conversation of the bot with this person. */
export function directChannel(world: World, personId: string): Channel {
  const known = [...world.channels.values()].find(
    ({ type, ownerId }) => type === ChannelType.DM && ownerId === personId,
  )
  if (known !== undefined) return known
  const channel: Channel = {
    id: world.newId(),
    type: ChannelType.DM,
    name: '',
    parentId: null,
    ownerId: personId,
  }
  world.channels.set(channel.id, channel)
  return channel
}
