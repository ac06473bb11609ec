import type { Socket } from 'node:net'
import { Client } from 'undici'
import { type Decoder, decodersFor, unpackUnannounced } from './decode.ts'
import type { Deadline } from './deadline.ts'
import { tooLarge, unreachable } from './failures.ts'
import type { Limits } from './limits.ts'
import { type Headers, headerOf, headersOf } from './reply-facts.ts'

/** What a server answered to one request. */
export type Reply = { readonly kind: 'redirect'; readonly location: string } | DocumentReply

export interface DocumentReply {
  readonly kind: 'document'
  readonly status: number
  readonly contentType: string | null
  readonly headers: Headers
  readonly bytes: Uint8Array
}

const REDIRECTS = new Set([301, 302, 303, 307, 308])

/** undici reads header bytes as Latin-1, but addresses are sent as UTF-8. */
const asUtf8 = (header: string): string => Buffer.from(header, 'latin1').toString()

/**
 * One GET over an open connection, which is destroyed afterwards whatever happens. Rejects with a `FootnoteError` of
 * the deadline, `page-too-large`, or what undici and zlib throw.
 */
export async function exchange(
  url: URL,
  socket: Socket,
  options: { readonly limits: Limits; readonly deadline: Deadline; readonly headers: Record<string, string> },
): Promise<Reply> {
  const { limits, deadline } = options
  let rawLimit = limits.rawBytes
  // On the socket, because body limits see neither chunk extensions nor a flood of interim replies. undici reads on
  // 'readable' too, so this listener takes nothing away from it.
  socket.on('readable', () => {
    if (socket.bytesRead > rawLimit) deadline.fail(tooLarge(url.hostname))
  })

  const client = new Client(url.origin, {
    connect: handOver(socket),
    maxHeaderSize: limits.headerBytes,
    // The deadline keeps the time: undici's own timers start anew with every interim reply.
    headersTimeout: 0,
    bodyTimeout: 0,
  })
  try {
    deadline.start('headers', url.hostname)
    const { statusCode, headers, body } = await client.request({
      method: 'GET',
      path: `${url.pathname}${url.search}`,
      headers: options.headers,
      signal: deadline.signal,
      reset: true,
    })
    // A body that nobody reads may still fail.
    body.on('error', () => undefined)
    const location = headerOf(headers, 'location')
    if (REDIRECTS.has(statusCode) && location !== null)
      return { kind: 'redirect', location: asUtf8(location) }

    const contentType = headerOf(headers, 'content-type')
    const isPdf = looksLikePdf(contentType, url)
    if (isPdf) rawLimit = limits.pdfRawBytes
    const decoders = decodersFor(headersOf(headers, 'content-encoding').join())
    if (decoders === null) throw unreachable(url.hostname, 'packs its pages in a way that I cannot unpack')
    const decodedLimit = isPdf ? limits.pdfDecodedBytes : limits.decodedBytes
    // No need to wait for what is announced as too much.
    const announced = Number(headerOf(headers, 'content-length') ?? 0)
    if (announced > (decoders.length === 0 ? decodedLimit : rawLimit)) throw tooLarge(url.hostname)

    const mayBePacked =
      decoders.length === 0 && /^\s*(?:text\/|application\/xhtml\+xml)/iu.test(contentType ?? '')
    const bytes = await readBody(body, mayBePacked ? [unpackUnannounced] : decoders, {
      limit: decodedLimit,
      host: url.hostname,
      deadline,
    })
    return { kind: 'document', status: statusCode, contentType, headers, bytes }
  } finally {
    deadline.pause()
    void client.destroy()
    socket.destroy()
  }
}

function looksLikePdf(contentType: string | null, url: URL): boolean {
  const type = contentType?.split(';', 1)[0]?.trim().toLowerCase() ?? 'application/octet-stream'
  if (type === 'application/pdf' || type === 'application/x-pdf') return true
  return type === 'application/octet-stream' && /\.pdf$/iu.test(url.pathname)
}

/** Gives undici the connection that was checked, once: it never opens one by itself. */
function handOver(
  socket: Socket,
): (options: unknown, callback: (...result: [Error, null] | [null, Socket]) => void) => void {
  let isGiven = false
  return (_options, callback) => {
    const first = !isGiven
    isGiven = true
    // undici does not notice a connection that is there before its own call has returned.
    queueMicrotask(() =>
      first ? callback(null, socket) : callback(new Error('the connection was lost'), null),
    )
  }
}

async function readBody(
  body: AsyncIterable<Buffer>,
  decoders: readonly Decoder[],
  options: { readonly limit: number; readonly host: string; readonly deadline: Deadline },
): Promise<Uint8Array> {
  const arriving = async function* (): AsyncGenerator<Buffer> {
    options.deadline.start('gap', options.host)
    for await (const chunk of body) {
      options.deadline.start('gap', options.host)
      yield chunk
    }
    options.deadline.pause()
  }
  const chunks: Buffer[] = []
  let size = 0
  const unpacked = decoders.reduce<AsyncIterable<Buffer>>((source, decode) => decode(source), arriving())
  for await (const chunk of unpacked) {
    size += chunk.length
    if (size > options.limit) throw tooLarge(options.host)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks, size)
}
