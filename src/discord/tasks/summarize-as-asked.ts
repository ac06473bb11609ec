import type { SummaryResult } from '../../app/ports.ts'
import type { Article } from '../../core/article.ts'
import type { Asked } from './asked.ts'
import type { Bot } from '../bot.ts'
import type { Markup } from '../cards/markup.ts'
import { showProgress } from './progress.ts'
import type { TaskHandle } from './run-task.ts'
import { plain, type View } from '../cards/view.ts'

/** Summarises as long, in the language and with the engine that was asked for; `show` gets lines on how it goes. */
export async function summarizeAsAsked(
  bot: Bot,
  { length, language, withoutModel, guildId, unasked, again }: Asked,
  article: Article,
  show: ((view: View) => Promise<unknown>) | null,
  { signal }: Pick<TaskHandle, 'signal'>,
): Promise<SummaryResult> {
  const options = {
    length: length ?? undefined,
    language: language ?? undefined,
    withoutModel,
    guildId,
    urgency: again === 'refresh' ? again : unasked ? 'unasked' : undefined,
    signal,
  } as const
  if (show === null) return bot.assistant.summarize(article, options)
  const progress = showProgress(
    article,
    (line: Markup) => show(plain(line)),
    (error) => bot.log.failure('progress-not-shown', error),
  )
  try {
    return await bot.assistant.summarize(article, { ...options, onProgress: progress.onProgress })
  } finally {
    await progress.stop()
  }
}
