import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { Redis } from 'ioredis'
import { describe, expect, it, onTestFinished } from 'vitest'
import { openRedisStorage } from '../../src/adapters/redis/storage/open-redis-storage.ts'
import { openStorage } from '../../src/adapters/storage/open-storage.ts'
import { fillStore } from '../contracts/fill-store.ts'
import { keptFerry, summaryOfFerry } from '../contracts/storage-examples.ts'
import { hasRedis, startRedis } from '../support/redis-server.ts'

const PAGE = readFileSync(new URL('../../docs/privacy.md', import.meta.url), 'utf8')

/** The rows of the table that says what is kept: the name of a table of the database, and all that is said of it. */
const [, ON_SQLITE = '', ON_REDIS = ''] = PAGE.split(
  /^## What is kept$|^### On a Redis server$|^## What is never kept$/mu,
)
const ROWS = new Map(
  [...ON_SQLITE.matchAll(/^\| `(\w+)` \| (.*)$/gmu)].map(([, table = '', text = '']) => [table, text]),
)

/** Tables of a new store, with their columns. */
async function schema(): Promise<Map<string, string[]>> {
  const directory = mkdtempSync(join(tmpdir(), 'footnote-schema-'))
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }))
  const storage = await openStorage('sqlite:a.db', { directory, clock: Date.now })
  await storage.close()
  const database = new DatabaseSync(join(directory, 'a.db'))
  try {
    const tables = database
      .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
      .all()
      .map(({ name }) => String(name))
    return new Map(
      tables.map((table) => [
        table,
        database
          .prepare(`PRAGMA table_info("${table}")`)
          .all()
          .map(({ name }) => String(name)),
      ]),
    )
  } finally {
    database.close()
  }
}

it('docs/privacy.md names every table of the database and every column in it, and none that is not there', async () => {
  const tables = await schema()
  expect([...ROWS.keys()].toSorted()).toEqual([...tables.keys()].toSorted())
  for (const [table, columns] of tables) {
    const named = new Set([...(ROWS.get(table) ?? '').matchAll(/`(\w+)`/gu)].map(([, name = '']) => name))
    expect([table, columns.filter((column) => !named.has(column))]).toEqual([table, []])
  }
})

it('docs/privacy.md says of every column that may hold the id of a person who has it taken out, and when', async () => {
  for (const [table, columns] of await schema()) {
    if (!columns.includes('person_id')) continue
    expect(ROWS.get(table)).toMatch(/\/forget/u)
  }
})

const namesIn = (text: string): Set<string> =>
  new Set([...text.matchAll(/`([^`]+)`/gu)].map(([, name = '']) => name))

describe.skipIf(!hasRedis)('on a Redis server', () => {
  it('docs/privacy.md names every kind of key and every column of a store with a bit of everything', async () => {
    const server = await startRedis()
    onTestFinished(() => server.stop())
    const storage = await openRedisStorage(server.url, { clock: Date.now })
    await fillStore(storage)
    await storage.articles.set('k', keptFerry, 1000)
    await storage.addresses.set('a', 'k', 1000)
    await storage.summaries.set(`${keptFerry.read.article.id}:way`, summaryOfFerry, 1000)
    await storage.forgetting.question('q1')
    await storage.close()

    const redis = new Redis(server.url)
    onTestFinished(() => redis.disconnect())
    const also = namesIn(ON_REDIS)
    const unnamed = new Set<string>()
    for (const key of await redis.keys('*')) {
      const [, table = '', rest = ''] = /^footnote:([^:/]+)(.*)$/u.exec(key) ?? []
      const isRow = ROWS.has(table) && rest.startsWith(':') && table !== 'cache'
      // A list of ids, or a key of its own kind, with examples of what comes after the colon.
      const kinds = [...also].map((name) => name.replace(/:[A-Z:]+$/u, '')).concat('schema_version')
      const isKind = kinds.some((name) => `${table}${rest.replace(/:.*$/u, '')}` === name)
      const isList = ROWS.has(table) && table !== 'cache' && /^(?:\/[\w+]+(?::.*)?)?$/u.test(rest)
      if (!isRow && !isKind && !isList) unnamed.add(key)
      if (!isRow) continue
      const named = namesIn(ROWS.get(table) ?? '').union(also)
      for (const column of await redis.hkeys(key)) if (!named.has(column)) unnamed.add(`${table} ${column}`)
    }
    expect([...unnamed]).toEqual([])
  })

  it('docs/privacy.md names nothing there that is in no script', () => {
    const scripts = [
      'tables',
      'cached',
      'articles',
      'tasks',
      'requests',
      'settings',
      'spending',
      'forgetting',
    ]
    const lua = scripts
      .map((name) =>
        readFileSync(new URL(`../../src/adapters/redis/storage/lua/${name}.lua`, import.meta.url), 'utf8'),
      )
      .join('\n')
    const columns = [...namesIn(ON_REDIS)].filter((name) => /^[a-z]+_[a-z_]+$/u.test(name) && !ROWS.has(name))
    expect(columns.length).toBeGreaterThan(4)
    expect(columns.filter((name) => !lua.includes(name))).toEqual([])
  })
})
