import { FootnoteError } from '../core/error.ts'
import { parseEntries } from './chat-entry.ts'
import { type ChatInput, openChatInput } from './chat-input.ts'
import { FIRST_STEP, openArticle, type Reply, type ReplyOptions, replyTo, type Talk } from './chat-talk.ts'
import { failureJson } from './failure.ts'
import type { Invocation } from './host.ts'
import { startProgress } from './progress.ts'
import { renderFailure, renderWithoutModel } from './render-failure.ts'
import { readSource } from './source.ts'
import { block, type Block } from './styled.ts'
import { lookOf, show } from './terminal.ts'

interface ChatArguments {
  readonly source?: string | undefined
  readonly withoutModel?: boolean | undefined
}

/** `footnote chat [SOURCE]`: the same conversation as a Discord thread. */
export async function chatCommand(given: ChatArguments, invocation: Invocation): Promise<void> {
  await runChat(invocation, given, null)
}

/**
 * Talks until the person leaves. Ctrl-C cancels what runs; pressed again, or when nothing runs, it leaves. Throws
 * `cancelled` when something was still running then.
 */
export async function runChat(
  invocation: Invocation,
  { source, withoutModel }: ChatArguments,
  talkedAbout: Talk,
): Promise<void> {
  const { host, streams } = invocation
  const { terminal, workingDirectory } = await host.settings()
  const { assistant, log } = await host.open()
  const isTerminal = streams.stdin.isTTY === true && streams.stdout.isTTY === true
  const print = (blocks: readonly Block[]): Promise<void> =>
    show(streams.stdout, blocks, lookOf(streams.stdout, terminal))
  const talking = takeTurns(invocation)
  let talk = talkedAbout

  /** Does one thing and prints it. Its failure is printed too, and the chat goes on. */
  const attempt = async (work: (options: ReplyOptions) => Promise<Reply>): Promise<void> => {
    const progress = startProgress(streams.stderr, 'Reading …')
    const { onProgress } = progress
    try {
      const reply = await talking.run((signal) =>
        work({ signal, onProgress, withoutModel, withQuestion: !isTerminal }),
      )
      progress.stop()
      talk = reply.talk
      await print(reply.blocks)
    } catch (thrown) {
      progress.stop()
      if (talking.isOver()) throw thrown
      const failure = failureJson(thrown, 'chat-failed', log)
      await print([...renderFailure(failure), ...renderWithoutModel(failure)])
    }
  }

  try {
    if (source !== undefined) {
      await attempt(async (options) => {
        const { signal = invocation.signal } = options
        const request = await readSource(source, { workingDirectory, stdin: streams.stdin, signal })
        return openArticle(request, assistant, options)
      })
    } else if (talk === null && isTerminal) await print([block(FIRST_STEP), block('/help says more.')])
    for (let typed = await talking.next(); typed !== null; typed = await talking.next()) {
      for (const entry of parseEntries(typed)) {
        if (entry.kind === 'command' && (entry.name === 'quit' || entry.name === 'exit')) return
        await attempt((options) => replyTo(entry, talk, assistant, options))
      }
    }
  } finally {
    talking.end()
  }
  if (invocation.signal.aborted) throw new FootnoteError('cancelled', 'Cancelled.')
}

interface Turns extends Pick<ChatInput, 'next'> {
  run<Result>(work: (signal: AbortSignal) => Promise<Result>): Promise<Result>
  isOver(): boolean
  end(): void
}

/** Whose turn it is: the person types, or a request runs that Ctrl-C cancels. */
function takeTurns({ streams, signal, takeInterrupts }: Invocation): Turns {
  let running: AbortController | null = null
  const over = new AbortController()
  const gone = rejectWhen(over.signal)
  gone.catch(() => {})
  const leave = (): void => {
    over.abort()
    input.close()
  }
  const interrupt = (lineWasEmpty: boolean): void => {
    if (running !== null && !running.signal.aborted) running.abort()
    else if (running !== null || lineWasEmpty) leave()
  }
  const input = openChatInput(streams, '> ', interrupt)
  const giveBack = takeInterrupts(() => interrupt(true))
  const onStop = (): void => {
    running?.abort()
    leave()
  }
  signal.addEventListener('abort', onStop, { once: true })

  return {
    next: async () => (over.signal.aborted ? null : input.next()),
    run: async (work) => {
      running = new AbortController()
      try {
        return await Promise.race([work(running.signal), gone])
      } finally {
        running = null
      }
    },
    isOver: () => over.signal.aborted,
    end: () => {
      giveBack()
      signal.removeEventListener('abort', onStop)
      input.close()
    },
  }
}

/** Never resolves; rejects when the signal fires, for work that does not stop by itself. */
const rejectWhen = (signal: AbortSignal): Promise<never> =>
  new Promise((_resolve, reject) => {
    const refuse = (): void => reject(new FootnoteError('cancelled', 'Cancelled.'))
    signal.addEventListener('abort', refuse, { once: true })
  })
