// The other half of `hostile.ts`: reads documents as the bot does, in a process that can be ended.
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Assistant } from '../../src/app/assistant.ts'
import { compose } from '../../src/compose.ts'
import { parseConfig } from '../../src/config.ts'
import { asFootnoteError } from '../../src/core/error.ts'
import { summaryCard } from '../../src/discord/cards/card.ts'
import { whoView } from '../../src/discord/more/who-view.ts'
import { hostileDocuments } from '../support/hostile-documents/all.ts'
import { type HostileDocument, paragraphs } from '../support/hostile-documents/hostile-document.ts'
import { watchMainThread } from '../support/main-thread.ts'

export interface Measured {
  /** "article", or the code of the failure. */
  readonly end: string
  /** Milliseconds on the processor, of all threads together. */
  readonly processor: number
  readonly wall: number
  /** The longest stretch of the main thread, for each step. */
  readonly steps: readonly { readonly step: string; readonly longest: number; readonly processor: number }[]
}

const QUESTION = 'How many herons did the rangers of Brennholm count in the 2. week of the survey?'
const thread = watchMainThread()

const since = (usage: NodeJS.CpuUsage): number => {
  const { user, system } = process.cpuUsage(usage)
  return (user + system) / 1000
}

async function measure(
  assistant: Assistant,
  { name, contentType, bytes }: HostileDocument,
): Promise<Measured> {
  const given = await bytes()
  const steps: { step: string; longest: number; processor: number }[] = []
  const begun = process.cpuUsage()
  const started = performance.now()
  const done = async <Result>(step: string, work: () => Promise<Result> | Result): Promise<Result> => {
    // What was left from before does not count.
    await new Promise((resolve) => setTimeout(resolve, 3))
    thread.longest()
    const usage = process.cpuUsage()
    try {
      return await work()
    } finally {
      await new Promise((resolve) => setTimeout(resolve, 3))
      steps.push({ step, longest: thread.longest(), processor: since(usage) })
    }
  }
  let end = 'article'
  try {
    const read = await done('read', () =>
      assistant.read({ kind: 'file', name: '', bytes: given, contentType }),
    )
    const { article, linesLeftOut } = read
    const summary = await done('summarize', () => assistant.summarize(article))
    const place = null
    const conversation = await done('store', () =>
      assistant.conversations.create({ article, linesLeftOut, summary, place, addressKey: null }),
    )
    await done('card', () =>
      summaryCard({
        conversationId: conversation.id,
        article,
        linesLeftOut,
        result: summary,
        given: null,
        howToAsk: null,
      }),
    )
    const found = await done('find', () => assistant.conversations.find(conversation.id))
    await done('answer', () => assistant.ask(conversation.id, QUESTION))
    await done('who', async () => whoView(found!, await assistant.voices(found!.article)))
  } catch (error) {
    end = asFootnoteError(error).code
    if (end === 'internal') console.error(name, error)
  }
  return { end, processor: since(begun), wall: performance.now() - started, steps }
}

const share = Number(process.argv[2] ?? 1)
const folder = mkdtempSync(join(tmpdir(), 'footnote-'))
const { assistant } = await compose(
  parseConfig({ STORAGE_URL: `sqlite:${join(folder, 'footnote.db')}`, LOG_LEVEL: 'silent' }),
)
const documents = hostileDocuments(share)
// What is loaded with the first document is not its fault.
for (const [contentType, text] of [
  ['text/html', `<article>${paragraphs(8)}</article>`],
  ['text/markdown', paragraphs(8).replace(/<[^>]*>/g, '')],
  ['text/plain', paragraphs(8).replace(/<[^>]*>/g, '')],
] as const) {
  for (let times = 0; times < 5; times++)
    await measure(assistant, { name: 'honest', contentType, bytes: () => new TextEncoder().encode(text) })
}
await measure(assistant, documents.at(-1)!)
process.on('message', (index: number) => {
  void measure(assistant, documents[index]!).then((measured) => process.send?.(measured))
})
process.send?.('ready')
await once(process, 'disconnect')
thread.stop()
await assistant.close()
rmSync(folder, { recursive: true, force: true })
