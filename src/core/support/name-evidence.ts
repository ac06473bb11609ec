import type { Article } from '../article.ts'
import { usableText } from '../usable-as-proof.ts'
import { isCommonWord } from './content-words.ts'
import { foldName, isTitle } from './name-words.ts'

/** What an article shows of how its words are written, for telling names from other words. */
export interface NameEvidence {
  /** Words that stand in the text in small letters. */
  readonly small: ReadonlySet<string>
  /** Words that stand with a capital where no sentence begins. */
  readonly names: ReadonlySet<string>
  /** Names that stand beside a first name, a last name or a title: in German the only ones that can be told. */
  readonly people: ReadonlySet<string>
  /** Most letters are of the Latin alphabet. */
  readonly isLatin: boolean
  /** All words, and all pairs of neighbours ("lloyd austin"). */
  readonly words: ReadonlySet<string>
  readonly pairs: ReadonlySet<string>
  /** Those of the pairs that are names of people, each as its two words. */
  readonly fullNames: readonly (readonly string[])[]
  /** Short forms by long form and the other way round, as the article introduces them: "International Sea Court (ISC)". */
  readonly aliases: ReadonlyMap<string, readonly string[]>
}

export const NAME_WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['’.&][\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*/gu
const INTRODUCED =
  /((?:[\p{L}\p{M}\p{N}'’&-]+[ ]){1,8})\(["“„«]?(\p{Lu}[\p{Lu}\p{N}.&-]{1,9})s?["”“»]?[),;]/gu

/** The words of a text as names are compared, in its order. */
export const nameWordsOf = (text: string): string[] => (text.match(NAME_WORD) ?? []).map(foldName)

const known = new WeakMap<Article, NameEvidence>()

export function nameEvidence(article: Article): NameEvidence {
  let evidence = known.get(article)
  if (evidence === undefined) {
    evidence = gather(usableText(article), article.language)
    known.set(article, evidence)
  }
  return evidence
}

function gather(text: string, language: string): NameEvidence {
  const small = new Set<string>()
  const names = new Set<string>()
  const words = new Set<string>()
  const pairs = new Set<string>()
  let before = { word: '', end: 0 }
  for (const { 0: word, index } of text.matchAll(NAME_WORD)) {
    const folded = foldName(word)
    words.add(folded)
    if (/^[ -]$/u.test(text.slice(before.end, index))) pairs.add(`${before.word} ${folded}`)
    before = { word: folded, end: index + word.length }
    if (/^\p{Ll}/u.test(word)) small.add(folded)
    else if (/^\p{Lu}/u.test(word) && !startsSentence(text, index)) names.add(folded)
  }
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0
  const people = peopleOf(text, language)
  return {
    small,
    names,
    people,
    isLatin: latin * 2 > letters,
    words,
    pairs,
    fullNames: [...pairs]
      .map((pair) => pair.split(' '))
      .filter((pair) => pair.every((word) => people.has(word))),
    aliases: aliasesOf(text),
  }
}

/** Whether a word stands where any word has a capital: at a beginning, behind a full stop, colon or opening mark. */
export function startsSentence(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 6), at)
  return before.trim() === '' || /(?:[.!?:…。•|]["'”’»)\]]?\s+["'“„«‘([]*|["“„«‘]|\n\s*)$/u.test(before)
}

/** Two words with capitals side by side, the first of them no noun of German grammar ("Jasper Wiegold", "Frau Oland"). */
const PERSON = /(?<!\p{L})(\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?) (\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?)(?!\p{L})/gu

function peopleOf(text: string, language: string): ReadonlySet<string> {
  return new Set(personNames(text, language).flatMap(({ names }) => names))
}

/** Where people are named by two names, or by a title and one: `names` as names are compared. */
export function personNames(
  text: string,
  language: string,
): { readonly at: number; readonly names: readonly string[] }[] {
  return [...text.matchAll(PERSON)].flatMap(({ 1: first = '', 2: last = '', index }) => {
    if (isCommonWord(first, language)) return []
    return [{ at: index, names: isTitle(first) ? [foldName(last)] : [foldName(first), foldName(last)] }]
  })
}

function aliasesOf(text: string): ReadonlyMap<string, readonly string[]> {
  const aliases = new Map<string, string[]>()
  const add = (from: string, to: string): void => {
    aliases.set(from, [...(aliases.get(from) ?? []), to])
  }
  for (const [, before = '', short = ''] of text.matchAll(INTRODUCED)) {
    const letters = short.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
    const words = before.trim().split(' ')
    const from = words.findLastIndex(
      (word) => foldName(word).startsWith(letters[0] ?? ' ') && /^\p{Lu}/u.test(word),
    )
    const start = words.findIndex(
      (word, index) => index <= from && foldName(word)[0] === letters[0] && /^\p{Lu}/u.test(word),
    )
    if (start < 0) continue
    const long = words.slice(start).map(foldName)
    add(foldName(short), long.join(' '))
    for (const word of long) if (word.length > 3) add(word, foldName(short))
  }
  return aliases
}
