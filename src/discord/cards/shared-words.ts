import { isWithoutSpaces } from '../../core/words.ts'

/** A piece of a claim: the words before it, itself, and the words after it; joined they are the claim. */
export interface Run {
  readonly before: string
  readonly words: string
  readonly after: string
}

/** What may stand inside a masked link, and therefore in a run of words that becomes one. */
const SAFE = /^[\p{L}\p{M}\p{N}'’,.-]+$/u
const MOST_WORDS = 9
const MOST_CHARACTERS = 20
/** A run is looked for no further than this: what is linked is its end. */
const LONGEST_SEARCH = 30

/** The words, or in scripts without spaces the characters, with the white space that follows each. */
const tokens = (text: string): string[] =>
  isWithoutSpaces(text) ? [...text] : (text.match(/\S+\s*|^\s+/gu) ?? [])

/**
 * The longest run of words of a claim that stands, character by character, in its quote, or null where they share
 * fewer than two words. `linkable`: the run holds only what Discord allows in a masked link. Cut to its last words when
 * it is long: there stands what is new.
 */
export function sharedWords(claim: string, quote: string, linkable: boolean): Run | null {
  const words = tokens(claim)
  const unspaced = isWithoutSpaces(claim)
  const fewest = unspaced ? 4 : 2
  const most = unspaced ? MOST_CHARACTERS : MOST_WORDS
  let best: { from: number; to: number } | null = null
  for (let from = 0; from < words.length; from += 1) {
    let to = from
    while (to < words.length && to - from < LONGEST_SEARCH) {
      const piece = words.slice(from, to + 1).join('')
      if (linkable && !SAFE.test(trimEnds(words[to] ?? '', to === from, true))) break
      if (!standsIn(quote, trimEnds(piece, true, true), unspaced)) break
      to += 1
      // A word that ends in anything else can only be the last one of a link.
      if (linkable && !SAFE.test((words[to - 1] ?? '').trim())) break
    }
    if (to - from >= fewest && (best === null || to - from > best.to - best.from)) best = { from, to }
  }
  if (best === null) return null
  const from = Math.max(best.from, best.to - most)
  const head = words.slice(0, from).join('')
  const raw = words.slice(from, best.to).join('')
  const run = trimEnds(raw, true, true)
  const start = raw.indexOf(run)
  return {
    before: head + raw.slice(0, start),
    words: run,
    after: raw.slice(start + run.length) + words.slice(best.to).join(''),
  }
}

/** Whether the quote holds these words as whole words. */
function standsIn(quote: string, words: string, unspaced: boolean): boolean {
  // The empty string stands everywhere, and the search for it never ends.
  if (words === '') return false
  for (let at = quote.indexOf(words); at !== -1; at = quote.indexOf(words, at + 1)) {
    const around = (quote[at - 1] ?? '') + (quote[at + words.length] ?? '')
    if (unspaced || !/[\p{L}\p{N}]/u.test(around)) return true
  }
  return false
}

/** Without the punctuation and white space around it. */
function trimEnds(text: string, start: boolean, end: boolean): string {
  let trimmed = text
  if (start) trimmed = trimmed.replace(/^[^\p{L}\p{N}]+/u, '')
  if (end) trimmed = trimmed.replace(/[^\p{L}\p{M}\p{N}]+$/u, '')
  return trimmed
}
