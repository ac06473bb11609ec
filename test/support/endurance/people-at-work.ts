import { LENGTHS } from '../../../src/app/guild-settings.ts'
import type { Dice } from '../dice.ts'
import type { Interaction } from '../loopback-discord/interactions.ts'
import type { Person } from '../loopback-discord/people.ts'
import { type Channel, isEphemeral, type Message, wordsOf } from '../loopback-discord/world.ts'
import {
  type Card,
  cardsOn,
  doomedCards,
  type Errand,
  isHanging,
  type Ledger,
  offersRetry,
  type Question,
  shownFor,
} from './ledger.ts'
import type { World } from './world.ts'

/** People who use the bot without end. */
export interface Crowd {
  /** One of them does something, whatever chance says, unless they wait for as much as they can have in mind. */
  act(): void
  /** Somebody asks about this card. */
  ask(card: Card): Question
}

interface Surroundings {
  readonly world: World
  readonly ledger: Ledger
  readonly dice: Dice
  readonly people: readonly Person[]
  /** Who may change settings there, and forget for others. */
  readonly moderatorOf: (channel: Channel) => Person
  /** Where they meet; others may come and go. */
  readonly channels: readonly Channel[]
  readonly pages: number
  /** So many requests at once are waited for; then nobody asks for more. */
  readonly patience?: number
  /** Share of links at which nothing answers. */
  readonly deadLinks?: number
}

/** Longer nobody watches one. */
const WATCHED = 4000
/** Of ten links, so many were given before. */
const REPEATED = 0.3

