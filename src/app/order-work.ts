import type { Article } from '../core/article.ts'
import { cacheKey } from '../core/cache-key.ts'
import type { Assistant, EngineChoice, Progress, SummaryChoice, WorkOptions } from './assistant.ts'
import { type JobInputs, type JobKind, sourceToJson } from './job-kinds.ts'
import type { AnswerResult, Jobs, ReadArticle, SummaryResult } from './ports.ts'
import type { Voices } from './thoughts.ts'

/** What is begun is finished first, and nobody waits for a page that is only compared again. */
const URGENCY = { finish: 1, asked: 2, unasked: 5, refresh: 8 } as const

/**
 * The same assistant, whose reading, writing and answering is done by whoever does jobs. What is only looked up, and what
 * is stored, goes straight to the store.
 */
export function orderWork(assistant: Assistant, jobs: Jobs): Assistant {
  const order = async <Kind extends JobKind>(
    kind: Kind,
    key: string,
    input: JobInputs[Kind],
    { signal, onProgress, urgency }: WorkOptions,
    usual: number,
  ): Promise<unknown> =>
    jobs.run(
      { kind, key: `${kind}-${key}`, input, urgency: urgency === undefined ? usual : URGENCY[urgency] },
      { signal, onProgress: (progress) => onProgress?.(progress as Progress) },
    )

  return {
    ...assistant,
    read: async (source, options = {}) => {
      const refresh = options.refresh ?? false
      const input = { source: sourceToJson(source), refresh }
      const usual = refresh ? URGENCY.refresh : URGENCY.asked
      return (await order('read', cacheKey(JSON.stringify(input)), input, options, usual)) as ReadArticle
    },
    summarize: async (article, options = {}) => {
      const { guildId = null, length, language, withoutModel } = options
      const choice: SummaryChoice = { length, language, withoutModel }
      const key = cacheKey(keyOf(article), JSON.stringify(choice), guildId)
      const input = { article, choice, guildId }
      return (await order('summarize', key, input, options, URGENCY.finish)) as SummaryResult
    },
    answer: async (article, turns, question, options = {}) => {
      const { guildId = null, withoutModel } = options
      const choice: EngineChoice = { withoutModel }
      const key = cacheKey(keyOf(article), JSON.stringify([turns, question, choice]), guildId)
      const input = { article, turns, question, choice, guildId }
      return (await order('answer', key, input, options, URGENCY.finish)) as AnswerResult
    },
    ask: async (conversationId, question, options = {}) => {
      const { guildId = null, withoutModel, personId, messageId = null, unseen = false } = options
      const input = {
        conversationId,
        question,
        choice: { withoutModel },
        guildId,
        personId,
        messageId,
        unseen,
      }
      // The same question of two people is asked, answered and counted twice.
      const key = cacheKey(JSON.stringify(input))
      return (await order('ask', key, input, options, URGENCY.finish)) as AnswerResult
    },
    voices: async (article, options = {}) =>
      (await order('voices', cacheKey(keyOf(article)), { article }, options, URGENCY.asked)) as Voices,
    gone: async (claims, newer) =>
      (await order(
        'gone',
        cacheKey(keyOf(newer), JSON.stringify(claims)),
        { claims, newer },
        {},
        URGENCY.finish,
      )) as readonly number[],
  }
}

/** The same words read at two addresses are two articles. */
const keyOf = ({ id, title, source }: Article): string => JSON.stringify([id, title, source.url])
