import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { OPENED, PRIVATE_ANSWERS, REFUSED_UNSEEN } from './address-attacks.ts'
import { failureOf, openLoopback, REFUSED, textOf } from './loopback-fetcher.ts'
import { SPECIAL_RANGES } from './special-ranges.ts'

const ANY_PATH = { raw: (socket: { end(text: string): void }) => socket.end('HTTP/1.1 200 OK\r\n\r\na page') }

const PIECES = [
  ...'/\\@:.。．%[]#?<>|^`"\t 0１ⓛü\u00ad\u200b\u202e-_',
  ...'http: https: HTTP:// // %2e %00 127 0x7f 0177 2130706433 1 :: ffff: fd00 localhost news example xn-- 80 8080'.split(
    ' ',
  ),
]

describe('an address of a stranger', () => {
  const unseen = Object.entries(REFUSED_UNSEEN).flatMap(([why, addresses]) =>
    addresses.map((address) => [address, why] as const),
  )

  it.each(unseen)('is refused before any look-up and connection: %j (%s)', async (address) => {
    const { web, fetch } = await openLoopback({})
    const failure = await failureOf(fetch(address))
    expect([failure.code, failure.cause, web.lookedUp, web.dialled]).toEqual([
      'link-refused',
      undefined,
      [],
      [],
    ])
  })

  it.each(OPENED)('is opened where it is one of the public web: %j at %j', async (address, opened) => {
    const { pathname } = new URL(opened)
    const { web, fetch } = await openLoopback({ [pathname]: ANY_PATH })
    const document = await fetch(address)
    expect([textOf(document), document.url]).toEqual(['a page', opened])
    expect([web.lookedUp, web.dialled]).toEqual([
      [new URL(opened).hostname],
      [{ address: '93.184.215.14', port: Number(new URL(opened).port || 80) }],
    ])
  })

  it.each(PRIVATE_ANSWERS)(
    'is refused after the look-up, in words that do not tell: %s, %j',
    async (_what, answers) => {
      const { web, fetch } = await openLoopback({}, {}, { names: { 'news.example': answers } })
      const { code, message, cause } = await failureOf(fetch('http://news.example/'))
      expect([code, message, cause, web.lookedUp, web.dialled]).toEqual([
        'link-refused',
        REFUSED,
        undefined,
        ['news.example'],
        [],
      ])
    },
  )

  it.each(SPECIAL_RANGES)(
    'is dialled up to the very edges of %s, and not inside',
    async (_range, inside, outside) => {
      const names = Object.fromEntries(
        [...inside, ...outside].map((answer, index) => [`n${index}.example`, [answer]]),
      )
      const { web, fetch } = await openLoopback({ '/': 'a page' }, {}, { names })
      for (const [name, [answer = '']] of Object.entries(names)) {
        const result = await fetch(`http://${name}/`).then(textOf, (error: { code: string }) => error.code)
        expect([answer, result]).toEqual([answer, outside.includes(answer) ? 'a page' : 'link-refused'])
      }
      expect(web.dialled.map(({ address }) => address)).toEqual(outside)
    },
  )

  it('is refused however it is spelled, where every name leads inside', async () => {
    const { web, fetch } = await openLoopback({}, { resolve: async () => ['127.0.0.1'] })
    const spelled = fc.array(fc.constantFrom(...PIECES), { maxLength: 14 }).map((pieces) => pieces.join(''))
    const address = fc.oneof(
      spelled,
      spelled.map((text) => `http://${text}`),
      fc.ipV4Extended().map((host) => `http://${host}/`),
      fc.ipV6().map((host) => `http://[${host}]/`),
    )
    await fc.assert(
      fc.asyncProperty(address, async (text) => (await failureOf(fetch(text))).code === 'link-refused'),
      { numRuns: 1000 },
    )
    expect(web.dialled).toEqual([])
  })
})
