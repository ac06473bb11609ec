import { spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { backUp } from '../../../src/adapters/storage/back-up.ts'
import { openStorage } from '../../../src/adapters/storage/open-storage.ts'
import type { Storage } from '../../../src/app/ports.ts'
import { aCall, aTurn, ferry, summaryOfFerry } from '../../contracts/storage-examples.ts'
import { UNDO_STEP_3 } from './older-schema.ts'

const DAY = '2026-11-22'
const URL_OF_STORE = 'sqlite:store.db'
let directory: string
let closing: (() => unknown)[]
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'footnote-backup-'))
  closing = []
})
afterEach(async () => {
  for (const close of closing) await close()
  rmSync(directory, { recursive: true, force: true })
})

const inFolder = (name: string): string => join(directory, name)
const copyTo = (name: string) => backUp(URL_OF_STORE, inFolder(name), directory)

async function open(file = 'store.db'): Promise<Storage> {
  const storage = await openStorage(`sqlite:${file}`, { directory, clock: Date.now })
  closing.push(() => storage.close())
  return storage
}

/** A store that holds one of each. */
async function fill(storage: Storage): Promise<string> {
  const { conversations, settings, spending } = storage
  const parts = { article: ferry, linesLeftOut: 0, summary: summaryOfFerry, place: null, addressKey: null }
  const { id } = await conversations.create(parts)
  await conversations.appendTurn(id, aTurn('who?'), 'p1')
  await settings.change('g1', { length: 'short' })
  await spending.reserve(aCall(DAY, { nanodollars: 7 }), [])
  return id
}

/** What `fill` has put there, as far as it is there, in a store that is whole. */
async function contentOf(storage: Storage, id: string) {
  await storage.check()
  const conversation = await storage.conversations.find(id)
  const [day] = await storage.spending.list(DAY)
  return {
    article: conversation?.article,
    turns: conversation?.turns,
    settings: await storage.settings.find('g1'),
    spent: day?.nanodollars,
  }
}
const ALL = { article: ferry, turns: [aTurn('who?')], settings: { length: 'short' }, spent: 7 }

const bySql = (file: string, sql: string): void => {
  const database = new DatabaseSync(inFolder(file))
  database.exec(sql)
  database.close()
}

