import { randomUUID } from 'node:crypto'
import { readlinkSync } from 'node:fs'
import { hostname } from 'node:os'

/** This process as whoever does tasks. */
export interface OpenHolder {
  /** No other process has had it. */
  readonly id: string
  /** Whether that other holder is known to have ended: it ran on this machine, where there is no such process any more. */
  readonly hasEnded: (id: string) => boolean
  /** It does no tasks from now on, though the process may go on. */
  readonly close: () => void
}

/** Those of this process. */
const open = new Set<string>()

/**
 * A name under which this process does tasks. It says where the process runs, so that another on the same machine need not
 * wait until it has been silent for long: after a crash, people wait for the next start.
 */
export function openHolder(): OpenHolder {
  const id = [hostname(), namespaceOfProcesses(), process.pid, randomUUID()].join('/')
  open.add(id)
  return { id, hasEnded, close: () => void open.delete(id) }
}

function hasEnded(id: string): boolean {
  const [machine, namespace, pid] = id.split('/')
  // Two containers may share a machine's name, and count their processes each for themselves.
  if (machine !== hostname() || namespace !== namespaceOfProcesses()) return false
  return Number(pid) === process.pid ? !open.has(id) : !isRunning(Number(pid))
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    // Another user's.
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Within which a number names one process; empty where there is but one. */
function namespaceOfProcesses(): string {
  try {
    return readlinkSync('/proc/self/ns/pid')
  } catch {
    return ''
  }
}
