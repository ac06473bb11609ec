/** Milliseconds. Every byte of a reply counts as life: reasoning without content and keep-alive comments too. */
export interface Timeouts {
  /** Until the first byte of the body: a local model may have to be loaded from disk. */
  readonly firstByte: number
  readonly betweenBytes: number
  readonly total: number
}

/** The transport's own failure, so that it is not taken for a cancelled request. */
export class TransportFault extends Error {
  readonly kind: 'silent' | 'too-long' | 'too-large'

  constructor(kind: TransportFault['kind']) {
    super(`model transport: ${kind}`)
    this.name = 'TransportFault'
    this.kind = kind
  }
}

/** No honest reply is longer, reasoning included. */
const MOST_BYTES = 24 * 1024 * 1024

/**
 * What a chat completion needs. The SDK would add headers that it finds in the environment (organisation, project,
 * whatever OPENAI_CUSTOM_HEADERS holds) and a description of this machine, to whichever server is configured.
 */
const SENT_HEADERS = ['authorization', 'content-type', 'accept'] as const

/**
 * `fetch` for the SDK, whose own timeout ends with the response's headers: this one also ends a body that stalls, never
 * ends or grows without limit, error pages included. Redirects are not followed: they would carry the article elsewhere.
 */
export function guardedFetch(timeouts: Timeouts, mostBytes = MOST_BYTES): typeof fetch {
  return async (input, init = {}) => {
    const controller = new AbortController()
    const stop = (kind: TransportFault['kind']) => (): void => controller.abort(new TransportFault(kind))
    const total = setTimeout(stop('too-long'), timeouts.total)
    let idle = setTimeout(stop('silent'), timeouts.firstByte)
    const finish = (): void => {
      clearTimeout(total)
      clearTimeout(idle)
    }
    const signal = AbortSignal.any([controller.signal, ...(init.signal ? [init.signal] : [])])
    signal.addEventListener('abort', finish, { once: true })
    try {
      const given = new Headers(init.headers)
      const headers = new Headers({ 'user-agent': 'footnote' })
      for (const name of SENT_HEADERS) headers.set(name, given.get(name) ?? '')
      const response = await fetch(input, { ...init, headers, signal, redirect: 'manual' })
      if (response.body === null) {
        finish()
        return response
      }
      let bytes = 0
      const watch = new TransformStream<Uint8Array, Uint8Array>({
        transform(chunk, output) {
          clearTimeout(idle)
          idle = setTimeout(stop('silent'), timeouts.betweenBytes)
          bytes += chunk.byteLength
          if (bytes > mostBytes) stop('too-large')()
          else output.enqueue(chunk)
        },
        flush: finish,
      })
      return new Response(response.body.pipeThrough(watch, { signal }), {
        status: response.status,
        statusText: response.statusText,
        headers: response.headers,
      })
    } catch (error) {
      finish()
      throw error
    }
  }
}
