import { describe, expect, it, onTestFinished } from 'vitest'
import { createAttachmentReader } from '../../../src/adapters/fetch/attachment-reader.ts'
import { type LoopbackRoute, type LoopbackWebOptions, startLoopbackWeb } from '../../support/loopback-web.ts'
import { failureOf, REFUSED, textOf } from './loopback-fetcher.ts'

const FILE: LoopbackRoute = { headers: { 'content-type': 'text/plain' }, body: 'words of a file' }
const DISCORD = ['https://cdn.discordapp.com', 'https://media.discordapp.net']

async function openReader(
  routes: Readonly<Record<string, LoopbackRoute>>,
  origins: readonly string[],
  options: LoopbackWebOptions = {},
) {
  const web = await startLoopbackWeb(routes, options)
  onTestFinished(web.close)
  return { web, read: createAttachmentReader({ origins, resolve: web.resolve, dial: web.dial }) }
}

describe('an attachment', () => {
  it('is read from a configured server, private as it may be, with its name and type', async () => {
    const web = await startLoopbackWeb({ '/attachments/1/Tarn%20Harbour.txt': FILE })
    onTestFinished(web.close)
    const origin = `http://127.0.0.1:${web.port}`
    const read = createAttachmentReader({ origins: [...DISCORD, `${origin}/api`] })
    const document = await read(`${origin}/attachments/1/Tarn%20Harbour.txt?ex=1`)
    expect({ ...document, bytes: textOf(document) }).toEqual({
      bytes: 'words of a file',
      contentType: 'text/plain',
      url: null,
      name: 'Tarn Harbour.txt',
    })
  })

  it('is read within the same limits', async () => {
    const { read } = await openReader({ '/a.txt': { body: Buffer.alloc(4 * 1024 * 1024 + 1) } }, [
      'http://files.lan',
    ])
    expect((await failureOf(read('http://files.lan/a.txt'))).code).toBe('page-too-large')
  })

  it('that the server does not hand out is `file-unreadable`', async () => {
    const { read } = await openReader({}, ['http://files.lan'])
    const failure = await failureOf(read('http://files.lan/a.txt'))
    expect([failure.code, failure.message]).toEqual(['file-unreadable', expect.stringContaining('404')])
  })

  it.each([
    'https://cdn.discordapp.com.evil.example/a.txt',
    'https://evil.example/cdn.discordapp.com/a.txt',
    'http://cdn.discordapp.com/a.txt',
    'https://cdn.discordapp.com:8443/a.txt',
    'https://user@cdn.discordapp.com/a.txt',
    'https://cdn.discordapp.com@evil.example/a.txt',
    'https://discord.com/a.txt',
    'http://127.0.0.1/a.txt',
    'http://files.lan:8080/a.txt',
    'https://files.lan/a.txt',
    'file:///a.txt',
    '',
  ])('is not read from %j', async (address) => {
    const { web, read } = await openReader({ '/a.txt': FILE }, [...DISCORD, 'http://files.lan'])
    expect((await failureOf(read(address))).code).toBe('link-refused')
    expect([web.lookedUp, web.dialled]).toEqual([[], []])
  })

  it.each(['https://evil.example/a.txt', 'http://127.0.0.1/a.txt', 'http://files.lan:8080/a.txt'])(
    'is not read by a redirect to %s',
    async (location) => {
      const { web, read } = await openReader({ '/a.txt': { status: 302, headers: { location } } }, [
        'http://files.lan',
      ])
      expect((await failureOf(read('http://files.lan/a.txt'))).code).toBe('link-refused')
      expect(web.requests).toHaveLength(1)
    },
  )

  it('on a private stand-in is read by redirects of its own, and not by one from another server', async () => {
    const { web, read } = await openReader(
      {
        'other.lan/a.txt': { status: 302, headers: { location: 'http://files.lan/b.txt' } },
        'files.lan/a.txt': { status: 302, headers: { location: '/b.txt' } },
        'files.lan/b.txt': FILE,
      },
      ['http://other.lan', 'http://files.lan'],
    )
    expect((await failureOf(read('http://other.lan/a.txt'))).code).toBe('link-refused')
    expect(web.count('/b.txt')).toBe(0)
    expect(textOf(await read('http://files.lan/a.txt'))).toBe('words of a file')
  })

  it.each(DISCORD)('on %s is judged by where the name leads, like any public address', async (origin) => {
    const hostname = new URL(origin).hostname
    const { web, read } = await openReader({ '/a.txt': FILE }, DISCORD, {
      names: { [hostname]: ['10.0.0.7'] },
    })
    const failure = await failureOf(read(`${origin}/a.txt`))
    expect([failure.code, failure.message, web.dialled]).toEqual(['link-refused', REFUSED, []])
  })

  it('ends with its signal', async () => {
    const { read } = await openReader({ '/a.txt': FILE }, ['http://files.lan'])
    expect((await failureOf(read('http://files.lan/a.txt', AbortSignal.abort()))).code).toBe('cancelled')
  })
})
