import type OpenAI from 'openai'
import { FootnoteError } from '../../core/error.ts'
import type { ModelReply } from '../../app/ports.ts'
import { cachedTokens } from './cached-tokens.ts'

/** A reply as it was put together, before it is judged. */
export interface Gathered {
  text: string
  refusal: string
  finish: string | null
  usage: OpenAI.CompletionUsage | null
}

export interface ReadOptions {
  /** The events of a streamed body. */
  readonly openStream: (response: Response) => AsyncIterable<OpenAI.ChatCompletionChunk>
  /** An answer that grows beyond this is cut there, as if the model had come to its limit. */
  readonly mostCharacters: number
}

/** A page for people where a model should have answered. */
export class WebPage extends Error {
  override readonly name = 'WebPage'
  readonly pageStatus: number

  constructor(status: number) {
    super('a web page in place of a reply')
    this.pageStatus = status
  }
}

/** What a proxy says in place of a reply, with a status of 200, of a failure behind it. */
export class ErrorInReply extends Error {
  override readonly name = 'ErrorInReply'

  constructor(error: object) {
    super('an error in place of a reply')
    Object.assign(this, error)
  }
}

/**
 * The model's answer out of a response, streamed or (some servers ignore `stream: true`) as plain JSON.
 * A stream that ends without a `finish_reason` was cut, even if nothing was thrown.
 */
export async function readReply(response: Response, options: ReadOptions): Promise<Gathered> {
  const type = response.headers.get('content-type') ?? ''
  if (/\bhtml\b/i.test(type)) throw new WebPage(response.status)
  return /\bjson\b/i.test(type) ? readWhole(response) : readStream(response, options)
}

async function readStream(response: Response, options: ReadOptions): Promise<Gathered> {
  const gathered: Gathered = { text: '', refusal: '', finish: null, usage: null }
  try {
    for await (const chunk of options.openStream(response)) {
      gathered.usage = chunk.usage ?? gathered.usage
      const choice = chunk.choices?.[0]
      gathered.text += choice?.delta?.content ?? ''
      gathered.refusal += choice?.delta?.refusal ?? ''
      gathered.finish = choice?.finish_reason ?? gathered.finish
      if (gathered.text.length > options.mostCharacters) {
        gathered.finish = 'length'
        break
      }
    }
  } catch (error) {
    // What breaks after the last word (a server that never sends its usage) takes nothing from the answer.
    if (gathered.finish === null) throw error
  }
  if (gathered.finish === null) throw new Error('the stream ended without a finish_reason')
  return gathered
}

async function readWhole(response: Response): Promise<Gathered> {
  const completion = (await response.json()) as (Partial<OpenAI.ChatCompletion> & { error?: unknown }) | null
  const { error } = completion ?? {}
  if (typeof error === 'object' && error !== null) throw new ErrorInReply(error)
  const choice = completion?.choices?.[0]
  if (choice?.message === undefined) throw new Error('the answer is no chat completion')
  return {
    text: choice.message.content ?? '',
    refusal: choice.message.refusal ?? '',
    finish: choice.finish_reason ?? 'stop',
    usage: completion?.usage ?? null,
  }
}

/**
 * The reply that came, if it is one.
 * @throws {FootnoteError} `model-refused`, `model-unusable-reply`
 */
export function judgeReply({ text, refusal, finish, usage }: Gathered): ModelReply {
  if (refusal !== '' || finish === 'content_filter') {
    const sentence = 'The model declined to read this article. Another model may do it.'
    throw new FootnoteError('model-refused', sentence)
  }
  if (text.trim() === '') {
    const sentence =
      finish === 'length'
        ? 'The model used up its output before its first word. The host has to raise OPENAI_MAX_OUTPUT_TOKENS.'
        : 'The model answered with nothing. Try again.'
    throw new FootnoteError('model-unusable-reply', sentence)
  }
  return {
    text,
    finish: finish === 'length' ? 'length' : 'stop',
    tokens: {
      input: usage?.prompt_tokens ?? null,
      cached: cachedTokens(usage),
      output: usage?.completion_tokens ?? null,
    },
  }
}
