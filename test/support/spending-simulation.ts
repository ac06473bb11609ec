import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { CAPS } from '../../src/app/caps.ts'
import type { Cap, SpendingRow } from '../../src/app/ports.ts'
import { NANODOLLARS_PER_DOLLAR, type Price, pricePerMillion, type Tokens } from '../../src/core/price.ts'
import { openStore } from '../../src/open-store.ts'
import { createDice } from './dice.ts'

// Many requests to a model, dealt to several processes on one store, that are killed at random. What a provider would
// charge is written down by each process between setting the worst case aside and settling, outside the store.

const SPENDER = fileURLToPath(new URL('spender.ts', import.meta.url))

/** One request of the simulation, as a line of JSON to a spender. */
export interface SimulatedRequest {
  readonly number: number
  /** When it is made, in milliseconds since the epoch. */
  readonly at: number
  readonly guildId: string | null
  readonly price: Price | null
  readonly worst: { readonly input: number; readonly output: number }
  readonly used: Tokens
  /** Whether the server says what was used. */
  readonly isSaid: boolean
}

export interface SimulationOptions {
  readonly storageUrl: string
  readonly requests: number
  /** Over which they are spread. */
  readonly days: number
  readonly processes: number
  /** Of so many requests, one kills the process that works on it. */
  readonly killEvery: number
  readonly seed: number
}

export interface SimulationOutcome {
  readonly sent: number
  readonly refused: number
  readonly kills: number
  /** Requests of killed processes. */
  readonly lost: number
  /** For each cap, the fullest of its days or months: what was charged, and what the store says. */
  readonly fullest: readonly { readonly cap: Cap; readonly charged: number; readonly stored: number }[]
  /** Accounts in which more was charged than the cap, or than the store knows of: there must be none. */
  readonly wrong: readonly string[]
}

export const SIMULATED_CAPS: readonly Cap[] = [
  { ...CAPS.DAILY_BUDGET, most: NANODOLLARS_PER_DOLLAR },
  { ...CAPS.MONTHLY_BUDGET, most: 10 * NANODOLLARS_PER_DOLLAR },
  { ...CAPS.DAILY_TOKEN_LIMIT, most: 300_000 },
  { ...CAPS.GUILD_DAILY_BUDGET, most: 0.4 * NANODOLLARS_PER_DOLLAR },
  { ...CAPS.GUILD_MONTHLY_BUDGET, most: 3 * NANODOLLARS_PER_DOLLAR },
  { ...CAPS.GUILD_DAILY_TOKEN_LIMIT, most: 120_000 },
]

const FIRST_DAY = Date.UTC(2026, 9, 20)
const DAY = 24 * 60 * 60 * 1000
const GUILDS = ['11', '22', '33', '44', null]
const OUTSTANDING = 6

function makeRequests(count: number, days: number, random: () => number): SimulatedRequest[] {
  const upTo = (most: number): number => Math.floor(random() * (most + 1))
  return Array.from({ length: count }, (_, number) => {
    const worst = { input: 500 + upTo(40_000), output: 100 + upTo(3900) }
    const input = upTo(worst.input)
    return {
      number,
      at: FIRST_DAY + Math.floor((number * days) / count) * DAY + upTo(DAY - 1),
      guildId: GUILDS[upTo(GUILDS.length - 1)] ?? null,
      price:
        random() < 0.7
          ? { input: pricePerMillion(1.1), cached: pricePerMillion(0.275), output: pricePerMillion(4.4) }
          : null,
      worst,
      used: { input, cached: upTo(input), output: upTo(worst.output) },
      isSaid: random() < 0.95,
    }
  })
}

interface Charge {
  readonly nanodollars: number
  readonly unpricedTokens: number
}

/** Plays it all, and compares what was charged with the caps and with the store. */
export async function simulateSpending(options: SimulationOptions): Promise<SimulationOutcome> {
  const dice = createDice(options.seed)
  const random = (): number => dice.next()
  const requests = makeRequests(options.requests, options.days, random)
  const waiting = requests.toReversed()
  const charges = new Map<number, Charge>()
  const tally = { refused: 0, kills: 0, lost: 0 }

  const runSpender = async (): Promise<void> => {
    const child = spawn(process.execPath, [SPENDER, options.storageUrl], {
      stdio: ['pipe', 'pipe', 'inherit'],
    })
    const outstanding = new Set<number>()
    const ended = once(child, 'close')
    const deal = (): void => {
      while (outstanding.size < OUTSTANDING) {
        const request = waiting.pop()
        if (request === undefined) {
          if (outstanding.size === 0) child.stdin.end()
          return
        }
        outstanding.add(request.number)
        child.stdin.write(`${JSON.stringify(request)}\n`)
        if (random() * options.killEvery < 1) setTimeout(() => kill(child), random() * 15)
      }
    }
    child.stdin.on('error', () => {})
    createInterface({ input: child.stdout }).on('line', (line) => {
      const [what, number, nanodollars, unpricedTokens] = line.split(' ')
      if (what === 'charged') {
        charges.set(Number(number), {
          nanodollars: Number(nanodollars),
          unpricedTokens: Number(unpricedTokens),
        })
        return
      }
      if (what === 'refused') tally.refused += 1
      outstanding.delete(Number(number))
      deal()
    })
    const kill = (victim: ChildProcess): void => {
      if (victim.exitCode === null && victim.kill('SIGKILL')) tally.kills += 1
    }
    deal()
    await ended
    tally.lost += outstanding.size
    if (waiting.length > 0) await runSpender()
  }
  await Promise.all(Array.from({ length: options.processes }, runSpender))

  const storage = await openStore(options.storageUrl, { directory: '/', clock: Date.now })
  const rows = await storage.spending.list('2000-01-01')
  await storage.close()
  return { sent: charges.size, ...tally, ...judge(requests, charges, rows) }
}

/** What was charged in each account that a cap is a cap of, as `2026-11-22 all` or `2026-11 g1`. */
function judge(
  requests: readonly SimulatedRequest[],
  charges: ReadonlyMap<number, Charge>,
  rows: readonly SpendingRow[],
): Pick<SimulationOutcome, 'fullest' | 'wrong'> {
  const wrong: string[] = []
  const fullest = SIMULATED_CAPS.map((cap) => {
    const { unit } = cap
    if (unit === 'calls') throw new TypeError('Calls are not charged for')
    const accounts = new Map<string, number>()
    for (const { number, at, guildId } of requests) {
      const charge = charges.get(number)
      if (charge === undefined || (cap.per === 'guild' && guildId === null)) continue
      const period = new Date(at).toISOString().slice(0, cap.period === 'day' ? 10 : 7)
      const key = `${period} ${cap.per === 'guild' ? guildId : 'all'}`
      accounts.set(key, (accounts.get(key) ?? 0) + charge[unit])
    }
    let most = { charged: 0, stored: 0 }
    for (const [key, charged] of accounts) {
      const row = rows.find(({ period, guildId }) => `${period} ${guildId ?? 'all'}` === key)
      const stored = row?.[unit] ?? 0
      if (charged > cap.most || stored > cap.most) wrong.push(`${key} ${unit}: ${charged}, cap ${cap.most}`)
      if (charged > stored) wrong.push(`${key} ${unit}: ${charged}, stored ${stored}`)
      if (charged > most.charged) most = { charged, stored }
    }
    return { cap, ...most }
  })
  return { fullest, wrong }
}
