import type { ReadArticle } from '../app/ports.ts'
import type { Invocation, Opened } from './host.ts'
import { startProgress } from './progress.ts'
import { renderArticle } from './render-result.ts'
import { readSource } from './source.ts'
import { lookOf, show, write } from './terminal.ts'
import type { Block } from './styled.ts'
import { jsonLine } from './visible.ts'
import type { WorkOptions } from '../app/assistant.ts'

export interface SourceArguments {
  readonly source: string
  readonly url?: string | undefined
  readonly refresh?: boolean | undefined
}

/** What a command made: the JSON for scripts and the page for people. */
export interface Outcome {
  readonly json: unknown
  readonly blocks: readonly Block[]
}

/** `footnote read SOURCE` */
export function readCommand(source: SourceArguments, invocation: Invocation): Promise<void> {
  return withArticle(source, invocation, (read) =>
    Promise.resolve({ json: { article: read.article }, blocks: renderArticle(read) }),
  )
}

/**
 * Reads SOURCE, lets `work` make something of it and prints that, once it is whole. Closes what it opened, whatever
 * happens.
 */
export async function withArticle(
  { source, url, refresh }: SourceArguments,
  invocation: Invocation,
  work: (
    read: ReadArticle,
    opened: Opened,
    options: Required<Pick<WorkOptions, 'signal' | 'onProgress'>>,
  ) => Promise<Outcome>,
): Promise<void> {
  const { host, streams, signal, json } = invocation
  const { workingDirectory, terminal } = await host.settings()
  const request = await readSource(source, { workingDirectory, stdin: streams.stdin, url, signal })
  const progress = startProgress(streams.stderr, 'Reading …')
  try {
    const opened = await host.open()
    const options = { signal, onProgress: progress.onProgress }
    const outcome = await work(await opened.assistant.read(request, { ...options, refresh }), opened, options)
    progress.stop()
    if (json) await write(streams.stdout, jsonLine(outcome.json))
    else await show(streams.stdout, outcome.blocks, lookOf(streams.stdout, terminal))
  } finally {
    progress.stop()
  }
}
