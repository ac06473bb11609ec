import type { Term } from './text-index.ts'

/** What kind of words would answer a question. */
export type Expectation = 'number' | 'date' | 'person' | 'place'

const MEASURE = /\bhow (?:long|many|much|old|far|large|big|tall|high|often|fast|deep|wide|heavy)\b/iu

/** Not a letter before, not a letter behind: `\b` knows no letters but English ones. */
const word = (words: string): string => `(?<!\\p{L})(?:${words})(?!\\p{L})`

/** Question words of the languages that questions were tried in, and of some that are near them; the first that fits decides. */
const QUESTION_WORDS: readonly [Expectation, RegExp][] = [
  [
    'number',
    new RegExp(
      [
        MEASURE.source,
        word('(?:what|which) (?:percent|percentage|number|amount|population)'),
        word(
          'wie ?viele?|wie (?:lange|hoch|groß|alt|weit)|wieviel\\p{L}*|welcher prozentsatz|hoeveel|hur många',
        ),
        word('cu[aá]nt[oa]s?|qu[eé] porcentaje|combien|quant[iaeo]s?|ile'),
        word('сколько|какой процент|скільки|kaç|ne kadar|yüzde kaçı|كم'),
        '多少|几[个年次种]|多[长久大高]|何人|いくつ|いくら',
      ].join('|'),
      'iu',
    ),
  ],
  [
    'date',
    new RegExp(
      [
        word('when|(?:what|which) (?:\\p{L}+ )?(?:year|date|day|month|century|decade|time|era|period)'),
        word('wann|welche[mrns]? (?:jahr|tag|monat|jahrhundert)|wanneer|när|quand|quelle année'),
        word('cu[aá]ndo|qu[eé] (?:año|fecha|siglo|día)|quando|(?:che|que) an[nñ]?o|kiedy'),
        word('когда|в каком году|каком веке|коли|ne zaman|hangi (?:yıl|tarih)\\p{L}*|متى|أي عام'),
        '何时|什么时候|哪一?年|いつ|何年',
      ].join('|'),
      'iu',
    ),
  ],
  [
    'person',
    new RegExp(
      [
        word('who(?:m|se)?|(?:what|which) (?:person|man|woman|president|king|queen|people)'),
        word('qui[eé]n(?:es)?|qui|chi|quem|wie is|vem'),
        word('кто|кому|кем|кого|чь[яеёи]\\p{L}*|хто|kim\\p{L}{0,5}'),
      ].join('|'),
      'iu',
    ),
  ],
  [
    'place',
    new RegExp(
      [
        word('where|(?:what|which) (?:country|city|state|place|location|town|region|continent|island)'),
        word('d[oó]nde|où|dove|onde|qu[eé] (?:ciudad|pa[ií]s|estado)|quel(?:le)? (?:ville|pays)'),
        word('где|куда|откуда|(?:какой|какая|каком) (?:город|стран|штат)\\p{L}*|де|nerede\\p{L}*'),
      ].join('|'),
      'iu',
    ),
  ],
]

/** What the question asks for, told from its question words; null where they do not say. */
export function expectationOf(question: string): Expectation | null {
  return QUESTION_WORDS.find(([, pattern]) => pattern.test(question))?.[0] ?? null
}

const MONTH =
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|aug|sept?|oct|nov|dec|monday|tuesday|wednesday|thursday|friday|saturday|sunday|century|centuries)$/
const NUMERAL =
  /^(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|fifty|hundreds?|thousands?|millions?|billions?|dozens?|half|twice)$/

/**
 * Whether a sentence holds words of the expected kind that the question itself does not hold: a number, a year or a
 * month, a capitalised word inside the sentence.
 */
export function meetsExpectation(
  expectation: Expectation,
  terms: readonly Term[],
  asked: ReadonlySet<string>,
): boolean {
  return terms.some(({ key, word: written, isNumber, isCapital }, at) => {
    if (asked.has(key)) return false
    switch (expectation) {
      case 'number':
        return isNumber || NUMERAL.test(written)
      case 'date':
        return (isNumber && /^\d{3,4}$/u.test(key)) || MONTH.test(written)
      case 'person':
      case 'place':
        return at > 0 && isCapital
    }
  })
}

/** The question with "how long", "how many" and their like blanked out: they say what is asked, not about what. */
export function withoutMeasure(question: string): string {
  return question.replace(MEASURE, (words) => ' '.repeat(words.length))
}
