import type { Cap, Storage } from '../../src/app/ports.ts'
import { aCall, aPlace, aTurn, ferry, summaryOfFerry } from './storage-examples.ts'

/** The day on which a filled store has spent something. */
export const TODAY = '2026-11-22'
/** Of which half is reached there. */
export const CAPS: readonly Cap[] = [{ per: 'guild', period: 'day', unit: 'nanodollars', most: 100 }]

/** A bit of everything that is durable. */
export async function fillStore(storage: Storage, conversations = 3): Promise<void> {
  for (let n = 0; n < conversations; n += 1) {
    const article = n === 1 ? { ...ferry, source: { ...ferry.source, kind: 'text' as const } } : ferry
    const place = aPlace({ threadId: 't1', cardMessageId: `m${n}`, sourceMessageId: `s${n}` })
    const given = { article, linesLeftOut: n, summary: n === 2 ? null : summaryOfFerry, place }
    const { id } = await storage.conversations.create({ ...given, addressKey: `k${n}` })
    if (n > 2) continue
    await storage.conversations.appendTurn(id, aTurn(`first of ${n}?`), 'p1', `q${n}`)
    await storage.conversations.appendTurn(id, aTurn(`second of ${n}?`), null)
    const answer = { channelId: 't1', messageId: `a${n}`, personId: 'p1', askedMessageId: `q${n}` }
    await storage.conversations.noteShown(id, answer)
  }
  const empty = { article: ferry, linesLeftOut: 0, summary: null, place: null, addressKey: null }
  await storage.conversations.create(empty)
  const request = {
    channelId: 'c1',
    messageId: 'x2',
    empty: [],
    big: 2 ** 53,
    retryOf: { taskId: 'x1', personId: 'p2' },
  }
  await storage.tasks.hold({ id: 'one', shards: [0, 1], of: 4 }, 60_000)
  for (const id of ['x1', 'x2', 'x3'])
    await storage.tasks.begin(id, request, { guildId: 'g1', personId: 'p1', holder: 'one' })
  await storage.tasks.takeOver({ id: 'x1', holder: 'one' }, 'two', true)
  await storage.tasks.hold({ id: 'two', shards: [2, 3], of: 4 }, 60_000)
  await storage.tasks.setReply('x2', { channelId: 'c1', messageId: 'r2' })
  await storage.tasks.setState('x2', 'failed')
  await storage.tasks.setState('x3', 'done')
  await storage.uses.take({ kind: 'summary', guildId: 'g1', personId: 'p1' }, [])
  await storage.uses.take({ kind: 'summary', guildId: 'g1', personId: 'p1' }, [])
  await storage.settings.set('g1', { roles: [], length: 'short' })
  await storage.settings.greet('g2')
  const call = aCall(TODAY, { guildId: 'g1', nanodollars: 60 })
  const first = await storage.spending.reserve(call, CAPS)
  const tokens = { input: 9, cached: 4, output: 2 }
  if ('id' in first)
    await storage.spending.settle(first.id, { nanodollars: 50, unpricedTokens: 0, tokens }, CAPS)
  await storage.spending.reserve(aCall(TODAY, { guildId: 'g1', nanodollars: 20 }), CAPS)
}
