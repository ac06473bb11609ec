import type { Order } from '../app/line.ts'
import type { Use } from '../app/ports.ts'
import type { Asked } from './asked.ts'
import type { Asker } from './asker.ts'
import type { Bot } from './bot.ts'
import type { Markup } from './markup.ts'
import { waitingLine } from './texts.ts'

/** A place in a line changes in jumps; Discord is told at most so often. */
const MILLISECONDS_BETWEEN_EDITS = 3000

/**
 * Counts what was asked for, and waits in the guild's line until it may begin; who waits is told the place. Gives back
 * what ends the turn. Throws `limit-reached`, in words for whoever asked.
 */
export async function waitForTurn(
  bot: Bot,
  id: string,
  asked: Asked,
  asker: Asker,
  firstLine: Markup,
  signal: AbortSignal,
): Promise<() => void> {
  const order = orderOf(id, asked)
  // Before it is counted: who finds the line full has had nothing.
  bot.line.requireRoom(order)
  const again = asked.retriedBy !== null
  await bot.assistant.admit(useOf(asked), { again, patient: asked.unasked, signal })
  const ticket = bot.line.enter(order)
  const display = showPlaces(bot, asker)
  try {
    await ticket.turn(signal, display.onPlace)
  } catch (error) {
    ticket.leave()
    throw error
  } finally {
    await display.stop(firstLine)
  }
  return () => ticket.leave()
}

/** Of one guild's line. The same link for two people is one piece of work: they share a place and then the reading. */
const orderOf = (id: string, { source, question, length, language, ...asked }: Asked): Order => ({
  party: asked.guildId ?? asked.person.id,
  work:
    source.kind === 'link' && question === null
      ? JSON.stringify([source.url, length, language, asked.withoutModel])
      : id,
  unasked: asked.unasked,
})

const useOf = ({ question, guildId, person, retriedBy }: Asked): Use => ({
  kind: question === null ? 'summary' : 'question',
  guildId,
  personId: retriedBy ?? person.id,
})

interface PlaceDisplay {
  readonly onPlace: (place: number) => void
  /** Shows `line` in the place of a place that was shown. */
  stop(line: Markup): Promise<void>
}

function showPlaces(bot: Bot, asker: Asker): PlaceDisplay {
  let latest: number | null = null
  let shown: number | null = null
  let underWay = Promise.resolve()
  let timer: NodeJS.Timeout | undefined
  const say = async (before: Promise<void>, line: Markup): Promise<void> => {
    await before
    try {
      await asker.say(line)
    } catch (error) {
      bot.log.warn('place-not-shown', { name: error instanceof Error ? error.name : typeof error })
    }
  }
  const update = (): void => {
    timer = undefined
    if (latest === null || latest === shown) return
    shown = latest
    underWay = say(underWay, waitingLine(latest))
    timer = setTimeout(update, MILLISECONDS_BETWEEN_EDITS)
  }
  return {
    onPlace: (place) => {
      latest = place
      if (timer === undefined) update()
    },
    stop: async (line) => {
      clearTimeout(timer)
      if (shown !== null) underWay = say(underWay, line)
      await underWay
    },
  }
}
