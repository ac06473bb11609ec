import { foldWord } from '../tokenise.ts'
import { NUMBER_WORD_TABLES, type NumberWordTable } from './number-word-table.ts'

/** What one word adds to a number. */
export type NumberPart =
  | { readonly kind: 'adds'; readonly value: number }
  | { readonly kind: 'multiplies'; readonly value: number }
  | { readonly kind: 'ordinal'; readonly value: number }

export interface NumberWords {
  readonly parts: ReadonlyMap<string, NumberPart>
  readonly joins: ReadonlySet<string>
  /** Splits `dreihundertvierzig` into its parts; null where the word is no number. */
  splitCompound(word: string): readonly NumberPart[] | null
}

/** The number words of a language; those of a language without a table are none. */
export function numberWordsOf(language: string): NumberWords {
  let words = readTables.get(language)
  if (words === undefined) {
    words = readTable(NUMBER_WORD_TABLES[language] ?? EMPTY)
    readTables.set(language, words)
  }
  return words
}

const readTables = new Map<string, NumberWords>()
const EMPTY: NumberWordTable = { from0: '', tens: '', others: '', scales: '', ordinals: '', joins: '' }

const listed = (words: string): string[] => words.split(' ').filter((word) => word !== '')

function readTable(table: NumberWordTable): NumberWords {
  const parts = new Map<string, NumberPart>()
  const add = (kind: NumberPart['kind'], value: number, alternatives: string): void => {
    for (const word of alternatives.split('|')) {
      const folded = foldWord(word)
      if (!parts.has(folded)) parts.set(folded, { kind, value })
    }
  }
  for (const [value, words] of listed(table.from0).entries()) add('adds', value, words)
  for (const [ten, words] of listed(table.tens).entries()) add('adds', 10 * (ten + 2), words)
  for (const [kind, list] of [
    ['adds', table.others],
    ['multiplies', table.scales],
  ] as const) {
    for (const entry of listed(list)) {
      const [value = '', words = ''] = entry.split(':')
      const [part = '', whole = '1'] = value.split('/')
      add(kind, Number(part) / Number(whole), words)
    }
  }
  for (const [index, words] of listed(table.ordinals).entries()) add('ordinal', index + 1, words)
  const joins = new Set(listed(table.joins))
  const longestFirst = [...parts]
    .filter(([word, { kind }]) => kind !== 'ordinal' && word.length > 2)
    .sort(([one], [other]) => other.length - one.length)
  return {
    parts,
    joins,
    splitCompound: (word) =>
      table.isCompound === true && word.length >= 6 && word.length <= 48
        ? splitInto(word, longestFirst, joins)
        : null,
  }
}

function splitInto(
  word: string,
  longestFirst: readonly (readonly [string, NumberPart])[],
  joins: ReadonlySet<string>,
): readonly NumberPart[] | null {
  const parts: NumberPart[] = []
  let rest = word
  while (rest !== '') {
    const part = longestFirst.find(([known]) => rest.startsWith(known))
    if (part === undefined) {
      const join = parts.length === 0 ? undefined : [...joins].find((known) => rest.startsWith(known))
      if (join === undefined) return null
      rest = rest.slice(join.length)
    } else {
      parts.push(part[1])
      rest = rest.slice(part[0].length)
    }
  }
  return parts.length > 1 ? parts : null
}
