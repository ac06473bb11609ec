import { foldWord } from '../tokenise.ts'
import { isSameCountry } from './demonyms.ts'

/** What a person is called before the name; no part of it. */
const TITLES = new Set(
  (
    'mr mrs ms miss mx dr prof professor sir dame lord lady judge justice president vice premier prime minister chancellor ' +
    'secretary senator sen rep congressman congresswoman governor gov mayor chief chair chairman chairwoman chairperson ' +
    'director general captain capt colonel col major sergeant sgt lieutenant lt officer inspector detective attorney ' +
    'king queen prince princess pope bishop father sister saint st deputy spokesman spokeswoman spokesperson ceo cfo ' +
    'herr frau doktor ministerin prasident prasidentin kanzler kanzlerin burgermeister burgermeisterin sprecher sprecherin ' +
    'madame monsieur mme m mlle ministre president presidente maire juge senor senora don dona ministro ministra alcalde ' +
    'alcaldesa juez presidenta signor signora dottor dottoressa sindaco sindaca onorevole senhor senhora ministro prefeito ' +
    'prefeita meneer mevrouw minister burgemeester bay bayan sayin baskan bakan'
  ).split(' '),
)

export const isTitle = (word: string): boolean => TITLES.has(foldWord(word).replace(/\.$/u, ''))

/** Endings with which languages put a name into a sentence. */
const INFLECTED: Readonly<Record<string, number>> = {
  ru: 3,
  uk: 3,
  pl: 3,
  cs: 3,
  tr: 4,
  fi: 4,
  hu: 4,
  de: 2,
  ar: 2,
}
const DEMONYM =
  /(?:ese|ian|ean|an|ish|ic|i|er|isch|ische|ischen|ischer|isches|ais|aise|ois|oise|ano|ana|enses?|es|eses|ino|ina|cki|ский|ская|ские|ских|ского|ской|ском|ским)$/u

/** Whether two words, folded, are one name: the same, inflected, or a country and its people. */
export function isSameName(one: string, other: string, language: string): boolean {
  if (one === other || isSameCountry(one, other)) return true
  const [short, long] = one.length <= other.length ? [one, other] : [other, one]
  if (short.length < 3) return false
  let shared = 0
  while (shared < short.length && short[shared] === long[shared]) shared += 1
  const endings = INFLECTED[language] ?? 0
  if (
    endings > 0 &&
    shared >= 3 &&
    short.length - shared <= Math.min(endings, shared - 2) &&
    long.length - shared <= endings + 1
  )
    return true
  // Павел, Павла: a vowel that comes and goes.
  if (endings > 2 && shared >= 3 && short.length >= 5 && long.length - shared <= 2) return true
  // Plurals and possessives: Democrats, Havgaards.
  if (
    shared === short.length &&
    (short.length >= 4 || long === `${short}s`) &&
    long.length - short.length <= 2 &&
    /^(?:s|es|e|n|en)$/u.test(long.slice(shared))
  )
    return true
  return (
    (shared >= 5 || shared === short.length) &&
    shared >= 0.55 * long.length &&
    (DEMONYM.test(one) || DEMONYM.test(other))
  )
}

/** The words of a name as they are compared. */
export const foldName = (name: string): string =>
  foldWord(name.normalize('NFC'))
    .replace(/['’`´]s?$/u, '')
    .replace(/[.'’`´]/gu, '')
