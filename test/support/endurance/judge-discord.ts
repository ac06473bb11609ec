import type { Interaction } from '../loopback-discord/interactions.ts'
import { isEphemeral, type Message, wordsOf } from '../loopback-discord/world.ts'
import {
  answersTo,
  type Card,
  cardsOn,
  doomedCards,
  isHanging,
  type Ledger,
  offersRetry,
  publicMessages,
  type Reading,
} from './ledger.ts'
import type { Judgement } from './judge-store.ts'
import type { World } from './world.ts'

/** Lines of earlier processes, which began before that time, that say that something is under way. */
export function hangingLines({ discord }: World, ledger: Ledger, before: number): Message[] {
  const own = new Set([...ledger.readings, ...ledger.questions].map(({ id }) => id))
  const isAnswerTo = ({ id }: Interaction): boolean => own.has(id)
  const isThere = ({ channel }: Interaction): boolean => !ledger.left.has(channel.guildId ?? '')
  const private_ = discord
    .interactions()
    .filter(
      (interaction) => isAnswerTo(interaction) && isThere(interaction) && timeOf(interaction.id) < before,
    )
    .flatMap(({ original }) => (original === null ? [] : [original]))
  const public_ = publicMessages(discord, ledger).filter((message) => timeOf(message.id) < before)
  return [...private_, ...public_].filter((message) => isHanging(message) || isLoading(message))
}

/** What people see now; the returned function says what of it no longer stands, though nobody wanted it gone. */
export function rememberShown({ discord }: World, ledger: Ledger): () => string[] {
  const answers = ledger.questions.flatMap((question) =>
    answersTo(discord, question).map((message) => ({ message, question })),
  )
  const cards = cardsOn(discord)
  return () => {
    const doomed = doomedCards(ledger)
    const goneAnswers = answers.filter(
      ({ message, question }) =>
        !doomed.has(question.cardId) &&
        !ledger.deleted.has(question.id) &&
        !answersTo(discord, question).some(({ id }) => id === message.id),
    )
    const still = new Set(cardsOn(discord).map(({ message }) => message.id))
    const goneCards = cards.filter(({ message }) => !doomed.has(message.id) && !still.has(message.id))
    return [
      ...goneAnswers.map(({ question }) => `the answer to ${question.mark} stands no more`),
      ...goneCards.map(({ page }) => `a card about report ${page} stands no more`),
    ]
  }
}

export const hangingSince = (message: Message): string => {
  const { id, channelId, repliesTo } = message
  const below = repliesTo === null ? '' : ` below ${repliesTo.id}`
  return `a line hangs since ${new Date(timeOf(id)).toISOString()} in ${channelId}${below}: “${wordsOf(message)}”`
}

const isLoading = ({ flags }: Message): boolean => (flags & 128) !== 0

/** Discord's ids say when they were made. */
const timeOf = (id: string): number => Number((BigInt(id) >> 22n) + 1_420_070_400_000n)

/** What was asked for once stands once. */
export function judgeDuplicates({ discord }: World, ledger: Ledger): Judgement {
  const wrong: string[] = []
  const cards = cardsOn(discord)
  for (const page of new Set(cards.map((card) => card.page))) {
    const asked = ledger.readings.filter((reading) => reading.page === page)
    const shown = cards.filter((card) => card.page === page)
    if (shown.length > asked.length)
      wrong.push(
        `${shown.length} cards about report ${page} (${shown.map(placeOf).join('; ')}), for which ${asked.length} asked (${asked.map(waysOf).join('; ')})`,
      )
  }
  // Of a message that was corrected, each link is a request of its own.
  const withMessage = ledger.readings.filter(({ message }) => message?.edits === 0)
  for (const reading of withMessage) {
    const results = resultsOf(discord.everyMessage(), reading)
    if (results.length > 1)
      wrong.push(
        `${results.length} messages for one link: ${results.map(wordsOf).map(shortened).join(' | ')}`,
      )
  }
  for (const question of ledger.questions) {
    const answers = answersTo(discord, question)
    if (answers.length > 1) wrong.push(`${answers.length} answers to ${question.mark}`)
    const below = discord.everyMessage().filter(({ repliesTo }) => repliesTo?.id === question.id)
    const notices = below.filter((message) => offersRetry(message))
    if (answers.length > 0 && notices.length > 0)
      wrong.push(`${question.mark} has an answer, and a notice that it has none`)
    if (notices.length > 1) wrong.push(`${notices.length} notices about ${question.mark}`)
  }
  return { looked: { requests: ledger.readings.length, questions: ledger.questions.length }, wrong }
}

/** Where a card stands, and what is known of how it came there. */
const placeOf = ({ message: { id, channelId, repliesTo, edits } }: Card): string =>
  `${id} in ${channelId}${repliesTo === null ? '' : ` below ${repliesTo.id}`}, ${edits} edits`
const waysOf = ({ id, message }: Reading): string =>
  message === null ? `command ${id}` : `message ${id}, ${message.edits} edits`

/** Cards and notices for the link of a message, in its thread or below it, without the answers about it. */
const resultsOf = (messages: readonly Message[], { id }: Reading): Message[] =>
  messages.filter(
    (message) =>
      !isEphemeral(message) &&
      (message.channelId === id || message.repliesTo?.id === id) &&
      !message.content.includes('asks: ') &&
      (message.repliesTo === null || message.repliesTo.id === id),
  )

const shortened = (words: string): string => words.split('\n', 1)[0]?.slice(0, 60) ?? ''
