import type { Storage } from '../../app/ports.ts'
import { FootnoteError } from '../../core/error.ts'
import type { Backend, StorageOptions } from './backend.ts'
import { memoryBackend } from './memory.ts'
import { sqliteBackend } from './sqlite.ts'

const BACKENDS: readonly Backend[] = [sqliteBackend, memoryBackend]

/**
 * Opens what STORAGE_URL names: `sqlite:data/footnote.db` (the folder is made) or `memory:`.
 * Throws `storage-unavailable` where it cannot be opened, is damaged, or was written by a newer Footnote.
 */
export async function openStorage(url: string, options: StorageOptions): Promise<Storage> {
  const backend = BACKENDS.find(({ scheme }) => url.startsWith(scheme))
  if (backend === undefined) {
    const known = BACKENDS.map(({ scheme }) => scheme).join(', ')
    throw new FootnoteError(
      'storage-unavailable',
      `STORAGE_URL names no storage that Footnote knows: it begins with one of ${known}. Example: sqlite:data/footnote.db`,
    )
  }
  return backend.open(url.slice(backend.scheme.length), options)
}
