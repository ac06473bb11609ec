import type { Article } from '../../core/article.ts'
import { SHORT_TEXT } from '../thoughts.ts'
import type { ModelTalk } from './model-talk.ts'

/**
 * Begins, while the model works, with what every proof about a long article needs, in so many threads. A failure is left to
 * the proof itself.
 */
export function prepareProofs({ think, signal }: ModelTalk, article: Article, threads = 1): void {
  if (article.text.length <= SHORT_TEXT) return
  for (let begun = 0; begun < threads; begun += 1)
    void think('prepare', article, [], signal).catch(() => undefined)
}
