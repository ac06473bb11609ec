import { spawn } from 'node:child_process'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, it, onTestFinished } from 'vitest'
import { startFootnote } from '../support/run-footnote.ts'
import { openScene } from '../e2e/open-scene.ts'
import { freePort } from '../support/redis-server.ts'

/** What Docker does: runs the check beside the process, with the container's variables. */
function askHealth(
  environment: Readonly<Record<string, string>>,
  ...args: readonly string[]
): Promise<{ status: number | null; said: string }> {
  const child = spawn(process.execPath, ['bin/health.mjs', ...args], {
    env: { PATH: process.env['PATH'], ...environment },
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text) => (said += text))
  return new Promise((resolve) => child.on('close', (status) => resolve({ status, said })))
}

async function serve(status: number, host = '127.0.0.1'): Promise<string> {
  const server = createServer((_request, response) => response.writeHead(status).end())
  await new Promise<void>((resolve) => server.listen(0, host, resolve))
  onTestFinished(() => void server.close())
  return String((server.address() as AddressInfo).port)
}

describe('the health check of the image', () => {
  it('is good while the bot answers, and bad when it is gone', async () => {
    const scene = await openScene()
    const port = String(await freePort())
    const { child, done, saw } = startFootnote(['start'], {
      environment: { ...scene.environment, METRICS_PORT: port, LOG_LEVEL: 'info' },
    })
    onTestFinished(() => void child.kill('SIGKILL'))
    await saw('discord-ready')
    expect(await askHealth({ METRICS_PORT: port })).toMatchObject({ status: 0 })
    const ready = await askHealth({ METRICS_PORT: port }, '/readyz')
    expect(ready.said).toMatch(/\/readyz: (?:200|503)\n$/u)
    child.kill('SIGTERM')
    await done
    expect(await askHealth({ METRICS_PORT: port })).toMatchObject({
      status: 1,
      said: expect.stringContaining('ECONNREFUSED'),
    })
  }, 60_000)

  it('is bad where something answers with a failure', async () => {
    expect(await askHealth({ METRICS_PORT: await serve(503) })).toMatchObject({ status: 1 })
  })

  it('finds a server that listens on every address', async () => {
    const port = await serve(200, '0.0.0.0')
    expect(await askHealth({ METRICS_PORT: port, METRICS_HOST: '0.0.0.0' })).toMatchObject({ status: 0 })
  })

  it('says that nothing can be asked where there is no port, and calls nobody ill for it', async () => {
    expect(await askHealth({ METRICS_PORT: '' })).toEqual({
      status: 0,
      said: 'METRICS_PORT is not set, so nothing can be asked.\n',
    })
  })
})
