import type { AnswerResult } from '../app/ports.ts'
import { addTokens } from '../core/price.ts'
import { translatedNotice, withNotice } from '../core/translated.ts'
import type { Run } from '../core/run.ts'
import { usageError } from './failure.ts'
import type { Invocation } from './host.ts'
import { type SourceArguments, withArticle } from './read.ts'
import { renderAnswers } from './render-result.ts'

export interface AskArguments extends SourceArguments {
  readonly questions: readonly string[]
  readonly withoutModel?: boolean | undefined
}

/** `footnote ask SOURCE "question" […]`: each question sees the turns before it. */
export async function askCommand(given: AskArguments, invocation: Invocation): Promise<void> {
  const { questions, withoutModel } = given
  if (questions.some((question) => question.trim() === '')) {
    throw usageError('A question is empty. Example: footnote ask story.txt "Who called whom?"')
  }
  return withArticle(given, invocation, async (read, { assistant }, options) => {
    const results: AnswerResult[] = []
    for (const question of questions) {
      const turns = results.map(({ answer }) => ({ question: answer.question, answer }))
      results.push(await assistant.answer(read.article, turns, question, { ...options, withoutModel }))
    }
    const answers = results.map(({ answer }) => answer)
    const run = sumRuns(results.map((result) => result.run))
    const claims = answers.flatMap((answer) => answer.claims)
    const article = withNotice(read.article, translatedNotice(read.article, claims))
    return { json: { article, answers, run }, blocks: renderAnswers({ ...read, article }, answers, run) }
  })
}

/** The run of several questions as one: what was spent is added up, a notice is said once; the article's parts stay its parts. */
export function sumRuns(runs: readonly Run[]): Run {
  const [first] = runs
  if (first === undefined) throw new TypeError('There is no run to sum up.')
  const sum = (figure: (run: Run) => number): number => runs.reduce((total, run) => total + figure(run), 0)
  const notices = new Map(
    runs.flatMap((run) => run.notices).map((notice) => [JSON.stringify(notice), notice]),
  )
  // Questions on a long article are given different passages of it: no more than the least is promised.
  const [read] = runs.flatMap((run) => run.read ?? []).toSorted((one, other) => one.words - other.words)
  return {
    ...first,
    ...(read !== undefined && { read }),
    cached: runs.every((run) => run.cached),
    calls: sum((run) => run.calls),
    parts: Math.max(...runs.map((run) => run.parts)),
    tokens: runs.map((run) => run.tokens).reduce(addTokens),
    cost: runs.every((run) => run.cost === null) ? null : sum((run) => run.cost ?? 0),
    milliseconds: sum((run) => run.milliseconds),
    notices: [...notices.values()],
  }
}
