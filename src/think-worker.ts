// Runs in a thread of its own, so that nobody waits for a long article but those who asked about it.
import { enableCompileCache } from 'node:module'
import { threadId } from 'node:worker_threads'
import type { Job, Outcome } from './adapters/extract/worker-pool.ts'
import type { Article } from './core/article.ts'
import { asFootnoteError } from './core/error.ts'
import { type Think, thinkHere } from './app/thoughts.ts'
import type { ThoughtJob } from './think.ts'

enableCompileCache()

/** What was read out of an article before is kept with the very object: the last one is held for the next question. */
let last: Article | null = null

export default async function thinkThere({ input, started }: Job<ThoughtJob>): Promise<Outcome<unknown>> {
  started.postMessage(threadId, [])
  try {
    last = last !== null && isSame(last, input.article) ? last : input.article
    const [name, rest] = [input.name, input.rest] as unknown as [Parameters<Think>[0], Parameters<Think>[2]]
    return { result: await thinkHere(name, last, rest) }
  } catch (thrown) {
    const { code, message, cause } = asFootnoteError(thrown)
    return { failure: { code, message, stack: cause instanceof Error ? cause.stack : undefined } }
  } finally {
    started.close()
  }
}

const isSame = (one: Article, other: Article): boolean =>
  one.id === other.id &&
  one.text === other.text &&
  one.onPage === other.onPage &&
  JSON.stringify([one.title, one.language, one.source]) ===
    JSON.stringify([other.title, other.language, other.source])
