import { expect, it, onTestFinished } from 'vitest'
import { serveMetrics } from '../../../src/adapters/metrics/serve-metrics.ts'

async function open(notReady: readonly string[] = [], write = () => Promise.resolve('footnote_guilds 3\n')) {
  const options = { host: '127.0.0.1', contentType: 'text/plain; version=0.0.4', write }
  const server = await serveMetrics({ ...options, port: 0, notReady: () => Promise.resolve(notReady) })
  onTestFinished(() => server.close())
  const ask = async (path: string, method = 'GET'): Promise<[number, string]> => {
    const response = await fetch(`http://127.0.0.1:${server.port}${path}`, { method })
    return [response.status, await response.text()]
  }
  return { server, ask }
}

it('serves figures, that it lives and that it is ready', async () => {
  const { ask } = await open()
  expect(await ask('/metrics')).toEqual([200, 'footnote_guilds 3\n'])
  expect(await ask('/metrics?from=here')).toEqual([200, 'footnote_guilds 3\n'])
  expect(await ask('/healthz')).toEqual([200, 'ok\n'])
  expect(await ask('/readyz')).toEqual([200, 'ready\n'])
})

it('lives although it is not ready, and says why it is not', async () => {
  const { ask } = await open(['Discord is not connected', 'the store cannot keep anything'])
  expect(await ask('/healthz')).toEqual([200, 'ok\n'])
  expect(await ask('/readyz')).toEqual([
    503,
    'not ready: Discord is not connected; the store cannot keep anything\n',
  ])
})

it('does nothing but that', async () => {
  const { ask } = await open()
  expect(await ask('/')).toEqual([404, 'there are /metrics, /healthz and /readyz\n'])
  expect(await ask('/metrics', 'POST')).toEqual([405, 'only GET\n'])
  expect(await ask('/metrics', 'HEAD')).toEqual([200, ''])
})

it('goes on where a figure cannot be looked up, and tells no inner error', async () => {
  const { ask } = await open([], () => Promise.reject(new Error('/home/me/secret')))
  expect(await ask('/metrics')).toEqual([500, 'this could not be looked up\n'])
  expect(await ask('/healthz')).toEqual([200, 'ok\n'])
})

it('says of a port that is taken which variable names it', async () => {
  const { server } = await open()
  const again = serveMetrics({
    host: '127.0.0.1',
    port: server.port,
    contentType: '',
    write: () => Promise.resolve(''),
    notReady: () => Promise.resolve([]),
  })
  await expect(again).rejects.toMatchObject({
    code: 'bad-request',
    message: expect.stringContaining(`METRICS_PORT ${server.port}`),
  })
})
