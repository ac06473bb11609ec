import { MessageFlags, MessageReferenceType, MessageType } from 'discord.js'
import { channelJson } from './channel-json.ts'
import { memberJson } from './guild-json.ts'
import { timeOf } from './message-time.ts'
import { numbered } from './numbered.ts'
import { isWithBot } from './rights.ts'
import type { Message, User } from './things.ts'
import type { World } from './world.ts'

/**
 * A message as the bot gets it. Without the Message Content intent its words, files and components are empty, and so
 * are those of what it forwards, but in direct messages, in its own messages and where it is mentioned.
 */
export function messageJson(world: World, message: Message, seesContent: boolean): Record<string, unknown> {
  const channel = world.channels.get(message.channelId)
  const guild = channel && world.guildOf(channel)
  const mentions = mentionsIn(world, message)
  const isOpen =
    seesContent ||
    (channel !== undefined && isWithBot(channel)) ||
    message.author.id === world.bot.id ||
    mentions.some(({ id }) => id === world.bot.id)
  const sameId = world.channels.get(message.id)
  // The first message of a forum's post has the post's id, and stands in it.
  const thread = sameId?.parentId === message.channelId ? sameId : undefined
  const { answers } = message
  return {
    id: message.id,
    channel_id: message.channelId,
    channel_type: channel?.type,
    ...(guild && { guild_id: guild.id, member: memberJson(guild, message.author) }),
    author: message.author,
    ...contentJson(message, isOpen),
    flags: message.flags | (thread === undefined ? 0 : MessageFlags.HasThread),
    mentions,
    mention_roles: roleMentionsIn(message),
    mention_everyone: pingsEverybody(world, message),
    pinned: false,
    tts: false,
    ...(message.nonce !== null && { nonce: message.nonce }),
    ...(thread !== undefined && { thread: channelJson(world, thread) }),
    ...referenceJson(world, message, seesContent, isOpen),
    ...(answers !== null && {
      application_id: world.bot.id,
      webhook_id: world.bot.id,
      interaction_metadata: {
        id: answers.id,
        type: answers.type,
        user: answers.user,
        authorizing_integration_owners: answers.owners,
      },
    }),
  }
}

const contentJson = (message: Message, isOpen: boolean) => ({
  type: message.type,
  content: isOpen ? message.content : '',
  components: isOpen ? numbered(message.components) : [],
  attachments: isOpen ? message.attachments : [],
  embeds: isOpen ? message.embeds : [],
  timestamp: new Date(timeOf(message.id)).toISOString(),
  edited_timestamp: message.editedAt === null ? null : new Date(message.editedAt).toISOString(),
})

function referenceJson(world: World, message: Message, seesContent: boolean, isOpen: boolean) {
  const { repliesTo, forwards } = message
  const target = repliesTo ?? forwards
  if (target === null) return {}
  const guildId = world.channels.get(target.channelId)?.guildId ?? undefined
  const type = forwards === null ? MessageReferenceType.Default : MessageReferenceType.Forward
  const reference = { type, message_id: target.id, channel_id: target.channelId, guild_id: guildId }
  if (forwards !== null) {
    const snapshot = {
      ...contentJson(forwards, isOpen),
      flags: forwards.flags,
      mentions: isOpen ? mentionsIn(world, forwards) : [],
      mention_roles: isOpen ? roleMentionsIn(forwards) : [],
    }
    return { message_reference: reference, message_snapshots: [{ message: snapshot }] }
  }
  if (!world.messages.has(target.id)) return { message_reference: reference, referenced_message: null }
  // What the other message replies to is not told.
  const { referenced_message: _, ...referenced } = messageJson(world, target, seesContent)
  return { message_reference: reference, referenced_message: referenced }
}

function mentionsIn(world: World, message: Message): User[] {
  const everybody = [world.bot, ...world.people.values()]
  const named = everybody.filter(({ id }) => new RegExp(`<@!?${id}>`, 'u').test(message.content))
  const repliedTo = message.type === MessageType.Reply ? message.repliesTo?.author : undefined
  const isByBot = message.author.id === world.bot.id
  return repliedTo === undefined || isByBot ? named : [...new Set([...named, repliedTo])]
}

const roleMentionsIn = ({ content }: Message): string[] =>
  [...content.matchAll(/<@&(\d+)>/gu)].map(([, id = '']) => id)

function pingsEverybody(world: World, { author, content, channelId }: Message): boolean {
  const channel = world.channels.get(channelId)
  const mayPing = channel !== undefined && world.may('MentionEveryone', channel, author.id)
  return author.id !== world.bot.id && mayPing && /@(?:everyone|here)/u.test(content)
}
