// node --expose-gc test/bench/memory-run.ts ARTICLES: reads and summarises so many pages, and prints what the process holds
// as it goes. A process of its own, because memory cannot be told apart inside one.
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { compose } from '../../src/compose.ts'
import { parseConfig } from '../../src/config.ts'
import { articlePage } from '../e2e/pages.ts'
import { paragraphsOf, titleOf } from './heavy-pages.ts'

const AT_ONCE = 2
const SAMPLES = 10
const PARAGRAPHS = 3
const MEGABYTE = 1024 * 1024

const articles = Number(process.argv[2] ?? 1000)
const folder = mkdtempSync(join(tmpdir(), 'footnote-memory-'))
const server = createServer((request, response) => {
  const page = Number(request.url?.slice(1))
  response
    .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
    .end(articlePage(titleOf(page), paragraphsOf(page, PARAGRAPHS)))
})
server.listen(0, '127.0.0.1')
await once(server, 'listening')
const { port } = server.address() as AddressInfo
const { assistant } = await compose(
  parseConfig({
    STORAGE_URL: `sqlite:${join(folder, 'footnote.db')}`,
    FETCH_ALLOW_HOSTS: `127.0.0.1:${port}`,
    LOG_LEVEL: 'silent',
  }),
)
const started = performance.now()
const print = (count: number): void => {
  globalThis.gc?.()
  globalThis.gc?.()
  const { rss, heapUsed } = process.memoryUsage()
  const seconds = (performance.now() - started) / 1000
  console.log(JSON.stringify({ articles: count, rss: rss / MEGABYTE, heap: heapUsed / MEGABYTE, seconds }))
}
let next = 0
let done = 0
const work = async (): Promise<void> => {
  while (next < articles) {
    const url = `http://127.0.0.1:${port}/${next++}`
    const { article, linesLeftOut } = await assistant.read({ kind: 'link', url })
    const summary = await assistant.summarize(article)
    await assistant.conversations.create({ article, linesLeftOut, summary, place: null, addressKey: null })
    done += 1
    if (done % Math.ceil(articles / SAMPLES) === 0) print(done)
  }
}
await Promise.all(Array.from({ length: AT_ONCE }, work))
await assistant.close()
server.closeAllConnections()
server.close()
rmSync(folder, { recursive: true, force: true })
