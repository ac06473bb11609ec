import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { HARBOUR_PAGE } from '../e2e/pages.ts'
import { honestModel, promptOf } from '../support/honest-model.ts'
import { startLoopbackModel } from '../support/loopback-model.ts'
import { startLoopbackWeb } from '../support/loopback-web.ts'
import { asHeavyAsOnTheWeb } from './extraction/page-weight.ts'
import { median, ratio } from './figures.ts'
import { type ProcessRun, runProcess } from './run-process.ts'

const ROUNDS = 10
const CHECKOUT = fileURLToPath(new URL('../..', import.meta.url))
const OTHER = '@steipete/summarize'

interface Way {
  readonly name: string
  readonly command: readonly string[]
  /** `folder` is new for each run, so that nothing is stored from the one before. */
  readonly environment: (folder: string) => Readonly<Record<string, string>>
  /** What a run that did its work prints. */
  readonly prints: RegExp
}

/**
 * The whole process, from its start to its end, on one heavy page and a model that answers at once; beside it the same
 * of another command-line summariser where the network has it, by turns.
 */
export async function benchProcess(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'footnote-process-'))
  const honest = honestModel(5)
  const model = await startLoopbackModel((call) =>
    promptOf(call) === 'other'
      ? { kind: 'reply', text: 'The harbour closed after ninety years.' }
      : honest(call),
  )
  const web = await startLoopbackWeb({ '/harbour': asHeavyAsOnTheWeb(HARBOUR_PAGE) })
  const address = `http://127.0.0.1:${web.port}/harbour`
  const path = machinePath()
  const shared = { PATH: path, OPENAI_API_KEY: 'none', OPENAI_BASE_URL: model.baseUrl }
  const ours = (store: string): Readonly<Record<string, string>> => ({
    ...shared,
    HOME: store,
    OPENAI_MODEL: 'loopback-1',
    FETCH_ALLOW_HOSTS: `127.0.0.1:${web.port}`,
    STORAGE_URL: `sqlite:${join(store, 'footnote.db')}`,
    NODE_COMPILE_CACHE: join(folder, 'compiled'),
  })
  const main = ['bin/node24.mjs', 'src/main.ts', 'summarize', address]
  const prints = /quay wall/u
  const other = installOther(folder, path)
  const ways: Way[] = [
    { name: 'node -e 0', command: [process.execPath, '-e', '0'], environment: ours, prints: /^/u },
    {
      name: 'footnote',
      command: [process.execPath, '--no-regexp-tier-up', ...main],
      environment: ours,
      prints,
    },
    ...(other === null
      ? []
      : [
          {
            name: OTHER,
            command: [
              process.execPath,
              other,
              address,
              '--model',
              'openai/loopback-1',
              '--force-summary',
              '--plain',
            ],
            environment: (store: string) => ({ ...shared, HOME: store }),
            prints: /harbour closed/u,
          },
        ]),
    { name: 'footnote by the machine’s own node', command: ['node', ...main], environment: ours, prints },
    {
      name: 'npm run -s footnote',
      command: ['npm', 'run', '-s', 'footnote', '--', ...main.slice(2)],
      environment: ours,
      prints,
    },
  ]
  try {
    const runs = new Map<Way, ProcessRun[]>(ways.map((way) => [way, []]))
    // The first round fills the caches of compiled code and of the disk.
    for (let round = 0; round <= ROUNDS; round++) {
      for (const way of ways) {
        const store = join(folder, `store-${round}-${ways.indexOf(way)}`)
        mkdirSync(store)
        const run = await runProcess(way.command, way.environment(store), CHECKOUT)
        if (run.status !== 0 || !way.prints.test(run.stdout))
          throw new Error(`${way.name} ended with ${run.status} and printed: ${run.stdout}`)
        if (round > 0) runs.get(way)?.push(run)
      }
    }
    for (const way of ways) console.log(`process    ${way.name}: ${say(runs.get(way) ?? [])}`)
    const [own, theirs] = ['footnote', OTHER].map(
      (name) => runs.get(ways.find((way) => way.name === name)!) ?? [],
    )
    if (other === null) console.log(`process    ${OTHER} is left out: npm cannot install it here`)
    else console.log(`process    footnote beside ${OTHER}: ${compare(own ?? [], theirs ?? [])}`)
  } finally {
    await Promise.all([web.close(), model.close()])
    rmSync(folder, { recursive: true, force: true })
  }
}

const wallOf = (runs: readonly ProcessRun[]): number => median(runs.map((run) => run.milliseconds))
const cpuOf = (runs: readonly ProcessRun[]): number => median(runs.map((run) => run.cpu ?? Number.NaN))
const say = (runs: readonly ProcessRun[]): string =>
  `${(wallOf(runs) / 1000).toFixed(2)} s, ${(cpuOf(runs) / 1000).toFixed(2)} s of processor time`
const compare = (own: readonly ProcessRun[], theirs: readonly ProcessRun[]): string =>
  `${ratio(wallOf(own) / wallOf(theirs))} × the time, ${ratio(cpuOf(own) / cpuOf(theirs))} × the processor time (goal 0.60), medians of ${own.length}`

/** What the person at this machine has in their path: this bench itself runs on the Node that comes with the packages. */
const machinePath = (): string =>
  (process.env['PATH'] ?? '')
    .split(delimiter)
    .filter((folder) => !folder.includes('node_modules'))
    .join(delimiter)

/** The entry file of the other program; null where npm does not get it. */
function installOther(folder: string, path: string): string | null {
  const place = join(folder, 'other')
  mkdirSync(place)
  const install = ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--prefix', place, OTHER]
  const { status } = spawnSync('npm', install, {
    env: { ...process.env, PATH: path },
    stdio: 'ignore',
    timeout: 180_000,
  })
  return status === 0 ? join(place, 'node_modules', OTHER, 'dist', 'cli.js') : null
}
