import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openStorage } from '../../../src/adapters/storage/open-storage.ts'
import { nobody } from '../../contracts/storage-examples.ts'

const PAGE = 4096
const TASKS = 30
let directory: string
/** A store that was closed properly. */
let sound: Buffer
beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'footnote-damaged-'))
  const { storage } = await open('sound.db')
  for (let number = 0; number < TASKS; number += 1)
    await storage.tasks.begin(`t${number}`, 'words '.repeat(500), nobody)
  await storage.close()
  sound = readFileSync(join(directory, 'sound.db'))
})
afterAll(() => rmSync(directory, { recursive: true, force: true }))

async function open(name: string) {
  const storage = await openStorage(`sqlite:${name}`, { directory, clock: Date.now })
  return { storage }
}

let files = 0
/** A file of its own, made by a test. */
function aFile(make: (path: string) => void): { readonly name: string; readonly path: string } {
  files += 1
  const name = `case-${files}.db`
  const path = join(directory, name)
  make(path)
  return { name, path }
}

const holding = (bytes: Uint8Array | string) => (path: string) => writeFileSync(path, bytes)
const overwritten = (from: number, to: number, byte: number): Buffer => {
  const bytes = Buffer.from(sound)
  bytes.fill(byte, from, to)
  return bytes
}
const changed = (sql: string) => (path: string) => {
  writeFileSync(path, sound)
  bySql(path, sql)
}
const made = (sql: string) => (path: string) => bySql(path, sql)
function bySql(path: string, sql: string): void {
  const database = new DatabaseSync(path)
  database.exec(sql)
  database.close()
}
const unavailable = (name: string, says: RegExp) =>
  expect.objectContaining({
    code: 'storage-unavailable',
    message: expect.stringMatching(
      new RegExp(`^Footnote's database \\(sqlite:${name}\\) ${says.source}`, 'u'),
    ) as string,
  }) as unknown

const DAMAGED = /is damaged\. The host has to put back a copy/u
const NO_DATABASE = /is not a SQLite database\. The host has to point/u
const FOREIGN = /belongs to another program\. Name another file/u

