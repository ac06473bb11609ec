import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { splitPassages } from '../../src/core/passage.ts'
import { rankSentences } from '../../src/core/retrieval.ts'
import type { Span } from '../../src/core/span.ts'

/** One article a line; offsets are UTF-16 code units of `text`; no answer means that the article does not say. */
interface Row {
  readonly text: string
  readonly pars: readonly (readonly [number, number])[]
  readonly qs: readonly {
    readonly q: string
    readonly par: number
    readonly ans: readonly (readonly [number, number])[]
  }[]
}

const LONGEST_SPAN = 700
const READ_CHARACTERS = 1500

/**
 * Questions with known answers, in files of the form `{ text, pars, qs: [{ q, par, ans }] }` a line: how high the answer's
 * sentence stands, and how many questions are told to be answered or not.
 */
export function benchRetrieval(files: readonly string[]): void {
  if (files.length === 0) {
    console.log('retrieval  skipped: needs --data FILE, articles with questions and answers, one a line')
  }
  for (const file of files) {
    const rows = readFileSync(file, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Row)
    const name = basename(file).replace(/\.jsonl$/, '')
    console.log(`retrieval  ${name}: ${ranks(rows)}`)
    console.log(`retrieval  ${name}: ${refusals(rows)}`)
  }
}

function ranks(rows: readonly Row[]): string {
  const places: number[] = []
  let early = 0
  const started = performance.now()
  for (const { text, qs } of rows) {
    const passages = splitPassages(text)
    for (const { q, ans } of qs) {
      if (ans.length === 0) continue
      const { sentences } = rankSentences(text, passages, q)
      places.push(sentences.findIndex((span) => isHit(span, ans)) + 1)
      let read = 0
      const within = sentences.filter(({ start, end }) => {
        read += Math.min(end - start, LONGEST_SPAN)
        return read <= READ_CHARACTERS
      })
      if (within.some((span) => isHit(span, ans))) early += 1
    }
  }
  const time = (performance.now() - started) / Math.max(1, places.length)
  const recall = (most: number): string =>
    percent(places.filter((place) => place > 0 && place <= most).length, places.length)
  const reciprocal = places.reduce((sum, place) => sum + (place > 0 ? 1 / place : 0), 0)
  return (
    `${places.length} questions, recall at 1 / 3 / 5 ${recall(1)} / ${recall(3)} / ${recall(5)}, ` +
    `MRR ${percent(reciprocal, places.length)}, within ${READ_CHARACTERS} characters ${percent(early, places.length)}, ` +
    `${time.toFixed(1)} ms a question`
  )
}

function isHit({ start, end }: Span, answers: readonly (readonly [number, number])[]): boolean {
  const cut = Math.min(end, start + LONGEST_SPAN)
  return answers.some(
    ([from, to]) => start <= from && from < cut && Math.min(cut, to) - from >= (to - from) / 2,
  )
}

/** Balanced accuracy: the mean of the share of answerable questions answered and of the others refused. */
function refusals(rows: readonly Row[]): string {
  const answered: Record<string, [number, number]> = {}
  const ask = (kind: string, text: string, question: string): void => {
    const count = (answered[kind] ??= [0, 0])
    if (rankSentences(text, splitPassages(text), question).answerable) count[0] += 1
    count[1] += 1
  }
  for (const [at, { text, pars, qs }] of rows.entries()) {
    const other = rows[(at + 1) % rows.length]!
    const paragraph = ({ text: whole, pars: all }: Row, number: number): string =>
      whole.slice(...all[number % all.length]!)
    const own = rows[at]!
    const answerable = qs.filter(({ ans }) => ans.length > 0)
    // One text after the other, so that each is read once.
    for (const { q } of answerable) ask('article', text, q)
    for (const { q } of answerable) ask('other article', other.text, q)
    for (const { q, par, ans } of qs)
      ask(ans.length > 0 ? 'paragraph' : 'unanswerable', paragraph(own, par), q)
    for (const { q, par } of answerable) ask('other paragraph', paragraph(other, par), q)
    for (const { q, par } of answerable) {
      const rest = pars.filter((_, number) => number !== par).map(([from, to]) => text.slice(from, to))
      ask('removed', rest.join('\n\n'), q)
    }
  }
  const balanced = (asked: string, wrong: string): string => {
    const [right = 0, all = 0] = answered[asked] ?? []
    const [taken = 0, of = 0] = answered[wrong] ?? []
    return of === 0 ? 'none' : percent(right / Math.max(1, all) + 1 - taken / of, 2)
  }
  return (
    `refused, balanced: another article ${balanced('article', 'other article')}, another article's paragraph ` +
    `${balanced('paragraph', 'other paragraph')}, answer's paragraph taken out ${balanced('article', 'removed')}, ` +
    `written to look answerable ${balanced('paragraph', 'unanswerable')}`
  )
}

const percent = (part: number, all: number): string => ((100 * part) / Math.max(1, all)).toFixed(1)
