import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openSqliteCache } from '../../../src/adapters/storage/sqlite-cache.ts'
import { openStorage } from '../../../src/adapters/storage/open-storage.ts'
import type { Conversation, Storage } from '../../../src/app/ports.ts'
import { anArticle } from '../../support/an-article.ts'
import { UNDO_STEP_3 } from './older-schema.ts'
import { aCall, aTurn, ferry, keptFerry, nobody, summaryOfFerry } from '../../contracts/storage-examples.ts'

let directory: string
let opened: Storage[]
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'footnote-sqlite-'))
  opened = []
})
afterEach(async () => {
  for (const storage of opened) await storage.close()
  rmSync(directory, { recursive: true, force: true })
})

const NOW = Date.UTC(2026, 10, 22)

async function open(file: string, ...pragmas: string[]): Promise<Storage> {
  const prepare = (database: DatabaseSync): void => {
    for (const pragma of pragmas) database.exec(`PRAGMA ${pragma}`)
  }
  const storage = await openStorage(`sqlite:${file}`, { directory, clock: () => NOW, prepare })
  opened.push(storage)
  return storage
}

const create = (storage: Storage, article = ferry): Promise<Conversation> =>
  storage.conversations.create({
    article,
    linesLeftOut: 0,
    summary: summaryOfFerry,
    place: null,
    addressKey: null,
  })

const bySql = <Value>(file: string, work: (database: DatabaseSync) => Value): Value => {
  const database = new DatabaseSync(join(directory, file))
  try {
    return work(database)
  } finally {
    database.close()
  }
}

const unavailable = (message: RegExp) =>
  expect.objectContaining({ code: 'storage-unavailable', message: expect.stringMatching(message) })

describe('what is stored in a file', () => {
  it('is there after a restart: conversations, turns, tasks, calls and caches', async () => {
    const before = await open('a.db')
    const { id } = await create(before)
    await before.conversations.appendTurn(id, aTurn('who?'), 'p1')
    await before.tasks.begin('m1', { url: 'https://harbour.example' }, nobody)
    await before.spending.reserve(aCall('2026-11-22'), [])
    await before.uses.take({ kind: 'summary', guildId: 'g1', personId: 'p1' }, [])
    await before.summaries.set('k', summaryOfFerry, 1000)
    await before.close()
    const after = await open('a.db')
    expect(await after.conversations.find(id)).toMatchObject({ article: ferry, turns: [aTurn('who?')] })
    expect(await after.tasks.findRunning()).toHaveLength(1)
    expect(await after.spending.listOpen('2026-11-22')).toMatchObject({ calls: 1 })
    const once = { per: 'person', most: 1, milliseconds: 1000 } as const
    expect(await after.uses.take({ kind: 'summary', guildId: 'g1', personId: 'p1' }, [once])).not.toBeNull()
    expect(await after.summaries.get('k')).toEqual(summaryOfFerry)
  })

  it('of an older schema keeps its count of calls', async () => {
    await (await open('old.db')).close()
    bySql('old.db', (database) => {
      database.exec(UNDO_STEP_3)
      for (const table of ['spending', 'reservations', 'caps_reached', 'uses'])
        database.exec(`DROP TABLE ${table}`)
      database.exec('CREATE TABLE calls (day TEXT PRIMARY KEY, used INTEGER NOT NULL)')
      database.exec("INSERT INTO calls VALUES ('2026-11-21', 3), ('2026-11-22', 7)")
      database.exec('DELETE FROM schema_version WHERE version > 1')
    })
    const storage = await open('old.db')
    expect((await storage.spending.list('2026-11-01')).map(({ period, calls }) => [period, calls])).toEqual([
      ['2026-11-22', 7],
      ['2026-11-21', 3],
      ['2026-11', 10],
    ])
  })

  it('holds the words of an article once, however many conversations are about it', async () => {
    const storage = await open('a.db')
    await create(storage)
    await create(storage)
    await create(storage, { ...ferry, title: 'Another reading' })
    const count = (table: string) =>
      bySql('a.db', (database) => database.prepare(`SELECT count(*) AS n FROM ${table}`).get()?.['n'])
    expect([count('texts'), count('articles'), count('conversations')]).toEqual([1, 2, 3])
  })

  it('loses expired cache rows with a later write', async () => {
    const early = await openStorage('sqlite:a.db', { directory, clock: () => NOW - 5000 })
    await early.summaries.set('old', summaryOfFerry, 1000)
    await early.close()
    await (await open('a.db')).articles.set('new', keptFerry, 1000)
    expect(bySql('a.db', (database) => database.prepare('SELECT key FROM cache').all())).toEqual([
      { key: 'new' },
    ])
  })
})

it.skipIf(process.platform === 'win32')(
  'a new store, and what lies beside it, can be read by its owner alone',
  async () => {
    const storage = await open('new/private.db')
    await create(storage)
    const beside = ['private.db', 'private.db-wal', 'private.db-shm']
    expect(beside.map((name) => statSync(join(directory, 'new', name)).mode & 0o777)).toEqual([
      0o600, 0o600, 0o600,
    ])
  },
)

