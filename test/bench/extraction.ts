import { execFileSync } from 'node:child_process'
import { type LabelledPage, loadPages } from './extraction/pages.ts'
import { READERS, type Reading, readPage } from './extraction/readers.ts'
import { interval, match, type Match, type Metric, overall, quantile } from './extraction/scores.ts'

const METRICS: readonly Metric[] = ['shingle', 'word']
const LEAST_READINGS = 400
const names = Object.keys(READERS)

interface Run {
  readonly page: LabelledPage
  readonly readings: Readonly<Record<string, { readonly reading: Reading; readonly milliseconds: number }>>
}

/**
 * Footnote beside the libraries that people use: how much of each article is found, how often title, author and date
 * are exactly what a person says, CPU of a page and the most memory. `folder`: labelled pages; null: our fixtures.
 */
export async function benchExtraction(folder: string | null): Promise<void> {
  const pages = loadPages(folder)
  // A few pages are read again and again: what a program costs while it is new is no page's cost.
  const rounds = Math.ceil(LEAST_READINGS / Math.max(1, pages.length))
  let runs: Run[] = []
  for (let round = 0; round < rounds; round += 1) {
    runs = []
    for (const [index, page] of pages.entries()) runs.push(await readByTurns(page, index + round))
  }
  const sets = [...new Set(pages.map(({ set }) => set))]
  console.log(
    `extraction ${pages.length} pages${folder === null ? ' of our own fixtures: name a folder with --pages' : ''}`,
  )
  for (const set of sets) {
    for (const metric of METRICS)
      printScores(
        set,
        metric,
        runs.filter(({ page }) => page.set === set),
      )
  }
  for (const fact of ['title', 'author', 'date'] as const) printExact(fact, runs)
  printCost(runs, folder)
}

/** One page by all readers, each time another one first, so that a noisy machine is noisy for all of them. */
async function readByTurns(page: LabelledPage, turn: number): Promise<Run> {
  const readings: Record<string, { reading: Reading; milliseconds: number }> = {}
  for (let step = 0; step < names.length; step += 1) {
    const name = names[(turn + step) % names.length]!
    const started = process.cpuUsage()
    const reading = await readPage(name, page.html, page.url, Date.now())
    const { user, system } = process.cpuUsage(started)
    readings[name] = { reading, milliseconds: (user + system) / 1000 }
  }
  return { page, readings }
}

function printScores(set: string, metric: Metric, runs: readonly Run[]): void {
  const cells = names.map((name) => {
    const matches: Match[] = runs.flatMap(({ page, readings }) =>
      page.articleBody === null ? [] : [match(metric, page.articleBody, readings[name]!.reading.text)],
    )
    const [low, high] = interval(metric, matches)
    return `${name} ${overall(metric, matches).toFixed(4)} [${low.toFixed(3)}, ${high.toFixed(3)}]`
  })
  const empty = runs.filter(
    ({ page, readings }) => page.articleBody && readings['footnote']!.reading.text === '',
  )
  const none = empty.length === 0 ? '' : `, ${empty.length} empty`
  console.log(`extraction ${set}, ${runs.length} pages${none}, ${metric} F1: ${cells.join(' | ')}`)
}

const plain = (text: string): string =>
  text.toLowerCase().replace(/[‘’]/g, "'").replace(/[“”]/g, '"').replace(/\s+/g, ' ').trim()

function printExact(fact: 'title' | 'author' | 'date', runs: readonly Run[]): void {
  const known = runs.filter(({ page }) => page[fact] !== null)
  if (known.length === 0) return
  const cells = names.map((name) => {
    const right = known.filter(
      ({ page, readings }) => plain(readings[name]!.reading[fact] ?? '') === plain(page[fact] ?? ''),
    )
    return `${name} ${((100 * right.length) / known.length).toFixed(1)} %`
  })
  console.log(`extraction ${fact} exact, ${known.length} pages: ${cells.join(' | ')}`)
}

function printCost(runs: readonly Run[], folder: string | null): void {
  const times = (name: string): number[] => runs.map(({ readings }) => readings[name]!.milliseconds)
  const base = names[1]!
  for (const [share, label] of [
    [0.5, 'median'],
    [0.95, '95th percentile'],
  ] as const) {
    const cells = names.map((name) => {
      const own = quantile(times(name), share)
      return `${name} ${own.toFixed(0)} ms (${(own / quantile(times(base), share)).toFixed(2)} × ${base})`
    })
    console.log(`extraction CPU of a page, ${label}: ${cells.join(' | ')}`)
  }
  const memory = names.map((name) => {
    const file = `${import.meta.dirname}/extraction-memory.ts`
    const megabytes = execFileSync(process.execPath, [file, name, ...(folder === null ? [] : [folder])])
    return `${name} ${megabytes.toString().trim()} MB`
  })
  console.log(`extraction most memory of a process that reads all: ${memory.join(' | ')}`)
}
