import { type ErrorCode, type FootnoteError, isHelpedByNoModel } from '../../core/error.ts'
import { joinMarkup, type Markup, markup, timestamp } from './markup.ts'
import { nextStep, possibleAgain, sentenceFor } from '../texts.ts'
import { button, plain, type View } from './view.ts'

export interface FailureFacts {
  readonly error: FootnoteError
  /** What the log calls it. */
  readonly incident: string
  /** The task that can be tried again, null where there is none. */
  readonly taskId: string | null
  /** Whether a model is set up at all and was used. */
  readonly usedModel: boolean
}

const WORTH_RETRYING: ReadonlySet<ErrorCode> = new Set([
  'link-unreachable',
  'link-timeout',
  'page-blocked',
  'page-unreadable',
  'model-unreachable',
  'model-busy',
  'model-refused',
  'model-rejected',
  'model-unusable-reply',
  'limit-reached',
  'cancelled',
  'storage-unavailable',
  'internal',
])

/** What happened in bold, what to do, the code and incident for the host, and the buttons that can help. */
export function failureView({ error, incident, taskId, usedModel }: FailureFacts): View {
  const happened = boldFirstSentence(sentenceFor(error))
  const again = error.retryAt === null ? [] : [possibleAgain(error.code, timestamp(error.retryAt, 'R'))]
  const lines: Markup[] = [joinMarkup([happened, ...again], ' ')]
  const next = nextStep(error.code)
  if (next !== null) lines.push(next)
  lines.push(markup`-# ${error.code} · ${incident}`)
  const buttons = []
  if (taskId !== null && WORTH_RETRYING.has(error.code)) buttons.push(button('retry', taskId))
  if (taskId !== null && usedModel && isHelpedByNoModel(error.code)) buttons.push(button('plain', taskId))
  return plain(joinMarkup(lines, '\n'), buttons)
}

/** Whether what was asked can be asked for again by a button: else nothing of it needs to be kept. */
export const offersRetry = (view: View): boolean => view.kind === 'plain' && view.buttons.length > 0

function boldFirstSentence(message: string): Markup {
  const end = /[.!?](?=\s)/u.exec(message)
  if (end === null) return markup`**${message}**`
  const first = message.slice(0, end.index + 1)
  return markup`**${first}** ${message.slice(end.index + 1).trim()}`
}
