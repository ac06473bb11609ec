import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AnswerResult } from '../app/ports.ts'
import { runChat } from './chat.ts'
import type { Invocation } from './host.ts'
import { renderSummary, renderTurn } from './render-result.ts'
import { block, emptyLine, faint } from './styled.ts'
import { lookOf, show } from './terminal.ts'

const ARTICLE = new URL('demo-article.txt', import.meta.url)

/** The first is answered in the article, the second is not. */
const QUESTIONS = ['Why is the bridge closing?', 'Who won the football match?'] as const

/**
 * `footnote demo`: the summary of a sample article and two questions, with the built-in engine and no network.
 * In a terminal it then stays open as `chat`.
 */
export async function demoCommand(invocation: Invocation): Promise<void> {
  const { host, streams, signal } = invocation
  const { terminal } = await host.settings()
  const { assistant } = await host.open()
  const { stdin, stdout } = streams
  const look = lookOf(stdout, terminal)

  const path = fileURLToPath(ARTICLE)
  await show(
    stdout,
    [faint('A sample article, read without a model, a key or the network:'), emptyLine],
    look,
  )
  const request = { kind: 'file', name: basename(path), bytes: await readFile(path) } as const
  const read = await assistant.read(request, { signal })
  const summary = await assistant.summarize(read.article, { signal })
  await show(stdout, [...renderSummary(read, summary), emptyLine], look)

  const { id } = await assistant.conversations.create({ ...read, summary, place: null })
  for (const question of QUESTIONS) {
    const result: AnswerResult = await assistant.ask(id, question, { signal })
    await show(stdout, [...renderTurn(read.article, result, { withQuestion: true }), emptyLine], look)
  }

  if (stdin.isTTY === true && stdout.isTTY === true) {
    const invitation =
      'Your turn: ask about this article, or paste a link or a text of your own. /quit or Ctrl-D leaves.'
    await show(stdout, [block([{ text: invitation, bold: true }])], look)
    await runChat(invocation, { article: { conversationId: id, read } })
  } else {
    await show(
      stdout,
      [faint('Next: npm run -s footnote -- summarize FILE, or npm start for the Discord bot.')],
      look,
    )
  }
}
