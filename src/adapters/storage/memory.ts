import type { Backend } from './backend.ts'
import { openSqliteStorage } from './sqlite.ts'

/** Kept until the process ends: for the demo and tests. The same code as a file's, on SQLite's own memory. */
export const memoryBackend: Backend = {
  scheme: 'memory:',
  open: (_rest, options) => openSqliteStorage(':memory:', options),
}
