import { spawn } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { FETCH_MUTANTS, type Mutant, occurrencesOf } from '../support/fetch-mutants.ts'

const CHECKOUT = fileURLToPath(new URL('../..', import.meta.url))
const TESTS = 'test/adapters/fetch'
const AT_ONCE = 2
/** A run that hangs has noticed, too. */
const LONGEST_MILLISECONDS = 120_000

const CONFIG = `export default {
  cacheDir: '.cache',
  test: { include: ['${TESTS}/*.test.ts'], testTimeout: 20_000, maxWorkers: 1, expect: { poll: { timeout: 5000 } } },
}
`

/** A copy of what the fetcher and its tests need, outside the checkout. */
function openWorkshop(): string {
  const folder = mkdtempSync(join(tmpdir(), 'footnote-mutants-'))
  for (const part of ['src', TESTS, 'test/support', 'package.json']) {
    cpSync(join(CHECKOUT, part), join(folder, part), { recursive: true })
  }
  symlinkSync(join(CHECKOUT, 'node_modules'), join(folder, 'node_modules'))
  writeFileSync(join(folder, 'vitest.config.ts'), CONFIG)
  return folder
}

/** What these tests say in this copy where they do not pass; null where they do. */
function failureIn(folder: string, tests: readonly string[]): Promise<string | null> {
  const files = tests.map((name) => `${TESTS}/${name}.test.ts`)
  const vitest = join(CHECKOUT, 'node_modules/vitest/vitest.mjs')
  const child = spawn(process.execPath, [vitest, 'run', '--bail=1', '--reporter=dot', ...files], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: LONGEST_MILLISECONDS,
    killSignal: 'SIGKILL',
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (text: Buffer) => (said += text.toString()))
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (status) => resolve(status === 0 ? null : said))
  })
}

async function isCaught(folder: string, { file, search, replace, tests }: Mutant): Promise<boolean> {
  const path = join(folder, 'src', file)
  const source = readFileSync(path, 'utf8')
  const mutated = source.replace(search, () => replace)
  // What is no program any more fails every test and shows nothing.
  stripTypeScriptTypes(mutated)
  writeFileSync(path, mutated)
  try {
    for (const test of tests) if ((await failureIn(folder, [test])) !== null) return true
    return false
  } finally {
    writeFileSync(path, source)
  }
}

const say = ({ file, search, replace }: Mutant): string =>
  `${file}: ${JSON.stringify(search.trim())} → ${JSON.stringify(replace.trim())}`

/** Takes each check of the fetcher away, one at a time, and says which of them no test would miss. */
export async function benchMutants(): Promise<void> {
  const rotten = FETCH_MUTANTS.filter((mutant) => occurrencesOf(mutant) !== 1)
  for (const mutant of rotten) console.log(`mutants    NOT IN THE SOURCE ONCE ${say(mutant)}`)
  const waiting = FETCH_MUTANTS.filter((mutant) => !rotten.includes(mutant))
  const workshops = Array.from({ length: AT_ONCE }, openWorkshop)
  let survived = 0
  try {
    const all = Array.from(new Set(FETCH_MUTANTS.flatMap(({ tests }) => tests)))
    const failure = await failureIn(workshops[0]!, all)
    if (failure !== null) throw new Error(`the tests fail without a mutant: ${failure}`)
    const work = async (folder: string): Promise<void> => {
      for (let mutant = waiting.shift(); mutant !== undefined; mutant = waiting.shift()) {
        const caught = await isCaught(folder, mutant)
        if (!caught) survived += 1
        console.log(`mutants    ${caught ? 'caught  ' : 'SURVIVED'} ${say(mutant)}`)
      }
    }
    await Promise.all(workshops.map(work))
  } finally {
    for (const folder of workshops) rmSync(folder, { recursive: true, force: true })
  }
  const tried = FETCH_MUTANTS.length - rotten.length
  console.log(`mutants    ${tried - survived} of ${tried} checks that were taken away were noticed by a test`)
  if (survived > 0 || rotten.length > 0) process.exitCode = 1
}
