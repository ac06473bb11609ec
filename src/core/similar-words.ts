/** Shorter words are alike by chance. */
const LEAST_LETTERS = 4
/** Less alike than this, two words are two words. */
const LEAST_ALIKE = 0.4

/**
 * Words of a text that are like a question's, with how much, above 0.4 and below 1: other forms, parts of compounds,
 * misspellings. Alike by Dice's coefficient over groups of three letters, the ends of the word among them (Adamson and
 * Boreham 1974). One walk over the text's words, whatever the number of words asked for.
 */
export function findSimilarWords(
  asked: readonly string[],
  words: Iterable<string>,
): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const similar = new Map(
    asked.filter(isComparable).map((word) => [word, new Map<string, number>()] as const),
  )
  const groups = new Map([...similar.keys()].map((word) => [word, groupsOf(word)] as const))
  const holders = new Map<string, string[]>()
  for (const [word, own] of groups) {
    for (const group of own) holders.set(group, [...(holders.get(group) ?? []), word])
  }
  if (groups.size === 0) return similar
  for (const word of words) {
    if (!isComparable(word)) continue
    const shared = new Map<string, number>()
    const own = groupsOf(word)
    for (const group of own) {
      for (const holder of holders.get(group) ?? []) shared.set(holder, (shared.get(holder) ?? 0) + 1)
    }
    for (const [holder, count] of shared) {
      const alike = (2 * count) / (own.size + (groups.get(holder)?.size ?? 0))
      if (alike > LEAST_ALIKE && word !== holder) similar.get(holder)?.set(word, alike)
    }
  }
  return similar
}

const isComparable = (word: string): boolean => word.length >= LEAST_LETTERS && !/\p{N}/u.test(word)

function groupsOf(word: string): ReadonlySet<string> {
  const ended = `^${word}$`
  const groups = new Set<string>()
  for (let at = 0; at + 3 <= ended.length; at += 1) groups.add(ended.slice(at, at + 3))
  return groups
}
