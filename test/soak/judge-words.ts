import {
  cardsOn,
  doomedCards,
  isHanging,
  type Errand,
  type Ledger,
  shownFor,
} from '../support/endurance/ledger.ts'
import type { Judgement } from '../support/endurance/judge-store.ts'
import type { World } from '../support/endurance/world.ts'
import { wordsOf } from '../support/loopback-discord/world.ts'

/** When no bot listened, or its session was over for good: Discord tells nobody later what was said then. */
export interface Outage {
  readonly from: number
  readonly to: number
}

/** What was on its way to a process that was killed, over a connection that was just taken up again perhaps, is heard by nobody. */
const ON_THE_WAY = 10_000

/** Whoever asked for something was given it, or words. */
export function judgeWords(world: World, ledger: Ledger, outages: readonly Outage[]): Judgement {
  const { discord } = world
  const isHeard = ({ at }: Errand): boolean =>
    !outages.some(({ from, to }) => at > from - ON_THE_WAY && at < to)
  const doomed = doomedCards(ledger)
  const isOfCorrected = (cardId: string): boolean => {
    const card = discord.message(cardId)
    return [card?.channelId, card?.repliesTo?.id].some((id) => id !== undefined && ledger.corrected.has(id))
  }
  const cards = cardsOn(discord)
  const readings = ledger.readings.filter(
    (reading) =>
      !reading.isUnasked &&
      isHeard(reading) &&
      !ledger.deleted.has(reading.id) &&
      !ledger.left.has(reading.channel.guildId ?? ''),
  )
  const questions = ledger.questions.filter(
    (question) =>
      isHeard(question) &&
      !doomed.has(question.cardId) &&
      !ledger.deleted.has(question.id) &&
      !isOfCorrected(question.cardId),
  )
  const isAnswered = (errand: Errand): boolean => {
    const shown = shownFor(discord, errand)
    return shown.some((message) => !isHanging(message) && wordsOf(message) !== '')
  }
  const unheard = readings.filter(
    (reading) =>
      !isAnswered(reading) &&
      // Where Discord no longer took the reply, it stands in the channel.
      !(reading.interaction?.expired === true && cards.some(({ page }) => page === reading.page)),
  )
  const wrong = [
    ...unheard.map((reading) => `nobody was told anything of report ${reading.page} (${idOf(reading)})`),
    ...questions
      .filter((question) => !isAnswered(question) && question.interaction?.expired !== true)
      .map(
        (question) =>
          `${question.mark} has no answer and no words (${idOf(question)}, ${new Date(question.at).toISOString()}, card ${question.cardId})`,
      ),
  ]
  const waiting = [...readings, ...questions].flatMap((errand) => shownFor(discord, errand)).filter(isHanging)
  return {
    looked: { 'requests that were heard': readings.length + questions.length },
    wrong: [...wrong, ...waiting.map((message) => `somebody still waits: “${wordsOf(message)}”`)],
  }
}

const idOf = ({ id, interaction }: Errand): string => `${interaction === null ? 'message' : 'command'} ${id}`
