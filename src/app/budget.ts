import { FootnoteError, throwIfCancelled } from '../core/error.ts'
import { CALL_HELD } from '../core/lifetimes.ts'
import { costOf, type Price, type Tokens, toDollars } from '../core/price.ts'
import { utcDayOf } from '../core/utc-day.ts'
import { nameOfCap, sayAmount, sayShare } from './caps.ts'
import { pause } from './pause.ts'
import type { Cap, Clock, Expense, Meter, Reached, Reservation, Spending, WorstCase } from './ports.ts'

/** A meter for the calls of one result, which also adds them up. */
export interface CountingMeter extends Meter {
  /** Calls so far, and what they cost in US dollars; null where no price is known. */
  total(): { readonly calls: number; readonly cost: number | null }
}

/** `price` null: nobody knows what the model costs, so its tokens are counted instead. */
export type OpenMeter = (
  price: Price | null,
  guildId: string | null,
  signal: AbortSignal | undefined,
) => CountingMeter

export interface BudgetParts {
  readonly spending: Pick<Spending, 'reserve' | 'settle' | 'keepHeld'>
  readonly caps: readonly Cap[]
  readonly clock: Clock
  /** A share of a cap was reached, once each in its day or month. */
  readonly onReached: (reached: Reached) => void
  /** What was reserved could not be settled: it stays spent at its worst case. */
  readonly onUnsettled: (error: unknown) => void
  /** Milliseconds that a call waits for others to give back what they do not use of the rest of a budget. */
  readonly patience?: number
}

const DEFAULT_PATIENCE = 30_000
const LOOK_AGAIN_AFTER = 250
const SAY_EVERY = CALL_HELD / 3

/**
 * Money cannot run away: the worst case of every request is set aside before it is sent, in one step for all processes
 * on the store, and what it did cost put in its place afterwards. A store that fails keeps the door shut.
 */
export function createBudget(parts: BudgetParts): OpenMeter {
  const { spending, caps, clock, patience = DEFAULT_PATIENCE } = parts
  const report = (reached: readonly Reached[]): void => reached.forEach(parts.onReached)
  const underWay = keepCallsHeld(spending)

  const setAside = async (
    amount: Pick<Expense, 'nanodollars' | 'unpricedTokens'>,
    guildId: string | null,
    signal: AbortSignal | undefined,
  ): Promise<string> => {
    for (let waited = 0; ; waited += LOOK_AGAIN_AFTER) {
      throwIfCancelled(signal)
      const now = clock()
      const expense = { day: utcDayOf(now), guildId, ...amount }
      const outcome = await spending.reserve(expense, caps)
      if ('id' in outcome) {
        underWay.begin(outcome.id)
        return outcome.id
      }
      report(outcome.reached)
      if (!outcome.isHeld) throw spent(outcome.refusedBy, expense, now)
      if (waited >= patience) throw held(now)
      await pause(LOOK_AGAIN_AFTER, signal)
    }
  }

  const settle = async (id: string, price: Price | null, used: Tokens | null): Promise<void> => {
    underWay.end(id)
    try {
      const amount = used === null ? null : { ...amountOf(price, used), tokens: used }
      report(await spending.settle(id, amount, caps))
    } catch (error) {
      // The reply is there and paid for: it is not lost because the store could not note that it was cheaper.
      parts.onUnsettled(error)
    }
  }

  return (price, guildId, signal) => {
    let calls = 0
    let nanodollars = 0
    return {
      total: () => ({ calls, cost: price === null ? null : toDollars(nanodollars) }),
      reserve: async (worst: WorstCase): Promise<Reservation> => {
        const amount = amountOf(price, worstTokens(price, worst))
        const id = await setAside(amount, guildId, signal)
        calls += 1
        nanodollars += amount.nanodollars
        return {
          settle: async (used) => {
            if (used !== null) nanodollars += amountOf(price, used).nanodollars - amount.nanodollars
            await settle(id, price, used)
          },
        }
      },
    }
  }
}

