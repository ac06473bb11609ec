import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { openStorage } from '../../src/adapters/storage/open-storage.ts'
import { createBudget, type OpenMeter, sayReached } from '../../src/app/budget.ts'
import type { Cap, Reached, Storage } from '../../src/app/ports.ts'
import { CALL_HELD } from '../../src/core/lifetimes.ts'
import { pricePerMillion } from '../../src/core/price.ts'

const NOON = Date.UTC(2026, 10, 22, 12)
/** A dollar for a million tokens of any kind: 1,000 nanodollars each. */
const PRICE = { input: pricePerMillion(1), cached: pricePerMillion(0.5), output: pricePerMillion(1) }

const aCap = (known: Partial<Cap>): Cap => ({
  per: 'all',
  period: 'day',
  unit: 'nanodollars',
  most: 1_000_000,
  ...known,
})

let storage: Storage
afterEach(() => storage?.close())

async function open(
  caps: readonly Cap[],
  { patience = 0, now = () => NOON }: { patience?: number; now?: () => number } = {},
): Promise<{ openMeter: OpenMeter; reached: Reached[]; unsettled: unknown[] }> {
  storage = await openStorage('memory:', { directory: '/', clock: now })
  const reached: Reached[] = []
  const unsettled: unknown[] = []
  const openMeter = createBudget({
    spending: storage.spending,
    caps,
    clock: now,
    patience,
    onReached: (share) => void reached.push(share),
    onUnsettled: (error) => void unsettled.push(error),
  })
  return { openMeter, reached, unsettled }
}

const spentToday = async (): Promise<number> =>
  (await storage.spending.list('2026-11-22')).find(({ period }) => period === '2026-11-22')?.nanodollars ?? 0

