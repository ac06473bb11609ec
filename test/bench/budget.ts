import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { nameOfCap, sayAmount } from '../../src/app/caps.ts'
import { simulateSpending } from '../support/spending-simulation.ts'

const REQUESTS = 10_000
const DAYS = 40
const PROCESSES = 4

/** Money cannot run away: random requests from several processes that are killed at random, on one store. */
export async function benchBudget(): Promise<void> {
  const directory = mkdtempSync(join(tmpdir(), 'footnote-bench-'))
  try {
    const outcome = await simulateSpending({
      storageUrl: `sqlite:${join(directory, 'spending.db')}`,
      requests: REQUESTS,
      days: DAYS,
      processes: PROCESSES,
      killEvery: 100,
      seed: 20_261_125,
    })
    const { sent, refused, kills, lost, fullest, wrong } = outcome
    console.log(
      `budget     ${REQUESTS} requests over ${DAYS} days from ${PROCESSES} processes on one store, ${kills} times killed -9:`,
    )
    console.log(`budget     ${sent} were charged for, ${refused} refused, ${lost} cut off by a kill`)
    for (const { cap, charged, stored } of fullest) {
      const share = ((charged * 100) / cap.most).toFixed(1)
      const amounts = `${sayAmount(cap, charged)} charged, ${sayAmount(cap, stored)} counted, of ${sayAmount(cap, cap.most)}`
      console.log(`budget     fullest ${nameOfCap(cap)}: ${amounts} (${share} %)`)
    }
    console.log(
      wrong.length === 0
        ? 'budget     no cap was passed by anything, and nothing was charged that is not counted'
        : `budget     PASSED: ${wrong.join('; ')}`,
    )
    if (wrong.length > 0) process.exitCode = 1
  } finally {
    rmSync(directory, { recursive: true, force: true })
  }
}
