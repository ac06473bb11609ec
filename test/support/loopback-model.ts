import { once } from 'node:events'
import { type IncomingHttpHeaders, type IncomingMessage, type ServerResponse, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What the server does with one request. */
export type Behaviour =
  | {
      readonly kind: 'reply'
      readonly text: string
      readonly finish?: string
      /** Chunks with reasoning and no content, sent before the answer. */
      readonly reasoning?: string
      /** What the usage says; by default what the prompt's length suggests. Null: no usage. */
      readonly promptTokens?: number | null
      readonly cachedTokens?: number
      /** What else the usage holds, as other servers spell it. */
      readonly usage?: Readonly<Record<string, unknown>>
      /** Plain JSON in spite of `stream: true`. */
      readonly plain?: boolean
    }
  | { readonly kind: 'refusal'; readonly text: string }
  | {
      readonly kind: 'status'
      readonly status: number
      readonly body?: unknown
      readonly headers?: Readonly<Record<string, string>>
    }
  | { readonly kind: 'html'; readonly status?: number }
  /** Ends the stream, tidily or not, before any finish_reason. */
  | { readonly kind: 'cut'; readonly text: string; readonly tidy?: boolean }
  /** Sends this and then nothing, and keeps the connection open. */
  | { readonly kind: 'stall'; readonly text: string }
  /** Sends a comment line at every interval and the reply after so many. */
  | { readonly kind: 'slow'; readonly text: string; readonly every: number; readonly beats: number }
  /** Never answers. */
  | { readonly kind: 'silent' }
  | { readonly kind: 'reset' }
  | { readonly kind: 'endless'; readonly piece: string }
  /** An error event inside a stream that has begun. */
  | { readonly kind: 'stream-error'; readonly error: Readonly<Record<string, unknown>> }
  | { readonly kind: 'raw'; readonly body: string; readonly type: string }

export interface ModelCall {
  readonly path: string
  readonly headers: IncomingHttpHeaders
  readonly body: {
    readonly model: string
    readonly messages: readonly { readonly role: string; readonly content: string }[]
    readonly response_format?: { readonly json_schema: { readonly name: string } }
    readonly [parameter: string]: unknown
  }
}

/** One behaviour for all, a list (the last one stays), or a function of the request. */
export type Script = Behaviour | readonly Behaviour[] | ((call: ModelCall) => Behaviour | Promise<Behaviour>)

export interface LoopbackModel {
  readonly baseUrl: string
  /** Every request that arrived, oldest first. */
  readonly requests: readonly ModelCall[]
  /** Connections that the other side closed before the answer was complete. */
  readonly abandoned: () => number
  setBehaviour(script: Script): void
  /** What `GET /models` is answered with; 404 until then. Such a request is none of `requests`. */
  setModels(answer: Behaviour): void
  close(): Promise<void>
}

/** An OpenAI-compatible chat-completions server on a free port of the loopback address, as good or bad as scripted. */
export async function startLoopbackModel(script: Script): Promise<LoopbackModel> {
  const requests: ModelCall[] = []
  let current = script
  let taken = 0
  let abandoned = 0
  let models: Behaviour = { kind: 'status', status: 404, body: { error: { message: 'Not Found' } } }
  const next = async (call: ModelCall): Promise<Behaviour> => {
    if (typeof current === 'function') return current(call)
    if (!Array.isArray(current)) return current as Behaviour
    const list = current as readonly Behaviour[]
    const behaviour = list[Math.min(taken++, list.length - 1)]
    if (behaviour === undefined) throw new Error('The script of the loopback model is empty')
    return behaviour
  }
  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    try {
      const call = await readCall(request)
      if (request.method === 'GET' && call.path.endsWith('/models'))
        return await answer(call, models, response)
      requests.push(call)
      await answer(call, await next(call), response)
    } catch (error) {
      // A mistake in a test's own script: seen by the test as an answer that nothing retries.
      response.writeHead(418).end(String(error))
    }
  }
  const server = createServer((request, response) => {
    response.on('close', () => {
      if (!response.writableFinished) abandoned++
    })
    void serve(request, response)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    requests,
    abandoned: () => abandoned,
    setBehaviour(other) {
      current = other
      taken = 0
    },
    setModels(other) {
      models = other
    },
    async close() {
      if (!server.listening) return
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

async function readCall(request: IncomingMessage): Promise<ModelCall> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const text = Buffer.concat(chunks).toString('utf8')
  return { path: request.url ?? '', headers: request.headers, body: text === '' ? {} : JSON.parse(text) }
}

async function answer(call: ModelCall, behaviour: Behaviour, response: ServerResponse): Promise<void> {
  switch (behaviour.kind) {
    case 'reply':
      if (behaviour.plain === true) return sendJson(response, 200, completion(call, behaviour))
      return sendStream(call, behaviour, response)
    case 'refusal':
      openStream(response)
      event(response, chunk({ refusal: behaviour.text }))
      event(response, chunk({}, 'stop'))
      event(response, {
        ...chunk({}),
        choices: [],
        usage: usageOf(call, { kind: 'reply', text: behaviour.text }),
      })
      response.end('data: [DONE]\n\n')
      return
    case 'status':
      return sendJson(response, behaviour.status, behaviour.body ?? {}, behaviour.headers)
    case 'html':
      response.writeHead(behaviour.status ?? 200, { 'content-type': 'text/html' })
      response.end('<!doctype html><title>Welcome</title><p>This is not a model.')
      return
    case 'cut':
      openStream(response)
      for (const piece of piecesOf(behaviour.text)) event(response, chunk({ content: piece }))
      if (behaviour.tidy === true) response.end()
      else setTimeout(() => response.destroy(), 20)
      return
    case 'stall':
      openStream(response)
      event(response, chunk({ content: behaviour.text }))
      return
    case 'slow':
      openStream(response)
      for (let beat = 0; beat < behaviour.beats; beat++) {
        await new Promise((resolve) => setTimeout(resolve, behaviour.every))
        response.write(': still thinking\n\n')
      }
      return sendStream(call, { kind: 'reply', text: behaviour.text }, response)
    case 'silent':
      return
    case 'reset':
      response.socket?.resetAndDestroy()
      return
    case 'endless':
      return sendEndlessly(behaviour.piece, response)
    case 'stream-error':
      openStream(response)
      event(response, { error: behaviour.error })
      response.end()
      return
    case 'raw':
      response.writeHead(200, { 'content-type': behaviour.type }).end(behaviour.body)
  }
}

type Reply = Extract<Behaviour, { kind: 'reply' }>

function sendStream(call: ModelCall, reply: Reply, response: ServerResponse): void {
  openStream(response)
  for (const piece of piecesOf(reply.reasoning ?? '')) {
    event(response, {
      ...chunk({}),
      choices: [{ index: 0, delta: { reasoning: piece }, finish_reason: null }],
    })
  }
  for (const piece of piecesOf(reply.text)) event(response, chunk({ content: piece }))
  event(response, chunk({}, reply.finish ?? 'stop'))
  const usage = usageOf(call, reply)
  if (usage !== null && call.body.stream_options !== undefined) {
    event(response, { ...chunk({}), choices: [], usage })
  }
  response.end('data: [DONE]\n\n')
}

async function sendEndlessly(piece: string, response: ServerResponse): Promise<void> {
  openStream(response)
  const gone = once(response, 'close')
  while (!response.destroyed) {
    const hasRoom = event(response, chunk({ content: piece }))
    if (!hasRoom) await Promise.race([once(response, 'drain'), gone])
  }
}

const completion = (call: ModelCall, reply: Reply): unknown => ({
  id: 'reply',
  object: 'chat.completion',
  choices: [
    { index: 0, message: { role: 'assistant', content: reply.text }, finish_reason: reply.finish ?? 'stop' },
  ],
  usage: usageOf(call, reply) ?? undefined,
})

function usageOf(call: ModelCall, reply: Reply): unknown {
  if (reply.promptTokens === null) return null
  const characters = call.body.messages.reduce((sum, { content }) => sum + content.length, 0)
  return {
    prompt_tokens: reply.promptTokens ?? Math.ceil(characters / 4),
    completion_tokens: Math.ceil(reply.text.length / 4),
    ...(reply.cachedTokens !== undefined && { prompt_tokens_details: { cached_tokens: reply.cachedTokens } }),
    ...reply.usage,
  }
}

const chunk = (delta: Readonly<Record<string, string>>, finish: string | null = null): object => ({
  id: 'reply',
  object: 'chat.completion.chunk',
  choices: [{ index: 0, delta, finish_reason: finish }],
})

function openStream(response: ServerResponse): void {
  if (!response.headersSent) response.writeHead(200, { 'content-type': 'text/event-stream' })
}

/** Written in two halves, so that events and characters arrive cut anywhere, as they do from a real network. */
function event(response: ServerResponse, data: object): boolean {
  const bytes = Buffer.from(`data: ${JSON.stringify(data)}\n\n`)
  const middle = Math.floor(bytes.length / 2) + 1
  response.write(bytes.subarray(0, middle))
  return response.write(bytes.subarray(middle))
}

const piecesOf = (text: string): string[] => text.match(/[^]{1,24}/gu) ?? []

function sendJson(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers })
  response.end(JSON.stringify(body))
}
