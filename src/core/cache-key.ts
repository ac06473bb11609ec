import { createHash } from 'node:crypto'

/** A key of fixed length for anything; no address or text can be read back from it. */
export function cacheKey(...parts: readonly (string | number | null)[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex')
}
