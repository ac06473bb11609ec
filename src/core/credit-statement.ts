import { saysWhoWasFirst } from './credit-judgement.ts'
import { type CreditedName, type CreditLinks, readName } from './credit-name.ts'
import { closesQuotation, lowerCaseWords, type Standing } from './credit-rest.ts'
import { lowerCase } from './lower-case.ts'
import {
  CREDIT_LANGUAGES,
  type CreditRole,
  type CreditWords,
  matchEnd,
  prepositionAt,
  type Relation,
  skipMarks,
  wordAt,
} from './credit-words.ts'

const MOST_WORDS = 14
/** "in der ZEIT erschienen": so many words may stand behind the name. */
const MOST_WORDS_BEHIND = 4

/** Words before a name, the relation in which it stands to them, and the name. */
interface Reading {
  readonly seen: ReadonlySet<CreditRole>
  readonly relation: Relation | 'permission'
  readonly preposition: string
  readonly named: CreditedName
}

/** Whom a sentence credits by its own words ("This story was first published by X"), in any of the languages, or null. */
export function readStatement(
  sentence: string,
  standing: Standing,
  links: CreditLinks = [],
): CreditedName | null {
  const small = lowerCase(sentence)
  for (const language of CREDIT_LANGUAGES) {
    const reading = readWords(language, sentence, small, standing, links)
    const found = reading === null ? null : judge(language, sentence, standing, reading)
    if (found !== null) return found
  }
  return null
}

/** Word by word from the beginning, up to the first name; null at the first word that no credit has. */
function readWords(
  language: CreditWords,
  sentence: string,
  small: string,
  standing: Standing,
  links: CreditLinks,
): Reading | null {
  const seen = new Set<CreditRole>()
  let at = /^[\s*_([–—•†-]*/u.exec(sentence)?.[0].length ?? 0
  for (let count = 0; count < MOST_WORDS; count += 1) {
    const issued = issueAt(language, sentence, small, at, links, seen)
    if (issued !== null) return issued
    const word = wordAt(language, small, at)
    if (word === null) break
    // "The tale, first published in 1902 by X, tells …" speaks of another text.
    if (word.role === 'loose' && sentence.charAt(word.end) === ',') return null
    seen.add(word.role)
    at = skipMarks(sentence, word.end)
    if (word.role !== 'permission') continue
    const named = readName(sentence.slice(at), links)
    if (named !== null) return { seen, relation: 'permission', preposition: '', named }
  }
  const preposition = prepositionAt(language, small, at)
  if (preposition === null) return standing === 'line' ? readLabelled(sentence, at, links, seen) : null
  const named = readName(sentence.slice(skipMarks(sentence, at + preposition.length)), links)
  return named === null
    ? null
    : { seen, relation: relationOf(language, preposition, seen), preposition, named }
}

/** "in the April issue of X", before "in April" is taken for a date. */
function issueAt(
  language: CreditWords,
  sentence: string,
  small: string,
  at: number,
  links: CreditLinks,
  seen: ReadonlySet<CreditRole>,
): Reading | null {
  const preposition = prepositionAt(language, small, at)
  if (preposition === null) return null
  const start = skipMarks(sentence, at + preposition.length)
  const issue = matchEnd(language.issue, small, start)
  const named = issue === start ? null : readName(sentence.slice(issue), links)
  return named === null
    ? null
    : { seen, relation: relationOf(language, preposition, seen), preposition, named }
}

/** "Originally published: X", "Nachdruck: X". */
function readLabelled(
  sentence: string,
  at: number,
  links: CreditLinks,
  seen: ReadonlySet<CreditRole>,
): Reading | null {
  if (!/[:：]\s*$/u.test(sentence.slice(0, at))) return null
  const isCredit =
    (['again', 'alone', 'version', 'readOriginal'] as const).some((role) => seen.has(role)) ||
    (seen.has('first') && seen.has('appeared'))
  const named = isCredit ? readName(sentence.slice(at), links) : null
  if (named === null) return null
  return { seen: new Set([...seen, 'first', 'appeared']), relation: 'at', preposition: '', named }
}

function relationOf(language: CreditWords, preposition: string, seen: ReadonlySet<CreditRole>): Relation {
  if (language.is.source.test(preposition) && seen.has('again')) return 'source'
  if (language.is.by.test(preposition)) return 'by'
  return language.is.at.test(preposition) ? 'at' : 'source'
}

function judge(
  language: CreditWords,
  sentence: string,
  standing: Standing,
  { named, ...reading }: Reading,
): CreditedName | null {
  const credited = language.lowerCaseNames ? withLowerCase(named, language) : named
  const seen = new Set(reading.seen)
  let { rest } = credited
  for (let count = 0; count < MOST_WORDS_BEHIND; count += 1) {
    const word = wordAt(language, lowerCase(rest), skipMarks(rest, 0))
    if (word === null || word.role === 'permission' || word.role === 'loose' || word.role === 'work') break
    seen.add(word.role)
    rest = rest.slice(word.end)
  }
  if (closesQuotation(rest)) return null
  const said = { ...reading, language, sentence, standing, seen, credited, rest }
  return saysWhoWasFirst(said) ? { ...credited, rest } : null
}

function withLowerCase(named: CreditedName, language: CreditWords): CreditedName {
  const words = lowerCaseWords(named.rest)
  if (words === '' || named.url !== null) return named
  if (wordAt(language, lowerCase(named.rest), skipMarks(named.rest, 0)) !== null) return named
  return { ...named, name: named.name + words, rest: named.rest.slice(words.length) }
}
