import { type Message, MessageReferenceType, type SendableChannels } from 'discord.js'
import { nameOfThrown } from '../../core/error.ts'
import { findLinks, isMediaOrDiscordLink } from '../../core/address.ts'
import type { Bot } from '../bot.ts'
import { customIdsOf } from '../cards/read-back.ts'
import { isOwnThread } from '../places/channel.ts'
import { parseCustomId } from '../forms/custom-id.ts'
import type { Company } from './thread-company.ts'
import type { Holdings, MessageFacts } from './what-is-asked.ts'

/** What a message holds for us to read, forwarded or its own, without the mention of the bot. */
export function holdingsOf(bot: Bot, message: Message): Holdings {
  const forwarded = [...message.messageSnapshots.values()]
  const parts = [message, ...forwarded]
  const text = [withoutMention(bot, message), ...forwarded.map(({ content }) => content)]
    .filter((words) => words !== '')
    .join('\n')
  const links = findLinks(text)
  const alsoHidden = findLinks(text.replace(/[<>]/gu, ' '))
  const all = [...new Set([...links, ...alsoHidden])]
  // News bots and feeds post no link but a card that leads to it. A link of a person's own gets such a card too.
  const ofCards = all.length > 0 ? [] : parts.flatMap(linksOfEmbeds)
  return {
    text,
    links: [...links.filter((link) => !isMediaOrDiscordLink(link)), ...ofCards],
    allLinks: [...all, ...ofCards],
    attachments: parts.flatMap(({ attachments }) =>
      [...attachments.values()].map(({ url, name, contentType }) => ({ url, name, contentType })),
    ),
  }
}

const linksOfEmbeds = ({ embeds }: Pick<Message, 'embeds'>): string[] =>
  embeds.flatMap(({ url }) => (url === null ? [] : [url])).filter((link) => !isMediaOrDiscordLink(link))

/** The role that Discord made for the bot counts as the bot: people pick whichever their client offers first. */
const ownRoles = (bot: Bot, message: Message): string[] =>
  [...message.mentions.roles.values()]
    .filter(({ tags }) => tags?.botId === bot.client.user.id)
    .map(({ id }) => id)

const isMention = (bot: Bot, message: Message): boolean =>
  new RegExp(`<@!?${bot.client.user.id}>`, 'u').test(message.content) || ownRoles(bot, message).length > 0

function withoutMention(bot: Bot, message: Message): string {
  const ids = [bot.client.user.id, ...ownRoles(bot, message)].join('|')
  return message.content.replace(new RegExp(`<@[!&]?(?:${ids})>`, 'gu'), ' ').trim()
}

/** The conversation that one of our messages belongs to: its buttons say it, else it is known as a card. */
export async function conversationOf(bot: Bot, message: Message): Promise<string | null> {
  if (message.author.id !== bot.client.user.id) return null
  const own = customIdsOf(message)
    .map(parseCustomId)
    .find((id) => id?.action === 'ask' || id?.action === 'sources')
  return own?.id ?? (await bot.assistant.conversations.findByMessage(message.id))?.id ?? null
}

/** All that decides whether a message is for the bot, and for what. */
export async function readMessage(
  bot: Bot,
  message: Message,
  channel: SendableChannels,
  company: Company,
): Promise<MessageFacts> {
  const inThread = isOwnThread(bot, channel)
  const thread = inThread ? await bot.assistant.conversations.findByThread(channel.id) : undefined
  const repliedTo = await fetchRepliedTo(bot, message)
  const threadConversation = thread?.id ?? null
  return {
    ...holdingsOf(bot, message),
    isDirect: channel.isDMBased(),
    isMention: isMention(bot, message),
    mentionsOthers: message.mentions.users.some(({ id }) => id !== bot.client.user.id),
    threadConversation,
    isAlone:
      channel.isThread() && thread !== undefined && (await company.isAlone(channel, message.author.id)),
    repliedTo:
      repliedTo === null
        ? null
        : {
            ...holdingsOf(bot, repliedTo),
            id: repliedTo.id,
            conversation: await conversationRepliedTo(bot, repliedTo, threadConversation),
          },
  }
}

async function conversationRepliedTo(
  bot: Bot,
  repliedTo: Message,
  threadConversation: string | null,
): Promise<string | null> {
  if (repliedTo.author.id !== bot.client.user.id) return null
  return (await conversationOf(bot, repliedTo)) ?? threadConversation
}

async function fetchRepliedTo(bot: Bot, message: Message): Promise<Message | null> {
  const { reference } = message
  if (reference === null || reference.type === MessageReferenceType.Forward) return null
  if (reference.messageId === undefined || reference.channelId !== message.channelId) return null
  try {
    return await message.fetchReference()
  } catch (error) {
    bot.log.info('replied-to-not-readable', { name: nameOfThrown(error) })
    return null
  }
}
