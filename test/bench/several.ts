import { simulateSeveral } from '../support/endurance/simulate-several.ts'

const KILLS = 40
const SEED = 20261126
/** Spent long before the end. */
const SMALL_BUDGET = 0.1

/** Two shards, three workers and a Redis, any of which is killed at any time: what is lost, doubled or overspent. */
export async function benchSeveral(): Promise<void> {
  for (const [kills, dailyBudget] of [
    [KILLS, null],
    [KILLS / 4, SMALL_BUDGET],
  ] as const) {
    const outcome = await simulateSeveral({
      kills,
      seed: SEED,
      dailyBudget,
      mostTried: dailyBudget === null ? 20 : 0,
    })
    const killed = [...outcome.kills].map(([name, times]) => `${name} ${times}`).join(', ')
    const looked = Object.entries(outcome.looked).map(([what, count]) => `${what} ${count}`)
    const failures = [...outcome.failures].map(([name, times]) => `${name} ${times}`)
    const budget = dailyBudget === null ? '' : ` of ${dailyBudget} allowed`
    console.log(`several    2 shards, 3 workers, Redis, ${kills} times killed -9 (${killed})`)
    console.log(`several    looked at: ${looked.join(', ')}`)
    console.log(
      `several    ${outcome.takenOver} jobs taken over; ${outcome.billed.toFixed(6)} dollars billed${budget}; logged as failures: ${failures.join(', ')}`,
    )
    for (const line of outcome.wrong) console.log(`several    WRONG: ${line}`)
    console.log(`several    lost, doubled, overspent or left hanging: ${outcome.wrong.length}`)
    if (outcome.wrong.length > 0) process.exitCode = 1
  }
}
