import type { VoiceToken } from './frame.ts'
import { FEMALE_NAMES, MALE_NAMES } from './given-names.ts'
import type { Lexicon } from './lexicon.ts'
import { rolesAt } from './roles.ts'

/** Capitalised words that belong together, and what of them is the name. Indices of tokens, `to` exclusive. */
export interface NameRun {
  readonly from: number
  readonly to: number
  /** The words of the name, titles left out: "Sen." and "Republican" are none of it. */
  readonly words: readonly string[]
  /** Titles before the name, in small letters, without full stops. */
  readonly titles: readonly string[]
  readonly start: number
  readonly end: number
}

const LONGEST_RUN = 12
const PARTICLE = /^(?:de|la|van|von|der|den|bin|ibn|al|el|du|da|dos|del|della|di|le|ter|af|zu|y|e|ben)$/u
const LOWER_NAME = /^(?:al|el|ad|as|an|ar|at)-\p{Lu}/u
/** Turkish hangs its cases on a name behind an apostrophe: "Erdoğan'a". */
const CASE_ENDING = /['’]\p{Ll}{1,5}$/u
const JUNIOR = /^(?:jr|sr|ii|iii|iv)\.?$/u

export const isCapital = (token: VoiceToken | undefined): boolean =>
  token !== undefined && token.kind === 'word' && (token.capital || LOWER_NAME.test(token.text))

/** Whether a word can be part of a name. */
const isNameWord = (token: VoiceToken | undefined, lexicon: Lexicon): boolean =>
  token !== undefined && isCapital(token) && !lexicon.notNames.has(token.small) && !/\d/u.test(token.text)

export const isGivenName = (word: string): boolean =>
  MALE_NAMES.has(word.toLowerCase()) || FEMALE_NAMES.has(word.toLowerCase())

/** "Will Moy told", not "Will Trump run?". */
const isWill = (tokens: readonly VoiceToken[], at: number): boolean =>
  tokens[at]?.text === 'Will' && isCapital(tokens[at + 1]) && /^[\p{L},]/u.test(tokens[at - 1]?.text ?? '.')

/** "in May", "May 5"; Theresa May is none. */
const isMonth = (tokens: readonly VoiceToken[], at: number): boolean =>
  tokens[at]?.text === 'May' &&
  (/^\p{N}/u.test(tokens[at + 1]?.text ?? '') ||
    /^(?:in|of|on|by|since|until|last|next|early|late|mid|from)$/u.test(tokens[at - 1]?.small ?? ''))

/** The run of capitalised words that begins at this token; null where none does. */
export function readNameRun(
  tokens: readonly VoiceToken[],
  from: number,
  lexicon: Lexicon,
  limit = tokens.length,
): NameRun | null {
  const last = Math.min(limit, from + LONGEST_RUN)
  const isName = (at: number): boolean =>
    at < last && (isNameWord(tokens[at], lexicon) || isWill(tokens, at)) && !isMonth(tokens, at)
  const isParticle = (at: number): boolean => at < last && PARTICLE.test(tokens[at]!.text)
  if (!isName(from)) return null
  let to = from + 1
  for (;;) {
    if (isName(to)) to += 1
    else if (isParticle(to) && isName(to + 1)) to += 2
    else if (isParticle(to) && isParticle(to + 1) && isName(to + 2)) to += 3
    else if (to + 1 < last && tokens[to]!.text === ',' && JUNIOR.test(tokens[to + 1]!.small)) to += 2
    else break
  }
  return nameOf(tokens, from, to, lexicon)
}

function nameOf(tokens: readonly VoiceToken[], from: number, to: number, lexicon: Lexicon): NameRun {
  const all = tokens.slice(from, to).filter(({ kind }) => kind === 'word')
  const isTitle = ({ small }: VoiceToken): boolean => lexicon.titles.test(small)
  let first = 0
  for (let at = 0; at < all.length - 1; at += 1) {
    const next = all[at + 1]!
    if (isTitle(all[at]!) && !JUNIOR.test(next.small)) first = at + 1
  }
  // "White House", "House Republicans": nothing but titles is a name of its own.
  if (all.slice(first).every(isTitle)) first = 0
  const given = all.findIndex(({ text }, at) => at >= first && isGivenName(text))
  if (given > first && given < all.length - 1) first = given
  return {
    from,
    to,
    words: all.slice(first).map(({ text }) => text.replace(CASE_ENDING, '').replace(/^([JS]r)$/u, '$1.')),
    titles: all.slice(0, first).flatMap((_, at) => rolesAt(all, at).map((role) => role.replace(/\.$/u, ''))),
    start: all[first]!.start,
    end: all.at(-1)!.end,
  }
}

const ORGANISATION =
  /^(?:party|house|senate|congress|parliament|committee|university|council|ministry|department|dept|office|news|times|post|journal|institute|group|inc|corp|co|company|court|bank|association|union|center|centre|agency|street|states|kingdom|city|county|school|college|foundation|press|avenue|airport|hotel|church|act|day|night|fund|force|guard|security|service|commission|board|network|league|club|museum|tower|park|army|navy|republic|republicans|democrats|island|islands|beach|north|south|east|west|new|san|los|united|european|national|international|federal|supreme|white|american|authority|partners|media|radio|television|tv|hall|hill|bureau|administration|campaign|government|coalition|federation|society|trust|action|initiative|alliance|project|watch|report|review|magazine|morning|today|tonight|week|live|show|awards?|prize|world|cup|war|conference|summit|convention|medical|hospital|police|intelligence|treasury|pentagon|kremlin|brexit|christmas|easter|voice|democracy|justice|america|americans|labor|reserve|exchange|systems|technologies|industries|airlines|holdings|capital|ventures|of)\.?$/u

/** Whether words have the shape of a person's name, beside what is known of them. */
export function looksLikePerson(words: readonly string[], titles: readonly string[]): boolean {
  if (words.some((word) => ORGANISATION.test(word.toLowerCase()))) return false
  if (words.length > 1 && isGivenName(words[0] ?? '')) return true
  if (titles.length > 0) return true
  return words.length >= 2 && words.length <= 4 && words.every((word) => !/^\p{Lu}{2,}$/u.test(word))
}

export const withoutJunior = (words: readonly string[]): readonly string[] =>
  JUNIOR.test((words.at(-1) ?? '').toLowerCase()) ? words.slice(0, -1) : words

/** Whether words are all capitals: a label, a headline. */
export const isShouted = (word: string): boolean => word.length > 1 && word === word.toUpperCase()
