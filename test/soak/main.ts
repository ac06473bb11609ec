// npm run soak [-- --minutes N --seed N --log FILE]: people use the bot while everything around it goes wrong, and at the end nothing
// is lost. Ends with status 1 where something is.
import { appendFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { quantile } from '../bench/figures.ts'
import { runSoak } from './run-soak.ts'

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '3' },
    seed: { type: 'string', default: '1' },
    log: { type: 'string' },
  },
})
const minutes = Number(values.minutes)
const seed = Number(values.seed)
if (!(minutes > 0 && minutes <= 24 * 60) || !Number.isSafeInteger(seed)) {
  console.error('npm run soak -- --minutes 3 --seed 1')
  process.exit(2)
}

const say = (line: string): void => console.log(`soak       ${line}`)
const table = (heading: string, rows: Iterable<readonly [string, unknown]>): void => {
  console.log(`\n| ${heading} | |\n| --- | --- |`)
  for (const [name, value] of rows) console.log(`| ${name} | ${String(value)} |`)
}

const byName = (counts: ReadonlyMap<string, number>) =>
  [...counts].toSorted(([one], [other]) => (one < other ? -1 : 1))

say(`${minutes} minutes, seed ${seed}`)
const hearLog = (lines: readonly object[]): void => {
  if (values.log !== undefined)
    appendFileSync(values.log, lines.map((line) => `${JSON.stringify(line)}\n`).join(''))
}
const outcome = await runSoak({ minutes, seed, say, hearLog })
table('looked at', Object.entries(outcome.looked))
table('what went wrong around it', byName(outcome.troubles))
table('what it logged as failures', byName(outcome.failures))
const milliseconds = (share: number): string => `${Math.round(quantile(outcome.ready, share))} ms`
const megabytes = (bytes: number): string => `${Math.round(bytes / 1024 / 1024)} MB`
const [warm, end] = outcome.memory ?? [0, 0]
table('in all', [
  ['killed -9', outcome.kills],
  ['ready again (p50, p99)', `${milliseconds(0.5)}, ${milliseconds(0.99)}`],
  ...(outcome.memory === null
    ? []
    : [
        [
          'memory, warm and at the end',
          `${megabytes(warm)}, ${megabytes(end)} (${(end / warm).toFixed(2)} x)`,
        ] as const,
      ]),
])
console.log()
for (const one of outcome.wrong) say(`LOST: ${one}`)
say(`lost: ${outcome.wrong.length}`)
if (outcome.wrong.length > 0) process.exitCode = 1
