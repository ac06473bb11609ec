import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openStorage } from '../../../src/adapters/storage/open-storage.ts'
import type { Storage } from '../../../src/app/ports.ts'
import { aCall, aTurn, ferry, keptFerry, nobody, summaryOfFerry } from '../../contracts/storage-examples.ts'
import { anArticle } from '../../support/an-article.ts'
import { UNDO_STEP_3 } from './older-schema.ts'

let directory: string
let closing: (() => Promise<void>)[]
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'footnote-full-'))
  closing = []
})
afterEach(async () => {
  for (const close of closing) await close()
  rmSync(directory, { recursive: true, force: true })
})

const NOW = Date.UTC(2026, 10, 22)
const DAY = '2026-11-22'
const ROOMY = 1_000_000

/** A store on a disk that is as large as the test says. */
async function openOnDisk(file = 'a.db', pages = ROOMY) {
  let connection: DatabaseSync | undefined
  const pragma = (words: string): unknown => connection?.prepare(`PRAGMA ${words}`).get()
  const prepare = (database: DatabaseSync): void => {
    connection = database
    pragma('synchronous = OFF')
    pragma(`max_page_count = ${pages}`)
  }
  const storage = await openStorage(`sqlite:${file}`, { directory, clock: () => NOW, prepare })
  closing.push(() => storage.close())
  return {
    storage,
    /** Not one page more than there are. */
    fill: (): unknown => pragma('max_page_count = 1'),
    makeRoom: (): unknown => pragma(`max_page_count = ${ROOMY}`),
    content: () => contentOf(connection!),
  }
}

