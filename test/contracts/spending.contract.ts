import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Cap, Spending, Storage } from '../../src/app/ports.ts'
import { CALL_HELD } from '../../src/core/lifetimes.ts'
import { aCall, MORNING, type StorageUnderTest } from './storage-examples.ts'

const TODAY = '2026-11-22'
const TOMORROW = '2026-11-23'
const NEXT_MONTH = '2026-12-01'
const NOTHING = { nanodollars: 0, unpricedTokens: 0, tokens: { input: 0, cached: 0, output: 0 } }
const MINUTE = 60_000

const aCap = (known: Partial<Cap>): Cap => ({
  per: 'all',
  period: 'day',
  unit: 'nanodollars',
  most: 100,
  ...known,
})

/** What every backend has to do so that money cannot run away. */
export function spendingContract({ name, make }: StorageUnderTest): void {
  let storage: Storage
  let spending: Spending
  let now = MORNING
  beforeEach(async () => {
    now = MORNING
    storage = await make(() => now)
    spending = storage.spending
  })
  afterEach(() => storage.close())

  const cost = (nanodollars: number, known: Parameters<typeof aCall>[1] = {}) =>
    aCall(TODAY, { nanodollars, ...known })
  const reserve = async (...given: Parameters<Spending['reserve']>): Promise<string | null> => {
    const outcome = await spending.reserve(...given)
    return 'id' in outcome ? outcome.id : null
  }
  const usedIn = async (period: string, guildId: string | null = null) =>
    (await spending.list('2026-01-01')).find((row) => row.period === period && row.guildId === guildId)

  describe(`spending of ${name}`, () => {
    it('reserves to the cap and not by one nanodollar more', async () => {
      const caps = [aCap({})]
      expect(await reserve(cost(60), caps)).not.toBeNull()
      expect(await reserve(cost(41), caps)).toBeNull()
      expect(await reserve(cost(40), caps)).not.toBeNull()
      expect(await reserve(cost(1), caps)).toBeNull()
      expect(await usedIn(TODAY)).toMatchObject({ calls: 2, nanodollars: 100 })
    })

    it('puts what was spent in the place of the worst case, once', async () => {
      const id = (await reserve(cost(80, { guildId: 'g1' }), []))!
      const spent = { nanodollars: 30, unpricedTokens: 0, tokens: { input: 9, cached: 4, output: 2 } }
      await spending.settle(id, spent, [])
      await spending.settle(id, spent, [])
      for (const period of [TODAY, '2026-11']) {
        for (const guildId of [null, 'g1']) {
          expect(await usedIn(period, guildId)).toMatchObject({
            calls: 1,
            nanodollars: 30,
            tokens: { input: 9, cached: 4, output: 2 },
          })
        }
      }
      expect(await spending.listOpen(TODAY)).toEqual({ calls: 0, nanodollars: 0, unpricedTokens: 0 })
    })

    it('knows the truth also where more was spent than was reserved', async () => {
      const caps = [aCap({})]
      const id = (await reserve(cost(10), caps))!
      await spending.settle(id, { ...NOTHING, nanodollars: 250 }, caps)
      expect(await usedIn(TODAY)).toMatchObject({ nanodollars: 250 })
      expect(await reserve(cost(1), caps)).toBeNull()
    })

    it('keeps the worst case of a call that nobody settles', async () => {
      await reserve(cost(70), [])
      expect(await spending.listOpen(TODAY)).toEqual({ calls: 1, nanodollars: 70, unpricedTokens: 0 })
      expect(await spending.listOpen('2026-11')).toMatchObject({ calls: 1 })
      expect(await spending.listOpen(TOMORROW)).toMatchObject({ calls: 0 })
      now += 48 * 60 * MINUTE
      expect(await reserve(cost(31), [aCap({})])).toBeNull()
    })

    it('counts days, months and guilds each for themselves', async () => {
      const caps = [
        aCap({ most: 60 }),
        aCap({ period: 'month', most: 150 }),
        aCap({ per: 'guild', most: 50 }),
        aCap({ per: 'guild', period: 'month', most: 70 }),
      ]
      const outcomes = [
        await reserve(cost(50, { guildId: 'g1' }), caps),
        // The guild's day.
        await reserve(cost(1, { guildId: 'g1' }), caps),
        // Everybody's day.
        await reserve(cost(11, { guildId: 'g2' }), caps),
        await reserve(cost(10, { guildId: 'g2' }), caps),
        // The guild's month.
        await reserve(aCall(TOMORROW, { nanodollars: 21, guildId: 'g1' }), caps),
        await reserve(aCall(TOMORROW, { nanodollars: 60 }), caps),
        // Everybody's month: 120 are spent.
        await reserve(aCall('2026-11-24', { nanodollars: 31 }), caps),
        await reserve(aCall(NEXT_MONTH, { nanodollars: 50, guildId: 'g1' }), caps),
      ]
      expect(outcomes.map((id) => id !== null)).toEqual([true, false, false, true, false, true, false, true])
    })

    it('says which cap refused', async () => {
      const caps = [aCap({ per: 'guild', most: 10 }), aCap({ most: 5 })]
      expect(await spending.reserve(cost(7, { guildId: 'g1' }), caps)).toMatchObject({ refusedBy: caps[1] })
      expect(await spending.reserve(cost(17, { guildId: 'g1' }), caps)).toMatchObject({ refusedBy: caps[0] })
      expect(await usedIn(TODAY)).toBeUndefined()
    })

    it('counts calls, money and tokens apart: what takes nothing of a cap is not stopped by it', async () => {
      const caps = [
        aCap({ most: 0 }),
        aCap({ unit: 'unpricedTokens', most: 50 }),
        aCap({ unit: 'calls', most: 3 }),
      ]
      expect(await reserve(aCall(TODAY, { unpricedTokens: 50 }), caps)).not.toBeNull()
      expect(await reserve(aCall(TODAY, { unpricedTokens: 1 }), caps)).toBeNull()
      expect(await reserve(cost(1), caps)).toBeNull()
      expect(await reserve(aCall(TODAY), caps)).not.toBeNull()
      expect(await reserve(aCall(TODAY), caps)).not.toBeNull()
      expect(await spending.reserve(aCall(TODAY), caps)).toMatchObject({ refusedBy: caps[2] })
    })

    it('follows a cap that is changed', async () => {
      expect(await reserve(cost(60), [aCap({ most: 100 })])).not.toBeNull()
      expect(await reserve(cost(1), [aCap({ most: 20 })])).toBeNull()
      expect(await reserve(cost(60), [aCap({ most: 200 })])).not.toBeNull()
    })

    it('tells a budget that is held by calls under way from one that is spent', async () => {
      const caps = [aCap({})]
      const id = (await reserve(cost(90), caps))!
      expect(await spending.reserve(cost(20), caps)).toMatchObject({ isHeld: true, reached: [] })
      await spending.settle(id, { ...NOTHING, nanodollars: 85 }, caps)
      expect(await spending.reserve(cost(20), caps)).toMatchObject({ isHeld: false })
      const cut = (await reserve(cost(10), caps))!
      expect(await spending.reserve(cost(10), caps)).toMatchObject({ isHeld: true })
      // Nobody saw how it ended: nobody gives anything back.
      await spending.settle(cut, null, caps)
      await spending.settle(cut, null, caps)
      expect(await spending.reserve(cost(10), caps)).toMatchObject({ isHeld: false })
      expect(await usedIn(TODAY)).toMatchObject({ calls: 2, nanodollars: 95 })
      expect(await spending.listOpen(TODAY)).toMatchObject({ calls: 1, nanodollars: 10 })
      await reserve(cost(5), caps)
      expect(await spending.reserve(cost(5), caps)).toMatchObject({ isHeld: true })
      // It ended with its process.
      now += 11 * MINUTE
      expect(await spending.reserve(cost(10), caps)).toMatchObject({ isHeld: false })
    })

    it('takes a call for under way as long as its process says so, and no longer', async () => {
      const caps = [aCap({})]
      const id = (await reserve(cost(90), caps))!
      const isHeld = async (): Promise<unknown> => {
        const outcome = await spending.reserve(cost(20), caps)
        return 'isHeld' in outcome && outcome.isHeld
      }
      now += CALL_HELD - 1
      expect(await isHeld()).toBe(true)
      await spending.keepHeld([id, 'a call that is over'])
      now += CALL_HELD - 1
      expect(await isHeld()).toBe(true)
      now += 1
      expect(await isHeld()).toBe(false)
      // It stays counted.
      expect(await usedIn(TODAY)).toMatchObject({ calls: 1, nanodollars: 90 })
      await spending.settle(id, { ...NOTHING, nanodollars: 80 }, caps)
      await spending.keepHeld([id])
      expect(await reserve(cost(20), caps)).not.toBeNull()
    })

    it('gives out no budget twice, however the clock jumps, also between setting aside and settling', async () => {
      const caps = [aCap({}), aCap({ period: 'month', most: 150 })]
      const early = (await reserve(cost(100), caps))!
      // Over midnight and back, a year ahead and back, to 1970 and back.
      for (const jump of [16 * 60 * MINUTE, 365 * 24 * 60 * MINUTE, -now]) {
        const before = now
        now += jump
        await spending.settle(early, { ...NOTHING, nanodollars: 99 }, caps)
        expect(await reserve(aCall(TODAY, { nanodollars: 2 }), caps)).toBeNull()
        now = before
      }
      expect(await usedIn(TODAY)).toMatchObject({ calls: 1, nanodollars: 99 })
      expect(await reserve(aCall(TOMORROW, { nanodollars: 51 }), caps)).not.toBeNull()
      expect(await reserve(aCall(TOMORROW, { nanodollars: 1 }), caps)).toBeNull()
      expect(await reserve(aCall(TODAY, { nanodollars: 1 }), caps)).toBeNull()
    })

    it('takes what nobody settled while the clock was ahead for over, not for under way', async () => {
      const caps = [aCap({})]
      now += 365 * 24 * 60 * MINUTE
      await reserve(cost(90), caps)
      now -= 365 * 24 * 60 * MINUTE
      expect(await spending.reserve(cost(20), caps)).toMatchObject({ isHeld: false })
      now += 365 * 24 * 60 * MINUTE - MINUTE
      // The clock is set by a minute every day somewhere.
      expect(await spending.reserve(cost(20), caps)).toMatchObject({ isHeld: true })
    })

    it('tells of 50, 80 and 100 percent once each, of everybody and of a guild', async () => {
      const caps = [aCap({ most: 100 }), aCap({ per: 'guild', most: 30 })]
      const spend = async (amount: number): Promise<string[]> => {
        const outcome = await spending.reserve(cost(amount, { guildId: 'g1' }), caps)
        const reached =
          'id' in outcome
            ? await spending.settle(outcome.id, { ...NOTHING, nanodollars: amount }, caps)
            : outcome.reached
        return reached.map(({ guildId, percent, used }) => `${guildId ?? 'all'} ${percent} ${used}`)
      }
      expect(await spend(14)).toEqual([])
      expect(await spend(2)).toEqual(['g1 50 16'])
      expect(await spend(14)).toEqual(['g1 100 30'])
      expect(await spend(5)).toEqual([])
      for (const _ of [1, 2]) await reserve(cost(30), caps)
      const other = (await reserve(cost(0), caps))!
      expect(await spending.settle(other, NOTHING, caps)).toMatchObject([{ percent: 80, used: 90 }])
      expect(await spending.reserve(cost(30), [caps[0]!])).toMatchObject({ isHeld: true })
    })

    it('tells of a refusal as 100 percent, once', async () => {
      const caps = [aCap({ unit: 'calls', most: 1 })]
      await reserve(aCall(TODAY), caps)
      expect(await spending.reserve(aCall(TODAY), caps)).toMatchObject({
        reached: [{ percent: 100, used: 1 }],
      })
      expect(await spending.reserve(aCall(TODAY), caps)).toMatchObject({ reached: [] })
    })

    it('lists days since the one asked for, with its month, newest first', async () => {
      for (const day of ['2026-10-31', '2026-11-21', TODAY, NEXT_MONTH]) await reserve(aCall(day), [])
      expect((await spending.list(TODAY)).map(({ period }) => period)).toEqual([
        NEXT_MONTH,
        '2026-12',
        TODAY,
        '2026-11',
      ])
    })
  })

  describe(`uses of ${name}`, () => {
    const use = { kind: 'summary', guildId: 'g1', personId: 'p1' } as const
    const hour = { per: 'person', most: 2, milliseconds: 60 * MINUTE } as const
    const day = { per: 'guild', most: 3, milliseconds: 24 * 60 * MINUTE } as const
    const cooldown = { per: 'person', most: 1, milliseconds: 15_000 } as const

    it('are counted to the limit, and again when the first of them is old enough', async () => {
      const started = now
      expect(await storage.uses.take(use, [hour])).toBeNull()
      now += 10 * MINUTE
      expect(await storage.uses.take(use, [hour])).toBeNull()
      const refusal = { limit: hour, possibleAt: started + 60 * MINUTE }
      expect(await storage.uses.take(use, [hour])).toEqual(refusal)
      now = started + 60 * MINUTE - 1
      expect(await storage.uses.take(use, [hour])).toEqual(refusal)
      now += 1
      expect(await storage.uses.take(use, [hour])).toBeNull()
      expect(await storage.uses.take(use, [hour])).not.toBeNull()
    })

    it('of several limits name the one that lasts longest', async () => {
      await storage.uses.take(use, [])
      await storage.uses.take(use, [])
      expect(await storage.uses.take(use, [cooldown, hour, day])).toMatchObject({ limit: hour })
      now += 20_000
      expect(await storage.uses.take({ ...use, personId: 'p2' }, [cooldown, hour, day])).toBeNull()
      expect(await storage.uses.take({ ...use, personId: 'p3' }, [cooldown, hour, day])).toMatchObject({
        limit: day,
      })
    })

    it('are counted by kind, and a direct message is in no guild', async () => {
      await storage.uses.take(use, [cooldown])
      expect(await storage.uses.take({ ...use, kind: 'question' }, [cooldown])).toBeNull()
      const direct = { kind: 'summary', guildId: null, personId: 'p9' } as const
      for (const _ of [1, 2, 3, 4]) expect(await storage.uses.take(direct, [day])).toBeNull()
    })

    it('can be asked for: of a guild, of a kind, within a time, and asking takes none', async () => {
      for (const personId of ['p1', 'p2']) await storage.uses.take({ ...use, personId }, [])
      await storage.uses.take({ ...use, kind: 'question' }, [])
      await storage.uses.take({ ...use, guildId: 'g2' }, [])
      now += 10 * MINUTE
      await storage.uses.take(use, [])
      const count = (guildId: string, minutes: number) =>
        storage.uses.count('summary', guildId, minutes * MINUTE)
      expect(await count('g1', 60)).toBe(3)
      expect(await count('g1', 60)).toBe(3)
      expect(await count('g1', 10)).toBe(1)
      expect(await count('g2', 60)).toBe(1)
      expect(await count('g3', 60)).toBe(0)
    })

    it('lock nobody out for longer than the limit where the clock was ahead, and are not handed out again', async () => {
      const YEAR = 365 * 24 * 60 * MINUTE
      now += YEAR
      for (const _ of [1, 2]) await storage.uses.take(use, [hour])
      now -= YEAR
      expect(await storage.uses.take(use, [cooldown, hour])).toEqual({
        limit: hour,
        possibleAt: now + 60 * MINUTE,
      })
      now += 15_000
      expect(await storage.uses.take(use, [cooldown])).toBeNull()
      now += 60 * MINUTE
      expect(await storage.uses.take(use, [hour])).toBeNull()
      now = 0
      expect(await storage.uses.take(use, [cooldown])).toEqual({ limit: cooldown, possibleAt: 15_000 })
    })

    it('may be forbidden altogether', async () => {
      const none = { per: 'person', most: 0, milliseconds: 1000 } as const
      expect(await storage.uses.take(use, [none])).toEqual({ limit: none, possibleAt: null })
    })
  })
}
