import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openStorage } from '../../../src/adapters/storage/open-storage.ts'
import type { Place, Storage } from '../../../src/app/ports.ts'
import { aTurn, ferry, summaryOfFerry } from '../../contracts/storage-examples.ts'

// What is forgotten is gone from the bytes, not only from the tables: from pages that rows have moved away from, and from
// the log that SQLite writes beside the file.

let directory: string
let storage: Storage
beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), 'footnote-bytes-'))
  const prepare = (database: DatabaseSync): void => database.exec('PRAGMA synchronous = OFF')
  storage = await openStorage('sqlite:a.db', { directory, clock: () => NOW, prepare })
})
afterEach(async () => {
  await storage.close()
  rmSync(directory, { recursive: true, force: true })
})

const NOW = Date.UTC(2026, 10, 22)
const DAY = 24 * 60 * 60 * 1000

/** How often these words stand in the files, while the store is open. */
const occurrences = (words: string): number =>
  ['a.db', 'a.db-wal', 'a.db-shm']
    .map((name) => join(directory, name))
    .filter((path) => existsSync(path))
    .reduce((sum, path) => sum + readFileSync(path).toString('latin1').split(words).length - 1, 0)

const GUILDS = ['brackwater', 'quillmere']

const placeIn = (guildId: string, n: number): Place => ({
  guildId,
  channelId: `channel-of-${guildId}`,
  threadId: null,
  cardMessageId: `card-${guildId}-${n}`,
  sourceMessageId: null,
  personId: `person-of-${guildId}`,
})

/** A pasted text with a cached summary, questions and answers, all of which name their guild. */
async function paste(guildId: string, n: number): Promise<string> {
  const text = `The words of ${guildId}, number ${n}. `.repeat(1 + ((n * 37) % 90))
  const article = {
    ...ferry,
    id: `${guildId}-${n}`,
    text,
    source: { ...ferry.source, kind: 'text', url: null },
  } as const
  const { id } = await storage.conversations.create({
    article,
    linesLeftOut: 0,
    summary: summaryOfFerry,
    place: placeIn(guildId, n),
    addressKey: null,
  })
  const { summary, run } = summaryOfFerry
  const headline = `In short: ${guildId}. `.repeat((n * 17) % 70)
  await storage.summaries.set(`${article.id}:way`, { summary: { ...summary, headline }, run }, DAY)
  for (let turn = 0; turn < (n * 7) % 5; turn += 1) {
    await storage.conversations.appendTurn(id, aTurn(`What of ${guildId}?`), `person-of-${guildId}`)
    await storage.conversations.noteShown(id, {
      channelId: `channel-of-${guildId}`,
      messageId: `answer-${(n * 7919) % 1000}-${guildId}-${n}-${turn}`,
      personId: `person-of-${guildId}`,
      askedMessageId: `asked-${guildId}-${n}`,
    })
  }
  return id
}

/** Of two guilds, in turns, so that their rows share pages, and these are parted and joined as rows come and go. */
async function fill(): Promise<void> {
  const ids: string[] = []
  for (let n = 0; n < 100; n += 1) {
    for (const guildId of GUILDS) {
      ids.push(await paste(guildId, n))
      if (n % 5 !== 1) continue
      for (const id of ids.splice((n * 13) % ids.length, 1)) await storage.forgetting.conversation(id)
    }
  }
}

describe('what is forgotten', () => {
  it.each([
    ['a guild', () => storage.forgetting.guild('quillmere')],
    ['a guild that removed the bot', () => storage.forgetting.leftGuild('quillmere')],
    ['a thread', () => storage.forgetting.thread('channel-of-quillmere')],
    ['a person', () => storage.forgetting.person('person-of-quillmere')],
  ])('leaves no byte in the file, and none in the log beside it: %s', async (_name, forget) => {
    await fill()
    expect(occurrences('quillmere')).toBeGreaterThan(0)
    const others = (await storage.conversations.listByThread('channel-of-brackwater')).length
    await forget()
    expect(occurrences('quillmere')).toBe(0)
    const left = await storage.conversations.listByThread('channel-of-brackwater')
    expect(left).toHaveLength(others)
    for (const { id } of left)
      expect((await storage.conversations.find(id))?.article.text).toContain('brackwater')
  })

  it('one card after the other leaves no byte once the file was written anew, and none in the log at any time', async () => {
    await fill()
    for (const { id } of await storage.conversations.listByThread('channel-of-quillmere'))
      await storage.forgetting.conversation(id)
    expect(readFileSync(join(directory, 'a.db-wal')).length).toBe(0)
    await storage.forgetting.overwrite()
    expect(occurrences('quillmere')).toBe(0)
  })

  it('leaves no byte where it was only done, either: what was asked for is gone from the log within a minute', async () => {
    await storage.tasks.begin('t1', { words: 'quillmere' }, { guildId: 'g1', personId: 'p1' })
    await storage.tasks.setState('t1', 'done')
    expect(occurrences('quillmere')).toBeGreaterThan(0)
    // Called every minute.
    await storage.forgetting.expired()
    expect(occurrences('quillmere')).toBe(0)
  })
})
