import type { Article } from '../core/article.ts'
import { cacheKey } from '../core/cache-key.ts'
import type { Claim } from '../core/claim.ts'
import { FootnoteError, throwIfCancelled } from '../core/error.ts'
import { NO_TOKENS } from '../core/price.ts'
import type { Summary } from '../core/summary.ts'
import type { SummarizeOptions, SummaryChoice } from './assistant.ts'
import type { Engine, EngineRun } from './engine.ts'
import type { Think } from './thoughts.ts'
import type { Once, SharedWork } from './once.ts'
import type { Cache, Clock, Metrics, SummaryResult } from './ports.ts'
import type { Run } from '../core/run.ts'

/** Keys hold a hash of the words, so a summary never goes stale; this only bounds the store. */
const SUMMARY_LIVES = 30 * 24 * 60 * 60 * 1000
const SCHEMA = 3

export interface SummarizePorts {
  readonly summaries: Cache<SummaryResult>
  readonly once: Once
  readonly clock: Clock
  readonly metrics: Pick<Metrics, 'count'>
  readonly think: Think
}

/** Summarises an article with an engine: once for each key, however many ask, then from the cache. */
export async function summarize(
  ports: SummarizePorts,
  engine: Engine,
  article: Article,
  options: SummarizeOptions,
): Promise<SummaryResult> {
  throwIfCancelled(options.signal)
  const started = performance.now()
  const { length = 'standard', language = null } = options
  const key = keyOf(engine, article, options)
  const work: SharedWork<SummaryResult> = async (signal, report) => {
    const known = await ports.summaries.get(key)
    ports.metrics.count({ what: 'summary', from: known === undefined ? 'engine' : 'cache' })
    if (known !== undefined) return fromCache(known, since(started))
    report({ phase: 'writing', words: article.words })
    const { guildId } = options
    const written = await engine.summarize(
      article,
      { length, language },
      { signal, onProgress: report, guildId },
    )
    const { claims, dropped, run } = written
    const summary: Summary = {
      headline: article.title === '' ? (claims[0]?.text ?? '') : article.title,
      language: written.language,
      claims,
      dropped,
      coverage: coverage(article, claims),
    }
    const silent = await ports.think('silent', article, [], signal).catch(nobodyWhereTooLong)
    const madeAt = ports.clock()
    const result = { summary, silent, run: runRecord(engine, run, since(started)), length, madeAt }
    // What a model read in part, or in the wrong language, is not remembered: the next reader may have more luck.
    const isWhole = run.notices.length === 0 || engine.name === 'extractive'
    // It quotes the article, whose site may ask that no copy is kept.
    if (isWhole && article.source.noArchive !== true) await ports.summaries.set(key, result, SUMMARY_LIVES)
    return result
  }
  for (;;) {
    let isOurs = false
    try {
      return await ports.once(
        key,
        options.signal,
        (signal, report) => {
          isOurs = true
          return work(signal, report)
        },
        options.onProgress,
      )
    } catch (error) {
      // The guild that paid for the flight which we joined has spent its budget; ours may not have.
      const isTheirBudget = !isOurs && error instanceof FootnoteError && error.code === 'budget-spent'
      if (!isTheirBudget) throw error
    }
  }
}

/** Names beside the points are worth less than the points. */
function nobodyWhereTooLong(error: unknown): readonly string[] {
  if (error instanceof FootnoteError && error.code === 'article-too-long') return []
  throw error
}

/** The summary that the cache still holds: nothing is written anew. */
export async function findSummary(
  { summaries }: Pick<SummarizePorts, 'summaries'>,
  engine: Engine,
  article: Article,
  options: SummaryChoice,
): Promise<SummaryResult | undefined> {
  const started = performance.now()
  const known = await summaries.get(keyOf(engine, article, options))
  return known && fromCache(known, since(started))
}

function keyOf(
  { name, version }: Engine,
  { id, title, source: { url } }: Article,
  { length = 'standard', language }: SummaryChoice,
): string {
  // The address is part of the key because every quote carries a link into that page.
  const way = cacheKey('summary', SCHEMA, title, url, name, version, length, language ?? null)
  // The article's id stays readable: whoever forgets an article finds its summaries.
  return `${id}:${way}`
}

/** Milliseconds that have passed, whatever the clock was set to meanwhile; `started` is of `performance.now()`. */
export const since = (started: number): number => Math.round(performance.now() - started)

/** How an engine's work is told: its own figures with its name and the time taken. */
export function runRecord(engine: Engine, run: EngineRun, milliseconds: number): Run {
  return { engine: engine.name, ...run, cached: false, milliseconds }
}

function fromCache({ run, ...known }: SummaryResult, milliseconds: number): SummaryResult {
  const nothingSpent = {
    calls: 0,
    tokens: NO_TOKENS,
    cost: run.cost === null ? null : 0,
  }
  return { ...known, run: { ...run, ...nothingSpent, cached: true, milliseconds } }
}

function coverage(article: Article, claims: readonly Claim[]): Summary['coverage'] {
  const paragraphs = article.passages.filter(({ kind }) => kind !== 'heading')
  const quotes = claims.flatMap((claim) => claim.quotes)
  const used = paragraphs.filter(({ start, end }) =>
    quotes.some((quote) => quote.start < end && start < quote.end),
  )
  return { paragraphs: used.length, of: paragraphs.length }
}
