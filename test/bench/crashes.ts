import { createDice } from '../support/dice.ts'
import { compareStarts } from '../support/endurance/compare-starts.ts'
import { MOMENTS } from '../support/endurance/moments.ts'
import { simulateCrashes } from '../support/endurance/simulate-crashes.ts'
import { quantile } from './figures.ts'

const KILLS = 200
const SEED = 20_261_128
const STARTS = 15

/** The real program, killed -9 all over its life, again and again, while people use it. */
export async function benchCrashes(): Promise<void> {
  const dice = createDice(SEED)
  // Each moment as often as the others, in any order.
  const drawn = Array.from({ length: KILLS }, (_, index) => ({ index, place: dice.next() }))
  const moments = drawn
    .toSorted((one, other) => one.place - other.place)
    .map(({ index }) => MOMENTS[index % MOMENTS.length]!)
  const outcome = await simulateCrashes({ moments, seed: SEED })
  console.log(`crashes    ${KILLS} times killed -9, seed ${SEED}\n\n| killed | times |\n| --- | --- |`)
  for (const [name, times] of outcome.kills) console.log(`| ${name} | ${times} |`)
  console.log('\n| looked at in the end | |\n| --- | --- |')
  for (const [name, count] of Object.entries(outcome.looked)) console.log(`| ${name} | ${count} |`)
  const failures = [...outcome.failures].map(([name, count]) => `${name} ${count}`).join(', ')
  console.log(`\ncrashes    logged as failures: ${failures || 'none'}`)
  const ready = outcome.ready.toSorted((one, other) => one - other)
  console.log(
    `crashes    ready again after ${milliseconds(quantile(ready, 0.5))} (p50), ${milliseconds(quantile(ready, 0.99))} (p99)`,
  )
  const { bot, login, node } = await compareStarts(STARTS)
  const [alone, empty, bare] = [bot, login, node].map((list) => quantile(list, 0.5)) as [
    number,
    number,
    number,
  ]
  console.log(
    `crashes    on an empty store ${milliseconds(alone)}, discord.js alone ${milliseconds(empty)}, node alone ${milliseconds(bare)} (medians of ${STARTS}, in turn)`,
  )
  const ratio = quantile(ready, 0.5) / empty
  console.log(
    `crashes    ready again takes ${ratio.toFixed(2)} x the time that discord.js alone takes to log in`,
  )
  for (const one of outcome.wrong) console.log(`crashes    LOST: ${one}`)
  console.log(`crashes    lost, doubled or left hanging: ${outcome.wrong.length}`)
  if (outcome.wrong.length > 0) process.exitCode = 1
}

const milliseconds = (value: number): string => `${Math.round(value)} ms`
