// A process of its own for the tests of crashes and of several writers:
//   writer.ts turns URL           prints the conversation's id, then appends turns and takes calls for ever,
//                                 a line after each that was acknowledged
//   writer.ts calls URL LIMIT     says ready, waits for the end of its input, then opens the store and takes calls until
//                                 the limit refuses one, and prints how many it got
import { once } from 'node:events'
import { openStore } from '../../../src/open-store.ts'
import { aCall, aTurn, ferry } from '../../contracts/storage-examples.ts'

/** Resolves when it is on its way: what waits in this process is lost when that is killed. */
const say = (words: string): Promise<void> =>
  new Promise((resolve) => process.stdout.write(words, () => resolve()))

const [mode, url = '', limit] = process.argv.slice(2)
if (mode === 'calls') {
  await say('ready\n')
  await once(process.stdin.resume(), 'end')
}
const storage = await openStore(url, { directory: '/', clock: Date.now })
const DAY = '2026-11-22'

if (mode === 'turns') {
  const { id } = await storage.conversations.create({
    article: ferry,
    linesLeftOut: 0,
    summary: null,
    place: null,
    addressKey: null,
  })
  await say(`conversation ${id}\n`)
  for (let number = 1; ; number += 1) {
    await storage.conversations.appendTurn(id, aTurn(`question ${number}?`), null)
    await say(`turn ${number}\n`)
    await storage.spending.reserve(aCall(DAY), [])
    await say(`call ${number}\n`)
  }
} else {
  let taken = 0
  const caps = [{ per: 'all', period: 'day', unit: 'calls', most: Number(limit) }] as const
  while ('id' in (await storage.spending.reserve(aCall(DAY), caps))) taken += 1
  await say(`taken ${taken}\n`)
  await storage.close()
}