describe('a file that Footnote cannot have left like this', () => {
  it.each<[string, () => (path: string) => void, RegExp]>([
    ['without its header', () => holding(overwritten(0, 100, 0)), NO_DATABASE],
    ['without its first page', () => holding(overwritten(0, PAGE, 0)), NO_DATABASE],
    ['with a first page of rubbish', () => holding(overwritten(100, PAGE, 7)), DAMAGED],
    ['with rubbish where a table begins', () => holding(overwritten(PAGE, 2 * PAGE, 0xab)), DAMAGED],
    ['cut in the middle', () => holding(sound.subarray(0, sound.length / 2)), DAMAGED],
    ['cut after its first page', () => holding(sound.subarray(0, PAGE)), DAMAGED],
    ['cut in its header', () => holding(sound.subarray(0, 50)), DAMAGED],
    ['that is a text', () => holding('These are notes. '.repeat(500)), NO_DATABASE],
    ['of five letters', () => holding('notes'), NO_DATABASE],
    ['that does not say its schema', () => changed('DELETE FROM schema_version'), DAMAGED],
    ['of a schema below the first', () => changed('UPDATE schema_version SET version = -version'), DAMAGED],
    [
      'of a schema that is no number',
      () =>
        changed(
          "DROP TABLE schema_version; CREATE TABLE schema_version (version); INSERT INTO schema_version VALUES ('x')",
        ),
      DAMAGED,
    ],
    ['that lacks a table', () => changed('DROP TABLE uses'), DAMAGED],
    ['that lacks a column', () => changed('ALTER TABLE turns RENAME COLUMN turn TO other'), DAMAGED],
    ['that is migrated by half', () => changed('DELETE FROM schema_version WHERE version = 4'), DAMAGED],
    [
      'of a newer Footnote',
      () => changed('INSERT INTO schema_version VALUES (99, 0)'),
      /was written by a newer Footnote \(schema 99/u,
    ],
    ['of another program', () => made('CREATE TABLE photos (name)'), FOREIGN],
    ['of another program that only looks at others', () => made('CREATE VIEW photos AS SELECT 1'), FOREIGN],
    [
      'of another program that counts its schemas too',
      () => made('CREATE TABLE schema_version (version); INSERT INTO schema_version VALUES (2)'),
      FOREIGN,
    ],
  ])('%s is refused in one sentence, and stays as it was to the last byte', async (_, make, says) => {
    const { name, path } = aFile(make())
    const before = readFileSync(path)
    await expect(open(name)).rejects.toEqual(unavailable(name, says))
    expect(readFileSync(path).equals(before)).toBe(true)
  })

  it('with rubbish in a table that is not read on opening is found by the check, and the rest is read', async () => {
    let found = 0
    for (let page = 3; page * PAGE <= sound.length; page += 7) {
      const { name } = aFile(holding(overwritten((page - 1) * PAGE, page * PAGE, 0xab)))
      const opened = await open(name).catch((error: unknown) => {
        expect(error).toEqual(unavailable(name, DAMAGED))
        return null
      })
      if (opened === null) continue
      found += 1
      const { storage } = opened
      await expect(storage.check()).rejects.toMatchObject({
        code: 'storage-unavailable',
        message: expect.stringMatching(/^Footnote's database is damaged\./u) as string,
      })
      await storage.close()
    }
    expect(found).toBeGreaterThan(1)
  })

  it('that is empty becomes a new store', async () => {
    const { name } = aFile(holding(''))
    const { storage } = await open(name)
    await storage.check()
    expect(await storage.tasks.findRunning()).toEqual([])
    await storage.close()
  })
})

describe('a log (-wal) beside a database', () => {
  it('of rubbish is left out: what was in the file itself is there', async () => {
    const { name } = aFile((path) => {
      writeFileSync(path, sound)
      writeFileSync(`${path}-wal`, Buffer.alloc(50_000, 9))
    })
    const { storage } = await open(name)
    await storage.check()
    expect(await storage.tasks.findRunning()).toHaveLength(TASKS)
    await storage.close()
  })

  it('that is cut in the middle of a change gives the changes before it', async () => {
    const first = aFile(holding(sound))
    const { storage } = await open(first.name)
    await storage.tasks.begin('whole', null, nobody)
    const whole = statSync(`${first.path}-wal`).size
    await storage.tasks.begin('cut', null, nobody)
    const log = readFileSync(`${first.path}-wal`)
    const second = aFile((path) => {
      writeFileSync(path, readFileSync(first.path))
      writeFileSync(`${path}-wal`, log.subarray(0, whole + 100))
    })
    await storage.close()
    const after = await open(second.name)
    expect(await after.storage.tasks.find('whole')).toBeDefined()
    expect(await after.storage.tasks.find('cut')).toBeUndefined()
    await after.storage.check()
    await after.storage.close()
  })

  it('that is not there while the log is, is not made anew: the log would be lost', async () => {
    const rest = Buffer.alloc(5000, 1)
    const { name, path } = aFile((file) => writeFileSync(`${file}-wal`, rest))
    await expect(open(name)).rejects.toEqual(unavailable(name, /is not there, but case-\d+\.db-wal/u))
    expect(existsSync(path)).toBe(false)
    expect(readFileSync(`${path}-wal`).equals(rest)).toBe(true)
  })
})

describe('a store that can only be read', () => {
  it('is opened and read, and says on request that nothing can be written', async () => {
    const { name, path } = aFile((file) => {
      writeFileSync(file, sound)
      // Where SQLite cannot make its file of shared memory it opens the database for reading, whoever runs it.
      mkdirSync(`${file}-shm`)
    })
    const { storage } = await open(name)
    expect(await storage.tasks.findRunning()).toHaveLength(TASKS)
    await expect(storage.requireWritable()).rejects.toEqual(
      unavailable(name, /can only be read\. The host has to let/u),
    )
    await expect(storage.tasks.begin('new', null, nobody)).rejects.toMatchObject({
      code: 'storage-unavailable',
    })
    await storage.close()
    expect(readFileSync(path).equals(sound)).toBe(true)
  })

  it('is refused where its log cannot be made', async () => {
    const { name } = aFile((file) => {
      writeFileSync(file, sound)
      mkdirSync(`${file}-wal`)
    })
    await expect(open(name)).rejects.toEqual(unavailable(name, /cannot be opened\. The host has to check/u))
  })
})
