import { createWorkerPool, type PoolLimits } from './adapters/extract/worker-pool.ts'
import type { Article } from './core/article.ts'
import { FootnoteError } from './core/error.ts'
import { SHORT_TEXT, type Think, thinkHere } from './app/thoughts.ts'

/** The fence is made in a few milliseconds for longer ones, too; a thread takes a third of a second to start. */
const SHORT_TO_FENCE = 500_000
/** 200,000 words take a second of it. */
const LIMITS: PoolLimits = { milliseconds: 3000, memoryMegabytes: 512 }

export interface ThoughtJob {
  readonly name: string
  readonly article: Article
  readonly rest: readonly unknown[]
}

/** Thinks about short articles at once, and about long ones in threads that can be ended. */
export function createThinker(limits: PoolLimits = LIMITS): {
  readonly think: Think
  close(): Promise<void>
} {
  const pool = createWorkerPool<ThoughtJob, unknown>(new URL('think-worker.ts', import.meta.url), limits)
  const think: Think = async (name, article, rest, signal) => {
    const most = name === 'fence' ? SHORT_TO_FENCE : SHORT_TEXT
    if (article.text.length <= most) return thinkHere(name, article, rest)
    const result = await pool.run({ name, article, rest }, signal).catch((error: unknown) => {
      throw isTooMuch(error) ? tooLong(error) : error
    })
    return result as Awaited<ReturnType<typeof think<typeof name>>>
  }
  return { think, close: () => pool.close() }
}

const isTooMuch = (error: unknown): boolean =>
  error instanceof FootnoteError && (error.code === 'page-too-large' || error.code === 'page-unreadable')

const tooLong = (cause: unknown): FootnoteError =>
  new FootnoteError(
    'article-too-long',
    'This text is too long or too tangled to work on. Give me the part of it that you need.',
    { cause },
  )
