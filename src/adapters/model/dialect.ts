import type OpenAI from 'openai'
import type { ModelRequest } from '../../app/ports.ts'
import { statusOf, wordsOf } from './server-error.ts'

type LimitName = 'max_tokens' | 'max_completion_tokens'

/** What a server has turned out to understand; the rest of the protocol is the same everywhere. */
export interface Dialect {
  /** Spellings of the output limit that it has not refused, the one to send first. */
  readonly limits: readonly LimitName[]
  /** Whether it takes `response_format: json_schema`; otherwise the prompt's own words ask for JSON. */
  readonly schema: boolean
  /** Whether it takes `stream_options`; otherwise it may not say how many tokens it read. */
  readonly usage: boolean
}

/** OpenAI's own newer models refuse `max_tokens`, most other servers know nothing else. */
export const firstDialect = (isOpenAI: boolean): Dialect => ({
  limits: isOpenAI ? ['max_completion_tokens', 'max_tokens'] : ['max_tokens', 'max_completion_tokens'],
  schema: true,
  usage: true,
})

const REFUSAL_OF_A_PARAMETER: ReadonlySet<number> = new Set([400, 415, 422, 501])

/** The dialect without what this error names, or null where it names nothing that can be left out. */
export function adaptDialect(dialect: Dialect, error: unknown): Dialect | null {
  if (!REFUSAL_OF_A_PARAMETER.has(statusOf(error) ?? 0)) return null
  const words = wordsOf(error)
  if (dialect.usage && /stream_options|include_usage/.test(words)) return { ...dialect, usage: false }
  if (dialect.schema && /response_?format|schema|structured[ _]output|grammar/.test(words)) {
    return { ...dialect, schema: false }
  }
  const [sent, ...others] = dialect.limits
  if (sent !== undefined && others.length > 0 && new RegExp(`\\b${sent}\\b`).test(words)) {
    return { ...dialect, limits: others }
  }
  return null
}

/** The body of a request. No temperature: some models refuse any but their own. */
export function requestBody(
  dialect: Dialect,
  model: string,
  { messages, reply, maxOutputTokens }: ModelRequest,
): OpenAI.ChatCompletionCreateParamsStreaming {
  return {
    model,
    messages: [...messages],
    stream: true,
    [dialect.limits[0] ?? 'max_tokens']: maxOutputTokens,
    ...(dialect.usage && { stream_options: { include_usage: true } }),
    ...(dialect.schema && {
      response_format: {
        type: 'json_schema',
        json_schema: { name: reply.name, strict: true, schema: reply.schema },
      },
    }),
  }
}
