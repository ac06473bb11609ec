import { describe, expect, it } from 'vitest'
import { failureOf, openLoopback, REFUSED, textOf } from './loopback-fetcher.ts'

describe('what a name resolves to', () => {
  const look = (names: readonly string[]) =>
    openLoopback({ '/': 'a page' }, {}, { names: { 'news.example': names } })

  it.each([
    ['127.0.0.1'],
    ['10.0.0.7'],
    ['::1'],
    ['169.254.169.254'],
    ['::ffff:10.0.0.1'],
    ['64:ff9b::a00:1'],
    ['fd00::7'],
    ['0.0.0.0'],
  ])('is refused when it is %s, in words that do not tell', async (answer) => {
    const { web, fetch } = await look([answer])
    const failure = await failureOf(fetch('http://news.example/'))
    expect([failure.code, failure.message, web.dialled]).toEqual(['link-refused', REFUSED, []])
  })

  it.each([
    [['93.184.215.14', '10.0.0.7']],
    [['10.0.0.7', '93.184.215.14']],
    [['93.184.215.14', '2606:4700::1', '::1']],
  ])('is refused when one of several is private: %j', async (answers) => {
    const { web, fetch } = await look(answers)
    expect((await failureOf(fetch('http://news.example/'))).code).toBe('link-refused')
    expect(web.dialled).toEqual([])
  })

  it('is asked once a hop, and what was judged is what is dialled', async () => {
    let asked = 0
    const rebinding = () => ((asked += 1) === 1 ? ['93.184.215.14'] : ['127.0.0.1'])
    const { web, fetch } = await openLoopback({ '/': 'a page' }, {}, { names: { 'news.example': rebinding } })
    expect(textOf(await fetch('http://news.example/'))).toBe('a page')
    expect([web.dialled, asked]).toEqual([[{ address: '93.184.215.14', port: 80 }], 1])
  })

  it('is judged anew after a redirect to the same name', async () => {
    let asked = 0
    const rebinding = () => ((asked += 1) === 1 ? ['93.184.215.14'] : ['127.0.0.1'])
    const routes = { '/': { status: 302, headers: { location: '/inside' } }, '/inside': 'secret' }
    const { web, fetch } = await openLoopback(routes, {}, { names: { 'news.example': rebinding } })
    expect((await failureOf(fetch('http://news.example/'))).code).toBe('link-refused')
    expect(web.count('/inside')).toBe(0)
  })

  it.each([
    ['no answer', []],
    ['a failing look-up', null],
  ])('%s is `link-unreachable`', async (_case, answers) => {
    const fail = () => {
      throw Object.assign(new Error('not found'), { code: 'ENOTFOUND' })
    }
    const { fetch } = await openLoopback({}, {}, { names: { 'news.example': answers ?? fail } })
    const failure = await failureOf(fetch('http://news.example/'))
    expect([failure.code, failure.message]).toEqual([
      'link-unreachable',
      expect.stringContaining('was not found'),
    ])
  })

  const failing = (reason: unknown) => (): Promise<never> => Promise.reject(reason)
  const coded = (code: string) => Object.assign(new Error(`getaddrinfo ${code} 10.0.0.7`), { code })
  it.each<[what: string, code: string, resolve: () => Promise<readonly string[]>]>([
    ['knows no such name', 'link-unreachable', failing(coded('ENOTFOUND'))],
    ['has no answer', 'link-unreachable', failing(coded('ENODATA'))],
    ['fails', 'link-unreachable', failing(coded('ESERVFAIL'))],
    ['asks to try again', 'link-unreachable', failing(coded('EAI_AGAIN'))],
    ['is out of memory', 'link-unreachable', failing(coded('ENOMEM'))],
    ['is not there', 'link-unreachable', failing(coded('ECONNREFUSED'))],
    ['throws what is no error', 'link-unreachable', failing('no')],
    ['throws nothing', 'link-unreachable', failing(undefined)],
    ['answers with a redirect to another name', 'link-refused', async () => ['inside.example']],
    ['answers too late', 'link-timeout', () => new Promise((done) => setTimeout(done, 400, ['10.0.0.7']))],
    [
      'fails too late',
      'link-timeout',
      () => new Promise((_, fail) => setTimeout(fail, 400, coded('ENOTFOUND'))),
    ],
    ['never answers', 'link-timeout', () => new Promise(() => undefined)],
  ])('ends as it should where the resolver %s: `%s`', async (_what, code, resolve) => {
    const { web, fetch } = await openLoopback({}, { resolve, limits: { connectMilliseconds: 200 } })
    const failure = await failureOf(fetch('http://news.example/'))
    expect([failure.code, web.dialled]).toEqual([code, []])
    expect(failure.message).not.toContain('10.0.0.7')
  })

  it('is no address at all, of an allowed host: nothing is waited for', async () => {
    const { web, fetch } = await openLoopback(
      {},
      { allowHosts: ['wiki.lan'] },
      { names: { 'wiki.lan': ['localhost', '127.1'] } },
    )
    expect((await failureOf(fetch('http://wiki.lan/'))).code).toBe('link-unreachable')
    expect(web.dialled).toEqual([])
  })

  it.each([['127.0.0.1'], ['93.184.215.15'], ['::ffff:93.184.215.14'], ['']])(
    'is not enough: a connection whose peer is %j is dropped before a byte is sent',
    async (peer) => {
      const { web, fetch } = await openLoopback({ '/': 'secret' }, {}, { peer })
      expect((await failureOf(fetch('http://news.example/'))).code).toBe('link-refused')
      expect([web.requests, web.openSockets()]).toEqual([[], 0])
    },
  )

  it('may have addresses that do not answer: the next is tried', async () => {
    const answers = ['2606:4700::1', '93.184.215.14', '2606:4700::2']
    const { web, fetch } = await openLoopback(
      { '/': 'a page' },
      {},
      { names: { 'news.example': answers }, dead: ['2606:4700::1', '2606:4700::2'] },
    )
    expect(textOf(await fetch('http://news.example/'))).toBe('a page')
    expect(web.dialled.map((dial) => dial.address)).toEqual(answers.slice(0, 2))
  })

  it('leads nowhere when none of its addresses answers', async () => {
    const answers = ['93.184.215.14', '93.184.215.15', '93.184.215.16', '93.184.215.17', '93.184.215.18']
    const { web, fetch } = await openLoopback({}, {}, { names: { 'news.example': answers }, dead: answers })
    expect((await failureOf(fetch('http://news.example/'))).code).toBe('link-unreachable')
    expect([web.dialled.length, web.openSockets()]).toEqual([4, 0])
  })
})
