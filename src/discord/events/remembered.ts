/** A set in memory that forgets its oldest entries. */
export interface Remembered {
  has(id: string): boolean
  /** False where it was there already. */
  add(id: string): boolean
}

export function createRemembered(most: number): Remembered {
  const ids = new Set<string>()
  return {
    has: (id) => ids.has(id),
    add: (id) => {
      if (ids.has(id)) return false
      ids.add(id)
      const oldest = ids.values().next().value
      if (ids.size > most && oldest !== undefined) ids.delete(oldest)
      return true
    },
  }
}
