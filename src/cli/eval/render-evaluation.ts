import { counted } from '../../core/counted.ts'
import { sayDollars, toNanodollars } from '../../core/price.ts'
import { block, type Block, emptyLine, faint, type Piece } from '../styled.ts'
import type { Evaluation } from './run-evaluation.ts'
import { type Figure, totalsOf } from './totals.ts'

const NAME_WIDTH = 30
const VALUE_WIDTH = 20

/**
 * The figures as a table; with an earlier evaluation beside them, what has changed and which way, over the articles that
 * both have.
 */
export function renderEvaluation(all: Evaluation, before: Evaluation | null): Block[] {
  const evaluation = before === null ? all : inBoth(all, before)
  const earlier = before === null ? null : inBoth(before, all)
  const figures = totalsOf(evaluation)
  const earlierFigures = earlier === null ? [] : totalsOf(earlier)
  const names = [...new Set([...figures, ...earlierFigures].map(({ name }) => name))]
  const rows = names.map((name) => {
    const now = figures.find((figure) => figure.name === name)
    const then = earlierFigures.find((figure) => figure.name === name)
    return row(name, now, earlier === null ? undefined : (then ?? null))
  })
  return [
    block([{ text: nameOf(evaluation), bold: true }]),
    ...(earlier === null ? [] : [faint(`compared with ${nameOf(earlier)}`)]),
    emptyLine,
    ...rows,
    ...trouble(evaluation),
  ]
}

/** The same over those of its articles that another one has too. */
function inBoth(one: Evaluation, other: Evaluation): Evaluation {
  const names = new Set(other.articles.map(({ name }) => name))
  return { ...one, articles: one.articles.filter(({ name }) => names.has(name)) }
}

function nameOf({ engine, model, prompts, articles }: Evaluation): string {
  const by = engine === 'openai' ? [model ?? '', ...prompts] : ['built-in engine']
  return [...by, counted(articles.length, 'article')].join(' · ')
}

/** Cells are parted by a margin that keeps its spaces: the words of a block lose theirs. */
function row(name: string, now: Figure | undefined, then: Figure | null | undefined): Block {
  const value = sayValue(now)
  if (then === undefined) return block([{ text: value }], name.padEnd(NAME_WIDTH))
  const lead = `${name.padEnd(NAME_WIDTH)}${value.padEnd(VALUE_WIDTH)}${sayValue(then ?? undefined).padEnd(VALUE_WIDTH)}`
  return block([changeOf(now, then ?? undefined)], lead)
}

function sayValue(figure: Figure | undefined): string {
  const value = figure?.value ?? null
  if (value === null) return '–'
  if (typeof value === 'object') {
    return value.of === 0
      ? '–'
      : `${value.right} of ${value.of} (${Math.round((100 * value.right) / value.of)} %)`
  }
  if (figure?.unit === 'dollars') return sayDollars(toNanodollars(value))
  return figure?.unit === 'seconds' ? `${value.toFixed(1)} s` : value.toLocaleString('en')
}

function changeOf(now: Figure | undefined, then: Figure | undefined): Piece {
  const difference = sizeOf(now) - sizeOf(then)
  const better = now?.better ?? then?.better ?? null
  const isSeconds = (now ?? then)?.unit === 'seconds'
  if (Math.abs(difference) < 0.05) return { text: 'same', dim: true }
  const isShare = typeof (now ?? then)?.value === 'object'
  const sign = difference > 0 ? '+' : '−'
  const size = `${sign}${Math.abs(difference).toFixed(isShare || isSeconds ? 1 : 0)}`
  const isBetter = difference > 0 === (better === 'more')
  return better === null
    ? { text: size }
    : { text: `${size}, ${isBetter ? 'better' : 'worse'}`, ...(!isBetter && { colour: 'yellow' }) }
}

/** A share in percent, everything else as it is. */
function sizeOf(figure: Figure | undefined): number {
  const value = figure?.value ?? 0
  if (typeof value === 'number') return value
  return value.of === 0 ? 0 : (100 * value.right) / value.of
}

function trouble({ articles }: Evaluation): Block[] {
  return articles.flatMap(({ name, failure, attacks }) => [
    ...(failure === null ? [] : [block([{ text: `${name}: ${failure}`, colour: 'yellow' }], '! ')]),
    ...attacks.map((words) => block([{ text: `${name} had its way: “${words}”`, colour: 'red' }], '! ')),
  ])
}
