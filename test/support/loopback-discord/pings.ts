import { MessageType } from 'discord.js'
import type { Fields } from './fields.ts'
import type { Channel, Message } from './things.ts'
import { type World, wordsOf } from './world.ts'

/** Puts on record whom a new message of the bot's notifies: what it names, as far as rules and rights let it. */
export function noteNotified(world: World, channel: Channel, message: Message, body: Fields): void {
  const author = message.type === MessageType.Reply ? message.repliesTo?.author : undefined
  const repliedTo = author === undefined || author.id === world.bot.id ? null : author.id
  const mayPing = world.may('MentionEveryone', channel)
  const roles = world.guildOf(channel)?.roles
  const words = wordsOf(message)
  const notified = notifiedBy(words, body.allowed_mentions, {
    repliedTo,
    everyone: mayPing,
    role: (id) => mayPing || roles?.get(id)?.mentionable === true,
  })
  for (const who of notified) world.pings.push(`${who}: ${words.slice(0, 80)}`)
}

interface Reach {
  readonly repliedTo: string | null
  /** Whether the writer may ping everybody, and this role. */
  readonly everyone: boolean
  readonly role: (id: string) => boolean
}

function notifiedBy(said: string, mentions: unknown, { repliedTo, everyone, role }: Reach): string[] {
  // A mention in code is only shown.
  const words = said.replace(/```[\s\S]*?```|`[^`\n]*`/gu, '')
  const rules = (mentions ?? { parse: ['users', 'roles', 'everyone'], replied_user: true }) as Fields
  const parse: unknown[] = Array.isArray(rules.parse) ? rules.parse : []
  const isAllowed = (kind: string, id: string): boolean =>
    parse.includes(kind) || (Array.isArray(rules[kind]) && rules[kind].includes(id))
  const idsIn = (pattern: RegExp): string[] => [...words.matchAll(pattern)].map(([, id = '']) => id)
  return [
    ...(everyone && parse.includes('everyone') && /@(?:everyone|here)\b/u.test(words) ? ['everyone'] : []),
    ...idsIn(/<@!?(\d+)>/gu).filter((id) => isAllowed('users', id)),
    ...idsIn(/<@&(\d+)>/gu).filter((id) => isAllowed('roles', id) && role(id)),
    ...(repliedTo !== null && rules.replied_user === true ? [repliedTo] : []),
  ]
}
