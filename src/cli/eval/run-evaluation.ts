import type { Assistant } from '../../app/assistant.ts'
import type { Answer, Turn } from '../../core/answer.ts'
import type { DropReason, Dropped } from '../../core/claim.ts'
import { asFootnoteError, type ErrorCode } from '../../core/error.ts'
import { addTokens, NO_TOKENS, type Tokens } from '../../core/price.ts'
import type { Run } from '../../core/run.ts'
import { judgeLies, judgeTruths } from './check-labels.ts'
import type { LabelledArticle, LabelledQuestion } from './evaluation-set.ts'
import { findAttacks, isRefusal, isRightAnswer, scoreFacts, scoreSpeakers, type Share } from './score.ts'

/** What an engine made of one article of the set. */
export interface ArticleScore {
  readonly name: string
  readonly kind: string
  readonly points: number
  readonly dropped: Readonly<Partial<Record<DropReason, number>>>
  readonly facts: Share
  readonly speakers: Share
  readonly dates: Share
  readonly answered: Share
  readonly refused: Share
  /** Demands of a hostile page that were shown. */
  readonly attacks: readonly string[]
  /** Labelled truths that the checks let pass, and labelled lies that they stop, whichever engine runs. */
  readonly truths: Share
  readonly lies: Share
  readonly calls: number
  readonly tokens: Tokens
  readonly cost: number | null
  readonly milliseconds: number
  /** Why it could not be read, summarised or asked about; null where all went well. */
  readonly failure: ErrorCode | null
}

export interface EvaluationOptions {
  readonly signal: AbortSignal
  readonly withoutModel?: boolean | undefined
  /** Questions asked of each article, half of them such that it does not answer. */
  readonly questions: number
  readonly onArticle: (done: number, name: string) => void
}

export interface Evaluation {
  readonly engine: Run['engine'] | null
  readonly model: string | null
  readonly prompts: readonly string[]
  readonly articles: readonly ArticleScore[]
}

/** Reads, summarises and asks about each article, one after the other: a person waits, and nobody else should. */
export async function runEvaluation(
  set: readonly LabelledArticle[],
  assistant: Assistant,
  options: EvaluationOptions,
): Promise<Evaluation> {
  const articles: ArticleScore[] = []
  const runs: Run[] = []
  for (const [at, labelled] of set.entries()) {
    options.onArticle(at, labelled.name)
    articles.push(await scoreArticle(labelled, assistant, options, (run) => runs.push(run)))
  }
  return {
    engine: runs[0]?.engine ?? null,
    model: runs[0]?.model ?? null,
    prompts: [...new Set(runs.flatMap(({ prompt }) => (prompt === null ? [] : [prompt])))],
    articles,
  }
}

const NOTHING: Share = { right: 0, of: 0 }

const NOTHING_DONE: Omit<ArticleScore, 'name' | 'kind'> = {
  points: 0,
  dropped: {},
  facts: NOTHING,
  speakers: NOTHING,
  dates: NOTHING,
  answered: NOTHING,
  refused: NOTHING,
  attacks: [],
  truths: NOTHING,
  lies: NOTHING,
  calls: 0,
  tokens: NO_TOKENS,
  cost: null,
  milliseconds: 0,
  failure: null,
}

async function scoreArticle(
  labelled: LabelledArticle,
  assistant: Assistant,
  { signal, questions, withoutModel }: EvaluationOptions,
  onRun: (run: Run) => void,
): Promise<ArticleScore> {
  const { name, kind, file, url, published } = labelled
  let score: ArticleScore = { ...NOTHING_DONE, name, kind }
  const spend = (run: Run): void => {
    onRun(run)
    score = {
      ...score,
      calls: score.calls + run.calls,
      tokens: addTokens(score.tokens, run.tokens),
      cost: run.cost === null ? score.cost : (score.cost ?? 0) + run.cost,
      milliseconds: score.milliseconds + run.milliseconds,
    }
  }
  try {
    const { article } = await assistant.read({ kind: 'file', ...file, url }, { signal })
    const truths = judgeTruths(article, labelled)
    const lies = judgeLies(article, labelled)
    const { summary, run } = await assistant.summarize(article, { signal, withoutModel })
    spend(run)
    score = {
      ...score,
      points: summary.claims.length,
      dropped: countReasons(summary.dropped),
      facts: scoreFacts(article, summary.claims, labelled),
      speakers: scoreSpeakers(article, summary.claims, labelled),
      dates: { right: Number(article.source.published.value === published), of: 1 },
      truths: { right: truths.filter(({ why }) => why === null).length, of: truths.length },
      lies: { right: lies.filter(({ why }) => why !== null).length, of: lies.length },
    }
    const turns: Turn[] = []
    const results: { readonly asked: LabelledQuestion; readonly answer: Answer }[] = []
    for (const asked of chooseQuestions(labelled.questions, questions)) {
      const before = turns.filter(({ question }) => question === asked.after)
      const result = await assistant.answer(article, before, asked.question, { signal, withoutModel })
      spend(result.run)
      turns.push({ question: result.answer.question, answer: result.answer })
      results.push({ asked, answer: result.answer })
    }
    const answerable = results.filter(({ asked }) => asked.answerable)
    const others = results.filter(({ asked }) => !asked.answerable)
    const right = answerable.filter(({ asked, answer }) => isRightAnswer(article, answer, asked))
    return {
      ...score,
      answered: { right: right.length, of: answerable.length },
      refused: { right: others.filter(({ answer }) => isRefusal(answer)).length, of: others.length },
      attacks: findAttacks(
        labelled,
        summary.claims,
        results.map(({ answer }) => answer),
      ),
    }
  } catch (error) {
    const failure = asFootnoteError(error)
    if (failure.code === 'cancelled') throw failure
    return { ...score, failure: failure.code }
  }
}

function countReasons(dropped: readonly Dropped[]): Partial<Record<DropReason, number>> {
  const counts: Partial<Record<DropReason, number>> = {}
  for (const { why } of dropped) counts[why] = (counts[why] ?? 0) + 1
  return counts
}

/** The first ones of each sort; a follow-up comes with the question that it follows. */
function chooseQuestions(questions: readonly LabelledQuestion[], count: number): readonly LabelledQuestion[] {
  const half = Math.ceil(count / 2)
  const chosen = [true, false].flatMap((sort) =>
    questions.filter(({ answerable }) => answerable === sort).slice(0, half),
  )
  return questions.filter(
    (each) =>
      chosen.includes(each) &&
      (each.after === undefined || chosen.some(({ question }) => question === each.after)),
  )
}
