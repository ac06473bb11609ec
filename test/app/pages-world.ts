import { onTestFinished } from 'vitest'
import type { ReadOptions } from '../../src/app/assistant.ts'
import type { Log } from '../../src/app/ports.ts'
import { compose } from '../../src/compose.ts'
import { parseConfig } from '../../src/config.ts'
import { sharedExtractor } from '../support/shared-extractor.ts'
import { type LoopbackRoute, startLoopbackWeb } from '../support/loopback-web.ts'

export const SITE = 'http://news.example'

/** A page with an article of its own for each name; `head` goes into its head. */
export const aPage = (name: string, head = ''): string =>
  `<!doctype html><html lang="en"><head><title>${name}</title><meta property="og:type" content="article">${head}</head>
  <body><article><p>The ${name} sailed on Monday with ninety cars and two hundred people on board, and it came back late at night.</p>
  <p>Nobody on the quay of ${name} had waited for the mail, which the captain of the ferry gave to the harbour master himself.</p>
  <p>The next crossing of ${name} is planned for the spring, the company said, when the new engine has been tried at sea.</p>
  <p>Until then a smaller ship takes the place of ${name}, three times a day and twice on Sundays, as the timetable says.</p>
  </article></body></html>`

/** An assistant, a web of these pages, a clock that the test moves, and every line that was logged. */
export async function pagesWorld(routes: Readonly<Record<string, LoopbackRoute>>) {
  const web = await startLoopbackWeb(routes)
  onTestFinished(() => web.close())
  const time = { now: Date.UTC(2026, 10, 22, 8) }
  const lines: unknown[] = []
  const write = (...line: unknown[]): string => `${lines.push(line)}`
  const log: Log = { info: write, warn: write, failure: write }
  const { assistant } = await compose(parseConfig({ STORAGE_URL: 'memory:' }), {
    clock: () => time.now,
    log,
    extractor: sharedExtractor,
    fetcher: { resolve: web.resolve, dial: web.dial },
  })
  onTestFinished(() => assistant.close())
  const read = async (url: string, options: ReadOptions = {}) =>
    (await assistant.read({ kind: 'link', url }, options)).article
  return { web, time, lines, assistant, read }
}
