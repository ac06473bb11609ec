import { onTestFinished } from 'vitest'
import type { Assistant } from '../../src/app/assistant.ts'
import type { Clock, Log } from '../../src/app/ports.ts'
import { compose } from '../../src/compose.ts'
import { parseConfig } from '../../src/config.ts'
import { type Script, startLoopbackModel } from '../support/loopback-model.ts'
import { sharedExtractor } from '../support/shared-extractor.ts'
import { startLoopbackWeb } from '../support/loopback-web.ts'

export const PARAGRAPHS = [
  'The ferry company said on Monday that its oldest ship, the Aldis, will leave service in October after forty years.',
  'Captain Runa Thorsby told passengers that the ship “has never missed a winter”, and that its engine was rebuilt in 2019.',
  'The company has ordered two electric ferries, which will cost 31 million crowns each and carry ninety cars.',
]
const page = `<!doctype html><html lang="en"><head><title>Old ferry retires</title><meta property="og:type" content="article">
<meta property="article:published_time" content="2026-11-20T08:00:00+01:00"></head><body><article><h1>Old ferry retires</h1>
${PARAGRAPHS.map((paragraph) => `<p>${paragraph}</p>`).join('\n')}</article></body></html>`
const CAPTCHA = '<html><body><h1>One moment</h1><div class="cf-turnstile"></div></body></html>'
export const LINK = 'http://news.example/ferry'

const silent: Log = { info: () => {}, warn: () => {}, failure: () => 'incident' }

/** An assistant with a page to read and, with a script, a model; all of it ends with the test. */
export async function world(
  script: Script | null,
  environment: Record<string, string> = {},
  clock: Clock = Date.now,
) {
  const web = await startLoopbackWeb({
    '/ferry': page,
    '/captcha': CAPTCHA,
    '/gone': { status: 404 },
    '/short': { status: 302, headers: { location: 'http://www.youtube.com/watch?v=abc' } },
    'www.youtube.com/watch': page,
    '/wall': { status: 403, body: page },
  })
  onTestFinished(() => web.close())
  const model = script === null ? null : await startLoopbackModel(script)
  if (model !== null) onTestFinished(() => model.close())
  const server = model === null ? {} : { OPENAI_BASE_URL: model.baseUrl, OPENAI_MODEL: 'loopback' }
  const config = parseConfig({ STORAGE_URL: 'memory:', ...server, ...environment })
  const start = async (): Promise<Assistant> => {
    const { assistant } = await compose(config, {
      log: silent,
      clock,
      extractor: sharedExtractor,
      fetcher: { resolve: web.resolve, dial: web.dial },
    })
    return assistant
  }
  const assistant = await start()
  onTestFinished(() => assistant.close())
  return { web, model, assistant, start }
}

export const link = { kind: 'link', url: LINK } as const
