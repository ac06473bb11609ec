import type { DatabaseSync } from 'node:sqlite'
import type { Clock, Storage } from '../../app/ports.ts'

export interface StorageOptions {
  /** Relative paths of `sqlite:` start here. */
  readonly directory: string
  readonly clock: Clock
  /**
   * Runs on the open connection before anything is stored: a test takes something away there, such as the right to
   * write or, by `max_page_count`, the room.
   */
  readonly prepare?: (database: DatabaseSync) => void
}

/** One way of storing. A new one is a file that exports a `Backend`, and a line in `open-storage.ts`. */
export interface Backend {
  /** What a STORAGE_URL of this backend begins with, colon included. */
  readonly scheme: string
  /** `rest` is the STORAGE_URL after the scheme. Throws `storage-unavailable`. */
  open(rest: string, options: StorageOptions): Promise<Storage>
}
