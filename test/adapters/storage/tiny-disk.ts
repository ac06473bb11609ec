// A process of its own for the test of a disk that is really full: tiny-disk.ts FOLDER fills the disk of that folder with a
// store and prints, as one line of JSON, what was possible then.
import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { backUp } from '../../../src/adapters/storage/back-up.ts'
import { openStorage } from '../../../src/adapters/storage/open-storage.ts'
import { asFootnoteError } from '../../../src/core/error.ts'
import { keptFerry } from '../../contracts/storage-examples.ts'
import { anArticle } from '../../support/an-article.ts'

const folder = process.argv[2] ?? ''
const options = { directory: folder, clock: Date.now }
const storage = await openStorage('sqlite:a.db', options)
const report = (number: number) => anArticle([`Harbour report ${number}. `.repeat(3000)])
const create = (number: number) =>
  storage.conversations.create({
    article: report(number),
    linesLeftOut: 0,
    summary: null,
    place: {
      guildId: 'g1',
      channelId: 'c1',
      threadId: null,
      cardMessageId: null,
      sourceMessageId: null,
      personId: `p${number % 100}`,
    },
    addressKey: null,
  })
const outcome = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error: unknown) => asFootnoteError(error).message,
  )

const page = { ...keptFerry, read: { ...keptFerry.read, article: report(-1) } }
for (let number = 0; number < 60; number += 1) await storage.articles.set(`k${number}`, page, 1e9)
// As the bot does at its start, and every few hours.
await storage.forgetting.unusedSince(0)
const said: Record<string, unknown> = { reserve: existsSync(join(folder, 'a.db-reserve')) }
let count = 0
let refusal = 'done'
for (; refusal === 'done'; count += 1) refusal = await outcome(create(count))
said['refusal'] = refusal
said['cached'] = (await storage.articles.get('k59')) !== undefined
// Whatever else can grow has taken the rest.
try {
  for (let file = 0; ; file += 1) writeFileSync(join(folder, `other-${file}`), 'x'.repeat(4096))
} catch {
  // Not one block more.
}
said['backup'] = await outcome(backUp('sqlite:a.db', join(folder, 'copy.db'), folder))
said['left of it'] = readdirSync(folder).filter((name) => name.startsWith('copy'))
said['person'] = await outcome(storage.forgetting.person('p1'))
said['new'] = await outcome(create(-2))
said['forgotten'] = (await storage.forgetting.unusedSince(Date.now() + 1)).conversations
said['check'] = await outcome(storage.check())
await storage.close()
process.stdout.write(`${JSON.stringify(said)}\n`)
