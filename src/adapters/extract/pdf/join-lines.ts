import { meetWithoutSpace } from './unspaced.ts'

/** Words of a document as they stand inside its lines, in lower case, with their hyphens. */
export type Vocabulary = ReadonlySet<string>

const WORD = /[\p{L}\p{M}]+(?:[-‐][\p{L}\p{M}]+)*/gu
const HYPHEN_AT_END = /(?<first>[\p{L}\p{M}]+(?:[-‐][\p{L}\p{M}]+)*)[-‐]$/u
const HYPHEN = /[-‐]/gu
/** First parts that keep their hyphen: words of their own that begin compounds and next to no other word; single letters. */
const KEEPING =
  /^(?:self|well|half|quasi|vice|two|three|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|\p{L})$/u
/** In "vor- und nachher", the hyphen stands for the rest of the word. */
const CONJUNCTION = /^(?:and|or|to|und|oder|bzw|sowie|bis|et|ou|y|o|e|ed|en|of|och|og|eller)(?!\p{L})/u

export function vocabularyOf(lines: readonly string[]): Vocabulary {
  const words = new Set<string>()
  for (const line of lines) {
    for (const { 0: word, index } of line.matchAll(WORD)) {
      const isCut = /^[-‐\u00ad]$/u.test(line.slice(index + word.length))
      if (!isCut) words.add(plain(word))
    }
  }
  return words
}

const plain = (word: string): string => word.toLowerCase().replace(HYPHEN, '-')

/** Lines of one paragraph as one line, words that were divided at line ends put together. */
export function joinLines(lines: readonly string[], vocabulary: Vocabulary): string {
  return lines.reduce((text, line) => joinTwo(text, line, vocabulary), '')
}

/**
 * A soft hyphen at a line end goes. A hyphen between a letter and a small letter goes too, unless the document writes
 * the compound with it and never without, or the first part is one that keeps it, or has a hyphen already. It stays
 * before a capital or a digit, and behind a digit; a dash is no hyphen.
 */
function joinTwo(before: string, line: string, vocabulary: Vocabulary): string {
  if (before === '' || line === '') return before + line
  if (before.endsWith('\u00ad')) return before.slice(0, -1) + line
  const first = HYPHEN_AT_END.exec(before.slice(-60))?.groups?.['first']
  if (first !== undefined) {
    const second = /^[\p{L}\p{M}]+(?:[-‐][\p{L}\p{M}]+)*/u.exec(line.slice(0, 60))?.[0] ?? ''
    if (CONJUNCTION.test(line)) return `${before} ${line}`
    if (second === '' && !/^\d/u.test(line)) return `${before} ${line}`
    return keepsHyphen(first, second, vocabulary) ? before + line : before.slice(0, -1) + line
  }
  if (/\d[-‐]$/u.test(before) && /^[\p{L}\d]/u.test(line)) return before + line
  // A range, or an address broken behind its stroke.
  if (/\d–$/u.test(before) && /^\d/u.test(line)) return before + line
  if (/\bhttps?:\/\/\S*[/._=?&-]$/u.test(before.slice(-300)) && /^[\w%/]/u.test(line)) return before + line
  return meetWithoutSpace(before, line) ? before + line : `${before} ${line}`
}

function keepsHyphen(first: string, second: string, vocabulary: Vocabulary): boolean {
  if (!/^\p{Ll}/u.test(second)) return true
  if (vocabulary.has(plain(first + second))) return false
  if (vocabulary.has(`${plain(first)}-${plain(second)}`)) return true
  return first.search(HYPHEN) !== -1 || KEEPING.test(first.toLowerCase())
}
