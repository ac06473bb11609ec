import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { fileVariableOf, SECRETS } from '../../src/secret-files.ts'
import { VARIABLES } from '../../src/variables.ts'

const CHECKOUT = fileURLToPath(new URL('../..', import.meta.url))

/** Nothing that is tested takes so long; a process that hangs is ended and its test fails. */
const HANG_MILLISECONDS = 60_000

export interface RunOptions {
  /** Written to standard input, which is then closed. Undefined: closed at once. */
  readonly stdin?: string | Uint8Array | undefined
  readonly environment?: Readonly<Record<string, string>>
  /** Where the command is typed; relative files start here. */
  readonly workingDirectory?: string
}

export interface RunResult {
  /** Exit status; null when a signal ended the process. */
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

export interface RunningFootnote {
  readonly child: ChildProcessWithoutNullStreams
  readonly done: Promise<RunResult>
  /** Resolves once standard output or standard error holds these words. */
  readonly saw: (words: string) => Promise<void>
}

/** Runs one command to its end, as a person would: `runFootnote(['read', '-', '--json'], { stdin: text })`. */
export function runFootnote(args: readonly string[], options: RunOptions = {}): Promise<RunResult> {
  const running = startFootnote(args, options)
  running.child.stdin.end(options.stdin)
  return running.done
}

/**
 * Starts the program and leaves its standard input open. It sees no `.env` and no key: a variable that is empty counts
 * as unset and stands above the file.
 */
export function startFootnote(args: readonly string[], options: RunOptions = {}): RunningFootnote {
  const names = [...Object.keys(VARIABLES), ...SECRETS.map(fileVariableOf)]
  const unset = Object.fromEntries(names.map((name) => [name, '']))
  const child = spawn(process.execPath, ['bin/node24.mjs', 'src/main.ts', ...args], {
    cwd: CHECKOUT,
    env: {
      ...process.env,
      ...unset,
      ...(options.environment?.['STORAGE_URL_FILE'] === undefined && { STORAGE_URL: 'memory:' }),
      NO_COLOR: '1',
      INIT_CWD: options.workingDirectory ?? CHECKOUT,
      ...options.environment,
    },
  })
  // The program may end before it has read all of its input.
  child.stdin.on('error', () => {})
  const output = { stdout: '', stderr: '' }
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output.stdout += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (output.stderr += text))
  const hang = setTimeout(() => child.kill('SIGKILL'), HANG_MILLISECONDS)
  const done = new Promise<RunResult>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (status) => {
      clearTimeout(hang)
      resolve({ status, ...output })
    })
  })
  const saw = async (words: string): Promise<void> => {
    while (!`${output.stdout}${output.stderr}`.includes(words)) {
      const ended = await Promise.race([done, new Promise<null>((resolve) => setTimeout(resolve, 20, null))])
      if (ended !== null && !`${ended.stdout}${ended.stderr}`.includes(words)) {
        throw new Error(
          `It ended with ${ended.status} before it said “${words}”: ${ended.stdout}${ended.stderr}`,
        )
      }
    }
  }
  return { child, done, saw }
}
