import type { SummaryLength } from '../core/summary.ts'
import { translatedNotice, withNotice } from '../core/translated.ts'
import type { Invocation } from './host.ts'
import { type SourceArguments, withArticle } from './read.ts'
import { renderSummary } from './render-result.ts'

export interface SummarizeArguments extends SourceArguments {
  readonly length?: SummaryLength | undefined
  readonly language?: string | undefined
  readonly withoutModel?: boolean | undefined
}

/** `footnote summarize SOURCE` */
export function summarizeCommand(given: SummarizeArguments, invocation: Invocation): Promise<void> {
  const { length, language, withoutModel } = given
  return withArticle(given, invocation, async (read, { assistant }, options) => {
    const result = await assistant.summarize(read.article, { ...options, length, language, withoutModel })
    const { summary, run } = result
    const article = withNotice(read.article, translatedNotice(read.article, summary.claims, summary.language))
    return { json: { article, summary, run }, blocks: renderSummary({ ...read, article }, result) }
  })
}
