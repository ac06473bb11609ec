import type { Assistant } from '../../app/assistant.ts'
import type { Line, Order, Ticket } from '../../app/line.ts'
import type { Log, Metrics, Use } from '../../app/ports.ts'
import type { Asked } from './asked.ts'
import type { Asker } from './asker.ts'
import type { Markup } from '../cards/markup.ts'
import { createRemembered } from '../events/remembered.ts'
import { showPlaces } from './show-places.ts'

/** A task's turn in its guild's line. */
interface Turn {
  /** Waits until the work may begin; who waits is told the place. Throws `limit-reached` where the line is full. */
  begin(): Promise<void>
  /** Counts what is about to be done for somebody. Throws `limit-reached` where they have had what they may. */
  admit(): Promise<void>
  end(): void
}

interface TurnRequest {
  readonly taskId: string
  readonly asked: Asked
  readonly asker: Asker
  /** What is shown while nobody waits. */
  readonly line: Markup
  /** Ends the waiting, not the work. */
  readonly signal: AbortSignal
}

export type OpenTurn = (request: TurnRequest) => Turn

/** Tasks that were counted are remembered as long as somebody may press Retry within a cooldown, and longer. */
const MOST_REMEMBERED = 1000

/** Lets everybody have their turn, in lines that hold for all of the bot. */
export function createTurns(assistant: Assistant, line: Line, log: Log, metrics: Metrics): OpenTurn {
  const counted = createRemembered(MOST_REMEMBERED)

  return ({ taskId, asked, asker, line: shown, signal }) => {
    const order = orderOf(taskId, asked)
    let ticket: Ticket | null = null
    const end = (): void => {
      ticket?.leave()
      ticket = null
    }
    const begin = async (): Promise<void> => {
      ticket = line.enter(order)
      const places = showPlaces(asker, log)
      const endWait = metrics.begin('wait')
      let outcome: 'done' | 'cancelled' = 'cancelled'
      try {
        await ticket.turn(signal, places.onPlace)
        outcome = 'done'
      } finally {
        endWait(outcome)
        await places.stop(shown)
      }
    }
    return {
      begin,
      end,
      admit: async () => {
        const { retryOf, partOf, unasked, begun } = asked
        // Whoever asked pays for it once, whatever happens to the process.
        if (begun === 'before') return
        // The cooldown is between two things: what failed once it was counted is still the same one, and so are several
        // links in one message.
        const again = counted.has(retryOf?.taskId ?? partOf ?? '')
        // Nobody is there to be told to wait, so it waits by itself; others need not wait for that.
        if (unasked) end()
        await assistant.admit(useOf(asked), { again, patient: unasked, signal })
        counted.add(taskId)
        // The first of several may have failed before it was counted.
        if (partOf !== null) counted.add(partOf)
        if (unasked) await begin()
      },
    }
  }
}

export const kindOf = (question: string | null): Use['kind'] => (question === null ? 'summary' : 'question')

/** The same link for two people is one piece of work: they share a place and then the reading. */
const orderOf = (taskId: string, { source, question, length, language, ...asked }: Asked): Order => ({
  party: asked.guildId ?? asked.person.id,
  kind: kindOf(question),
  work:
    source.kind === 'link' && question === null
      ? JSON.stringify([source.url, length, language, asked.withoutModel])
      : taskId,
  unasked: asked.unasked,
})

const useOf = ({ question, guildId, person, retryOf }: Asked): Use => ({
  kind: kindOf(question),
  guildId,
  personId: retryOf?.personId ?? person.id,
})
