import { FootnoteError } from '../core/error.ts'
import type { Assistant } from './assistant.ts'
import { type JobInputs, type JobKind, sourceFromJson } from './job-kinds.ts'
import type { DoJob } from './ports.ts'

type Run = Parameters<DoJob>[1]
type Doers = { readonly [Kind in JobKind]: (input: JobInputs[Kind], run: Run) => Promise<unknown> }

/** Does what front-ends ordered, through the very same assistant that they would use themselves. */
export function doWork(assistant: Assistant): DoJob {
  const doers: Doers = {
    read: ({ source, refresh }, run) =>
      assistant.read(sourceFromJson(source), { refresh, ...optionsOf(run) }),
    summarize: ({ article, choice, guildId }, run) =>
      assistant.summarize(article, { ...choice, guildId, ...optionsOf(run) }),
    answer: ({ article, turns, question, choice, guildId }, run) =>
      assistant.answer(article, turns, question, { ...choice, guildId, ...optionsOf(run) }),
    ask: ({ conversationId, question, choice, unseen, ...asked }, run) =>
      assistant.ask(conversationId, question, {
        ...choice,
        ...asked,
        // Who did it before may have stored the answer, and told nobody.
        unseen: unseen || run.isAgain,
        ...optionsOf(run),
      }),
    voices: ({ article }, { signal }) => assistant.voices(article, { signal }),
    gone: ({ claims, newer }) => assistant.gone(claims, newer),
  }
  return async ({ kind, input }, run) => {
    if (!Object.hasOwn(doers, kind)) throw unknownKind()
    // Written by `orderWork` of this version; of another, a kind is new rather than changed.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    return (doers[kind as JobKind] as (input: unknown, run: Run) => Promise<unknown>)(input, run)
  }
}

const optionsOf = ({ signal, report }: Run) => ({ signal, onProgress: report })

const unknownKind = (): FootnoteError =>
  new FootnoteError(
    'bad-request',
    'The worker is older than the bot and does not know this request. The host has to update it.',
  )
