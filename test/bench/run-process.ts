import { spawn } from 'node:child_process'

export interface ProcessRun {
  readonly milliseconds: number
  /** User and system time of the process and of all that it started; null where there is no shell that tells. */
  readonly cpu: number | null
  readonly status: number | null
  readonly stdout: string
}

/** Runs a command to its end, through a shell that tells what processor time it took. */
export function runProcess(
  command: readonly string[],
  environment: Readonly<Record<string, string>>,
  folder: string,
): Promise<ProcessRun> {
  const started = performance.now()
  const child = spawn('sh', ['-c', '"$@"; status=$?; times >&2; exit $status', 'sh', ...command], {
    cwd: folder,
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const output = { stdout: '', stderr: '' }
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output.stdout += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (output.stderr += text))
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (status) => {
      const milliseconds = performance.now() - started
      resolve({ milliseconds, cpu: cpuOf(output.stderr), status, stdout: output.stdout })
    })
  })
}

/** The last line that `times` writes is about the processes that the shell waited for: `0m1.20s 0m0.11s`. */
function cpuOf(stderr: string): number | null {
  const last = /(\d+)m([\d.]+)s\s+(\d+)m([\d.]+)s\s*$/u.exec(stderr)
  if (last === null) return null
  const [minutes, seconds, ofSystem, more] = last.slice(1).map(Number)
  return ((minutes ?? 0) * 60 + (seconds ?? 0) + (ofSystem ?? 0) * 60 + (more ?? 0)) * 1000
}
