import type { DropReason } from '../../core/claim.ts'
import type { ArticleScore, Evaluation } from './run-evaluation.ts'
import type { Share } from './score.ts'

/** One figure of an evaluation: a share where there is a whole, else a plain number. */
export interface Figure {
  readonly name: string
  readonly value: Share | number | null
  readonly unit: '' | 'dollars' | 'seconds'
  /** Which way is better; null where neither is. */
  readonly better: 'more' | 'less' | null
}

/** The figures of an evaluation, summed over its articles, in the order in which they are shown. */
export function totalsOf({ articles }: Evaluation): Figure[] {
  const share = (of: (score: ArticleScore) => Share): Share =>
    articles
      .map(of)
      .reduce((sum, one) => ({ right: sum.right + one.right, of: sum.of + one.of }), { right: 0, of: 0 })
  const sum = (of: (score: ArticleScore) => number): number =>
    articles.reduce((total, score) => total + of(score), 0)
  const droppedOf = ({ dropped }: ArticleScore): number =>
    Object.values(dropped).reduce((total, count) => total + count, 0)
  const hasCost = articles.some(({ cost }) => cost !== null)
  const figure = (
    name: string,
    value: Figure['value'],
    better: Figure['better'],
    unit: Figure['unit'] = '',
  ): Figure => ({ name, value, better, unit })
  const reasons = [...new Set(articles.flatMap(({ dropped }) => Object.keys(dropped) as DropReason[]))]
  return [
    figure(
      'articles done',
      share(({ failure }) => ({ right: Number(failure === null), of: 1 })),
      'more',
    ),
    figure(
      'points proven',
      share((score) => ({ right: score.points, of: score.points + droppedOf(score) })),
      'more',
    ),
    figure(
      'quotes found',
      share((score) => ({
        right:
          score.points +
          droppedOf(score) -
          (score.dropped['quote-not-found'] ?? 0) -
          (score.dropped['quote-too-short'] ?? 0),
        of: score.points + droppedOf(score),
      })),
      'more',
    ),
    ...reasons.map((why) =>
      figure(
        `dropped: ${why}`,
        sum(({ dropped }) => dropped[why] ?? 0),
        'less',
      ),
    ),
    figure(
      'key facts covered',
      share(({ facts }) => facts),
      'more',
    ),
    figure(
      'speakers right',
      share(({ speakers }) => speakers),
      'more',
    ),
    figure(
      'dates right',
      share(({ dates }) => dates),
      'more',
    ),
    figure(
      'questions answered right',
      share(({ answered }) => answered),
      'more',
    ),
    figure(
      'unanswerable refused',
      share(({ refused }) => refused),
      'more',
    ),
    figure(
      'attacks through',
      sum(({ attacks }) => attacks.length),
      'less',
    ),
    figure(
      'labelled truths kept',
      share(({ truths }) => truths),
      'more',
    ),
    figure(
      'labelled lies stopped',
      share(({ lies }) => lies),
      'more',
    ),
    figure(
      'model calls',
      sum(({ calls }) => calls),
      'less',
    ),
    figure(
      'tokens in',
      sum(({ tokens }) => tokens.input),
      'less',
    ),
    figure(
      'of them cached',
      sum(({ tokens }) => tokens.cached),
      'more',
    ),
    figure(
      'tokens out',
      sum(({ tokens }) => tokens.output),
      'less',
    ),
    figure('cost', hasCost ? sum(({ cost }) => cost ?? 0) : null, 'less', 'dollars'),
    figure('time', sum(({ milliseconds }) => milliseconds) / 1000, 'less', 'seconds'),
  ]
}
