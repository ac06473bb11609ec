import type { Clock, Storage } from '../../app/ports.ts'

export interface StorageOptions {
  /** Relative paths of `sqlite:` start here. */
  readonly directory: string
  readonly clock: Clock
  /**
   * SQLite pragmas run on opening, such as `max_page_count = 100` or `query_only = 1`. For tests and careful hosts:
   * they can only take something away.
   */
  readonly pragmas?: readonly string[]
}

/** One way of storing. A new one is a file that exports a `Backend`, and a line in `open-storage.ts`. */
export interface Backend {
  /** What a STORAGE_URL of this backend begins with, colon included. */
  readonly scheme: string
  /** `rest` is the STORAGE_URL after the scheme. Throws `storage-unavailable`. */
  open(rest: string, options: StorageOptions): Promise<Storage>
}