describe('a file that cannot be used', () => {
  it('is refused where a newer Footnote wrote it, and stays as it was', async () => {
    await (await open('a.db')).close()
    bySql('a.db', (database) =>
      database.exec('INSERT INTO schema_version (version, applied_at) VALUES (99, 0)'),
    )
    await expect(open('a.db')).rejects.toEqual(unavailable(/newer Footnote \(schema 99.*Update Footnote/))
  })

  it('is refused, byte for byte untouched, where it belongs to another program', async () => {
    bySql('a.db', (database) => database.exec('CREATE TABLE photos (name TEXT)'))
    const before = readFileSync(join(directory, 'a.db'))
    await expect(open('a.db')).rejects.toEqual(unavailable(/another program/))
    expect(readFileSync(join(directory, 'a.db')).equals(before)).toBe(true)
  })

  it('is told apart: not a database, a folder, a folder that cannot be made, an unknown address', async () => {
    writeFileSync(join(directory, 'notes.txt'), 'These are notes and no database. '.repeat(200))
    mkdirSync(join(directory, 'folder.db'))
    await expect(open('notes.txt')).rejects.toEqual(unavailable(/not a SQLite database/))
    await expect(open('folder.db')).rejects.toEqual(unavailable(/cannot be opened/))
    await expect(open('notes.txt/a.db')).rejects.toEqual(unavailable(/cannot be opened/))
    // A folder that exists and in which nothing can be made, with the answer “no such folder”.
    const kernel = existsSync('/proc/self') ? '/proc/footnote/deep' : 'notes.txt/deep'
    await expect(open(`${kernel}/a.db`)).rejects.toEqual(unavailable(/cannot be opened/))
    const made = await open('new/folders/a.db')
    expect(await made.spending.list('2026-11-22')).toEqual([])
    await expect(open('')).rejects.toEqual(unavailable(/names no file/))
    const elsewhere = openStorage('redis://127.0.0.1', { directory, clock: () => NOW })
    await expect(elsewhere).rejects.toEqual(unavailable(/sqlite:, memory:/))
  })

  it('is called damaged where its end is missing', async () => {
    const storage = await open('a.db')
    for (let number = 0; number < 20; number += 1) {
      await create(storage, anArticle([`Harbour report ${number}. `.repeat(300)]))
    }
    await storage.close()
    copyFileSync(join(directory, 'a.db'), join(directory, 'cut.db'))
    truncateSync(join(directory, 'cut.db'), 40_000)
    await expect(open('cut.db')).rejects.toEqual(unavailable(/damaged/))
  })
})

describe('a database that fails while it is used', () => {
  it('says that the disk is full, stores nothing by halves, and still reads what was there', async () => {
    const { id } = await create(await open('a.db'))
    // Asking for fewer pages than there are means: not one more.
    const full = await open('a.db', 'max_page_count = 1')
    const big = anArticle(['A very long harbour report. '.repeat(20_000)])
    await expect(create(full, big)).rejects.toEqual(unavailable(/disk is full/))
    await full.articles.set('k', { ...keptFerry, read: { ...keptFerry.read, article: big } }, 1000)
    expect(await full.articles.get('k')).toBeUndefined()
    expect((await full.conversations.find(id))?.article).toEqual(ferry)
    expect(bySql('a.db', (database) => database.prepare('SELECT count(*) AS n FROM texts').get())).toEqual({
      n: 1,
    })
  })

  it('takes back the article where the conversation about it cannot be stored', async () => {
    const storage = await open('a.db')
    bySql('a.db', (database) =>
      database.exec("CREATE TRIGGER no BEFORE INSERT ON conversations BEGIN SELECT raise(ABORT, 'no'); END"),
    )
    await expect(create(storage)).rejects.toEqual(unavailable(/does not work/))
    const left = bySql('a.db', (database) =>
      database.prepare('SELECT (SELECT count(*) FROM texts) + (SELECT count(*) FROM articles) AS n').get(),
    )
    expect(left).toEqual({ n: 0 })
  })

  it('says that it can only be read, and reads', async () => {
    const { id } = await create(await open('a.db'))
    const readOnly = await open('a.db', 'query_only = 1')
    const turn = readOnly.conversations.appendTurn(id, aTurn('who?'), null)
    await expect(turn).rejects.toEqual(unavailable(/can only be read/))
    const call = readOnly.spending.reserve(aCall('2026-11-22'), [])
    await expect(call).rejects.toEqual(unavailable(/can only be read/))
    await expect(readOnly.check()).rejects.toEqual(unavailable(/can only be read/))
    expect((await readOnly.conversations.find(id))?.turns).toEqual([])
  })

  it('says that somebody else holds it, and works again when nobody does', async () => {
    const storage = await open('a.db')
    const holder = new DatabaseSync(join(directory, 'a.db'))
    holder.exec('BEGIN IMMEDIATE')
    const locked = unavailable(/locked by another program/)
    await expect(storage.tasks.begin('m1', null, nobody)).rejects.toEqual(locked)
    holder.exec('ROLLBACK')
    holder.close()
    expect(await storage.tasks.begin('m1', null, nobody)).toBe(true)
  })

  it('waits for a lock without holding up anything else, and writes when it is free', async () => {
    const storage = await open('a.db')
    const holder = new DatabaseSync(join(directory, 'a.db'))
    holder.exec('BEGIN IMMEDIATE')
    const creating = create(storage)
    const cached = storage.articles.set('k', keptFerry, 1000)
    // Whoever waits without letting others work waits for ever: the lock is given back by a timer of this process.
    setTimeout(() => holder.exec('COMMIT'), 100)
    expect((await creating).article).toEqual(ferry)
    await cached
    expect(await storage.articles.get('k')).toEqual(keptFerry)
    holder.close()
  })

  it('opens as soon as another program lets it, without holding up anything else', async () => {
    await (await open('a.db')).close()
    const holder = new DatabaseSync(join(directory, 'a.db'))
    holder.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN IMMEDIATE; CREATE TABLE held (n); ROLLBACK')
    const opening = open('a.db')
    setTimeout(() => holder.close(), 100)
    expect(await (await opening).tasks.findRunning()).toEqual([])
  })

  it('calls a row that is no JSON damaged, and reads the others', async () => {
    const storage = await open('a.db')
    const [broken, whole] = [await create(storage), await create(storage)]
    bySql('a.db', (database) =>
      database.prepare("UPDATE conversations SET summary = '{' WHERE id = ?").run(broken.id),
    )
    await expect(storage.conversations.find(broken.id)).rejects.toEqual(unavailable(/damaged/))
    expect(await storage.conversations.find(whole.id)).toEqual(whole)
  })

  it.each(['{', 'null', '3', '"text"', '[]', '{}'])(
    'takes the cache row %s for a miss and replaces it',
    async (row) => {
      const storage = await open('a.db')
      await storage.summaries.set('k', summaryOfFerry, 1000)
      bySql('a.db', (database) => database.prepare('UPDATE cache SET value = ?').run(row))
      expect(await storage.summaries.get('k')).toBeUndefined()
      await storage.summaries.set('k', summaryOfFerry, 1000)
      expect(await storage.summaries.get('k')).toEqual(summaryOfFerry)
    },
  )
})

describe('a cache', () => {
  const ON_THE_DISK = 2
  const openCached = () => {
    const database = new DatabaseSync(':memory:')
    database.exec('PRAGMA synchronous = FULL')
    database.exec(
      'CREATE TABLE cache (namespace TEXT, key TEXT, value TEXT, expires_at INTEGER, UNIQUE (namespace, key))',
    )
    const cache = openSqliteCache<string>(database, 'word', () => NOW)
    return {
      database,
      cache,
      synchronous: () => database.prepare('PRAGMA synchronous').get()?.['synchronous'],
    }
  }

  it('does not wait for the disk, and what is written after it does, also after it could not write', async () => {
    const { database, cache, synchronous } = openCached()
    const seen: unknown[] = []
    database.function('seen', () => {
      seen.push(synchronous())
      return null
    })
    database.exec('CREATE TEMP TRIGGER look AFTER INSERT ON cache BEGIN SELECT seen(); END')
    await cache.set('one', 'ferry', 1000)
    expect(seen).toEqual([1])
    expect(synchronous()).toBe(ON_THE_DISK)
    database.exec("CREATE TEMP TRIGGER fail BEFORE INSERT ON cache BEGIN SELECT RAISE(ABORT, 'full'); END")
    await cache.set('two', 'ferry', 1000)
    expect(synchronous()).toBe(ON_THE_DISK)
  })
})

describe('tasks that begin at once', () => {
  const by = { guildId: '1', personId: '2' }

  it('wait for the disk once, are all on it when they are told so, and are begun once each', async () => {
    const file = join(directory, 'crowd.db')
    const storage = await open(file)
    // Each commit writes at least one page of 4 KB into it.
    const written = (): number => statSync(`${file}-wal`).size
    const before = written()
    const begun = await Promise.all(
      Array.from({ length: 300 }, (_, at) => storage.tasks.begin(`task ${at % 200}`, { at }, by)),
    )
    expect(begun.filter(Boolean)).toHaveLength(200)
    expect(written() - before).toBeLessThan(200 * 4096)
    const other = new DatabaseSync(file)
    expect(other.prepare('SELECT count(*) AS tasks FROM tasks').get()?.['tasks']).toBe(200)
    other.close()
  })

  it('are refused together where the disk refuses them, and the next begin again', async () => {
    const file = join(directory, 'full.db')
    const storage = await open(file)
    const other = new DatabaseSync(file)
    other.exec("CREATE TRIGGER full BEFORE INSERT ON tasks BEGIN SELECT RAISE(ABORT, 'full'); END")
    const refused = await Promise.allSettled(['one', 'two'].map((id) => storage.tasks.begin(id, null, by)))
    for (const each of refused) expect(each).toMatchObject({ reason: { code: 'storage-unavailable' } })
    other.exec('DROP TRIGGER full')
    expect(await storage.tasks.begin('one', null, by)).toBe(true)
    other.close()
  })
})