describe('a call to a model with a price', () => {
  it('holds its worst case until it is settled at what it cost', async () => {
    const { openMeter } = await open([aCap({})])
    const meter = openMeter(PRICE, null, undefined)
    const reservation = await meter.reserve({ input: 600, output: 200 })
    expect(await spentToday()).toBe(800_000)
    expect(meter.total()).toEqual({ calls: 1, cost: 0.0008 })
    await reservation.settle({ input: 100, cached: 40, output: 10 })
    expect(await spentToday()).toBe(60_000 + 20_000 + 10_000)
    expect(meter.total()).toEqual({ calls: 1, cost: 0.00009 })
  })

  it('is refused where its worst case no longer fits, and says when money returns', async () => {
    const { openMeter } = await open([aCap({})])
    const meter = openMeter(PRICE, null, undefined)
    const first = await meter.reserve({ input: 600, output: 200 })
    await first.settle({ input: 600, cached: 0, output: 150 })
    const refused = meter.reserve({ input: 251, output: 0 })
    await expect(refused).rejects.toMatchObject({
      code: 'budget-spent',
      message: expect.stringMatching(
        /^Today's model budget is spent\. It returns at midnight UTC\. .*DAILY_BUDGET/,
      ),
      retryAt: Date.UTC(2026, 10, 23),
    })
    expect(meter.total().calls).toBe(1)
  })

  it('of a guild is paid by the guild too', async () => {
    const caps = [aCap({}), aCap({ per: 'guild', period: 'month', most: 100_000 })]
    const { openMeter } = await open(caps)
    await openMeter(PRICE, 'g1', undefined).reserve({ input: 60, output: 40 })
    await expect(openMeter(PRICE, 'g1', undefined).reserve({ input: 1, output: 0 })).rejects.toMatchObject({
      code: 'budget-spent',
    })
    await openMeter(PRICE, 'g2', undefined).reserve({ input: 60, output: 40 })
    await openMeter(PRICE, null, undefined).reserve({ input: 60, output: 40 })
  })

  it('says of a month that it returns on the first day of the next', async () => {
    const { openMeter } = await open([aCap({ period: 'month', most: 1000 })], {
      now: () => Date.UTC(2026, 11, 31, 23),
    })
    const meter = openMeter(PRICE, null, undefined)
    await (await meter.reserve({ input: 1, output: 0 })).settle({ input: 1, cached: 0, output: 0 })
    await expect(meter.reserve({ input: 1, output: 0 })).rejects.toMatchObject({
      message: expect.stringContaining("This month's model budget is spent"),
      retryAt: Date.UTC(2027, 0, 1),
    })
  })

  it('that could take more than the whole budget is told so, and promises no return', async () => {
    const { openMeter, reached } = await open([aCap({ per: 'guild', most: 1000 })])
    await expect(openMeter(PRICE, 'g1', undefined).reserve({ input: 5, output: 0 })).rejects.toMatchObject({
      message: expect.stringMatching(/more than the whole model budget of this server.*GUILD_DAILY_BUDGET/),
      retryAt: null,
    })
    expect(reached).toEqual([])
  })

  it('waits for calls that hold the rest of the budget and do not use it', async () => {
    const { openMeter } = await open([aCap({})], { patience: 5000 })
    const first = await openMeter(PRICE, null, undefined).reserve({ input: 900, output: 0 })
    const second = openMeter(PRICE, null, undefined).reserve({ input: 500, output: 0 })
    setTimeout(() => void first.settle({ input: 100, cached: 0, output: 0 }), 50)
    await second
    expect(await spentToday()).toBe(600_000)
  })

  it('is waited for as long as it runs, however long; of one whose process was killed nobody waits for the rest', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
    onTestFinished(() => void vi.useRealTimers())
    let now = NOON
    const { openMeter } = await open([aCap({})], { now: () => now })
    const ask = (): Promise<unknown> => openMeter(PRICE, null, undefined).reserve({ input: 500, output: 0 })
    const pass = async (milliseconds: number): Promise<void> => {
      for (const end = now + milliseconds; now < end;) {
        now += 1000
        await vi.advanceTimersByTimeAsync(1000)
      }
    }
    const running = await openMeter(PRICE, null, undefined).reserve({ input: 900, output: 0 })
    await pass(60_000)
    await expect(ask()).rejects.toThrow('are being read hold the rest')
    await running.settle({ input: 300, cached: 0, output: 0 })
    expect(vi.getTimerCount()).toBe(0)
    // Nobody is left to say that it runs.
    await storage.spending.reserve(
      { day: '2026-11-22', guildId: null, nanodollars: 650_000, unpricedTokens: 0 },
      [],
    )
    await expect(ask()).rejects.toThrow('are being read hold the rest')
    await pass(CALL_HELD)
    await expect(ask()).rejects.toThrow("Today's model budget is spent")
  })

  it('does not wait for ever, and ends at once when nobody waits any more', async () => {
    const { openMeter } = await open([aCap({})])
    await openMeter(PRICE, null, undefined).reserve({ input: 900, output: 0 })
    await expect(openMeter(PRICE, null, undefined).reserve({ input: 500, output: 0 })).rejects.toMatchObject({
      code: 'budget-spent',
      message: expect.stringContaining('Try again in a minute'),
    })
    const patient = createBudget({
      spending: storage.spending,
      caps: [aCap({})],
      clock: () => NOON,
      onReached: () => {},
      onUnsettled: () => {},
    })
    const controller = new AbortController()
    setTimeout(() => controller.abort(), 20)
    await expect(
      patient(PRICE, null, controller.signal).reserve({ input: 500, output: 0 }),
    ).rejects.toMatchObject({ code: 'cancelled' })
  })

  it('is not made where the store fails; a reply that was paid for is kept all the same', async () => {
    const { openMeter, unsettled } = await open([aCap({})])
    const meter = openMeter(PRICE, null, undefined)
    const reservation = await meter.reserve({ input: 10, output: 0 })
    await storage.close()
    await reservation.settle({ input: 1, cached: 0, output: 0 })
    expect(unsettled).toMatchObject([{ code: 'storage-unavailable' }])
    await expect(meter.reserve({ input: 1, output: 0 })).rejects.toMatchObject({
      code: 'storage-unavailable',
    })
  })

  it('is worth a word to the host at 50, 80 and 100 percent', async () => {
    const { openMeter, reached } = await open([aCap({})])
    for (const input of [500, 300, 200]) {
      const reservation = await openMeter(PRICE, null, undefined).reserve({ input, output: 0 })
      await reservation.settle({ input, cached: 0, output: 0 })
    }
    expect(reached.map(sayReached)).toEqual([
      "50 % of today's model budget is spent: $0.00050 of $0.0010 (DAILY_BUDGET).",
      "80 % of today's model budget is spent: $0.00080 of $0.0010 (DAILY_BUDGET).",
      "All of today's model budget is spent: $0.0010 (DAILY_BUDGET). Until it returns, points are only picked without a model.",
    ])
  })
})

describe('a call to a model without a price', () => {
  it('counts its tokens, and leaves the money alone', async () => {
    const caps = [aCap({ most: 0 }), aCap({ unit: 'unpricedTokens', most: 100 })]
    const { openMeter } = await open(caps)
    const meter = openMeter(null, null, undefined)
    const first = await meter.reserve({ input: 60, output: 40 })
    await first.settle({ input: 50, cached: 10, output: 30 })
    expect(meter.total()).toEqual({ calls: 1, cost: null })
    await expect(meter.reserve({ input: 21, output: 0 })).rejects.toMatchObject({
      code: 'budget-spent',
      message: expect.stringContaining('DAILY_TOKEN_LIMIT, 100 tokens'),
    })
    await meter.reserve({ input: 20, output: 0 })
  })

  it('on a machine of one’s own costs nothing, however much it reads', async () => {
    const { openMeter } = await open([aCap({ most: 0 }), aCap({ unit: 'unpricedTokens', most: 0 })])
    const meter = openMeter({ input: 0, cached: 0, output: 0 }, null, undefined)
    await meter.reserve({ input: 100_000, output: 4000 })
    expect(meter.total()).toEqual({ calls: 1, cost: 0 })
  })
})
