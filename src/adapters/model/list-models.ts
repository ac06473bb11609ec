import type { ListedModel } from '../../app/ports.ts'
import { throwIfCancelled } from '../../core/error.ts'
import { guardedFetch } from './guarded-fetch.ts'
import { judgeFault } from './judge-fault.ts'
import { OPENAI_ADDRESS } from './openai.ts'
import { WebPage } from './read-reply.ts'
import { fieldOf } from './server-error.ts'

interface ModelServer {
  readonly apiKey: string | null
  /** Null: OpenAI itself. */
  readonly baseUrl: string | null
}

const TIMEOUT = 10_000
/** The longest list, of some hundred models with all their prices, is a tenth of it. */
const MOST_BYTES = 8 * 1024 * 1024
const UNAUTHORIZED = 401

/**
 * What the server says of its models, free of charge; null where it does not list them, as some do not and others do not
 * for every key. Throws `model-rejected` for a key that it does not know, `model-unreachable`, `cancelled`.
 */
export async function listModels(
  { apiKey, baseUrl }: ModelServer,
  signal?: AbortSignal,
): Promise<readonly ListedModel[] | null> {
  const guarded = guardedFetch({ firstByte: TIMEOUT, betweenBytes: TIMEOUT, total: TIMEOUT }, MOST_BYTES)
  const headers = {
    authorization: `Bearer ${apiKey ?? 'none'}`,
    accept: 'application/json',
    'content-type': 'application/json',
  }
  try {
    const address = `${(baseUrl ?? OPENAI_ADDRESS).replace(/\/+$/, '')}/models`
    const response = await guarded(address, { headers, ...(signal !== undefined && { signal }) })
    const text = await response.text()
    if (response.status === UNAUTHORIZED) throw Object.assign(new Error(), { status: UNAUTHORIZED })
    if (!response.ok) return null
    if (/\bhtml\b/i.test(response.headers.get('content-type') ?? '')) throw new WebPage(response.status)
    return readList(text)
  } catch (thrown) {
    throwIfCancelled(signal)
    throw judgeFault(thrown, Date.now()).error
  }
}

function readList(text: string): readonly ListedModel[] | null {
  const body = parse(text)
  const list = Array.isArray(body) ? body : fieldOf(body, 'data')
  if (!Array.isArray(list)) return null
  return list.flatMap((item: unknown) => {
    const name = fieldOf(item, 'id')
    return typeof name === 'string' ? [{ name, ...contextOf(item) }] : []
  })
}

/** Each server has its own word for it: LM Studio, llama.cpp, vLLM, OpenRouter, Groq; then LM Studio and llama.cpp again. */
function contextOf(item: unknown): Omit<ListedModel, 'name'> {
  const meta = fieldOf(item, 'meta')
  const given = [
    fieldOf(item, 'loaded_context_length'),
    fieldOf(meta, 'n_ctx'),
    fieldOf(item, 'max_model_len'),
    fieldOf(item, 'context_length'),
    fieldOf(item, 'context_window'),
  ]
  const trained = [fieldOf(item, 'max_context_length'), fieldOf(meta, 'n_ctx_train')]
  return { contextTokens: given.find(isCount) ?? null, mostContextTokens: trained.find(isCount) ?? null }
}

const isCount = (value: unknown): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value > 0

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
