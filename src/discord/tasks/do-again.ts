import type { Message } from 'discord.js'
import type { Task } from '../../app/ports.ts'
import type { Bot } from '../bot.ts'
import { runLonger } from '../more/longer.ts'
import { runRefresh } from '../more/refresh.ts'
import { fetchChannel } from '../places/channel.ts'
import { READING_AGAIN } from '../texts.ts'
import type { Asked } from './asked.ts'
import { inChannel, inMessage } from './ask-in-channel.ts'
import { inPrivateAgain } from './ask-in-private.ts'
import { type Asker, inPlaceOf, NOBODY } from './asker.ts'
import { beingTried } from './retry.ts'
import { runAnswer } from './run-answer.ts'
import { runSummary } from './run-summary.ts'

/** Whoever asked earlier has gone on to other things; and of a command Discord takes no more words by then. */
const WITHIN = 15 * 60_000

/**
 * Whether what a process left undone is done by the next one by itself: once. What was cut off twice may be what ended the
 * process, and could do so for ever.
 */
export const mayBeDoneAgain = ({ clock }: Pick<Bot, 'clock'>, { attempts, createdAt }: Task): boolean =>
  attempts === 1 && clock() - createdAt < WITHIN

/**
 * Gives back what does a task again, for whoever asked; `shown` is the message that shows it until then. Null where nobody
 * can be told how it goes any more.
 */
export async function openAgain(
  bot: Bot,
  { id }: Task,
  asked: Asked,
  shown: Message | null,
): Promise<(() => Promise<void>) | null> {
  const asker = await askerFor(bot, id, asked, shown)
  if (asker === null) return null
  const { conversations, forgetting, tasks } = bot.assistant
  const known = shown === null ? undefined : await conversations.findByMessage(shown.id)
  // Stored for a card that was never shown. The one that is shown now gets its own; until then this one keeps what was read.
  const isForCard = asked.again === undefined && asked.question === null
  const halfMade = isForCard ? (known?.id ?? null) : null
  const again = { ...asked, begun: 'before', halfMade } as const
  const { retryOf } = asked
  return async () => {
    beingTried.add(id)
    try {
      if (asked.again === 'longer') await runLonger(bot, id, again, asker)
      else if (asked.again === 'refresh') await runRefresh(bot, id, again, asker)
      else await (asked.question === null ? runSummary : runAnswer)(bot, id, again, asker)
      if (halfMade !== null) await forgetting.conversation(halfMade)
      if (retryOf !== null && (await tasks.find(retryOf.taskId)) !== undefined)
        await tasks.setState(retryOf.taskId, 'done')
    } finally {
      beingTried.delete(id)
    }
  }
}

async function askerFor(bot: Bot, id: string, asked: Asked, shown: Message | null): Promise<Asker | null> {
  const { channelId, messageId, interactionToken, unasked } = asked
  if (unasked) return inPlaceOf(bot, NOBODY, shown)
  if (interactionToken !== null) {
    const asker = inPrivateAgain(bot, id, asked, interactionToken)
    return (await asker.isTold(READING_AGAIN)) ? inPlaceOf(bot, asker, shown) : null
  }
  if (messageId === null) return shown === null ? null : inMessage(bot, shown, id)
  const message = await (await fetchChannel(bot, channelId)).messages.fetch(messageId)
  return inChannel(bot, message, id, {
    words: shown === null ? 'when-slow' : 'at-once',
    ...(shown !== null && { existing: shown }),
  })
}
