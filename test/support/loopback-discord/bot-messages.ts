import { type APIMessageTopLevelComponent, MessageFlags, type MessageType } from 'discord.js'
import { add, announce, announceDeletion } from './announce.ts'
import { attach, type Files, judgeFiles } from './attach.ts'
import { requireRight } from './find.ts'
import { type Fields, text } from './fields.ts'
import { judgeMessage } from './judge-message.ts'
import { isSystem } from './message-time.ts'
import { newMessage } from './new-message.ts'
import { noteNotified } from './pings.ts'
import { invalidForm, Refusal } from './refusal.ts'
import type { AnsweredInteraction, Channel, Message } from './things.ts'
import { isEphemeral, isV2, type World } from './world.ts'

// What the bot writes and changes, by whichever route.

export interface NewBotMessage {
  readonly channel: Channel
  readonly body: Fields
  readonly files?: Files
  readonly type: MessageType
  readonly repliesTo?: Message | null
  /** What it answers: then it may be for one person alone. */
  readonly answers?: AnsweredInteraction | null
  /** Only the first message of a forum's post has an id from before: the post's. */
  readonly id?: string
}

/** Stores and shows what the bot posts; the same nonce again gives the message that there is. */
export function create(world: World, { channel, body, type, ...rest }: NewBotMessage): Message {
  const { repliesTo = null, answers = null, id = world.newId(), files = new Map() } = rest
  refuse([
    ...judgeMessage(body, { mayBeEphemeral: answers !== null, before: null, hasFiles: files.size > 0 }),
    ...judgeFiles(body, files, []),
  ])
  const nonce = body.nonce === undefined ? null : text(body.nonce)
  const earlier = [...world.messages.values()].find(
    (message) => nonce !== null && message.nonce === nonce && message.channelId === channel.id,
  )
  if (earlier !== undefined && body.enforce_nonce === true) return earlier
  const flags = Number(body.flags ?? 0)
  const message = newMessage(world, channel, world.bot, {
    id,
    type,
    content: text(body.content),
    components: (body.components ?? []) as APIMessageTopLevelComponent[],
    attachments: attach(world, channel, body, files),
    flags,
    repliesTo,
    nonce,
    seenBy: (flags & MessageFlags.Ephemeral) === 0 ? null : (answers?.user.id ?? null),
    answers,
  })
  add(world, channel, message)
  noteNotified(world, channel, message, body)
  return message
}

/** Edits notify nobody. A message of components stays one, and loses its content only when told so. */
export function edit(world: World, message: Message, body: Fields, files: Files = new Map()): Message {
  const channel = channelOf(world, message)
  if (isSystem(message)) throw new Refusal(400, 50021, 'Cannot execute action on a system message')
  if (message.author.id !== world.bot.id)
    throw new Refusal(403, 50005, 'Cannot edit a message by another user')
  const { attachments } = message
  refuse([
    ...judgeMessage(body, { mayBeEphemeral: isEphemeral(message), before: message, hasFiles: true }),
    ...judgeFiles(body, files, attachments),
  ])
  message.attachments = attach(world, channel, body, files, attachments)
  const becomesV2 = (Number(body.flags ?? 0) & MessageFlags.IsComponentsV2) !== 0
  if (body.content !== undefined) message.content = text(body.content)
  if (body.components !== undefined) message.components = body.components as APIMessageTopLevelComponent[]
  if (message.content === '' && message.components.length + message.attachments.length === 0)
    throw invalidForm(['empty message'])
  if (becomesV2 && !isV2(message)) message.flags |= MessageFlags.IsComponentsV2
  message.flags &= ~MessageFlags.Loading
  message.edits += 1
  message.editedAt = Date.now()
  if (message.seenBy === null) announce(world, 'MESSAGE_UPDATE', channel, message)
  else world.changed()
  return message
}

/** A message in an archived thread stays as it is. */
export function requireOpen({ thread }: Channel): void {
  if (thread?.archived === true) throw new Refusal(400, 50083, 'Thread is archived')
}

export function remove(world: World, message: Message): void {
  const channel = channelOf(world, message)
  if (isSystem(message)) throw new Refusal(400, 50021, 'Cannot execute action on a system message')
  if (message.author.id !== world.bot.id) requireRight(world, channel, 'ManageMessages')
  world.messages.delete(message.id)
  announceDeletion(world, channel, message)
}

function channelOf(world: World, message: Message): Channel {
  const channel = world.channels.get(message.channelId)
  if (channel === undefined) throw new Refusal(404, 10003, 'Unknown Channel')
  return channel
}

export function refuse(problems: readonly string[]): void {
  if (problems.length > 0) throw invalidForm(problems)
}
