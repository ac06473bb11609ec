import type { SummaryLength } from '../../../src/core/summary.ts'
import { parseCustomId } from '../../../src/discord/forms/custom-id.ts'
import { isUnderWay } from '../../../src/discord/texts.ts'
import type { Interaction } from '../loopback-discord/interactions.ts'
import { buttonsOf } from '../loopback-discord/people.ts'
import type { LoopbackDiscord } from '../loopback-discord/start.ts'
import { type Channel, isEphemeral, isV2, type Message, wordsOf } from '../loopback-discord/world.ts'
import { pageNamedIn } from './world.ts'

/** What somebody did: wrote a message, or used a command or button. */
export interface Errand {
  readonly id: string
  readonly at: number
  readonly message: Message | null
  readonly interaction: Interaction | null
}

/** Somebody gave a link. */
export interface Reading extends Errand {
  readonly page: number
  readonly channel: Channel
  /** Posted among other words, to nobody. */
  readonly isUnasked: boolean
}

/** Somebody asked about a card. */
export interface Question extends Errand {
  /** Stands in its words, and in no other's. */
  readonly mark: string
  readonly cardId: string
}

/** Somebody chose how long summaries are. */
export interface Setting extends Errand {
  readonly guildId: string
  readonly length: SummaryLength
}

/** Somebody had a thread forgotten. */
export interface Forgetting extends Errand {
  readonly cardId: string
  readonly conversationId: string
}

/** All that was asked of the bot. What came of it is read off the Discord, as people would. */
export interface Ledger {
  readonly readings: Reading[]
  readonly questions: Question[]
  readonly settings: Setting[]
  readonly forgettings: Forgetting[]
  /** Cards whose message was deleted, or got another link: they go, or become the card of that. */
  readonly replaced: Pick<Forgetting, 'cardId' | 'conversationId'>[]
  /** Threads of which all was to be forgotten: also what was on its way to them just then. */
  readonly forgottenThreads: Set<string>
  /** Messages whose link was corrected: while the card of the one is replaced by that of the other, nobody can ask about either. */
  readonly corrected: Set<string>
  /** Messages of people that are gone. */
  readonly deleted: Set<string>
  /** Guilds that threw the bot out. */
  readonly left: Set<string>
}

export const openLedger = (): Ledger => ({
  readings: [],
  questions: [],
  settings: [],
  forgettings: [],
  replaced: [],
  forgottenThreads: new Set(),
  corrected: new Set(),
  deleted: new Set(),
  left: new Set(),
})

/** Somebody wanted them forgotten, or took away what they were about: whether that is done is another question. */
export const doomedCards = ({ forgettings, replaced }: Ledger): ReadonlySet<string> =>
  new Set([...forgettings, ...replaced].map(({ cardId }) => cardId))

/** Whether what stands in a message may be forgotten, with its thread or with the message that it is about. */
export const mayBeForgotten = ({ forgottenThreads, deleted }: Ledger, message: Message): boolean =>
  [message.id, message.channelId].some((id) => forgottenThreads.has(id)) ||
  [message.repliesTo?.id ?? '', message.channelId].some((id) => deleted.has(id))

/** A card that everybody there sees. */
export interface Card {
  readonly message: Message
  readonly page: number
  readonly conversationId: string
}

/** Every card that stands. */
export const cardsOn = (discord: LoopbackDiscord): Card[] =>
  discord.everyMessage().flatMap((message) => {
    const words = wordsOf(message)
    const page = pageNamedIn(words)
    const asks = buttonsOf(message.components)
      .map(({ id }) => parseCustomId(id))
      .find((id) => id?.action === 'ask')
    if (page === null || message.seenBy !== null || !isV2(message) || !/^1\. /mu.test(words)) return []
    return [{ message, page, conversationId: asks?.id ?? '' }]
  })

/** The bot's messages that hold the words of a question: its answers. */
export const answersTo = (discord: LoopbackDiscord, { mark }: Question): Message[] =>
  discord
    .everyMessage()
    .filter(({ seenBy, content }) => seenBy === null && content.includes('asks: ') && content.includes(mark))

/** What the one who did it was told, and nobody else. */
export const toldTo = ({ interaction }: Errand): string =>
  interaction === null
    ? ''
    : [interaction.original, ...interaction.followUps]
        .flatMap((message) => (message === null ? [] : [wordsOf(message)]))
        .join('\n')

/** Whether a message says that something is under way. */
export const isHanging = (message: Message): boolean => isUnderWay(wordsOf(message))

/** All that stands where the bot still is, and that more than one person sees. */
export const publicMessages = (discord: LoopbackDiscord, { left }: Ledger): Message[] =>
  discord
    .everyMessage()
    .filter((message) => !isEphemeral(message) && !left.has(discord.channelOf(message).guildId ?? ''))

/** What the bot shows of somebody's request, in public or to them alone. */
export const shownFor = (discord: LoopbackDiscord, { id, interaction }: Errand): Message[] =>
  interaction !== null
    ? [interaction.original, ...interaction.followUps].filter((message) => message !== null)
    : discord.everyMessage().filter((one) => one.channelId === id || one.repliesTo?.id === id)

/** Whether a message is a notice whose button does again what failed. */
export const offersRetry = ({ components }: Message): boolean =>
  buttonsOf(components).some(({ label }) => label === 'Retry')

export const hasBeenForgotten = (forgetting: Forgetting): boolean => /Forgotten/u.test(toldTo(forgetting))