/** As long as calls are under way, says so to whoever waits for what they do not use. */
function keepCallsHeld(spending: Pick<Spending, 'keepHeld'>): {
  begin(id: string): void
  end(id: string): void
} {
  const underWay = new Set<string>()
  let timer: NodeJS.Timeout | undefined
  return {
    begin: (id) => {
      underWay.add(id)
      // Where the store fails, others wait for less.
      timer ??= setInterval(() => void spending.keepHeld([...underWay]).catch(() => {}), SAY_EVERY).unref()
    },
    end: (id) => {
      underWay.delete(id)
      if (underWay.size > 0) return
      clearInterval(timer)
      timer = undefined
    },
  }
}

const amountOf = (price: Price | null, used: Tokens): Pick<Expense, 'nanodollars' | 'unpricedTokens'> =>
  price === null
    ? { nanodollars: 0, unpricedTokens: used.input + used.output }
    : { nanodollars: costOf(price, used), unpricedTokens: 0 }

/** Nobody knows before what the server has in its cache: the dearer of the two. */
const worstTokens = (price: Price | null, { input, output }: WorstCase): Tokens =>
  price !== null && price.cached > price.input
    ? { input, cached: input, output }
    : { input, cached: 0, output }

/** When the day or month of a cap is over, UTC. */
function endOf(period: Cap['period'], now: number): number {
  const date = new Date(now)
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()]
  return period === 'day' ? Date.UTC(year, month, day + 1) : Date.UTC(year, month + 1, 1)
}

/** Ends each refusal: what is offered in its place. */
export const WITHOUT_MODEL = "I can still pick the article's own sentences without a model."

/** Its first sentence is for the reader of a card, what follows for whoever runs Footnote. */
function spent(cap: Cap, expense: Expense, now: number): FootnoteError {
  const name = nameOfCap(cap)
  const whose = cap.per === 'guild' ? ' of this server' : ''
  const wanted = { calls: 1, ...expense }[cap.unit]
  if (wanted > cap.most) {
    const sentence =
      cap.most === 0
        ? `The host allows no such model calls. ${name} is 0.`
        : `This could take more than the whole model budget${whose}. One call may need ${sayAmount(cap, wanted)}, and ${name} is ${sayAmount(cap, cap.most)}.`
    return new FootnoteError('budget-spent', `${sentence} ${WITHOUT_MODEL}`)
  }
  const [when, back] =
    cap.period === 'day'
      ? ["Today's", 'at midnight UTC']
      : ["This month's", 'on the first day of next month, UTC']
  const sentence = `${when} model budget${whose} is spent. It returns ${back}. The limit is ${name}, ${sayAmount(cap, cap.most)}. ${WITHOUT_MODEL}`
  return new FootnoteError('budget-spent', sentence, { retryAt: endOf(cap.period, now) })
}

const A_MINUTE = 60_000

function held(now: number): FootnoteError {
  const sentence = `Articles that are being read hold the rest of the model budget. Try again in a minute. ${WITHOUT_MODEL}`
  return new FootnoteError('budget-spent', sentence, { retryAt: now + A_MINUTE })
}

/** What the host is told when a share of a cap is reached. */
export function sayReached({ cap, guildId, percent, used }: Reached): string {
  const period = cap.period === 'day' ? "today's" : "this month's"
  const [budget, isGone] =
    cap.unit === 'calls' ? [`${period} model calls`, 'are used'] : [`${period} model budget`, 'is spent']
  const whose = guildId === null ? '' : ` of server ${guildId}`
  return percent < 100
    ? `${percent} % of ${budget}${whose} ${isGone}: ${sayShare(cap, used)} (${nameOfCap(cap)}).`
    : `All of ${budget}${whose} ${isGone}: ${sayAmount(cap, cap.most)} (${nameOfCap(cap)}). Until it returns, points are only picked without a model.`
}
