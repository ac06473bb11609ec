import type { Span } from '../span.ts'
import { readWords, type VoiceToken } from './frame.ts'
import type { Lexicon } from './lexicon.ts'
import { isGivenName, type NameRun, readNameRun } from './name-run.ts'
import { rolesAt } from './roles.ts'

/** How many words around a name are looked at for what they call its bearer. */
const ROLE_WORDS = 9

/** A name where it stands, and what the words around call its bearer. */
export interface NameMention {
  readonly run: NameRun
  readonly roles: readonly string[]
}

/** Every name of a text, in order. A sentence's first word is one only where something else says so too. */
export function readMentions(text: string, passages: readonly Span[], lexicon: Lexicon): NameMention[] {
  const inner = new Set<string>()
  const found: { run: NameRun; tokens: VoiceToken[]; isInitial: boolean }[] = []
  const lower = new Set<string>()
  for (const { start, end } of passages) {
    const tokens = readWords(text, start, end)
    for (let at = 0; at < tokens.length; at += 1) {
      const token = tokens[at]!
      if (token.kind === 'word' && !token.capital) lower.add(token.small)
      const run = readNameRun(tokens, at, lexicon)
      if (run === null) continue
      const before = tokens[at - 1]
      const isInitial = before === undefined || /^[.!?:…"“”„«‘(•–—-]$/u.test(before.text)
      found.push({ run, tokens, isInitial })
      if (!isInitial) for (const word of run.words) inner.add(word)
      at = run.to - 1
    }
  }
  return found
    .filter(({ run, isInitial }) => {
      const [word = ''] = run.words
      if (!isInitial || run.words.length > 1) return true
      if (
        lexicon.say.has(word.toLowerCase()) ||
        lexicon.withWords.has(word.toLowerCase()) ||
        lexicon.people.test(word.toLowerCase())
      )
        return false
      return inner.has(word) || isGivenName(word) || run.titles.length > 0 || !lower.has(word.toLowerCase())
    })
    .map(({ run, tokens }) => ({ run, roles: rolesAround(tokens, run, lexicon) }))
}

/** "Pentagon spokesman John Kirby", "John Kirby, the Pentagon spokesman,", "the spokesman, John Kirby,". */
function rolesAround(tokens: readonly VoiceToken[], { from, to }: NameRun, lexicon: Lexicon): string[] {
  const roles: string[] = []
  const take = (at: number): void => {
    const { kind, small } = tokens[at]!
    if (kind === 'word' && (lexicon.people.test(small) || lexicon.titles.test(small)))
      roles.push(...rolesAt(tokens, at))
  }
  let at = from - 1
  if (tokens[at]?.text === ',' && lexicon.people.test(tokens[at - 1]?.small ?? '')) at -= 1
  for (let count = 0; count < 3 && tokens[at]?.kind === 'word'; count += 1, at -= 1) {
    if (isOther(tokens[at]!.small, lexicon)) break
    take(at)
  }
  return tokens[to]?.text === ',' ? [...roles, ...apposition(tokens, to + 1, lexicon)] : roles
}

/** Words across which nobody is called anything: "the staffer asks whether Sanders". */
const isOther = (word: string, lexicon: Lexicon): boolean =>
  lexicon.prepositions.has(word) ||
  lexicon.determiners.has(word) ||
  lexicon.conjunctions.has(word) ||
  lexicon.say.has(word) ||
  lexicon.withWords.has(word) ||
  lexicon.auxiliaries.has(word)

/** What "…, the Pentagon spokesman, …" calls the one before the comma; nothing where a new clause begins there. */
function apposition(tokens: readonly VoiceToken[], from: number, lexicon: Lexicon): string[] {
  const roles: string[] = []
  for (let at = from; at < from + ROLE_WORDS; at += 1) {
    const token = tokens[at]
    if (token === undefined || token.kind === 'mark') break
    if (lexicon.prepositions.has(token.small) && at > from) break
    if (
      lexicon.say.has(token.small) ||
      lexicon.auxiliaries.has(token.small) ||
      lexicon.withWords.has(token.small)
    )
      return []
    if (lexicon.people.test(token.small) || lexicon.titles.test(token.small))
      roles.push(...rolesAt(tokens, at))
  }
  return roles
}
