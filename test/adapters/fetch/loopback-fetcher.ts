import { onTestFinished } from 'vitest'
import { createFetcher, type FetcherOptions } from '../../../src/adapters/fetch/create-fetcher.ts'
import { FootnoteError } from '../../../src/core/error.ts'
import { type LoopbackRoute, type LoopbackWebOptions, startLoopbackWeb } from '../../support/loopback-web.ts'

/** A loopback web and a fetcher that takes it for the public one; both end with the test. */
export async function openLoopback(
  routes: Readonly<Record<string, LoopbackRoute>>,
  fetching: Partial<FetcherOptions> = {},
  web: LoopbackWebOptions = {},
) {
  const server = await startLoopbackWeb(routes, web)
  const fetcher = createFetcher({ allowHosts: [], resolve: server.resolve, dial: server.dial, ...fetching })
  onTestFinished(async () => {
    await fetcher.close()
    await server.close()
  })
  return { web: server, fetch: fetcher.fetch, close: () => fetcher.close() }
}

/** The failure of a promise that must fail with one of ours. */
export async function failureOf(promise: Promise<unknown>): Promise<FootnoteError> {
  try {
    await promise
  } catch (error) {
    if (error instanceof FootnoteError) return error
    throw error
  }
  throw new Error('it did not fail')
}

export const textOf = (document: { readonly bytes: Uint8Array }): string =>
  Buffer.from(document.bytes).toString()

export const REFUSED =
  "I don't open this address. It is not on the public web. " +
  'If it is a page of your own community, the person who runs this bot can allow it.'
