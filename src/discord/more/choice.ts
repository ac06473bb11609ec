import type { SummaryResult } from '../../app/ports.ts'
import type { Article } from '../../core/article.ts'
import { POINTS, type SummaryLength } from '../../core/summary.ts'
import type { Asked } from '../tasks/asked.ts'
import type { Bot } from '../bot.ts'

type Choice = Pick<Asked, 'length' | 'language' | 'withoutModel'>

const LONGER: Readonly<Record<SummaryLength, SummaryLength | null>> = {
  short: 'standard',
  standard: 'long',
  long: null,
}

/** How long a summary was asked for; results of earlier versions tell by how many points they hold. */
const lengthOf = ({ length, summary }: SummaryResult): SummaryLength =>
  length ?? (summary.claims.length > POINTS.standard ? 'long' : 'standard')

/** The next longer length, null above the longest. */
export const longerThan = (result: SummaryResult): SummaryLength | null => LONGER[lengthOf(result)]

/** How a summary was made, for another one that is made in the same way. */
export function choiceOf({ settings }: Bot, article: Article, result: SummaryResult): Choice {
  const { summary, run } = result
  return {
    length: lengthOf(result),
    language: summary.language === article.language ? null : summary.language,
    withoutModel: run.engine === 'extractive' && settings.engine !== 'extractive',
  }
}
