import { stemmer as arabic } from '@orama/stemmers/arabic'
import { stemmer as danish } from '@orama/stemmers/danish'
import { stemmer as dutch } from '@orama/stemmers/dutch'
import { stemmer as english } from '@orama/stemmers/english'
import { stemmer as finnish } from '@orama/stemmers/finnish'
import { stemmer as french } from '@orama/stemmers/french'
import { stemmer as german } from '@orama/stemmers/german'
import { stemmer as greek } from '@orama/stemmers/greek'
import { stemmer as hungarian } from '@orama/stemmers/hungarian'
import { stemmer as indonesian } from '@orama/stemmers/indonesian'
import { stemmer as italian } from '@orama/stemmers/italian'
import { stemmer as norwegian } from '@orama/stemmers/norwegian'
import { stemmer as portuguese } from '@orama/stemmers/portuguese'
import { stemmer as romanian } from '@orama/stemmers/romanian'
import { stemmer as russian } from '@orama/stemmers/russian'
import { stemmer as spanish } from '@orama/stemmers/spanish'
import { stemmer as swedish } from '@orama/stemmers/swedish'
import { stemmer as turkish } from '@orama/stemmers/turkish'
import { IRREGULAR_VERBS } from './irregular-verbs.ts'
import { foldWord } from './tokenise.ts'

/** The stem of a word as the text writes it, in lower case and without accents: "Calls" and "called" are one term. */
export type Stemmer = (written: string) => string

/**
 * Snowball's algorithms (Porter 2001, "Snowball: a language for stemming algorithms"), as @orama/stemmers compiles them:
 * functions from a word to its stem, without state. They ask for accents, so that words are folded behind them.
 */
const SNOWBALL: Readonly<Record<string, Stemmer>> = {
  ar: (word) => arabic(withoutArabicParticles(foldWord(word))),
  da: danish,
  de: german,
  el: greek,
  en: (word) => english(IRREGULAR_VERBS.get(word) ?? word),
  es: spanish,
  fi: finnish,
  fr: french,
  hu: hungarian,
  id: indonesian,
  it: italian,
  nl: dutch,
  no: norwegian,
  pt: portuguese,
  ro: romanian,
  ru: russian,
  sv: swedish,
  tr: turkish,
}

/** Texts of one language share most of their words, and stemming takes longer than looking up. */
const STEMS = new Map<string, Map<string, string>>()
const MOST_REMEMBERED = 20_000
const LONGEST_REMEMBERED = 12

/** The stemmer of a language; in a language that has none, a word's stem is the word. A number's ending always goes. */
export function stemmerFor(language: string): Stemmer {
  const known = STEMS.get(language) ?? new Map<string, string>()
  STEMS.set(language, known)
  return (written) => {
    const remembered = known.get(written)
    if (remembered !== undefined) return remembered
    const stem = stemOf(written, language)
    // A longer slice would keep the whole text in memory.
    if (written.length > LONGEST_REMEMBERED) return stem
    if (known.size >= MOST_REMEMBERED) known.clear()
    known.set(written, stem)
    return stem
  }
}

function stemOf(written: string, language: string): string {
  if (/\p{N}/u.test(written)) return foldWord(written).replace(/(?<=^\d+)(?:s|th|st|nd|rd)$/u, '')
  const stem = SNOWBALL[language] ?? ((word) => word)
  // Only a Turkish reader knows that the small letter of "I" has no dot.
  const word = language === 'tr' ? written.toLocaleLowerCase('tr') : written.toLowerCase()
  return foldWord(stem(word.normalize('NFC')))
}

/** "And" and the article, written as one word with the noun: light10 of Larkey, Ballesteros and Connell 2002. */
function withoutArabicParticles(word: string): string {
  return word.replace(/^و(?=\p{L}{3})/u, '').replace(/^(?:ال|بال|كال|فال|لل)(?=\p{L}{2})/u, '')
}
