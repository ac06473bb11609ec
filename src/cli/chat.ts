import type { SourceRequest, WorkOptions } from '../app/assistant.ts'
import type { ReadArticle } from '../app/ports.ts'
import type { Claim } from '../core/claim.ts'
import { FootnoteError } from '../core/error.ts'
import { openChatInput } from './chat-input.ts'
import { parseEntry } from './chat-entry.ts'
import { failureJson } from './failure.ts'
import type { Invocation } from './host.ts'
import { startProgress } from './progress.ts'
import { renderFailure } from './render-failure.ts'
import { renderSources, renderSummary, renderTurn } from './render-result.ts'
import { readSource } from './source.ts'
import { block, type Block, emptyLine } from './styled.ts'
import { lookOf, show } from './terminal.ts'

/** The article that is talked about. */
export interface ChatArticle {
  readonly conversationId: string
  readonly read: ReadArticle
}

const HELP = [
  'Paste a link or the text of an article: its summary comes first, then every line is a question about it.',
  'A new link or text starts a new article. Typed text ends with an empty line.',
  '/sources shows the exact words behind the last points, /quit leaves (Ctrl-D too). Ctrl-C cancels what runs.',
]

const FIRST = 'Paste a link or the text of an article (40 words or more) first, then ask about it.'

/** `footnote chat [SOURCE]`: the same conversation as a Discord thread. */
export async function chatCommand(source: string | undefined, invocation: Invocation): Promise<void> {
  await runChat(invocation, { source, article: null })
}

/** Talks until the person leaves. Throws `cancelled` when Ctrl-C ended it while something ran. */
export async function runChat(
  invocation: Invocation,
  start: { readonly source?: string | undefined; readonly article: ChatArticle | null },
): Promise<void> {
  const { host, streams } = invocation
  const { terminal, workingDirectory } = await host.settings()
  const { assistant, log } = await host.open()
  const isTerminal = streams.stdin.isTTY === true && streams.stdout.isTTY === true
  const print = (blocks: readonly Block[]): Promise<void> =>
    show(streams.stdout, blocks, lookOf(streams.stdout, terminal))

  let article = start.article
  let claims: readonly Claim[] = []
  let running: AbortController | null = null
  let hasLeft = false

  const leave = (): void => {
    hasLeft = true
    input.close()
  }
  const interrupt = (lineWasEmpty: boolean): void => {
    if (running === null) {
      if (lineWasEmpty) leave()
    } else if (running.signal.aborted) leave()
    else running.abort()
  }
  const input = openChatInput(streams, '> ', interrupt)
  const giveBack = invocation.takeInterrupts(() => interrupt(true))
  invocation.signal.addEventListener('abort', () => {
    running?.abort()
    leave()
  })

  /** Runs one request. Its failure is printed, and the chat goes on. */
  const attempt = async (request: (options: Required<WorkOptions>) => Promise<void>): Promise<void> => {
    running = new AbortController()
    const progress = startProgress(streams.stderr, 'Reading …')
    const onProgress: typeof progress.onProgress = (step) => progress.onProgress(step)
    try {
      await request({ signal: running.signal, onProgress })
    } catch (thrown) {
      progress.stop()
      await print(renderFailure(failureJson(thrown, 'chat-failed', log)))
    } finally {
      progress.stop()
      running = null
    }
  }
  const open = (getRequest: (signal: AbortSignal) => Promise<SourceRequest>): Promise<void> =>
    attempt(async (options) => {
      const read = await assistant.read(await getRequest(options.signal), options)
      const summary = await assistant.summarize(read.article, options)
      const { linesLeftOut } = read
      const { id } = await assistant.conversations.create({ ...read, linesLeftOut, summary, place: null })
      article = { conversationId: id, read }
      claims = summary.summary.claims
      await print([...renderSummary(read, summary), emptyLine])
    })
  const ask = async (question: string): Promise<void> => {
    if (article === null) return print([block(FIRST)])
    const { conversationId, read } = article
    await attempt(async (options) => {
      const result = await assistant.ask(conversationId, question, options)
      if (result.answer.claims.length > 0) claims = result.answer.claims
      await print([...renderTurn(read.article, result, { withQuestion: !isTerminal }), emptyLine])
    })
  }
  const command = async (name: string): Promise<void> => {
    if (name === 'quit' || name === 'exit') leave()
    else if (name === 'sources' && article !== null) await print(renderSources(article.read.article, claims))
    else if (name === 'sources') await print([block(FIRST)])
    else if (name === 'help') await print(HELP.map((line) => block(line)))
    else await print([block(`There is no /${name}. ${HELP[2]}`)])
  }

  try {
    const { source } = start
    if (source !== undefined) {
      await open((signal) => readSource(source, { workingDirectory, stdin: streams.stdin, signal }))
    } else if (article === null && isTerminal) await print([block(FIRST), block('/help says more.')])
    while (!hasLeft) {
      const typed = await input.next()
      if (typed === null) break
      const entry = parseEntry(typed)
      if (entry.kind === 'command') await command(entry.name)
      if (entry.kind === 'question') await ask(entry.question)
      if (entry.kind === 'text') await open(() => Promise.resolve({ kind: 'text', text: entry.text }))
      if (entry.kind === 'link') {
        await open(() => Promise.resolve({ kind: 'link', url: entry.url }))
        if (entry.question !== '' && !hasLeft) await ask(entry.question)
      }
    }
  } finally {
    giveBack()
    input.close()
  }
}
