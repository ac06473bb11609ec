// How much of an extracted text is the article, and of the article is in it. Two published measures:
// - shingles: runs of four words, precision and recall averaged over pages, F1 of the two averages
//   (scrapinghub/article-extraction-benchmark, evaluate.py)
// - words: a bag of words in lower case, F1 of each page averaged (Murrough-Foley/web-content-extraction-benchmark)

export interface Match {
  readonly precision: number
  readonly recall: number
}

export type Metric = 'shingle' | 'word'

const RUN = 4
const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}_]+/gu) ?? []

function countsOf(parts: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const part of parts) counts.set(part, (counts.get(part) ?? 0) + 1)
  return counts
}

function runsOf(words: readonly string[]): string[] {
  if (words.length === 0) return []
  const count = Math.max(1, words.length - RUN + 1)
  return Array.from({ length: count }, (_, index) => words.slice(index, index + RUN).join(' '))
}

/** What is right of the found text, and what of the article was found. */
export function match(metric: Metric, truth: string, found: string): Match {
  const partsOf = (text: string): string[] =>
    metric === 'shingle' ? runsOf(wordsOf(text)) : wordsOf(text.toLowerCase())
  const [own, other] = [countsOf(partsOf(truth)), countsOf(partsOf(found))]
  const sum = (counts: Map<string, number>): number =>
    [...counts.values()].reduce((all, count) => all + count, 0)
  let shared = 0
  for (const [part, count] of own) shared += Math.min(count, other.get(part) ?? 0)
  const [expected, given] = [sum(own), sum(other)]
  if (expected === 0 && given === 0) return { precision: 1, recall: 1 }
  return {
    precision: given === 0 ? 0 : shared / given,
    recall: expected === 0 ? 0 : shared / expected,
  }
}

const harmonic = ({ precision, recall }: Match): number =>
  precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall)

const mean = (numbers: readonly number[]): number =>
  numbers.length === 0 ? 0 : numbers.reduce((sum, number) => sum + number, 0) / numbers.length

/** F1 over pages, as each benchmark averages it. */
export const overall = (metric: Metric, matches: readonly Match[]): number =>
  metric === 'word'
    ? mean(matches.map(harmonic))
    : harmonic({
        precision: mean(matches.map(({ precision }) => precision)),
        recall: mean(matches.map(({ recall }) => recall)),
      })

const RESAMPLES = 1000

/** Where 95 % of the scores lie when the pages are drawn again, with replacement; the same draws every time. */
export function interval(metric: Metric, matches: readonly Match[]): readonly [number, number] {
  let state = 42
  const random = (): number => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32
    return state / 2 ** 32
  }
  const scores = Array.from({ length: RESAMPLES }, () =>
    overall(
      metric,
      matches.map(() => matches[Math.floor(random() * matches.length)]!),
    ),
  ).toSorted((one, other) => one - other)
  return [scores[Math.floor(RESAMPLES * 0.025)] ?? 0, scores[Math.floor(RESAMPLES * 0.975)] ?? 0]
}

/** The value below which this share of the numbers lies. */
export const quantile = (numbers: readonly number[], share: number): number =>
  numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length * share)] ?? 0
