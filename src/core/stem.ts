import { IRREGULAR_VERBS } from './irregular-verbs.ts'

/** Takes the endings off a folded word (`foldWord`), so that "calls" and "called" are one term. */
export type Stemmer = (word: string) => string

/** Endings that go when at least so many letters stay; the first that fits ends the matter. */
interface Endings {
  readonly stays: number
  /** Longest first. */
  readonly endings: readonly string[]
}

/** The stemmer of a language; words of a language that has none stay as they are. Words with a digit always do. */
export function stemmerFor(language: string): Stemmer {
  const stem = STEMMERS[language] ?? ((word) => word)
  return (word) => (/\p{N}/u.test(word) ? word.replace(/(?<=^\d+)(?:s|th|st|nd|rd)$/u, '') : stem(word))
}

/**
 * Light stemmers: they take off the endings of number, gender, case and the commonest verb forms, and leave the rest,
 * which costs less precision than full stemming. The lists are our own and shorter than those of the papers they follow:
 *
 * - en: Porter 1980, "An algorithm for suffix stripping", steps 1a and 1b and the commonest endings of steps 2 to 4
 * - de, fr, es: Savoy 2006, "Light stemming approaches for the French, Portuguese, German and Hungarian languages"
 * - ru: Dolamic and Savoy 2009, "Indexing and stemming approaches for the Russian language"
 * - tr: Can et al. 2008, "Information retrieval on Turkish texts": the first five letters do as well as a lemmatiser
 * - ar: light10 of Larkey, Ballesteros and Connell 2002, "Improving stemming for Arabic information retrieval"
 */
const STEMMERS: Readonly<Record<string, Stemmer>> = {
  en: stemEnglish,
  de: stemWith({ stays: 3, endings: longestFirst('ern em er en es e s n st t') }),
  fr: stemWith({
    stays: 3,
    endings: longestFirst(
      'issements issement atrices atrice ations ation ateurs ateur aient antes ante ants ant ements ement ' +
        'euses euse eurs eur iques ique ites ite ives ive ifs if ees ee es er ez ent ait ais e s x',
    ),
  }),
  es: stemWith({
    stays: 3,
    endings: longestFirst(
      'amientos amiento imientos imiento aciones acion adores ador idades idad mente ados adas ado ada ' +
        'idos idas ido ida aron ieron ando iendo aba aban ara eran ar er ir es os as o a e n s',
    ),
  }),
  ru: stemWith({
    stays: 3,
    endings: longestFirst(
      'иями ями ами ием иям иях ого ему ому ыми ими ают яют уют ует ает яет ить ать ять еть ешь ишь ался илась лась лось лись ' +
        'ился ется ются ились ает ала ила ело ели али или ало ило ией ей ой ий ый ая яя ое ее ые ие ую юю ов ев ом ем ам ям ах ях ых их ия ию ии ть ла ло ли ет ют ут ят ит л а я о е ы и у ю ь й',
    ),
  }),
  tr: (word) => word.slice(0, 5),
  ar: stemArabic,
}

function longestFirst(endings: string): string[] {
  return endings.split(/\s+/u).sort((left, right) => right.length - left.length)
}

function stemWith({ stays, endings }: Endings): Stemmer {
  return (word) => {
    const ending = endings.find((each) => word.endsWith(each) && word.length - each.length >= stays)
    return ending === undefined ? word : word.slice(0, -ending.length)
  }
}

const ENGLISH_DERIVED = longestFirst(
  'izational ization izations ational ion ment ness ful able ible ance ence ity ly ive ally al or er',
)
const VOWEL = /[aeiouy]/u

function stemEnglish(word: string): string {
  if (word.length < 4) return IRREGULAR_VERBS.get(word) ?? word
  const base = IRREGULAR_VERBS.get(word) ?? word
  return stripEnglishDerivation(stripEnglishVerb(stripEnglishPlural(base)))
}

function stripEnglishPlural(word: string): string {
  if (/(?:ss|us|is)$/u.test(word)) return word
  if (word.endsWith('ies')) return word.slice(0, -2)
  if (/(?:sses|shes|ches|xes|zes)$/u.test(word)) return word.slice(0, -2)
  return word.endsWith('s') ? word.slice(0, -1) : word
}

function stripEnglishVerb(word: string): string {
  const stem = word.replace(/(?:ing|ed)$/u, '')
  if (stem === word || stem.length < 3 || !VOWEL.test(stem)) return word
  return stem.replace(/([bdfgmnprt])\1$/u, '$1')
}

function stripEnglishDerivation(word: string): string {
  const ending = ENGLISH_DERIVED.find((each) => word.endsWith(each) && word.length - each.length >= 4)
  const stem = ending === undefined ? word : word.slice(0, -ending.length)
  return stem.length > 3 ? stem.replace(/[eiy]$/u, '') : stem
}

const ARABIC_ENDINGS = stemWith({ stays: 2, endings: ['ها', 'ان', 'ات', 'ون', 'ين', 'يه', 'ه', 'ي'] })

function stemArabic(word: string): string {
  const bare = word.replace(/^و(?=\p{L}{3})/u, '').replace(/^(?:ال|بال|كال|فال|لل)(?=\p{L}{2})/u, '')
  return ARABIC_ENDINGS(bare)
}
