import type { Socket } from 'node:net'
import { parseAddress } from '../../core/address.ts'
import { FootnoteError } from '../../core/error.ts'
import type { FetchedDocument, Validators } from '../../app/ports.ts'
import { type Resolve, resolveAddresses, resolveBySystem } from './addresses.ts'
import { portOf } from './allow-list.ts'
import { createDeadline, type Deadline } from './deadline.ts'
import { ACCEPT_ENCODING } from './decode.ts'
import { type Dial, dialBySystem, dialFirst } from './dial.ts'
import { type DocumentReply, exchange, type Reply } from './exchange.ts'
import { documentOf } from './fetched-document.ts'
import { malformed, misdirected, tooLarge, unreachable } from './failures.ts'
import { userAgent } from './identification.ts'
import { type Limits, tighten } from './limits.ts'
import { readRefreshPage } from './refresh-page.ts'
import { conditionsFor } from './reply-facts.ts'
import { secure } from './secure.ts'
import { createSlots } from './slots.ts'
import type { Gate } from './web-gate.ts'

export interface OpenerOptions {
  /** For tests: where an invented name leads. The guard judges its answers like any other. */
  readonly resolve?: Resolve | undefined
  /** For tests: leads a public-looking address to the loopback interface. */
  readonly dial?: Dial | undefined
  /** Can only be lower than the usual ones. */
  readonly limits?: Partial<Limits> | undefined
  /** An address of the host, for sites that want to know who reads them. */
  readonly contact?: string | null | undefined
}

interface OpenOptions {
  /** Judges every hop. */
  readonly gate: Gate
  readonly signal?: AbortSignal | undefined
  /** Whether pages that only lead on (`readRefreshPage`) are followed like redirects. */
  readonly followsPages?: boolean | undefined
  /** Of an earlier reading: the page is sent only if it has changed. */
  readonly validators?: Validators | undefined
}

/** Opens addresses and follows redirects, every hop through the gate that is given. */
export interface Opener {
  open(address: string, options: OpenOptions): Promise<FetchedDocument>
  /** Cancels what runs and waits for its end. */
  close(): Promise<void>
}

const AT_A_TIME_PER_HOST = 2
const MOST_PAGES_THAT_LEAD_ON = 2

const HEADERS = {
  accept: 'text/html,application/xhtml+xml,application/pdf,text/plain,text/markdown,*/*;q=0.5',
  'accept-language': 'en,*;q=0.5',
  'accept-encoding': ACCEPT_ENCODING,
}

/** Where an address leads, read against the page that named it; the fragment is the reader's own business. */
function nextUrl(address: string, from?: URL): URL {
  const url = parseAddress(from === undefined ? address : (URL.parse(address, from.href)?.href ?? ''))
  if (url === null) throw from === undefined ? malformed() : misdirected(from.hostname)
  url.hash = ''
  // `host.` is the same host, but not to certificates, virtual hosts and lists of names.
  url.hostname = url.hostname.replace(/\.$/u, '')
  return url
}

interface HopOptions {
  readonly trusted: boolean
  readonly deadline: Deadline
  /** Beside our own. */
  readonly headers: Readonly<Record<string, string>>
}

/** Where a page leads that only leads on; null for one that leads nowhere else, and for every other page. */
function leadsTo({ bytes, contentType }: DocumentReply, from: URL): URL | null {
  const address = readRefreshPage(bytes, contentType)
  if (address === null) return null
  const target = nextUrl(address, from)
  return target.href === from.href ? null : target
}

export function createOpener(options: OpenerOptions): Opener {
  const { resolve = resolveBySystem, dial = dialBySystem, contact = null } = options
  const ownHeaders = { 'user-agent': userAgent(contact), ...HEADERS }
  const limits = tighten(options.limits)
  const slots = createSlots(AT_A_TIME_PER_HOST)
  const closing = new AbortController()
  const running = new Set<Promise<unknown>>()

  async function hop(url: URL, { trusted, deadline, headers }: HopOptions): Promise<Reply> {
    const { signal } = deadline
    const giveBack = await slots.take(`${url.hostname}:${portOf(url)}`, signal)
    try {
      deadline.start('connect', url.hostname)
      const addresses = await resolveAddresses(url.hostname, { trusted, resolve, signal })
      let socket: Socket = await dialFirst(addresses, portOf(url), { trusted, dial, signal }).catch(
        failWith(url, 'does not answer'),
      )
      if (url.protocol === 'https:') {
        socket = await secure(socket, url.hostname, signal).catch(failWith(url, 'has no valid certificate'))
      }
      return await exchange(url, socket, {
        limits,
        deadline,
        headers: { ...ownHeaders, ...headers },
      }).catch(failWith(url, 'breaks off, or answers in a way that I cannot read'))
    } catch (error) {
      // Whatever broke because the time was over or the person gave up: that is the reason.
      signal.throwIfAborted()
      throw error
    } finally {
      deadline.pause()
      giveBack()
    }
  }

  async function follow(
    first: URL,
    { gate, followsPages = false, validators }: OpenOptions,
    deadline: Deadline,
  ): Promise<FetchedDocument> {
    let url = first
    let pagesLeft = followsPages ? MOST_PAGES_THAT_LEAD_ON : 0
    for (let redirects = 0; redirects <= limits.redirects; redirects += 1) {
      const { trusted } = gate(url)
      const conditions = conditionsFor(validators, url)
      const reply = await hop(url, { trusted, deadline, headers: conditions })
      if (reply.kind === 'redirect') {
        url = nextUrl(reply.location, url)
        continue
      }
      const target = pagesLeft > 0 && reply.status < 300 ? leadsTo(reply, url) : null
      if (target === null)
        return documentOf(reply, url, { wasConditional: Object.keys(conditions).length > 0 })
      pagesLeft -= 1
      url = target
    }
    throw unreachable(url.hostname, 'sends me from one address to the next without end')
  }

  async function open(address: string, how: OpenOptions): Promise<FetchedDocument> {
    const url = nextUrl(address)
    const { signal } = how
    const signals = signal === undefined ? [closing.signal] : [closing.signal, signal]
    const deadline = createDeadline(limits, url.hostname, ...signals)
    try {
      return await follow(url, how, deadline)
    } finally {
      deadline.end()
    }
  }

  return {
    open: async (address, how) => {
      const work = open(address, how)
      running.add(work)
      try {
        return await work
      } finally {
        running.delete(work)
      }
    },
    close: async () => {
      closing.abort()
      await Promise.allSettled(running)
    },
  }
}

/** Says for a failure of node, undici or zlib what the server did; our own stay as they are. */
const failWith =
  (url: URL, what: string) =>
  (error: unknown): never => {
    if (error instanceof FootnoteError) throw error
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'UND_ERR_HEADERS_OVERFLOW') throw tooLarge(url.hostname, error)
    throw unreachable(url.hostname, what, error)
  }
