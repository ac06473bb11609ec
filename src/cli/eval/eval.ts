import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { usageError } from '../failure.ts'
import type { Invocation } from '../host.ts'
import { startProgress } from '../progress.ts'
import { faint } from '../styled.ts'
import { lookOf, show, write } from '../terminal.ts'
import { jsonLine } from '../visible.ts'
import { readEvaluationSet } from './evaluation-set.ts'
import { renderEvaluation } from './render-evaluation.ts'
import { type Evaluation, runEvaluation } from './run-evaluation.ts'

export interface EvalArguments {
  readonly model?: string | undefined
  readonly compare?: string | undefined
  readonly output?: string | undefined
  readonly articles?: readonly string[] | undefined
  readonly questions?: number | undefined
  readonly withoutModel?: boolean | undefined
}

/** Two that the article answers and two that it does not: a whole run stays within the day's 200 calls. */
const QUESTIONS = 4

/**
 * `footnote eval`: the configured model and prompts on the shipped set, as a table; the same as JSON goes to a file, to be
 * compared with a later run.
 */
export async function evalCommand(given: EvalArguments, invocation: Invocation): Promise<void> {
  const { host, streams, signal, json } = invocation
  const { workingDirectory, terminal } = await host.settings()
  const earlier =
    given.compare === undefined ? null : await readEarlier(resolve(workingDirectory, given.compare))
  const set = await readEvaluationSet(given.articles)
  const progress = startProgress(streams.stderr, 'Reading the evaluation set …')
  try {
    const { assistant } = await host.open({ model: given.model })
    const evaluation = await runEvaluation(set, assistant, {
      signal,
      withoutModel: given.withoutModel,
      questions: given.questions ?? QUESTIONS,
      onArticle: (done, name) => progress.say(`${done + 1} of ${set.length}: ${name}`),
    })
    progress.stop()
    const output = given.output === undefined ? null : resolve(workingDirectory, given.output)
    if (output !== null) await writeEvaluation(output, evaluation)
    if (json) return await write(streams.stdout, jsonLine(evaluation))
    const look = lookOf(streams.stdout, terminal)
    const next =
      output === null
        ? 'To compare later runs with this one: --output FILE now, --compare FILE then.'
        : `Written to ${output}. After a change: footnote eval --compare ${given.output ?? output}`
    await show(streams.stdout, [...renderEvaluation(evaluation, earlier), faint(next)], look)
  } finally {
    progress.stop()
  }
}

async function writeEvaluation(file: string, evaluation: Evaluation): Promise<void> {
  try {
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, `${JSON.stringify(evaluation, null, 1)}\n`)
  } catch (error) {
    throw usageError(
      `The file ${file} could not be written (${String((error as NodeJS.ErrnoException).code)}).`,
    )
  }
}

async function readEarlier(file: string): Promise<Evaluation> {
  try {
    const earlier = JSON.parse(await readFile(file, 'utf8')) as Partial<Evaluation>
    if (Array.isArray(earlier.articles) && Array.isArray(earlier.prompts)) return earlier as Evaluation
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw usageError(`There is no file ${file}.`)
  }
  throw usageError(`${file} is not what footnote eval --output writes.`)
}
