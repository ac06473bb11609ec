import type { Term } from './text-index.ts'

/** What kind of words would answer a question. */
export type Expectation = 'duration' | 'number' | 'date' | 'person' | 'place'

const MEASURE = /\bhow (?:long|many|much|old|far|large|big|tall|high|often|fast|deep|wide|heavy)\b/iu

/**
 * English question words, the first that fits decides. Those of six other languages were tried too: they moved the mean
 * reciprocal rank by +0.1 points, so they are left out.
 */
const QUESTION_WORDS: readonly [Expectation, RegExp][] = [
  ['duration', /\bhow long\b/iu],
  ['number', MEASURE],
  ['number', /\bwhat (?:percent|percentage|number|amount|population)\b/iu],
  ['date', /\bwhen\b|\b(?:what|which) (?:\w+ )?(?:year|date|day|month|century|decade|time|era|period)\b/iu],
  ['person', /\bwho(?:m|se)?\b|\b(?:what|which) (?:person|man|woman|president|king|queen|people)\b/iu],
  [
    'place',
    /\bwhere\b|\b(?:what|which) (?:country|city|state|place|location|town|region|continent|island)\b/iu,
  ],
]

/** What the question asks for, told from its question words; null where they do not say. */
export function expectationOf(question: string): Expectation | null {
  return QUESTION_WORDS.find(([, pattern]) => pattern.test(question))?.[0] ?? null
}

const CALENDAR =
  /^(?:januar|februar|march|april|may|june|july|august|septemb|octob|novemb|decemb|jan|feb|aug|sep|sept|oct|nov|dec|monday|tuesday|wednesday|thursday|friday|saturday|sunday|centur)$/
const NUMERAL =
  /^(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|fifty|hundred|thousand|million|billion|dozen|half|twice)$/
const TIME_UNIT = /^(?:second|minut|hour|day|week|month|year|decad|centur|centur)$/
const PLACE_PREPOSITION = /^(?:in|at|near|from|to|on|of)$/

/**
 * Whether a sentence holds words of the expected kind that the question itself does not hold: a number, a year or a
 * month, a capitalised word inside the sentence.
 */
export function meetsExpectation(
  expectation: Expectation,
  terms: readonly Term[],
  asked: ReadonlySet<string>,
): boolean {
  return terms.some((term, at) => {
    if (asked.has(term.key)) return false
    const { key, word, isNumber, isCapital } = term
    switch (expectation) {
      case 'duration':
        return TIME_UNIT.test(key)
      case 'number':
        return isNumber || NUMERAL.test(word)
      case 'date':
        return (isNumber && /^\d{3,4}$/u.test(key)) || CALENDAR.test(key)
      case 'person':
        return at > 0 && isCapital
      case 'place':
        return at > 0 && isCapital && PLACE_PREPOSITION.test(terms[at - 1]?.word ?? '')
    }
  })
}

/** The question with "how long", "how many" and their like blanked out: they say what is asked, not about what. */
export function withoutMeasure(question: string): string {
  return question.replace(MEASURE, (words) => ' '.repeat(words.length))
}
