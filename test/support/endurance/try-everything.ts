import { setTimeout as wait } from 'node:timers/promises'
import type { Person } from '../loopback-discord/people.ts'
import { wordsOf } from '../loopback-discord/world.ts'
import type { Judgement } from './judge-store.ts'
import {
  answersTo,
  type Card,
  cardsOn,
  doomedCards,
  isHanging,
  type Ledger,
  mayBeForgotten,
  offersRetry,
  publicMessages,
} from './ledger.ts'
import type { Crowd } from './people-at-work.ts'
import type { World } from './world.ts'

const AT_ONCE = 5
/** On a machine that does much else besides. */
const LONGEST = 60_000

interface Trial {
  readonly world: World
  readonly ledger: Ledger
  readonly crowd: Crowd
  /** Who presses. */
  readonly person: Person
  /** So many of each are tried. */
  readonly most: number
}

/** After all crashes: cards answer, notices do what their button says, and nothing stays under way. */
export async function tryEverything({ world, ledger, crowd, person, most }: Trial): Promise<Judgement> {
  const { discord } = world
  const wrong: string[] = []
  const doomed = doomedCards(ledger)
  const cards = spread(
    cardsOn(discord).filter(({ message }) => !doomed.has(message.id) && !mayBeForgotten(ledger, message)),
    most,
  )
  await inBatches(cards, async (card: Card) => {
    const question = crowd.ask(card)
    const isAnswered = await comes(() => answersTo(discord, question).length > 0)
    if (!isAnswered) wrong.push(`a card about report ${card.page} answers no more`)
  })
  // What can be tried again is forgotten with its thread, and with what it is about.
  const standing = publicMessages(discord, ledger).filter((one) => !mayBeForgotten(ledger, one))
  const notices = spread(standing.filter(offersRetry), most)
  await inBatches(notices, async (notice) => {
    const before = wordsOf(notice)
    person.press(notice, 'Retry')
    // In its place stands a card, an answer, or why it failed once more, with another incident id.
    const isDone = await comes(() => {
      const now = discord.message(notice.id)
      return now === undefined || !(isHanging(now) || wordsOf(now) === before)
    })
    if (!isDone) wrong.push(`Retry comes to nothing: “${before}”`)
  })
  await comes(() => !publicMessages(discord, ledger).some(isHanging))
  const hanging = publicMessages(discord, ledger).filter(isHanging)
  for (const one of hanging) wrong.push(`a line hangs at the end: “${wordsOf(one)}”`)
  return { looked: { 'follow-ups': cards.length, retries: notices.length }, wrong }
}

/** As many as can be looked at, from all over the list. */
const spread = <One>(list: readonly One[], most: number): readonly One[] => {
  const step = Math.max(1, list.length / most)
  return Array.from({ length: Math.min(most, list.length) }, (_, index) => list[Math.floor(index * step)]!)
}

async function inBatches<One>(list: readonly One[], work: (one: One) => Promise<void>): Promise<void> {
  for (let start = 0; start < list.length; start += AT_ONCE)
    await Promise.all(list.slice(start, start + AT_ONCE).map(work))
}

/** Whether something is so before long. */
export async function comes(isSo: () => boolean, milliseconds = LONGEST): Promise<boolean> {
  for (const until = Date.now() + milliseconds; Date.now() < until; await wait(10)) if (isSo()) return true
  return isSo()
}
