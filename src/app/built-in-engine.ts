import { throwIfCancelled } from '../core/error.ts'
import { POINTS } from '../core/summary.ts'
import type { Engine } from './engine.ts'
import { type Think, thinkHere } from './thoughts.ts'

/** Raise it when summaries or answers of the same article would come out differently, so that caches let go of theirs. */
const VERSION = '2'

/**
 * The engine that needs no model: every claim is a sentence of the article, word for word. Summaries are picked by place,
 * likeness to the whole and newness; answers by retrieval.
 */
export function createBuiltInEngine(think: Think = thinkHere): Engine {
  return {
    name: 'extractive',
    version: VERSION,
    async summarize(article, { length, language }, { signal }) {
      throwIfCancelled(signal)
      return think('summarize', article, [POINTS[length], language], signal)
    },
    async answer(article, turns, question, { signal }) {
      throwIfCancelled(signal)
      return think('answer', article, [turns, question], signal)
    },
  }
}
