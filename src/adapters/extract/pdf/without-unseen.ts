import type { ShownText } from './shown-text.ts'

/** What holds a larger share of a page stays: a layer of recognised words over a scan is drawn in no ink. */
const MOST_UNSEEN = 0.35

/**
 * The strings of a page (`getTextContent`) without the characters that nobody sees. Both lists follow the page's own
 * order; pdf.js joins runs to strings, adds spaces, and turns words that are read from the right.
 */
export function withoutUnseen(strings: readonly string[], shown: readonly ShownText[]): readonly string[] {
  const joined = (texts: readonly ShownText[]): string => squeezed(texts.map(({ text }) => text).join(''))
  const unseen = shown.filter(({ isSeen }) => !isSeen)
  const hidden = joined(unseen)
  const all = joined(shown)
  if (hidden === '' || hidden.length > all.length * MOST_UNSEEN) return strings
  const flags = shown.flatMap(({ text, isSeen }) => [...squeezed(text)].map(() => isSeen))
  if (squeezed(strings.join('')) === all) return withFlags(strings, flags)
  // Strings that were changed on their way: those that stand among the hidden words alone.
  const seen = joined(shown.filter(({ isSeen }) => isSeen))
  return strings.map((string) => {
    const words = squeezed(string)
    return words !== '' && hidden.includes(words) && !seen.includes(words) ? '' : string
  })
}

function withFlags(strings: readonly string[], flags: readonly boolean[]): string[] {
  let at = 0
  return strings.map((string) => {
    const kept = [...string].filter((character) => {
      const places = [...squeezed(character)].length
      const isSeen = places === 0 || flags[at] === true
      at += places
      return isSeen
    })
    return kept.join('')
  })
}

/** Without spaces, and without the forms that pdf.js undoes in strings but not in runs. */
const squeezed = (text: string): string => text.normalize('NFKC').replace(/[\s\p{Cc}\p{Cf}]+/gu, '')
