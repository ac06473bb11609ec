import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import type { Readable, Writable } from 'node:stream'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
/** A browser that does not answer in this time has hung: then it is ended, and what waited for it fails. */
const HANG_MILLISECONDS = 20_000

const FLAGS = [
  '--headless',
  '--remote-debugging-pipe',
  // Root, as in CI, has no sandbox; the pages are ours and on the loopback interface.
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--hide-scrollbars',
  '--lang=en-US',
  // No page reaches anything but the loopback interface.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
]

type Fields = Record<string, unknown>

interface Size {
  readonly width: number
  readonly height: number
}

interface ChromiumPage {
  /** Opens an address as if typed into the address bar, and waits until it is loaded. */
  open(address: string): Promise<void>
  /** Runs a function, given as source text, in the page; its result comes back as JSON. */
  run<Result>(functionText: string, ...values: readonly unknown[]): Promise<Result>
  /** What stands in the window, or in so much of the page from its top, as a PNG in base64. */
  picture(part?: Size): Promise<string>
}

export interface Chromium {
  readonly page: ChromiumPage
  close(): Promise<void>
}

/** The Chromium of this machine, or null. `CHROMIUM` names it where it has another place. */
export function findChromium(environment: NodeJS.ProcessEnv = process.env): string | null {
  const named = environment['CHROMIUM']
  if (named !== undefined && named !== '') return named
  const folders = (environment['PATH'] ?? '').split(delimiter)
  return folders.flatMap((folder) => NAMES.map((name) => join(folder, name))).find(existsSync) ?? null
}

/**
 * Starts a headless Chromium with one page, and talks to it in the DevTools protocol over a pipe: when this process
 * ends, however it ends, the pipe closes and the browser with it.
 */
export async function startChromium(
  program: string,
  size: Size,
  /** Pixels of the picture for one of the page. */
  scale = 1,
): Promise<Chromium> {
  const profile = mkdtempSync(join(tmpdir(), 'footnote-chromium-'))
  const child = spawn(program, [...FLAGS, `--user-data-dir=${profile}`, '--no-startup-window'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
  })
  const close = async (): Promise<void> => {
    await endOf(child)
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
  }
  try {
    const connection = connect(child)
    const { targetId } = await connection.send<{ targetId: string }>('Target.createTarget', {
      url: 'about:blank',
    })
    const { sessionId } = await connection.send<{ sessionId: string }>('Target.attachToTarget', {
      targetId,
      flatten: true,
    })
    const send = <Result>(method: string, parameters: Fields = {}): Promise<Result> =>
      connection.send(method, parameters, sessionId)
    await send('Page.enable')
    await send('Emulation.setDeviceMetricsOverride', { ...size, deviceScaleFactor: scale, mobile: false })
    return { page: pageThrough(send, connection.next), close }
  } catch (error) {
    await close()
    throw error
  }
}

function pageThrough(
  send: <Result>(method: string, parameters?: Fields) => Promise<Result>,
  next: (event: string) => Promise<unknown>,
): ChromiumPage {
  const pageOf = (address: string): string => address.split('#', 1)[0]!
  let opened = ''
  return {
    open: async (address) => {
      // A page that is open already would only be scrolled: every link is opened afresh.
      const isOpen = pageOf(address) === opened
      opened = pageOf(address)
      for (const url of isOpen ? ['about:blank', address] : [address]) {
        const loaded = next('Page.loadEventFired')
        const { errorText } = await send<{ errorText?: string }>('Page.navigate', { url })
        if (errorText !== undefined) throw new Error(`Chromium did not open ${url}: ${errorText}`)
        await loaded
      }
    },
    run: async (functionText, ...values) => {
      const expression = `(${functionText})(...${JSON.stringify(values)})`
      const { result, exceptionDetails } = await send<{
        result: { value: never }
        exceptionDetails?: unknown
      }>('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true })
      if (exceptionDetails !== undefined) throw new Error(JSON.stringify(exceptionDetails))
      return result.value
    },
    picture: async (part) => {
      const clip = part && { captureBeyondViewport: true, clip: { x: 0, y: 0, ...part, scale: 1 } }
      const options = { format: 'png', optimizeForSpeed: part === undefined, ...clip }
      return (await send<{ data: string }>('Page.captureScreenshot', options)).data
    },
  }
}

/** Messages are JSON with a zero byte behind each. */
function connect(child: ChildProcess) {
  const [, , , input, output] = child.stdio as unknown as [null, null, null, Writable, Readable]
  const waiting = new Map<string, (message: Fields) => void>()
  let last = 0
  let rest = ''
  output.setEncoding('utf8').on('data', (data: string) => {
    const messages = (rest + data).split('\0')
    rest = messages.pop() ?? ''
    for (const text of messages) {
      const message = JSON.parse(text) as Fields
      const key = String(message['id'] ?? message['method'])
      waiting.get(key)?.(message)
      waiting.delete(key)
    }
  })
  input.on('error', () => {})
  const answerTo = (key: string): Promise<Fields> =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`Chromium did not answer: ${key}`)), HANG_MILLISECONDS)
      waiting.set(key, (message) => {
        clearTimeout(timer)
        resolve(message)
      })
    })
  return {
    next: answerTo,
    send: async <Result>(method: string, parameters: Fields = {}, sessionId?: string): Promise<Result> => {
      last += 1
      const id = last
      const answered = answerTo(String(id))
      input.write(`${JSON.stringify({ id, method, params: parameters, sessionId })}\0`)
      const { result, error } = await answered
      if (error !== undefined) throw new Error(`${method}: ${JSON.stringify(error)}`)
      return result as Result
    },
  }
}

function endOf(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve())
    child.once('error', () => resolve())
  })
  child.kill('SIGKILL')
  return ended
}
