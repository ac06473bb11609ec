import { describe, expect, it, onTestFinished } from 'vitest'
import { dialFirst } from '../../../src/adapters/fetch/dial.ts'
import { startLoopbackWeb } from '../../support/loopback-web.ts'
import { failureOf } from './loopback-fetcher.ts'

async function openWeb() {
  const web = await startLoopbackWeb({})
  onTestFinished(web.close)
  return web
}
const { signal } = new AbortController()

describe('a connection', () => {
  it.each(['10.0.0.7', '127.0.0.1', '::1', 'fe80::1'])(
    'to %s is dropped even where nobody has judged that address before',
    async (address) => {
      const web = await openWeb()
      const socket = dialFirst([address], 80, { trusted: false, dial: web.dial, signal })
      expect((await failureOf(socket)).code).toBe('link-refused')
      expect(web.openSockets()).toBe(0)
    },
  )

  it('is not begun when the fetch is over', async () => {
    const web = await openWeb()
    const over = AbortSignal.abort(new Error('over'))
    const socket = dialFirst(['93.184.215.14'], 80, { trusted: false, dial: web.dial, signal: over })
    await expect(socket).rejects.toThrow('over')
    expect(web.dialled).toEqual([])
  })
})
