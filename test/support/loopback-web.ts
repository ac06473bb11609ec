import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import { type AddressInfo, connect, type Server, Socket } from 'node:net'

/** What a path answers: a page of HTML, a reply in parts, a handler, or a handler of the bare socket. */
export type LoopbackRoute =
  | string
  | {
      readonly status?: number
      readonly headers?: Readonly<Record<string, string | string[]>>
      readonly body?: string | Uint8Array
    }
  | ((request: IncomingMessage, response: ServerResponse) => void)
  /** For replies that no honest server sends; the request has been read. */
  | { readonly raw: (socket: Socket) => void }

interface LoopbackRequest {
  /** Host header: name, and port where it is not the usual one. */
  readonly host: string
  /** Path and query. */
  readonly path: string
  readonly headers: IncomingHttpHeaders
}

export interface LoopbackWebOptions {
  /** What names resolve to; a function is asked at every look-up. Every other name has one public address. */
  readonly names?: Readonly<Record<string, readonly string[] | (() => readonly string[])>>
  /** Key and certificate in PEM: makes port 443 answer. */
  readonly tls?: { readonly key: string; readonly cert: string }
  /** What connections say that they are connected to, where that shall differ from what was dialled. */
  readonly peer?: string
  /** Addresses at which a connection is refused. */
  readonly dead?: readonly string[]
  /** Connections are neither accepted nor refused. */
  readonly silent?: boolean
}

/** Stands for the public web. Nothing is sent to it: the dialler turns it into the loopback interface. */
const PUBLIC_ADDRESS = '93.184.215.14'

/**
 * A web on the loopback interface that looks public: give `resolve` and `dial` to the fetcher, and
 * `http://news.example/story` arrives here as `/story`. Routes are found by `host/path`, then by `/path`, both without
 * the query; anything else is a 404. Without the dialler it stands at `127.0.0.1:port`, plain HTTP.
 */
export async function startLoopbackWeb(
  routes: Readonly<Record<string, LoopbackRoute>>,
  options: LoopbackWebOptions = {},
) {
  const requests: LoopbackRequest[] = []
  const dialled: { readonly address: string; readonly port: number }[] = []
  const lookedUp: string[] = []
  const sockets = new Set<Socket>()
  const dialledSockets: Socket[] = []

  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    const path = request.url ?? '/'
    const host = request.headers.host ?? ''
    requests.push({ host, path, headers: request.headers })
    const key = path.split('?', 1)[0] ?? '/'
    const route = routes[`${host}${key}`] ?? routes[key]
    if (route === undefined) response.writeHead(404, { 'content-type': 'text/plain' }).end('Not here.')
    else if (typeof route === 'string') {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(route)
    } else if (typeof route === 'function') route(request, response)
    else if ('raw' in route) route.raw(request.socket)
    else {
      const headers = { 'content-type': 'text/html; charset=utf-8', ...route.headers }
      response.writeHead(route.status ?? 200, headers).end(route.body ?? '')
    }
  }

  const listen = async (server: Server): Promise<number> => {
    server.on('connection', (socket: Socket) => {
      sockets.add(socket)
      socket.on('close', () => sockets.delete(socket))
      socket.on('error', () => socket.destroy())
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    return (server.address() as AddressInfo).port
  }

  const servers: Server[] = [createServer(answer)]
  if (options.tls !== undefined) servers.push(createTlsServer(options.tls, answer))
  const [port = 0, tlsPort] = await Promise.all(servers.map(listen))

  return {
    port,
    /** In the order in which they came. */
    requests,
    /** Where the dialler was asked to connect to. */
    dialled,
    lookedUp,
    /** How often a path was asked for, whatever its query and host. */
    count: (path: string): number =>
      requests.filter((request) => request.path.split('?', 1)[0] === path).length,
    /** Connections that are open on the client's side. */
    openSockets: (): number => dialledSockets.filter((socket) => !socket.destroyed).length,
    resolve: async (hostname: string): Promise<readonly string[]> => {
      lookedUp.push(hostname)
      const answers = options.names?.[hostname] ?? [PUBLIC_ADDRESS]
      return typeof answers === 'function' ? answers() : answers
    },
    dial: (address: string, asked: number): Socket => {
      dialled.push({ address, port: asked })
      const target = asked === 443 && tlsPort !== undefined ? tlsPort : port
      const socket = options.silent === true ? new Socket() : connect(target, '127.0.0.1')
      if (options.dead?.includes(address) === true) {
        socket.destroy(Object.assign(new Error(`refused by ${address}`), { code: 'ECONNREFUSED' }))
      }
      Object.defineProperty(socket, 'remoteAddress', { value: options.peer ?? address })
      dialledSockets.push(socket)
      return socket
    },
    close: async (): Promise<void> => {
      for (const socket of sockets) socket.destroy()
      await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))))
    },
  }
}

export type LoopbackWeb = Awaited<ReturnType<typeof startLoopbackWeb>>
