import { afterEach, describe, expect, it } from 'vitest'
import { TransportFault, guardedFetch } from '../../../src/adapters/model/guarded-fetch.ts'
import { type LoopbackModel, type Script, startLoopbackModel } from '../../support/loopback-model.ts'

const TIMEOUTS = { firstByte: 8000, betweenBytes: 8000, total: 8000 }

let server: LoopbackModel
afterEach(() => server?.close())

async function read(script: Script, timeouts = TIMEOUTS, mostBytes?: number): Promise<string> {
  server = await startLoopbackModel(script)
  const response = await guardedFetch(timeouts, mostBytes)(`${server.baseUrl}/any`, {
    method: 'POST',
    body: '{"messages":[]}',
    headers: { 'content-type': 'application/json', 'x-more': 'private' },
  })
  return response.text()
}

describe('the guarded fetch', () => {
  it('reads a body whole and sends the named headers alone', async () => {
    expect(await read({ kind: 'html', status: 500 })).toContain('not a model')
    expect(server.requests[0]?.headers).not.toHaveProperty('x-more')
    expect(server.requests[0]?.headers['user-agent']).toBe('footnote')
  })

  it.each([
    ['grows without end', { kind: 'endless', piece: 'more ' }, TIMEOUTS, 'too-large'],
    ['never starts', { kind: 'silent' }, { ...TIMEOUTS, firstByte: 200 }, 'silent'],
    ['stops in the middle', { kind: 'stall', text: 'a' }, { ...TIMEOUTS, betweenBytes: 200 }, 'silent'],
    [
      'goes on too long',
      { kind: 'slow', text: 'a', every: 50, beats: 200 },
      { ...TIMEOUTS, total: 400 },
      'too-long',
    ],
  ] as const)('ends a body that %s, says why, and hangs up', async (_name, script, timeouts, kind) => {
    const failure = await read(script, timeouts, 50_000).catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(TransportFault)
    expect(failure).toMatchObject({ kind })
    await expect.poll(() => server.abandoned()).toBe(1)
  })
})