/** Everything that a database holds; that it is whole is made sure of. */
function contentOf(database: DatabaseSync) {
  expect(database.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' })
  const tables = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").all()
  return Object.fromEntries(
    tables.map(({ name }) => [String(name), database.prepare(`SELECT * FROM ${String(name)}`).all()]),
  )
}

const onFile = <Value>(file: string, work: (database: DatabaseSync) => Value): Value => {
  const database = new DatabaseSync(join(directory, file))
  try {
    return work(database)
  } finally {
    database.close()
  }
}

const conversation = { linesLeftOut: 0, summary: summaryOfFerry, place: null, addressKey: null }
const create = (storage: Storage, article = ferry) =>
  storage.conversations.create({ ...conversation, article })
const place = { guildId: 'g1', channelId: 'c1', threadId: 't1', sourceMessageId: null, personId: 'p1' }
const report = (number: number) => anArticle([`Harbour report ${number}. `.repeat(300)])
const full = expect.objectContaining({
  code: 'storage-unavailable',
  message: expect.stringMatching(/the disk is full/),
}) as unknown

/** Every write that adds something; done often enough, each fills a disk. */
const ADDING: Readonly<Record<string, (storage: Storage, id: string, number: number) => Promise<unknown>>> = {
  'a conversation': (storage, _, number) => create(storage, report(number)),
  'a newer reading': ({ conversations }, id, number) =>
    conversations.setReading(id, { article: report(number * 100), linesLeftOut: 0, summary: null }),
  'a place': ({ conversations }, id, number) =>
    conversations.setPlace(id, { ...place, cardMessageId: 'm'.repeat(number * 500) }),
  'a question': ({ conversations }, id, number) => conversations.appendTurn(id, aTurn(`${number}?`), 'p1'),
  'an answer that stands': ({ conversations }, id, number) =>
    conversations.noteShown(id, { ...place, messageId: `m${number}`, askedMessageId: null }),
  'a task': ({ tasks }, _, number) => tasks.begin(`t${number}`, 'words '.repeat(50), nobody),
  'where a task shows': ({ tasks }, _, number) =>
    tasks.setReply('known', { channelId: 'c1', messageId: 'm'.repeat(number * 500) }),
  settings: ({ settings }, _, number) => settings.set(`g${number}`, { roles: ['1'.repeat(500)] }),
  'a field of settings': ({ settings }, _, number) => settings.change(`g${number}`, { length: 'short' }),
  'the first message in a server': ({ settings }, _, number) => settings.greet(`g${number}`),
  'money set aside': ({ spending }, _, number) => spending.reserve(aCall(DAY, { guildId: `g${number}` }), []),
  'who asked': ({ uses }, _, number) =>
    uses.take({ kind: 'summary', guildId: 'g1', personId: `p${number}` }, []),
}

describe('on a full disk', () => {
  it.each(Object.keys(ADDING))('%s is refused in words and stored when there is room again', async (kind) => {
    const { storage, fill, makeRoom, content } = await openOnDisk()
    const { id } = await create(storage)
    await storage.tasks.begin('known', null, nobody)
    fill()
    const write = ADDING[kind]!
    let number = 1
    let before = content()
    let refusal: unknown = null
    for (; number < 500 && refusal === null; number += 1) {
      before = content()
      refusal = await write(storage, id, number).then(
        () => null,
        (error: unknown) => error,
      )
    }
    expect(refusal).toEqual(full)
    // Nothing of it is there.
    expect(content()).toEqual(before)
    makeRoom()
    await write(storage, id, number - 1)
    expect(content()).not.toEqual(before)
  })

  it('what is there can be read, ended, settled and forgotten', async () => {
    const { storage, fill, content } = await openOnDisk()
    const [kept, pasted, old] = [
      await create(storage),
      await create(storage, report(1)),
      await create(storage),
    ]
    await storage.conversations.setPlace(pasted.id, { ...place, cardMessageId: 'm1' })
    await storage.conversations.appendTurn(kept.id, aTurn('who?'), 'p1', 'q1')
    await storage.tasks.begin('known', null, nobody)
    const outcome = await storage.spending.reserve(aCall(DAY, { nanodollars: 100 }), [])
    fill()
    expect((await storage.conversations.find(kept.id))?.article).toEqual(ferry)
    await storage.tasks.setState('known', 'done')
    const spent = { nanodollars: 3, unpricedTokens: 0, tokens: { input: 1, cached: 0, output: 1 } }
    await storage.spending.settle('id' in outcome ? outcome.id : '', spent, [])
    expect((await storage.spending.list(DAY))[0]).toMatchObject({ nanodollars: 3 })
    expect(await storage.forgetting.question('q1')).toMatchObject({ questions: 1 })
    expect(await storage.forgetting.conversation(old.id)).toMatchObject({ conversations: 1 })
    expect(await storage.forgetting.guild('g1')).toMatchObject({ conversations: 1 })
    await storage.forgetting.person('p1')
    expect(await storage.forgetting.unusedSince(NOW + 1)).toMatchObject({ conversations: 1 })
    expect(content()).toMatchObject({ conversations: [], turns: [], articles: [], texts: [] })
    // What was forgotten has left its room.
    expect((await create(storage)).article).toEqual(ferry)
  })

  it('a page that does not fit into the cache is a miss, and nobody hears of it', async () => {
    const { storage, fill, makeRoom } = await openOnDisk()
    fill()
    const read = { ...keptFerry.read, article: anArticle(['A very long harbour report. '.repeat(20_000)]) }
    await storage.articles.set('k', { ...keptFerry, read }, 1000)
    expect(await storage.articles.get('k')).toBeUndefined()
    makeRoom()
    await storage.articles.set('k', { ...keptFerry, read }, 1000)
    expect(await storage.articles.get('k')).toMatchObject({ read })
  })

  it('caches give way to what may not be lost, the oldest first and no more than are in the way', async () => {
    const { storage, fill } = await openOnDisk()
    const page = (number: number) => ({ ...keptFerry, read: { ...keptFerry.read, article: report(number) } })
    for (let number = 1; number <= 120; number += 1)
      await storage.articles.set(`k${number}`, page(number), number * 1000)
    fill()
    const big = anArticle(['A very long harbour report. '.repeat(10_000)])
    const { id } = await create(storage, big)
    expect((await storage.conversations.find(id))?.article).toEqual(big)
    expect(await storage.articles.get('k1')).toBeUndefined()
    expect(await storage.articles.get('k120')).toEqual(page(120))
  })
})

describe('a store that is opened on a full disk', () => {
  it('and is new says so, however far it came, and is made whole when there is room', async () => {
    let pages = 1
    for (; ; pages += 7) {
      const file = `${pages}.db`
      const refusal = await openOnDisk(file, pages).then(
        () => null,
        (error: unknown) => error,
      )
      if (refusal === null) break
      expect(refusal).toEqual(full)
      const { storage } = await openOnDisk(file)
      await storage.check()
      expect((await create(storage)).article).toEqual(ferry)
    }
    expect(pages).toBeGreaterThan(20)
  })

  it('and is of an older schema says so, stays as it was, and is brought up to date when there is room', async () => {
    const { storage } = await openOnDisk()
    const { id } = await create(storage)
    await storage.close()
    const before = onFile('a.db', (database) => {
      database.exec(UNDO_STEP_3)
      database.exec('VACUUM')
      return contentOf(database)
    })
    const size = onFile('a.db', (database) =>
      Number(database.prepare('PRAGMA page_count').get()?.['page_count']),
    )
    let pages = size
    let after = null
    for (; after === null; pages += 3) {
      after = await openOnDisk('a.db', pages).catch((error: unknown) => {
        expect(error).toEqual(full)
        expect(onFile('a.db', contentOf)).toEqual(before)
        return null
      })
    }
    expect(pages).toBeGreaterThan(size + 9)
    expect((await after.storage.conversations.find(id))?.article).toEqual(ferry)
    expect(after.content()['schema_version']).toHaveLength(4)
  })
})

/** Linux lets anybody mount a small disk in a name space of their own, where the host allows it. */
const onTinyDisk = (command: readonly string[]) =>
  spawnSync(
    'unshare',
    ['-Urm', 'sh', '-c', `mount -t tmpfs -o size=45m none "$0" && exec "$@"`, directory, ...command],
    {
      encoding: 'utf8',
    },
  )

describe('a disk that is really full', () => {
  it(
    'lets people be forgotten and old things go, by the room that was kept for that',
    { timeout: 60_000 },
    (context) => {
      if (onTinyDisk(['true']).status !== 0) return context.skip('no small disk can be mounted here')
      const script = fileURLToPath(new URL('tiny-disk.ts', import.meta.url))
      const { stdout, stderr } = onTinyDisk([process.execPath, script, directory])
      expect(stderr).toBe('')
      const { forgotten, ...said } = JSON.parse(stdout) as Record<string, unknown>
      expect(said).toEqual({
        reserve: true,
        refusal: expect.stringMatching(/the disk is full/u) as string,
        cached: false,
        backup: expect.stringMatching(/There is no room for the copy\./u) as string,
        'left of it': [],
        person: 'done',
        new: 'done',
        check: 'done',
      })
      expect(forgotten).toBeGreaterThan(100)
    },
  )
})
