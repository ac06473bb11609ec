/** Runs of one short word ("the", "of") say nothing about what stays open. */
const LEAST_LETTERS = 4
/** Every word is compared with every other. */
const MOST_WORDS = 100
const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}'’.-]*/gu

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
  if (verbatim.length >= LEAST_LETTERS && at >= 0) return question.slice(at, at + verbatim.length)
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
  return best.length >= LEAST_LETTERS ? best : ''
}

const isSame = (one: Word | undefined, other: Word | undefined): boolean =>
  one !== undefined && other !== undefined && one.text === other.text

const wordsOf = (text: string): Word[] =>
  [...text.matchAll(WORD)].map((match) => ({
    text: match[0].toLowerCase().replace(/[.'’-]+$/u, ''),
    start: match.index,
    end: match.index + match[0].replace(/[.'’-]+$/u, '').length,
  }))
