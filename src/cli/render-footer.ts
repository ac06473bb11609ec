import type { Article } from '../core/article.ts'
import { counted } from '../core/counted.ts'
import { sayPartsRead } from '../core/parts-read.ts'
import { sayDollars, toNanodollars } from '../core/price.ts'
import type { Run } from '../core/run.ts'
import { type Block, faint } from './styled.ts'

/** What was read, what wrote it and how long it took; `parts` come first. */
export function renderFooter(
  article: Article,
  linesLeftOut: number,
  run: Run | null,
  parts: readonly string[],
): Block {
  const all = [...parts, (run === null ? null : sayPartsRead(article, run)) ?? wordsRead(article)]
  if (linesLeftOut > 0) all.push(`${counted(linesLeftOut, 'line')} of page furniture left out`)
  if (run !== null) all.push(run.model ?? 'built-in engine', run.cached ? 'from the cache' : secondsOf(run))
  if (run !== null && run.cost !== null && run.cost > 0) all.push(sayDollars(toNanodollars(run.cost)))
  return faint(all.join(' · '))
}

function wordsRead({ source: { read } }: Article): string {
  if (read.complete === true) return `all ${counted(read.words, 'word')} read`
  if (read.of !== null && read.of !== read.words)
    return `${read.words.toLocaleString('en')} of ${counted(read.of, 'word')} read`
  return `${counted(read.words, 'word')} read`
}

const secondsOf = ({ milliseconds }: Run): string =>
  milliseconds < 50 ? 'under 0.1 s' : `${(milliseconds / 1000).toFixed(1)} s`
