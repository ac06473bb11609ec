import type { Readable } from 'node:stream'
import { pickSentences } from '../core/extract-summary.ts'
import { asFootnoteError, FootnoteError } from '../core/error.ts'
import { splitPassages } from '../core/passage.ts'
import { rankSentences } from '../core/retrieval.ts'
import type { Span } from '../core/span.ts'
import { findVoices } from '../core/voices/find-voices.ts'
import { failureJson } from './failure.ts'
import type { Invocation, Opened } from './host.ts'
import { type LineRequest, parseRequest } from './line-request.ts'
import { readFileSource } from './source.ts'
import { type BadLine, splitLines } from './split-lines.ts'
import { write } from './terminal.ts'
import { jsonLine } from './visible.ts'

/** A text of 20 MB may need several bytes a character once it is JSON. */
const MAX_LINE_BYTES = 64 * 1024 * 1024

/**
 * Answers one JSON request a line with one JSON result a line, in order, until the input ends. Nothing is read ahead
 * of a result that has not been taken. Only `read` opens the program around it.
 */
export async function answerLines(invocation: Invocation): Promise<void> {
  const { streams, signal } = invocation
  let opened: Opened | null = null
  const open = async (): Promise<Opened> => (opened ??= await invocation.host.open())
  const input = streams.stdin
  const stop = (): unknown => input.destroy()
  signal.addEventListener('abort', stop, { once: true })
  try {
    for await (const line of splitLines(untilAborted(input, signal), MAX_LINE_BYTES)) {
      if (typeof line === 'string' && isBlank(line)) continue
      const result = await answerLine(line, invocation, open).catch((thrown: unknown) => {
        if (signal.aborted) throw thrown
        return failureJson(thrown, 'line-failed', opened?.log ?? null)
      })
      await write(streams.stdout, jsonLine(result))
    }
  } finally {
    signal.removeEventListener('abort', stop)
  }
  if (signal.aborted) throw new FootnoteError('cancelled', 'Cancelled.')
}

const isBlank = (line: string): boolean => line.replace(/^\ufeff/, '').trim() === ''

/** The chunks of a stream; a stream that was ended by a signal ends here without an error. */
async function* untilAborted(input: Readable, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  if (signal.aborted) return
  try {
    for await (const chunk of input) yield chunk as Uint8Array
  } catch (error) {
    if (!signal.aborted) throw asFootnoteError(error)
  }
}

async function answerLine(
  line: string | BadLine,
  invocation: Invocation,
  open: () => Promise<Opened>,
): Promise<unknown> {
  if (typeof line !== 'string') throw new FootnoteError('bad-request', line.problem)
  const request = parseRequest(line.replace(/^\ufeff/, ''))
  switch (request.op) {
    case 'read':
      return readArticle(request, invocation, open)
    case 'summarize': {
      const { text, sentences } = request
      return {
        sentences: pickSentences(text, splitPassages(text), sentences).map((span) => sliceOf(text, span)),
      }
    }
    case 'answer': {
      const { text, question } = request
      const { answerable, score, sentences } = rankSentences(text, splitPassages(text), question)
      return { answerable, score, sentences: sentences.map((span) => sliceOf(text, span)) }
    }
    case 'who': {
      const { text } = request
      const voices = findVoices(text, splitPassages(text))
      return {
        quotes: voices.map(({ quote, speaker, direct }) => ({ ...sliceOf(text, quote), speaker, direct })),
      }
    }
  }
}

const sliceOf = (text: string, { start, end }: Span): Span & { readonly text: string } => ({
  text: text.slice(start, end),
  start,
  end,
})

async function readArticle(
  request: Extract<LineRequest, { op: 'read' }>,
  { host, signal }: Invocation,
  open: () => Promise<Opened>,
): Promise<unknown> {
  const { assistant } = await open()
  const { workingDirectory } = await host.settings()
  const source =
    'link' in request
      ? ({ kind: 'link', url: request.link } as const)
      : 'text' in request
        ? ({ kind: 'text', text: request.text, url: request.url } as const)
        : await readFileSource(request.file, { workingDirectory, url: request.url, signal })
  const { article } = await assistant.read(source, { signal })
  return { article }
}
