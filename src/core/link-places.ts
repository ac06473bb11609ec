import type { Article } from './article.ts'
import { foldedWords, type FoldedWord } from './link-words.ts'
import { MOST_DEPTH, placeOnPage, type Standing } from './standing.ts'

/** Where words stand in an article and on its page, as far as that is known. */
export interface LinkPlaces {
  /** Index of the first word that starts at or after this character. */
  wordAt(character: number): number
  standing(word: number): Standing
  /** Whether a browser that looks for these words from the top of the page finds them here. */
  readonly isFirst: (word: number, count: number) => boolean
  /** The same where the article is all that counts of the page. */
  readonly isFirstInText: (word: number, count: number) => boolean
  /** The first word from `from` on at which the run of `count` words at `word` stands. */
  firstFrom(from: number, word: number, count: number): number
}

const known = new WeakMap<Article, LinkPlaces>()

export function linkPlaces(article: Article): LinkPlaces {
  let places = known.get(article)
  if (places === undefined) {
    places = readPlaces(article)
    known.set(article, places)
  }
  return places
}

function readPlaces({ text, onPage }: Article): LinkPlaces {
  const words = foldedWords(text)
  const at = new Map<string, number[]>()
  for (const [index, { word }] of words.entries()) {
    const standing = at.get(word)
    if (standing === undefined) at.set(word, [index])
    else standing.push(index)
  }
  const isSame = (one: number, other: number, count: number): boolean => {
    for (let offset = 0; offset < count; offset++) {
      if (words[one + offset]?.word !== words[other + offset]?.word) return false
    }
    return true
  }
  const standing = (word: number): Standing =>
    placeOnPage(onPage, words.length, word)?.standing ?? standingInText(text, words, word)
  const isFirstInText = (word: number, count: number): boolean => {
    for (const earlier of at.get(words[word]?.word ?? '') ?? []) {
      if (earlier >= word) return true
      if (isSame(earlier, word, count)) return false
    }
    return true
  }
  return {
    wordAt: (character) => firstAtOrAfter(words, character),
    standing,
    isFirst: (word, count) => {
      const depth = placeOnPage(onPage, words.length, word)?.depth ?? 0
      return depth < Math.min(count, MOST_DEPTH) && isFirstInText(word, count)
    },
    isFirstInText,
    firstFrom: (from, word, count) => {
      for (let index = from; index < word; index++) if (isSame(index, word, count)) return index
      return word
    },
  }
}

function standingInText(text: string, words: readonly FoldedWord[], word: number): Standing {
  const next = words[word + 1]
  if (next === undefined) return 'apart'
  return text.slice(words[word]!.end, next.start).includes('\n') ? 'adjacent' : 'joined'
}

function firstAtOrAfter(words: readonly FoldedWord[], character: number): number {
  let low = 0
  let high = words.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (words[middle]!.start < character) low = middle + 1
    else high = middle
  }
  return low
}
