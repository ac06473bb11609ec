// A process of its own for simulateSpending: spender.ts STORAGE_URL. Takes requests as lines of JSON, pays for each from the
// budget on that store, and says of each `charged NUMBER NANODOLLARS TOKENS` as soon as a provider would charge for
// it, then `done NUMBER` or `refused NUMBER`.
import { writeSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { createBudget } from '../../src/app/budget.ts'
import { costOf } from '../../src/core/price.ts'
import { openStore } from '../../src/open-store.ts'
import { SIMULATED_CAPS, type SimulatedRequest } from './spending-simulation.ts'

const say = (line: string): void => void writeSync(1, `${line}\n`)
const storage = await openStore(process.argv[2] ?? '', { directory: '/', clock: Date.now })

async function spend({ number, at, guildId, price, worst, used, isSaid }: SimulatedRequest): Promise<void> {
  const openMeter = createBudget({
    spending: storage.spending,
    caps: SIMULATED_CAPS,
    clock: () => at,
    patience: 0,
    onReached: () => {},
    onUnsettled: (error) => {
      throw error
    },
  })
  const reservation = await openMeter(price, guildId, undefined)
    .reserve(worst)
    .catch((error: unknown) => {
      if (error instanceof Error && 'code' in error && error.code === 'budget-spent') return null
      throw error
    })
  if (reservation === null) return say(`refused ${number}`)
  const [nanodollars, tokens] = price === null ? [0, used.input + used.output] : [costOf(price, used), 0]
  say(`charged ${number} ${nanodollars} ${tokens}`)
  await new Promise((resolve) => setTimeout(resolve, number % 7))
  await reservation.settle(isSaid ? used : null)
  say(`done ${number}`)
}

const spent: Promise<void>[] = []
for await (const line of createInterface({ input: process.stdin })) spent.push(spend(JSON.parse(line)))
await Promise.all(spent)
await storage.close()
