import { answerByModel } from './answer-by-model.ts'
import type { Engine } from '../engine.ts'
import { startTalk } from './model-talk.ts'
import type { Model, Prompts } from '../ports.ts'
import { summarizeByModel } from './summarize-by-model.ts'

export interface ModelEngineParts {
  readonly model: Model
  readonly prompts: Prompts
  /** Called before every request to the model, retries included; nothing is sent when it throws. */
  readonly beforeCall: () => Promise<void>
}

/** The engine that asks a chat model for claims and hands on those that the article proves. */
export function createModelEngine({ model, prompts, beforeCall }: ModelEngineParts): Engine {
  const { summarize, merge, answer, repair } = prompts
  const ids = [summarize, merge, answer, repair].map(({ id }) => id)
  return {
    name: 'openai',
    model: model.name,
    version: [model.name, model.contextTokens, model.maxOutputTokens, ...ids].join(' '),
    summarize: (article, options, work) =>
      summarizeByModel(startTalk(model, beforeCall, work.signal), prompts, article, options, work),
    answer: (article, turns, question, work) =>
      answerByModel(startTalk(model, beforeCall, work.signal), prompts, article, turns, question, work),
  }
}
