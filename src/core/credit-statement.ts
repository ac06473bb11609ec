import {
  type CreditGrammar,
  ENGLISH,
  FRENCH,
  GERMAN,
  ITALIAN,
  PORTUGUESE,
  SPANISH,
} from './credit-grammar.ts'
import { NORTH_AND_EAST } from './credit-grammar-north.ts'
import {
  type CreditedName,
  type CreditLinks,
  DATE_WORDS,
  LANGUAGE_NAME,
  readName,
} from './credit-name.ts'
import { isKnownOutlet } from './agencies.ts'

/**
 * Where a sentence stands decides how much it must say. `line`: alone on its line, above or below the text; `end`: at
 * the end of the text, after other sentences; `inside`: anywhere else in its first and last paragraphs.
 */
export type Standing = 'line' | 'end' | 'inside'

type Role = Exclude<keyof CreditGrammar, 'lowerCaseNames' | 'issue'>
/** In this order they are tried: what is longer and more certain first. */
const WORDS: readonly Role[] = [
  'version',
  'work',
  'readOriginal',
  'permission',
  'loose',
  'when',
  'first',
  'alone',
  'appeared',
  'again',
  'given',
  'filler',
]
const PREPOSITIONS: readonly Role[] = ['at', 'by', 'from']
const MOST_WORDS = 14

interface Compiled {
  readonly words: readonly (readonly [Role, RegExp])[]
  readonly signed: RegExp | null
  readonly prepositions: RegExp
  readonly is: Readonly<Record<'at' | 'by' | 'from', RegExp>>
  readonly issue: RegExp | null
  readonly lowerCaseNames: boolean
}

const compile = (grammar: CreditGrammar): Compiled => {
  const sticky = (source: string): RegExp =>
    new RegExp(
      `(?:${source.replaceAll('DATE', DATE_WORDS).replaceAll('LANGUAGE', LANGUAGE_NAME)})(?:(?<=[’'])|(?![\\p{L}\\p{N}]))`,
      'iuy',
    )
  const of = (role: Role): readonly (readonly [Role, RegExp])[] => {
    // A plain date stands everywhere.
    const source = role === 'when' ? `${grammar.when ?? 'DATE'}|\\(?DATE\\)?` : grammar[role]
    return source === undefined ? [] : [[role, sticky(source)]]
  }
  const whole = (source: string): RegExp => new RegExp(`^(?:${source})$`, 'iu')
  return {
    words: WORDS.flatMap(of),
    signed: grammar.signed === undefined ? null : new RegExp(grammar.signed, 'iuy'),
    prepositions: sticky(
      PREPOSITIONS.flatMap((role) => grammar[role]?.split('|') ?? [])
        .toSorted((one, other) => other.length - one.length)
        .join('|'),
    ),
    is: { at: whole(grammar.at), by: whole(grammar.by), from: whole(grammar.from) },
    issue: grammar.issue === undefined ? null : new RegExp(grammar.issue, 'iuy'),
    lowerCaseNames: grammar.lowerCaseNames ?? false,
  }
}

const LANGUAGES: readonly Compiled[] = [
  ENGLISH,
  GERMAN,
  FRENCH,
  SPANISH,
  ITALIAN,
  PORTUGUESE,
  ...NORTH_AND_EAST,
].map(compile)

/** Whom a sentence credits by its own words ("This story was first published by X"), in any of the languages, or null. */
export function readStatement(sentence: string, standing: Standing, links: CreditLinks = []): CreditedName | null {
  for (const language of LANGUAGES) {
    const found = readIn(language, sentence, standing, links)
    if (found !== null) return found
  }
  return null
}

