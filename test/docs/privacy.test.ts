import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, it, onTestFinished } from 'vitest'
import { openStorage } from '../../src/adapters/storage/open-storage.ts'

const PAGE = readFileSync(new URL('../../docs/privacy.md', import.meta.url), 'utf8')

/** The rows of the table that says what is kept: the name of a table of the database, and all that is said of it. */
const ROWS = new Map(
  [...PAGE.matchAll(/^\| `(\w+)` \| (.*)$/gmu)].map(([, table = '', text = '']) => [table, text]),
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
