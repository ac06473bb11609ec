const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []

/** ROUGE-1 F (Lin 2004), 0 to 100: words that a summary shares with a reference, each counted as often as both have it. */
export function rouge1(summary: string, reference: string): number {
  const wanted = wordsOf(reference)
  const open = new Map<string, number>()
  for (const word of wanted) open.set(word, (open.get(word) ?? 0) + 1)
  const given = wordsOf(summary)
  let shared = 0
  for (const word of given) {
    const left = open.get(word) ?? 0
    if (left === 0) continue
    open.set(word, left - 1)
    shared += 1
  }
  return given.length + wanted.length === 0 ? 0 : (200 * shared) / (given.length + wanted.length)
}
