import type { Message } from 'discord.js'
import type { ConversationPlace } from '../app/ports.ts'
import { inMessage } from './ask-in-channel.ts'
import { type Bot, isAllowedGuild } from './bot.ts'
import { fetchChannel } from './channel.ts'
import { deleteMessages } from './delete-messages.ts'
import { act, requestBy } from './on-message.ts'
import { holdingsOf, readMessage } from './read-message.ts'
import type { Remembered } from './remembered.ts'
import { runSummary } from './run-summary.ts'
import type { Company } from './thread-company.ts'
import { sourcesIn, whatIsAsked } from './what-is-asked.ts'

/** Of an older message, somebody may correct the words; a card for it would come as a surprise. */
const CORRECTED_WITHIN = 15 * 60_000

/**
 * A person corrected a message: a card for a link that is no longer in it becomes that of the one which is, and a message
 * that came to nothing is looked at again. Previews that Discord adds are no edits.
 */
export async function onMessageEdited(
  bot: Bot,
  { company, seen }: { readonly company: Company; readonly seen: Remembered },
  message: Message,
): Promise<void> {
  const { editedTimestamp: editedAt, channel, author } = message
  if (message.partial || editedAt === null || author.bot || message.webhookId !== null || message.system)
    return
  if (!isAllowedGuild(bot.settings, message.guildId) || !channel.isSendable() || bot.work.closing) return
  const taskId = `${message.id}e${(Math.floor(editedAt / 1000) % 36 ** 3).toString(36)}`
  // Discord tells of an edit again with whatever else changes, such as a thread that starts from the message.
  if (!seen.add(taskId) || (await bot.assistant.tasks.find(taskId)) !== undefined) return
  const cards = await bot.assistant.conversations.listBySource(message.id)
  if (cards.length > 0) {
    const [card, ...others] = cards
    if (card !== undefined && others.length === 0) await replaceCard(bot, message, card, taskId)
    return
  }
  const facts = await readMessage(bot, message, channel, company)
  const asked = whatIsAsked(facts, bot.settings.autoSummarize === 'everywhere')
  if (asked.kind !== 'summary' || bot.clock() - message.createdTimestamp > CORRECTED_WITHIN) return
  if (!(await hasChanged(bot, message.id, asked.sources))) return
  // What runs for the words of before is ended, and what was said about them goes.
  bot.work.cancel(message.id)
  const before = await bot.assistant.tasks.find(message.id)
  if (before?.reply) await deleteMessages(bot, [before.reply])
  await act(bot, message, channel, facts, asked, taskId)
}

/** Whether a message now asks for something else: an edit of the words around a link is none. */
async function hasChanged(bot: Bot, messageId: string, sources: readonly unknown[]): Promise<boolean> {
  const before = await bot.assistant.tasks.find(messageId)
  if (before === undefined || before.request === null) return true
  const { source } = before.request as { readonly source?: unknown }
  return JSON.stringify(source) !== JSON.stringify(sources[0])
}

/** The message that held one card's link holds another link now. */
async function replaceCard(
  bot: Bot,
  message: Message,
  card: ConversationPlace,
  taskId: string,
): Promise<void> {
  const [source, ...others] = sourcesIn(holdingsOf(bot, message), 1)
  const { cardMessageId, threadId, channelId } = card.place
  if (source?.kind !== 'link' || others.length > 0 || cardMessageId === null) return
  if (card.addressKey === null || (await bot.assistant.addressKeys(source.url)).includes(card.addressKey))
    return
  const channel = await fetchChannel(bot, threadId === cardMessageId ? channelId : (threadId ?? channelId))
  const shown = await channel.messages.fetch(cardMessageId)
  await bot.assistant.forgetting.conversation(card.id)
  await runSummary(bot, taskId, { ...requestBy(message), source }, inMessage(bot, shown, taskId))
}