function readIn(
  language: Compiled,
  sentence: string,
  standing: Standing,
  links: CreditLinks,
): CreditedName | null {
  const seen = new Set<Role>()
  let at = /^[\s*_([–—•†-]*/u.exec(sentence)?.[0].length ?? 0
  for (let count = 0; count < MOST_WORDS; count += 1) {
    const issued = issueAt(language, sentence, at, links)
    if (issued !== null)
      return judge(language, seen, kindOf(language, issued.preposition, seen), issued.preposition, issued.named, sentence, standing)
    const word = wordAt(language, sentence, at)
    if (word !== null) {
      // "The tale, first published in 1902 by X, tells …" speaks of another text.
      if (word.role === 'loose' && sentence.charAt(word.end) === ',') return null
      seen.add(word.role)
      at = skipMarks(sentence, word.end)
      if (word.role === 'permission') {
        const named = readName(sentence.slice(at), links)
        if (named !== null) return judge(language, seen, 'permission', '', named, sentence, standing)
      }
      continue
    }
    language.prepositions.lastIndex = at
    const preposition = language.prepositions.exec(sentence)?.[0]
    if (preposition === undefined) return labelled(language, seen, sentence, at, standing, links)
    at = skipMarks(sentence, at + preposition.length)
    const kind = kindOf(language, preposition, seen)
    const named = readName(sentence.slice(at), links)
    if (named === null) return null
    return judge(language, seen, kind, preposition, named, sentence, standing)
  }
  return null
}

/** "in the April issue of X", before "in April" is taken for a date. */
function issueAt(
  language: Compiled,
  sentence: string,
  at: number,
  links: CreditLinks,
): { preposition: string; named: CreditedName } | null {
  language.prepositions.lastIndex = at
  const preposition = language.prepositions.exec(sentence)?.[0]
  if (preposition === undefined) return null
  const start = skipMarks(sentence, at + preposition.length)
  const issue = matchEnd(language.issue, sentence, start)
  const named = issue === start ? null : readName(sentence.slice(issue), links)
  return named === null ? null : { preposition, named }
}

/** "Originally published: X", "Nachdruck: X". */
function labelled(
  language: Compiled,
  seen: ReadonlySet<Role>,
  sentence: string,
  at: number,
  standing: Standing,
  links: CreditLinks,
): CreditedName | null {
  if (standing !== 'line' || !/[:：]\s*$/u.test(sentence.slice(0, at))) return null
  if (!seen.has('again') && !seen.has('appeared') && !seen.has('version') && !seen.has('readOriginal')) return null
  const named = readName(sentence.slice(at), links)
  if (named === null) return null
  return judge(language, new Set([...seen, 'first', 'appeared']), 'at', '', named, sentence, standing)
}

function wordAt(language: Compiled, sentence: string, at: number): { role: Role; end: number } | null {
  for (const [role, pattern] of language.words) {
    pattern.lastIndex = at
    if (!pattern.test(sentence)) continue
    let end = pattern.lastIndex
    if (end === at) continue
    if (role === 'work' || role === 'version' || role === 'loose') end = matchEnd(language.signed, sentence, end)
    return { role, end }
  }
  return null
}

function kindOf(language: Compiled, preposition: string, seen: ReadonlySet<Role>): 'at' | 'by' | 'from' {
  if (language.is.from.test(preposition) && seen.has('again')) return 'from'
  if (language.is.by.test(preposition)) return 'by'
  return language.is.at.test(preposition) ? 'at' : 'from'
}

function judge(
  language: Compiled,
  before: ReadonlySet<Role>,
  kind: 'at' | 'by' | 'from' | 'permission',
  preposition: string,
  named: CreditedName,
  sentence: string,
  standing: Standing,
): CreditedName | null {
  const seen = new Set(before)
  const credited = language.lowerCaseNames ? withLowerCase(named, language) : named
  const isByPerson = language.is.by.test(preposition) && isPerson(credited.name, credited.rest)
  // In some languages the verb comes last: "in der ZEIT erschienen".
  let rest = credited.rest
  for (let count = 0; count < 4; count += 1) {
    const start = skipMarks(rest, 0)
    const word = wordAt(language, rest, start)
    if (word === null || word.role === 'permission' || word.role === 'loose' || word.role === 'work') break
    seen.add(word.role)
    rest = rest.slice(word.end)
  }
  if (/^[^“«„"]*[”»"]/u.test(rest) && !/^[\s.,]*["”»][\s.)\]]*$/u.test(rest)) return null
  const isThanks = kind === 'permission' && /^(?:we thank|(?:we|our|with)? ?thanks? to|wir danken|unser dank|dank an)(?!\p{L})/iu.test(sentence)
  const isFrom = kind === 'from' || (kind === 'by' && seen.has('again') && language.is.from.test(preposition))
  const isThis = seen.has('work') || seen.has('version')
  const hasSubject = isThis || seen.has('loose')
  const hasAppeared = seen.has('appeared') || seen.has('alone')
  const isFirst = seen.has('first') || seen.has('version')
  const says =
    (isFirst && hasAppeared && kind !== 'permission' && (kind !== 'from' || seen.has('again'))) ||
    (seen.has('version') && isFrom) ||
    (seen.has('again') && isFrom && !(isByPerson && !language.is.from.test(preposition)) && !isBareTaken(seen, hasSubject, standing)) ||
    (kind === 'permission' && (!isThanks || /permission|allow|erlaubnis|genehmigung|re-?p(?:ost|rint|ublish)/iu.test(rest))) ||
    (seen.has('readOriginal') && kind !== 'by') ||
    (seen.has('given') && kind === 'by' && (isThis || (hasSubject && standing === 'line')) && !isByPerson) ||
    (seen.has('given') && /^materials?/iu.test(sentence) && kind === 'by') ||
    (standing === 'line' && seen.has('alone') && kind === 'at' && !hasSubject) ||
    (standing === 'line' && startsWithWork(language, sentence) && hasAppeared && kind !== 'from' && isCleanRest(rest, 'end')) ||
    (isThis && hasAppeared && !isByPerson && !/^for$/iu.test(preposition) && !/^with$/iu.test(preposition)) ||
    (standing === 'line' && isPlainFirst(sentence) && kind === 'at' && isEnd(rest))
  if (!says) return null
  if (standing === 'inside' && !isThis) return null
  if (!hasSubject && !isThanks && !isCleanRest(rest, standing)) return null
  if (seen.has('loose') && !isThis && standing !== 'line' && !isEnd(rest)) return null
  return { ...credited, rest }
}

/** "Taken from" and "adapted from" say little without their subject: recipes and photographs are taken too. */
const isBareTaken = (seen: ReadonlySet<Role>, hasSubject: boolean, standing: Standing): boolean =>
  !hasSubject && standing === 'inside' && seen.has('again')

/** "Artículo publicado en X", not "El artículo …", which may be another. */
const startsWithWork = (language: Compiled, sentence: string): boolean =>
  wordAt(language, sentence, 0)?.role === 'loose' &&
  !/^l[’']|^\S+ \S*[’']s\s|^(?:the|an?|der|die|das|den|ein|eine|le|la|l[’']|un|une|el|il|o|um|uma|het|de|een|this|these|h|their|my|our)(?![\p{L}])/iu.test(sentence)

const isPlainFirst = (sentence: string): boolean =>
  /\b(?:originally|ursprünglich|zuerst|initialement|originalmente|originariamente|oorspronkelijk|ursprungligen)(?!\p{L})/iu.test(
    sentence,
  )

const ORGANISED =
  /\b(?:news|reporting|post|times|media|press|project|cent(?:er|re)|wire|network|magazine|tribune|gazette|courier|herald|chronicle|record|observer|standard|mirror|sun|star|globe|telegraph|express|dispatch|ledger|sentinel|bulletin|digest|monthly|quarterly|blog|books|verlag|zeitung|\p{L}*blatt|\p{L}*bote|\p{L}*kurier|anzeiger|rundschau|magazin|diario|gaceta|correo|voz|écho|gazzetta|corriere|giornale|review|institute|university|foundation|journal|studios?|report|service|radio|tv|daily|weekly|today|public|lab|desk|agency|group|inc|llc|ltd)\b/iu

/** "Produced by Jane Roe": who helped, not who published. */
function isPerson(name: string, rest: string): boolean {
  if (isKnownOutlet(name) || ORGANISED.test(name) || /^(?:the|la|le|les|el|los|las|die|der|das|il|lo|gli|o|a|os|as|de|het|den)\s/iu.test(name)) return false
  if (/co-?published|re-?published|permission|partner|shared/iu.test(rest)) return false
  return /^\p{Lu}[\p{L}’'.-]+(?:\s+\p{Lu}[\p{L}’'.-]*){1,2}$/u.test(name)
}

const isEnd = (rest: string): boolean => /^[\s.)\]*_!;:–—”"»-]*$/u.test(rest)
/** What may follow the name where the line has no subject: "First published by Penguin in 1950, the book …" is no credit. */
const CREDIT_REST =
  /^[\s.,;:|)\]–—•·*_"”»-]*(?:$|(?:view|read|see|click|and (?:is|has|was|re|used|here)|under|with|on|at|by permission|by (?=\p{Lu})|by the author|where|sign|subscribe|original|copyright|all rights|licen|used|link|visit|image|photo|mit|unter|am|vom|sous|avec|le|con|bajo|el|sotto|il|em|op|med|den|под|от|here|hier|here’s|vol|no\.|nr|heft|issue|pp?\.|n°|\d|https?|©|\(|in (?:a|the|english|\p{Lu})|for|note|it |this )(?![\p{L}]*-))/iu

function isCleanRest(rest: string, standing: Standing): boolean {
  const plain = rest.replace(new RegExp(`^[\\s,(]*(?:(?:in|on|am|le|el|il|em|op|den|at|,)\\s+)?(?:the\\s)?${DATE_WORDS}\\)?`, 'iu'), '')
  if (isEnd(plain)) return true
  // A clause that goes on with what the words are about: "… by Verso in 2021, the novel found new readers".
  if (plain !== rest && /^\s*[,–—-]/u.test(plain)) return false
  if (standing !== 'line') return /^[\s,]*(?:under|with|and is republished|mit|unter|sous|avec|con|bajo)(?!\p{L})/iu.test(plain)
  return CREDIT_REST.test(plain)
}

const STOPS =
  /^(?:le|la|les|du|de|el|en|il|em|no|na|o|a|den|på|i|och|og|w|z|dnia|в|во|на|от|и|под|с|avec|sous|con|bajo|per|sotto|com|sob|et|y|e|par|por|da|di|il|nel|pour|para|av|med|za|pod|qui|que|che|som|który|который|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|hoy|ayer|hier|aujourd[’']hui|lunedì|martedì|mercoledì|giovedì|venerdì|ontem|hoje|igår|idag|mais|pero|ma|mas)$/iu

/** "Портовый вестник", "La vie des idées": a few lower-case words up to the end of the sentence belong to the name. */
function withLowerCase(named: CreditedName, language: Compiled): CreditedName {
  const match = /^((?:\s+[\p{L}’'-]{2,20}){1,3})(?=[.)\]\s»”"]*$)/u.exec(named.rest)
  const words = match?.[1]?.trim().split(/\s+/u) ?? []
  if (match === null || named.url !== null || words.some((word) => STOPS.test(word))) return named
  const start = skipMarks(named.rest, 0)
  if (wordAt(language, named.rest, start) !== null || /^\s*\p{Lu}/u.test(match[0])) return named
  return { ...named, name: named.name + match[0], rest: named.rest.slice(match[0].length) }
}

const skipMarks = (text: string, at: number): number => {
  let end = at
  while (end < text.length && /[\s,:：;–—…|-]/u.test(text.charAt(end))) end += 1
  return end
}

function matchEnd(pattern: RegExp | null, text: string, at: number): number {
  if (pattern === null) return at
  pattern.lastIndex = at
  return pattern.test(text) ? pattern.lastIndex : at
}