describe('a backup', () => {
  it('holds everything, for its owner alone, in one file, and says what it holds', async () => {
    const storage = await open()
    const id = await fill(storage)
    const backup = await copyTo('copy.db')
    expect(backup).toMatchObject({ schema: 4, conversations: 1, questions: 1, guilds: 1 })
    expect(backup.bytes).toBe(statSync(inFolder('copy.db')).size)
    if (process.platform !== 'win32') expect(statSync(inFolder('copy.db')).mode & 0o777).toBe(0o600)
    expect(readdirSync(directory).filter((name) => name.startsWith('copy'))).toEqual(['copy.db'])
    // What was deleted is not in it.
    await storage.forgetting.conversation(id)
    await copyTo('later.db')
    expect(readFileSync(inFolder('later.db')).includes('The ferry to Orlo')).toBe(false)
    expect(readFileSync(inFolder('copy.db')).includes('The ferry to Orlo')).toBe(true)
  })

  it('put back in the place of a store gives all of it back', async () => {
    const storage = await open()
    const id = await fill(storage)
    await copyTo('copy.db')
    await storage.forgetting.conversation(id)
    await storage.close()
    copyFileSync(inFolder('copy.db'), inFolder('store.db'))
    expect(await contentOf(await open(), id)).toEqual(ALL)
  })

  it('is one moment of a store, however busily another process writes', { timeout: 60_000 }, async () => {
    const writer = fileURLToPath(new URL('writer.ts', import.meta.url))
    const child = spawn(process.execPath, [writer, 'turns', `sqlite:${inFolder('store.db')}`], {
      stdio: 'pipe',
    })
    closing.push(() => child.kill('SIGKILL'))
    let printed = ''
    child.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()))
    const acknowledged = (): number => printed.split('\n').filter((line) => line.startsWith('call ')).length
    await once(child.stdout, 'data')
    let last = 0
    for (let number = 1; number <= 4; number += 1) {
      const before = acknowledged()
      await copyTo(`${number}.db`)
      // Something has been written while others looked, or the test shows nothing.
      await expect.poll(acknowledged).toBeGreaterThan(before + 2)
      const copy = await open(`${number}.db`)
      await copy.check()
      const id = /conversation (\S+)/u.exec(printed)?.[1] ?? ''
      const turns = (await copy.conversations.find(id))?.turns ?? []
      const calls = (await copy.spending.list(DAY)).find(({ period }) => period === DAY)?.calls ?? 0
      expect(turns.map(({ question }) => question)).toEqual(turns.map((_, index) => `question ${index + 1}?`))
      // A turn, then a call, then the next turn.
      expect([turns.length, turns.length - 1]).toContain(calls)
      expect(calls).toBeGreaterThanOrEqual(Math.max(before, last))
      last = calls
    }
  })

  it('of an older schema changes nothing in the store, and is brought up to date where it is put back', async () => {
    const storage = await open()
    const id = await fill(storage)
    await storage.settings.set('g1', {})
    await storage.close()
    bySql('store.db', UNDO_STEP_3)
    const before = readFileSync(inFolder('store.db'))
    expect(await copyTo('copy.db')).toEqual(expect.objectContaining({ schema: 2, questions: 1, guilds: 0 }))
    expect(readFileSync(inFolder('store.db')).equals(before)).toBe(true)
    const restored = await open('copy.db')
    expect((await restored.conversations.find(id))?.turns).toEqual([aTurn('who?')])
  })

  it('is written over nothing, and what fails leaves nothing', async () => {
    await fill(await open())
    writeFileSync(inFolder('notes.txt'), 'notes')
    const refused = (says: RegExp) => ({
      code: 'bad-request',
      message: expect.stringMatching(says) as string,
    })
    await expect(copyTo('notes.txt')).rejects.toMatchObject(refused(/is there already.*Name a new file/u))
    await expect(copyTo('store.db')).rejects.toMatchObject(refused(/is there already/u))
    await expect(copyTo('no/folder/copy.db')).rejects.toMatchObject(refused(/cannot be made/u))
    writeFileSync(inFolder('cut.db.part'), 'half')
    await expect(copyTo('cut.db')).rejects.toMatchObject(refused(/another backup/u))
    expect(readFileSync(inFolder('notes.txt'), 'utf8')).toBe('notes')
    expect(existsSync(inFolder('cut.db'))).toBe(false)
  })

  it('of a store that is not there, is foreign or damaged is refused, and none is made', async () => {
    const unavailable = (says: RegExp) => ({
      code: 'storage-unavailable',
      message: expect.stringMatching(says) as string,
    })
    await expect(copyTo('copy.db')).rejects.toMatchObject(unavailable(/nothing to copy/u))
    expect(readdirSync(directory)).toEqual([])
    await expect(backUp('memory:', inFolder('copy.db'), directory)).rejects.toMatchObject({
      code: 'bad-request',
    })
    bySql('store.db', 'CREATE TABLE photos (name)')
    await expect(copyTo('copy.db')).rejects.toMatchObject(unavailable(/another program/u))
    rmSync(inFolder('store.db'))
    const storage = await open()
    await fill(storage)
    await storage.close()
    const bytes = readFileSync(inFolder('store.db'))
    writeFileSync(inFolder('store.db'), bytes.fill(0xab, bytes.length - 8192))
    await expect(copyTo('copy.db')).rejects.toMatchObject(unavailable(/\(sqlite:store\.db\) is damaged/u))
    expect(readdirSync(directory).filter((name) => name.startsWith('copy'))).toEqual([])
  })
})

describe('a log that a killed bot left behind', () => {
  it('is not played back over a backup that was put in its place', async () => {
    const storage = await open()
    const id = await fill(storage)
    await copyTo('copy.db')
    await storage.conversations.appendTurn(id, aTurn('after the backup?'), 'p1')
    const log = readFileSync(inFolder('store.db-wal'))
    await storage.close()
    copyFileSync(inFolder('copy.db'), inFolder('store.db'))
    writeFileSync(inFolder('store.db-wal'), log)
    const before = readFileSync(inFolder('store.db'))
    const refused = {
      code: 'storage-unavailable',
      message: expect.stringMatching(
        /is a copy, but store\.db-wal belongs to.*Move store\.db-wal and store\.db-shm/u,
      ) as string,
    }
    await expect(open()).rejects.toMatchObject(refused)
    await expect(copyTo('again.db')).rejects.toMatchObject(refused)
    expect(readFileSync(inFolder('store.db')).equals(before)).toBe(true)
    expect(readFileSync(inFolder('store.db-wal')).equals(log)).toBe(true)
    rmSync(inFolder('store.db-wal'))
    expect(await contentOf(await open(), id)).toEqual(ALL)
  })

  it('is played back over a file that was copied by hand, so it has to be moved away', async () => {
    const first = await open()
    const id = await fill(first)
    await first.close()
    copyFileSync(inFolder('store.db'), inFolder('by-hand.db'))
    const second = await open()
    await second.conversations.appendTurn(id, aTurn('after the copy?'), 'p1')
    const log = readFileSync(inFolder('store.db-wal'))
    await second.close()
    copyFileSync(inFolder('by-hand.db'), inFolder('with.db'))
    writeFileSync(inFolder('with.db-wal'), log)
    expect((await contentOf(await open('with.db'), id)).turns).toHaveLength(2)
    expect(await contentOf(await open('by-hand.db'), id)).toEqual(ALL)
  })
})
