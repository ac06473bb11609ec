import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { Redis } from 'ioredis'

// A real server for tests: Debian's redis-server, or Valkey. It keeps its files in a folder of its own.

/** A server on loopback, with the settings that docs/operating.md asks of a host. */
export interface RedisServer {
  /** `redis://127.0.0.1:PORT` */
  readonly url: string
  /** Where its files are. */
  readonly folder: string
  /** An address with an empty database of its own: one server has sixteen. */
  database(number: number): string
  /** Ends it as a power cut would not: the files are what it had written. */
  kill(): Promise<void>
  /** Starts it again on its files and port. */
  start(): Promise<void>
  /** Holds it up, so that it answers nothing; and lets it go on. */
  pause(): void
  resume(): void
  flush(): Promise<void>
  pid(): number
  /** Names of keys that fit a pattern. */
  keys(pattern: string): Promise<string[]>
  /** How many connections of Footnote it has. */
  connections(): Promise<number>
  /** Ends the time of a key now. */
  expire(key: string): Promise<void>
  stop(): Promise<void>
}

const PROGRAMS = ['redis-server', 'valkey-server']

function findProgram(): string | null {
  for (const program of PROGRAMS) {
    try {
      execFileSync(program, ['--version'], { stdio: 'ignore' })
      return program
    } catch {
      // Not that one.
    }
  }
  return null
}

const program = findProgram()

/** Whether tests that need a server can run. In CI they have to: there a missing server fails. */
export const hasRedis = program !== null

const HOW_TO_GET_IT =
  'NOT TESTED: there is no redis-server here. Install it (Debian: apt-get install redis-server) and run npm test again.'

if (!hasRedis) {
  if ((process.env['CI'] ?? '') !== '') throw new Error(HOW_TO_GET_IT)
  console.warn(HOW_TO_GET_IT)
}

export async function startRedis(options: readonly string[] = []): Promise<RedisServer> {
  if (program === null) throw new Error(HOW_TO_GET_IT)
  const folder = mkdtempSync(join(tmpdir(), 'footnote-redis-'))
  const port = await freePort()
  const url = `redis://127.0.0.1:${port}`
  const password = options[options.indexOf('--requirepass') + 1 || options.length]
  const given = [
    '--port',
    String(port),
    '--bind',
    '127.0.0.1',
    '--dir',
    folder,
    '--save',
    '',
    '--appendonly',
    'yes',
  ]
  let server: ChildProcess | null = null

  const start = async (): Promise<void> => {
    server = spawn(program, [...given, '--maxmemory-policy', 'noeviction', ...options], { stdio: 'ignore' })
    await untilItAnswers(url, password)
  }
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    const ending = server
    if (ending === null || ending.exitCode !== null || ending.signalCode !== null) return
    const ended = new Promise((resolve) => ending.once('exit', resolve))
    ending.kill('SIGCONT')
    ending.kill(signal)
    await ended
  }
  await start()
  return {
    url,
    folder,
    database: (number) => `${url}/${number}`,
    kill: () => end('SIGKILL'),
    start,
    pause: () => void server?.kill('SIGSTOP'),
    resume: () => void server?.kill('SIGCONT'),
    pid: () => server?.pid ?? 0,
    flush: () => within(url, password, async (redis) => void (await redis.flushall())),
    keys: (pattern) => within(url, password, (redis) => redis.keys(pattern)),
    connections: () =>
      within(url, password, async (redis) => {
        const clients = String(await redis.client('LIST'))
        return clients.split('\n').filter((line) => line.includes(' name=footnote ')).length
      }),
    expire: (key) => within(url, password, async (redis) => void (await redis.del(key))),
    stop: async () => {
      await end('SIGKILL')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function within<Value>(
  url: string,
  password: string | undefined,
  work: (redis: Redis) => Promise<Value>,
): Promise<Value> {
  const redis = new Redis(url, { enableReadyCheck: false, ...(password !== undefined && { password }) })
  try {
    return await work(redis)
  } finally {
    redis.disconnect()
  }
}

async function untilItAnswers(url: string, password: string | undefined): Promise<void> {
  const deadline = Date.now() + 10_000
  for (;;) {
    const redis = new Redis(url, {
      lazyConnect: true,
      retryStrategy: () => null,
      ...(password !== undefined && { password }),
    })
    redis.on('error', () => {})
    try {
      await redis.connect()
      await redis.ping()
      return
    } catch (error) {
      if (Date.now() > deadline) throw error
    } finally {
      redis.disconnect()
    }
    await wait(20)
  }
}

/** One that nobody listens on just now. */
export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { readonly port: number }
      server.close(() => resolve(port))
    })
  })
