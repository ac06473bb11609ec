import type { Claim } from '../../core/claim.ts'
import { questionParts } from '../../core/question-parts.ts'
import { UNSPACED } from '../../core/unspaced-scripts.ts'

/** Runs of one short word ("the", "of") say nothing about what stays open; of a script without spaces, two characters do. */
const LEAST_LETTERS = 4
const LEAST_CHARACTERS = 2
/** Every word is compared with every other. */
const MOST_WORDS = 100
/** A character of a script without spaces, or a word of any other. */
const WORD = new RegExp(
  `${UNSPACED}|[[\\p{L}\\p{N}]--${UNSPACED}][[\\p{L}\\p{M}\\p{N}'’.\\-]--${UNSPACED}]*`,
  'gv',
)
const WITHOUT_SPACES = new RegExp(UNSPACED, 'v')

interface Word {
  readonly text: string
  readonly start: number
  readonly end: number
}

/**
 * What of a question stays open, in the question's own words: of each phrase that a model names, the longest run of words
 * that the question holds, as it is written there. A phrase that shares nothing with the question is left out, so no
 * word of the model's own is shown.
 */
export function openWords(question: string, phrases: readonly string[]): readonly string[] {
  const asked = wordsOf(question).slice(0, MOST_WORDS)
  const found = phrases.map((phrase) => longestRun(question, asked, phrase)).filter((run) => run !== '')
  const distinct = [...new Set(found)]
  return distinct.filter((run) => !distinct.some((other) => other !== run && other.includes(run)))
}

function longestRun(question: string, asked: readonly Word[], phrase: string): string {
  const verbatim = phrase.trim().replace(/[?？]+$/u, '')
  const at = question.toLowerCase().indexOf(verbatim.toLowerCase())
  if (isTelling(verbatim) && at >= 0) return question.slice(at, at + verbatim.length)
  const named = wordsOf(phrase).slice(0, MOST_WORDS)
  let best = ''
  for (const [from] of asked.entries()) {
    for (const [start] of named.entries()) {
      let length = 0
      while (isSame(asked[from + length], named[start + length])) length++
      const run = length === 0 ? '' : question.slice(asked[from]!.start, asked[from + length - 1]!.end)
      if (run.length > best.length) best = run
    }
  }
  return isTelling(best) ? best : ''
}

const isTelling = (run: string): boolean =>
  run.length >= (WITHOUT_SPACES.test(run) ? LEAST_CHARACTERS : LEAST_LETTERS)

/** The parts of a question of which these claims hold no word; all of it where that does not tell. */
export function openParts(question: string, claims: readonly Claim[]): readonly string[] {
  const said = new Set(
    claims
      .flatMap(({ text, quotes }) => wordsOf([text, ...quotes.map((quote) => quote.text)].join(' ')))
      .map(({ text }) => text),
  )
  const parts = questionParts(question)
  const open = parts.filter((part) => !wordsOf(part).some(({ text }) => isTelling(text) && said.has(text)))
  return open.length > 0 && open.length < parts.length ? open : [question]
}

const isSame = (one: Word | undefined, other: Word | undefined): boolean =>
  one !== undefined && other !== undefined && one.text === other.text

const wordsOf = (text: string): Word[] =>
  [...text.matchAll(WORD)].map((match) => ({
    text: match[0].toLowerCase().replace(/[.'’-]+$/u, ''),
    start: match.index,
    end: match.index + match[0].replace(/[.'’-]+$/u, '').length,
  }))
