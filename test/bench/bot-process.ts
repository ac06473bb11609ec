import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { VARIABLES } from '../../src/variables.ts'

const CHECKOUT = fileURLToPath(new URL('../..', import.meta.url))
/** The flag that `npm start` gives, too. */
const FLAGS = ['--no-regexp-tier-up', 'bin/node24.mjs', 'src/main.ts']
const SAYS_READY = { start: 'discord-ready', worker: 'worker-ready' } as const

export interface BotProcess {
  /** From the start of the process until it says that it is ready. */
  readonly milliseconds: number
  /** Processor time of the process so far, in milliseconds; null where the system does not tell. */
  readonly cpu: () => number | null
  /** Memory that it holds, in megabytes; null where the system does not tell. */
  readonly memory: () => number | null
  stop(): Promise<void>
}

/** The real bot, or a worker, in a process of its own, once it is ready. */
export async function startBotProcess(
  environment: Readonly<Record<string, string>>,
  command: keyof typeof SAYS_READY = 'start',
): Promise<BotProcess> {
  const unset = Object.fromEntries(Object.keys(VARIABLES).map((name) => [name, '']))
  const started = performance.now()
  const child = spawn(process.execPath, [...FLAGS, command], {
    cwd: CHECKOUT,
    env: { ...process.env, ...unset, ...environment, LOG_LEVEL: 'info' },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let logged = ''
  const milliseconds = await new Promise<number>((resolve, reject) => {
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      logged += text
      if (logged.includes(SAYS_READY[command])) resolve(performance.now() - started)
    })
    child.once('error', reject)
    child.once('exit', (status) => reject(new Error(`The bot ended with ${status}: ${logged}`)))
  })
  return {
    milliseconds,
    cpu: () => processorTimeOf(child.pid ?? 0),
    memory: () => {
      const kilobytes = /^VmRSS:\s+(\d+)/mu.exec(read(`/proc/${child.pid}/status`) ?? '')?.[1]
      return kilobytes === undefined ? null : Number(kilobytes) / 1024
    },
    stop: async () => {
      const gone = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGTERM')
      await gone
    },
  }
}

/** In milliseconds; null where the system does not tell. */
export function processorTimeOf(pid: number): number | null {
  const fields = read(`/proc/${pid}/stat`)?.split(') ')[1]?.split(' ')
  // In hundredths of a second, wherever Linux runs.
  return fields === undefined ? null : (Number(fields[11]) + Number(fields[12])) * 10
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}
