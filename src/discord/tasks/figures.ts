import type { AnswerResult, Happening, SummaryResult } from '../../app/ports.ts'
import type { Run } from '../../core/run.ts'

/** What was shown, in figures: for the log and the metrics, without a word of it. */
export interface Figures {
  readonly happening: Happening | null
  readonly values: Readonly<Record<string, unknown>>
}

const ofRun = ({ engine, model, calls, cost, parts }: Run) => ({ engine, model, calls, cost, parts })

export function cardFigures({ summary, run }: SummaryResult, from: 'new' | 'seen-before' = 'new'): Figures {
  const source = from === 'seen-before' ? from : run.cached ? 'cache' : 'engine'
  return {
    happening: { what: 'card', from: source },
    values: {
      shows: 'card',
      source,
      points: summary.claims.length,
      dropped: summary.dropped.length,
      ...ofRun(run),
    },
  }
}

export function answerFigures({ answer, run }: AnswerResult): Figures {
  const { status, claims, dropped } = answer
  return {
    happening: { what: 'answer', status },
    values: { shows: 'answer', status, points: claims.length, dropped: dropped.length, ...ofRun(run) },
  }
}

/** Something that is neither: a longer summary for one person, what a refresh found, a pointer to another's card. */
export const otherFigures = (shows: 'longer' | 'refresh' | 'pointer'): Figures => ({
  happening: null,
  values: { shows },
})
