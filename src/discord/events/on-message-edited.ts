import type { Message } from 'discord.js'
import type { ConversationPlace } from '../../app/ports.ts'
import type { Asked } from '../tasks/asked.ts'
import { inMessage } from '../tasks/ask-in-channel.ts'
import { type Bot, isAllowedGuild } from '../bot.ts'
import { cardPlace } from '../places/card-place.ts'
import { fetchChannel } from '../places/channel.ts'
import { deleteMessages } from '../outgoing/delete-messages.ts'
import { act, requestBy } from './on-message.ts'
import { readMessage } from './read-message.ts'
import type { Remembered } from './remembered.ts'
import { runSummary } from '../tasks/run-summary.ts'
import { isAllowedHere } from '../settings/allowed-here.ts'
import type { Company } from './thread-company.ts'
import { whatIsAsked } from './what-is-asked.ts'

/** Of an older message, somebody may correct the words; a card for it would come as a surprise. */
const CORRECTED_WITHIN = 15 * 60_000
/** Later people have talked about the card, and by which spellings its link is known may be forgotten. */
const REPLACED_WITHIN = 24 * 60 * 60_000

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
  const facts = await readMessage(bot, message, channel, company)
  const asked = whatIsAsked(facts, true)
  if (asked.kind !== 'summary') return
  const isAllowed = (): Promise<boolean> => isAllowedHere(bot, message, channel, facts, asked)
  const listCards = (): Promise<readonly ConversationPlace[]> =>
    bot.assistant.conversations.listBySource(message.id)
  // One that is being shown just now is not taken for the line that stands there until then.
  if ((await listCards()).length > 0) await bot.work.over(message.id)
  const cards = await listCards()
  if (cards.length > 0) {
    const [card, ...others] = cards
    const [source, ...more] = asked.sources
    if (card === undefined || others.length > 0 || source?.kind !== 'link' || more.length > 0) return
    const { unasked } = asked
    if ((await isOfAnother(bot, card, source.url)) && (await isAllowed()))
      await replaceCard(bot, card, taskId, { ...requestBy(message), source, unasked })
    return
  }
  if (bot.clock() - message.createdTimestamp > CORRECTED_WITHIN || !(await isAllowed())) return
  if (!(await hasChanged(bot, message.id, asked.sources))) return
  // What runs for the words of before is ended, and what was said about them goes.
  bot.work.cancel(message.id)
  const before = await bot.assistant.tasks.find(message.id)
  const said = before?.reply ?? null
  // An answer to what was asked before stays.
  const isAnswer =
    said !== null && (await bot.assistant.conversations.findByMessage(said.messageId)) !== undefined
  if (said !== null && !isAnswer) await deleteMessages(bot, [said])
  await act(bot, message, channel, facts, asked, taskId)
}

/** Whether a message now asks for something else: an edit of the words around a link is none. */
async function hasChanged(bot: Bot, messageId: string, sources: readonly unknown[]): Promise<boolean> {
  const before = await bot.assistant.tasks.find(messageId)
  if (before === undefined || before.request === null) return true
  const { source } = before.request as { readonly source?: unknown }
  return JSON.stringify(source) !== JSON.stringify(sources[0])
}

/** Whether a link is not the one that a card is about. */
async function isOfAnother(
  { assistant, clock }: Bot,
  card: ConversationPlace,
  url: string,
): Promise<boolean> {
  const { addressKey, createdAt } = card
  if (addressKey === null || clock() - createdAt > REPLACED_WITHIN) return false
  return !(await assistant.addressKeys(url)).includes(addressKey)
}

/** The message that held one card's link holds another link now; what was answered about the one before goes. */
async function replaceCard(bot: Bot, card: ConversationPlace, taskId: string, asked: Asked): Promise<void> {
  const at = cardPlace(card.place)
  if (at === null) return
  const shown = await (await fetchChannel(bot, at.channelId)).messages.fetch(at.messageId)
  const { messages } = await bot.assistant.forgetting.conversation(card.id)
  await deleteMessages(
    bot,
    messages.filter(({ messageId }) => messageId !== at.messageId),
  )
  await runSummary(bot, taskId, asked, inMessage(bot, shown, taskId))
}
