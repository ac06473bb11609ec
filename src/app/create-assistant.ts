import type { IsTracker } from '../core/address.ts'
import type { Answer, Turn } from '../core/answer.ts'
import type { Article } from '../core/article.ts'
import { FootnoteError, throwIfCancelled } from '../core/error.ts'
import { NO_TOKENS } from '../core/price.ts'
import type { Run } from '../core/run.ts'
import type { Assistant, EngineChoice, WorkOptions } from './assistant.ts'
import type { Engine } from './engine.ts'
import type { Once } from './once.ts'
import type {
  AnswerResult,
  Cap,
  Clock,
  Extractor,
  Fetcher,
  InTurn,
  Metrics,
  SpendingUnit,
  Storage,
} from './ports.ts'
import { createAdmit, type FairUse, perGuildAndDay } from './fair-use.ts'
import { type AutoSummarize, createGuildSettings } from './guild-settings.ts'
import { createGuildUsage } from './guild-usage.ts'
import { createReader } from './read-article.ts'
import { keepWithin } from './keep-within.ts'
import type { Think } from './thoughts.ts'
import { findSummary, runRecord, since, summarize } from './summarize.ts'

export interface AssistantParts {
  readonly fetch: Fetcher
  readonly extract: Extractor
  readonly isTracker: IsTracker
  readonly storage: Storage
  /** The configured engine; the same as `builtIn` where no model is configured. */
  readonly engine: Engine
  readonly builtIn: Engine
  readonly think: Think
  readonly once: Once
  readonly inTurn: InTurn
  readonly metrics: Metrics
  readonly fairUse: FairUse
  /** Nothing that nobody comes back to is kept for so many milliseconds. */
  readonly retention: number
  /** Where links are summarised unasked, unless a guild narrows it. */
  readonly autoSummarize: AutoSummarize
  readonly caps: readonly Cap[]
  /** What the configured models are counted in, beside calls; none where there is no model. */
  readonly units: readonly SpendingUnit[]
  readonly clock: Clock
}

/** The longest question that is read: more is not a question. */
const LONGEST_QUESTION = 1000

/** The use cases, joined: the only thing that the front-ends know. */
export function createAssistant(parts: AssistantParts): Omit<Assistant, 'close'> {
  const { storage, clock, once, metrics, think } = parts
  const { conversations, tasks, forgetting } = storage
  const articles = keepWithin(storage.articles, parts.retention)
  const addresses = keepWithin(storage.addresses, parts.retention)
  const summaries = keepWithin(storage.summaries, parts.retention)
  const { fetch, extract, isTracker } = parts
  const { read, addressKeys } = createReader({
    fetch,
    extract,
    isTracker,
    articles,
    addresses,
    once,
    clock,
    metrics,
  })
  const chosen = ({ withoutModel = false }: EngineChoice): Engine =>
    withoutModel ? parts.builtIn : parts.engine
  const settings = createGuildSettings(storage.settings, {
    autoSummarize: parts.autoSummarize,
    summariesPerDay: perGuildAndDay(parts.fairUse.summaries),
    questionsPerDay: perGuildAndDay(parts.fairUse.questions),
  })

  const answer = async (
    article: Article,
    turns: readonly Turn[],
    asked: string,
    options: WorkOptions & EngineChoice = {},
  ): Promise<AnswerResult> => {
    throwIfCancelled(options.signal)
    const question = checkedQuestion(asked)
    const started = performance.now()
    const engine = chosen(options)
    const { run, ...found } = await engine.answer(article, turns, question, options)
    return { answer: { question, ...found }, run: runRecord(engine, run, since(started)) }
  }

  return {
    read,
    summarize: (article, options = {}) =>
      summarize({ summaries, once, clock, metrics, think }, chosen(options), article, options),
    findSummary: (article, choice) => findSummary({ summaries }, chosen(choice), article, choice),
    answer,
    voices: (article, { signal } = {}) => think('voices', article, [], signal),
    gone: (claims, newer) => think('gone', newer, [claims]),
    ask: (conversationId, question, options = {}) =>
      parts.inTurn(conversationId, async () => {
        const conversation = await conversations.find(conversationId)
        if (conversation === undefined) {
          throw new FootnoteError(
            'conversation-unknown',
            'I no longer have this article. Give me the link or the text again.',
          )
        }
        const stored = options.unseen === true ? storedAnswer(conversation.turns, question) : undefined
        if (stored !== undefined) return { answer: stored, run: notRun(chosen(options)) }
        const result = await answer(conversation.article, conversation.turns, question, options)
        const turn = { question: result.answer.question, answer: result.answer }
        await conversations.appendTurn(
          conversationId,
          turn,
          options.personId ?? null,
          options.messageId ?? null,
        )
        return result
      }),
    addressKeys,
    conversations,
    tasks,
    forgetting,
    admit: createAdmit(storage.uses, parts.fairUse, clock, settings),
    settings,
    usageOf: createGuildUsage({ ...storage, clock, caps: parts.caps, units: parts.units }),
    spending: storage.spending,
  }
}

/** Only a whole one: what an answer says of its gaps depends on how much was read, which no turn knows. */
const storedAnswer = (turns: readonly Turn[], asked: string): Answer | undefined =>
  turns.findLast(({ question, answer }) => question === asked.trim() && answer.status === 'answered')?.answer

/** Of an answer that was made before: nothing is spent on it now. */
const notRun = ({ name }: Engine): Run => ({
  engine: name,
  model: null,
  prompt: null,
  cached: true,
  calls: 0,
  parts: 1,
  tokens: NO_TOKENS,
  cost: null,
  milliseconds: 0,
  notices: [],
})

function checkedQuestion(asked: string): string {
  const question = asked.trim()
  if (question === '')
    throw new FootnoteError('bad-request', 'There is no question here. Ask one about the article.')
  if (question.length <= LONGEST_QUESTION) return question
  throw new FootnoteError(
    'bad-request',
    `A question may have ${LONGEST_QUESTION} characters at most. Ask a shorter one.`,
  )
}
