import type { Message, RepliableInteraction } from 'discord.js'
import { nameOfThrown } from '../../core/error.ts'
import { inChannelAnew } from './ask-in-channel.ts'
import type { Asked } from './asked.ts'
import type { Asker, OnShown } from './asker.ts'
import { isAway } from './away.ts'
import type { Bot } from '../bot.ts'
import { fetchChannel } from '../places/channel.ts'
import { link, type Markup } from '../cards/markup.ts'
import { deferPrivately, editPrivateReply, editReply, isExpired } from '../outgoing/outgoing.ts'
import { ANSWER_LINK, CARD_LINK, cardIsHere } from '../texts.ts'
import { plain, type View } from '../cards/view.ts'

/** A reply that only one person sees. */
interface PrivateReply {
  /** Of the task. */
  readonly id: string
  readonly channelId: string | null
  readonly away: boolean
  acknowledge(): Promise<void>
  /** Throws where it `isExpired`. */
  fill(view: View): Promise<void>
}

/**
 * A person who used a command, a button or a form: told by a deferred reply that only they see. Where Discord no longer
 * takes that, in the channel, as far as the bot may write there.
 */
export const inPrivate = (bot: Bot, interaction: RepliableInteraction): Asker =>
  privateAsker(bot, {
    id: interaction.id,
    channelId: interaction.channelId,
    away: isAway(interaction),
    acknowledge: async () => {
      if (!interaction.deferred && !interaction.replied) await deferPrivately(interaction)
    },
    fill: (view) => editReply(interaction, view),
  })

/** The same for a person whom an earlier process has acknowledged. */
export function inPrivateAgain(
  bot: Bot,
  id: string,
  { channelId, away }: Asked,
  token: string,
): Asker & { isTold(line: Markup): Promise<boolean> } {
  const fill = (view: View): Promise<void> => editPrivateReply(bot.client, token, view)
  return {
    ...privateAsker(bot, { id, channelId, away, acknowledge: () => Promise.resolve(), fill }),
    /** Tells it; false where Discord no longer takes it. */
    isTold: async (line) => {
      try {
        await fill(plain(line))
        return true
      } catch (error) {
        bot.log.info('private-reply-expired', { name: nameOfThrown(error) })
        return false
      }
    },
  }
}

function privateAsker(bot: Bot, given: PrivateReply): Asker {
  let instead: Promise<Asker | null> | null = null
  let onShown: OnShown = () => Promise.resolve()

  /** Fills the reply; the asker that takes over where that is no longer possible. */
  const fill = async (view: View): Promise<Asker | 'filled' | null> => {
    // Nobody sees it: the reply went with its channel.
    if (bot.deletedChannels.has(given.channelId ?? '')) return null
    if (instead === null) {
      try {
        await given.fill(view)
        return 'filled'
      } catch (error) {
        if (!isExpired(error)) throw error
        bot.log.info('private-reply-expired')
        instead = openInstead(bot, given)
      }
    }
    return instead
  }
  return {
    isPrivate: true,
    acknowledge: () => given.acknowledge(),
    begin: async (line, note) => {
      onShown = note
      const other = await fill(plain(line))
      if (other !== 'filled') await other?.begin(line, note)
    },
    say: async (line) => {
      const other = await fill(plain(line))
      if (other === 'filled' || other === null) return
      if ((await other.slot()) === null) await other.begin(line, onShown)
      else await other.say(line)
    },
    slot: async () => (instead === null ? null : ((await (await instead)?.slot()) ?? null)),
    movedTo: async (message) => {
      if (instead !== null) await (await instead)?.movedTo(message)
    },
    done: async (result: Message, what) => {
      const name = what === 'card' ? CARD_LINK : ANSWER_LINK
      const other = await fill(plain(cardIsHere(link(name, result.url))))
      // The result stands in the channel: whoever asked sees it there.
      if (other !== 'filled') await other?.done(result, what)
    },
    show: async (view) => {
      await fill(view)
    },
    rest: () => {},
    fail: async (view) => {
      const other = await fill(view)
      return other === 'filled' || other === null ? null : other.fail(view)
    },
  }
}

async function openInstead(bot: Bot, { id, channelId, away }: PrivateReply): Promise<Asker | null> {
  if (away || channelId === null) return null
  try {
    return inChannelAnew(bot, await fetchChannel(bot, channelId), id)
  } catch (error) {
    bot.log.info('channel-not-reached', { name: nameOfThrown(error) })
    return null
  }
}