export function createCrowd(surroundings: Surroundings): Crowd {
  const {
    world,
    ledger,
    dice,
    people,
    moderatorOf,
    channels,
    pages,
    patience = 6,
    deadLinks = 0,
  } = surroundings
  const { discord } = world
  let page = 0
  let marks = 0

  const someLink = (): number => {
    if (dice.chance(deadLinks)) return 0
    if (page > 0 && (dice.chance(REPEATED) || page === pages)) return 1 + dice.below(page)
    return (page += 1)
  }
  const someCard = (): Card | null => {
    const doomed = doomedCards(ledger)
    const cards = cardsOn(discord).filter(({ message }) => !doomed.has(message.id))
    return cards.length === 0 ? null : dice.pick(cards.slice(-30))
  }

  const post = (isUnasked: boolean): void => {
    const channel = dice.pick(channels)
    const number = someLink()
    const link = world.linkTo(number)
    const words = isUnasked ? `Have you seen ${link} yet?` : `<@${discord.bot.id}> ${link}`
    const message = dice.pick(people).post(channel, words)
    ledger.readings.push({ ...byMessage(message), page: number, channel, isUnasked })
  }
  const summarize = (): void => {
    const channel = dice.pick(channels)
    const number = someLink()
    const used = dice.pick(people).slash(channel, 'summarize', { url: world.linkTo(number) })
    ledger.readings.push({ ...byInteraction(used), page: number, channel, isUnasked: false })
  }
  const wordsOfQuestion = (): { words: string; mark: string } => {
    const mark = `question ${(marks += 1)} of this day`
    return { mark, words: `How many passengers were on board, for ${mark}?` }
  }
  /** In its thread, or as a reply to it. */
  const ask = ({ message: card }: Card): Question => {
    const { mark, words } = wordsOfQuestion()
    const own = discord.threads().find(({ id }) => id === card.id)
    const person = dice.pick(people)
    const message =
      own === undefined
        ? person.post(discord.channelOf(card), words, { replyTo: card })
        : person.post(own, words)
    const question = { ...byMessage(message), mark, cardId: card.id }
    ledger.questions.push(question)
    return question
  }
  const askByForm = async ({ message: card }: Card): Promise<void> => {
    const { mark, words } = wordsOfQuestion()
    const person = dice.pick(people)
    const form = person.press(card, 'Ask')
    if ((await discord.form(form).catch(() => null)) === null) return
    const sent = person.submit(form, { question: words })
    ledger.questions.push({ ...byInteraction(sent), mark, cardId: card.id })
  }
  const changeSetting = async (): Promise<void> => {
    const channel = dice.pick(channels)
    const length = dice.pick(LENGTHS)
    const moderator = moderatorOf(channel)
    const opened = moderator.slash(channel, 'settings')
    const panel = await discord
      .until('the panel', () => shownTo(opened).find((message) => /Settings of/u.test(wordsOf(message))))
      .catch(() => null)
    if (panel === null) return
    const used = moderator.choose(panel, 'settings:length', [length])
    ledger.settings.push({ ...byInteraction(used), guildId: channel.guildId ?? '', length })
  }
  const forget = ({ message: card, conversationId }: Card): void => {
    const thread = discord.threads().find(({ id }) => id === card.channelId || id === card.id)
    if (thread === undefined) return
    // Of several cards in one thread all are forgotten at once.
    const all = cardsOn(discord).filter(({ message }) => message.channelId === thread.id)
    const used = moderatorOf(thread).slash(thread, 'forget', { scope: 'thread' })
    ledger.forgottenThreads.add(thread.id)
    for (const one of all.length > 0 ? all : [{ message: card, conversationId }]) {
      const { message, conversationId: id } = one
      ledger.forgettings.push({ ...byInteraction(used), cardId: message.id, conversationId: id })
    }
  }
  const waitedFor = (): number => {
    const since = Date.now() - WATCHED
    const recent = [...ledger.readings, ...ledger.questions].filter(({ at }) => at > since)
    return recent.filter((errand) => shownFor(discord, errand).every(isHanging)).length
  }
  const retry = (): void => {
    const notices = discord.everyMessage().filter((one) => !isEphemeral(one) && offersRetry(one))
    if (notices.length > 0) dice.pick(people).press(dice.pick(notices.slice(-10)), 'Retry')
  }
  /** Whoever gave a link puts another in its place. */
  const correct = (): void => {
    const recent = ledger.readings.filter(({ message }) => message !== null && discord.message(message.id))
    if (recent.length === 0) return
    const { message, ...reading } = dice.pick(recent.slice(-6))
    const author = people.find(({ id }) => id === message?.author.id)
    if (message === null || author === undefined) return
    const number = someLink()
    ledger.corrected.add(message.id)
    author.edit(message, message.content.replace(/http\S+/u, world.linkTo(number)))
    ledger.readings.push({ ...reading, message, at: Date.now(), page: number })
    for (const card of cardsOn(discord))
      if (card.message.channelId === message.id || card.message.repliesTo?.id === message.id)
        ledger.replaced.push({ cardId: card.message.id, conversationId: card.conversationId })
  }
  const remove = (): void => {
    const reading = dice.pick(ledger.readings)
    const author = people.find(({ id }) => id === reading.message?.author.id)
    if (reading.message === null || author === undefined || !discord.message(reading.message.id)) return
    author.delete(reading.message)
    ledger.deleted.add(reading.message.id)
    for (const card of cardsOn(discord))
      if (card.message.channelId === reading.id || card.message.repliesTo?.id === reading.id)
        ledger.replaced.push({ cardId: card.message.id, conversationId: card.conversationId })
  }
  const about = async (what: (card: Card) => Promise<void> | void): Promise<void> => {
    const card = someCard()
    if (card === null) post(false)
    else await what(card)
  }
  const errands: readonly (readonly [share: number, errand: () => Promise<void> | void])[] = [
    [0.17, () => post(true)],
    [0.34, () => post(false)],
    [0.48, summarize],
    [0.66, () => about((card) => void ask(card))],
    [0.75, () => about(askByForm)],
    [0.81, changeSetting],
    [0.85, () => about(forget)],
    [0.9, retry],
    [0.94, correct],
    [0.96, remove],
    [1, () => about(({ message }) => void dice.pick(people).press(message, 'Sources'))],
  ]
  return {
    ask,
    act: () => {
      if (waitedFor() >= patience) return
      const drawn = dice.next()
      const errand = errands.find(([share]) => drawn < share)?.[1]
      if (errand !== undefined) void attempt(errand)
    },
  }
}

/** What somebody wants to press may be gone by then, and a place too: then they do not do it. */
async function attempt(errand: () => Promise<void> | void): Promise<void> {
  try {
    await errand()
  } catch (error) {
    if (!(error instanceof Error) || error instanceof TypeError) throw error
  }
}

const shownTo = ({ original, followUps }: Interaction): Message[] =>
  [original, ...followUps].filter((message) => message !== null)

const byMessage = (message: Message): Errand => ({
  id: message.id,
  at: Date.now(),
  message,
  interaction: null,
})

const byInteraction = (interaction: Interaction): Errand => ({
  id: interaction.id,
  at: Date.now(),
  message: null,
  interaction,
})
