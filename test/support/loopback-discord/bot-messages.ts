import {
  type APIMessageTopLevelComponent,
  MessageFlags,
  MessageType,
  type PermissionFlagsBits,
} from 'discord.js'
import { intentFor, messageJson } from './discord-json.ts'
import { type Fields, judgeMessage, notifiedBy, text } from './judge-message.ts'
import { found, invalidForm, Refusal } from './refusal.ts'
import { type Channel, isEphemeral, isV2, type Message, type World, wordsOf } from './world.ts'

// What the bot writes and changes, by whichever route.

export function requireRight(
  world: World,
  channel: Channel,
  ...rights: (keyof typeof PermissionFlagsBits)[]
): void {
  if (!world.may('ViewChannel', channel)) throw new Refusal(403, 50001, 'Missing Access')
  if (rights.every((right) => world.may(right, channel))) return
  throw new Refusal(403, 50013, 'Missing Permissions')
}

export const findChannel = (world: World, id: string | undefined): Channel =>
  found(world.channels.get(id ?? ''), 10003, 'Channel')

/** A message that everybody sees: what only one person sees is not in the channel. */
export function findMessage(world: World, channelId: string | undefined, id: string | undefined): Message {
  const message = world.messages.get(id ?? '')
  const isThere = message !== undefined && message.channelId === channelId && !isEphemeral(message)
  return found(isThere ? message : undefined, 10008, 'Message')
}

export interface NewMessage {
  readonly channel: Channel
  readonly body: Fields
  /** Whose ephemeral answer it may be. */
  readonly forPerson: string | null
  readonly repliesTo: Message | null
  readonly type: MessageType
}

/** Stores and shows what the bot posts; the same nonce again gives the message that there is. */
export function create(world: World, { channel, body, forPerson, repliesTo, type }: NewMessage): Message {
  refuse(judgeMessage(body, { mayBeEphemeral: forPerson !== null, before: null }))
  const nonce = body.nonce === undefined ? null : text(body.nonce)
  const earlier = [...world.messages.values()].find(
    (message) => nonce !== null && message.nonce === nonce && message.channelId === channel.id,
  )
  if (earlier !== undefined && body.enforce_nonce === true) return earlier
  const flags = Number(body.flags ?? 0)
  const message: Message = {
    id: world.newId(),
    channelId: channel.id,
    author: world.bot,
    type,
    content: text(body.content),
    components: (body.components ?? []) as APIMessageTopLevelComponent[],
    attachments: [],
    flags,
    repliesTo,
    nonce,
    seenBy: (flags & MessageFlags.Ephemeral) === 0 ? null : forPerson,
    edits: 0,
  }
  add(world, channel, message)
  noteNotified(world, message, body)
  return message
}

export function add(world: World, channel: Channel, message: Message): void {
  world.messages.set(message.id, message)
  if (message.seenBy !== null) world.changed()
  else announce(world, 'MESSAGE_CREATE', channel, message)
}

export function announce(world: World, name: string, channel: Channel, message: Message): void {
  const data = (seesContent: boolean) => messageJson(world, message, seesContent)
  world.dispatch({ name, intent: intentFor(channel), data })
}

export function noteNotified(world: World, message: Message, body: Fields): void {
  const author = message.type === MessageType.Reply ? (message.repliesTo?.author.id ?? null) : null
  const repliedTo = author === world.bot.id ? null : author
  for (const who of notifiedBy(wordsOf(message), body.allowed_mentions, repliedTo)) {
    world.pings.push(`${who}: ${wordsOf(message).slice(0, 80)}`)
  }
}

/** Edits notify nobody. A message of components stays one, and loses its content only when told so. */
export function edit(world: World, message: Message, body: Fields): Message {
  if (message.author.id !== world.bot.id)
    throw new Refusal(403, 50005, 'Cannot edit a message by another user')
  refuse(judgeMessage(body, { mayBeEphemeral: isEphemeral(message), before: message }))
  const becomesV2 = (Number(body.flags ?? 0) & MessageFlags.IsComponentsV2) !== 0
  if (body.content !== undefined) message.content = text(body.content)
  if (body.components !== undefined) message.components = body.components as APIMessageTopLevelComponent[]
  if (message.content === '' && message.components.length === 0) throw invalidForm(['empty message'])
  if (becomesV2 && !isV2(message)) message.flags |= MessageFlags.IsComponentsV2
  message.flags &= ~MessageFlags.Loading
  message.edits += 1
  const channel = findChannel(world, message.channelId)
  if (message.seenBy === null) announce(world, 'MESSAGE_UPDATE', channel, message)
  else world.changed()
  return message
}

export function remove(world: World, message: Message): void {
  if (message.author.id !== world.bot.id) throw new Refusal(403, 50013, 'Missing Permissions')
  world.messages.delete(message.id)
  const channel = findChannel(world, message.channelId)
  const data = () => ({ id: message.id, channel_id: channel.id, guild_id: world.guildId })
  if (message.seenBy === null) world.dispatch({ name: 'MESSAGE_DELETE', intent: intentFor(channel), data })
  else world.changed()
}

export function refuse(problems: readonly string[]): void {
  if (problems.length > 0) throw invalidForm(problems)
}
