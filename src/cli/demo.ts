import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openArticle, replyTo } from './chat-talk.ts'
import { runChat } from './chat.ts'
import type { Invocation } from './host.ts'
import { block, emptyLine, faint } from './styled.ts'
import { lookOf, show } from './terminal.ts'

const ARTICLE = new URL('demo-article.txt', import.meta.url)

/** The first is answered in the article, the second is not. */
const QUESTIONS = ['How much will the repair cost?', 'How deep is the water under the bridge?'] as const

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
  const opened = await openArticle(request, assistant, { signal })
  await show(stdout, opened.blocks, look)
  let { talk } = opened
  for (const question of QUESTIONS) {
    const options = { signal, withQuestion: true }
    const reply = await replyTo({ kind: 'question', question }, talk, assistant, options)
    talk = reply.talk
    await show(stdout, reply.blocks, look)
  }

  if (stdin.isTTY === true && stdout.isTTY === true) {
    const invitation =
      'Your turn: ask about this article, or paste a link or a text of your own. /quit or Ctrl-D leaves.'
    await show(stdout, [block([{ text: invitation, bold: true }])], look)
    await runChat(invocation, {}, talk)
  } else {
    await show(
      stdout,
      [faint('Next: npm run -s footnote -- summarize FILE, or npm start for the Discord bot.')],
      look,
    )
  }
}
