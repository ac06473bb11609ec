import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Storage } from '../src/app/ports.ts'
import { migrate } from '../src/migrate.ts'
import { openStore } from '../src/open-store.ts'
import { UNDO_STEP_3 } from './adapters/storage/older-schema.ts'
import { CAPS, fillStore, TODAY } from './contracts/fill-store.ts'
import { aCall, aPlace, ferry, MORNING } from './contracts/storage-examples.ts'
import { hasRedis, type RedisServer, startRedis } from './support/redis-server.ts'
import { runFootnote, startFootnote } from './support/run-footnote.ts'

describe.skipIf(!hasRedis)('footnote migrate', () => {
  let server: RedisServer
  let folder: string
  let file: string
  beforeAll(async () => {
    server = await startRedis()
  })
  afterAll(() => server.stop())
  beforeEach(async () => {
    await server.flush()
    folder = mkdtempSync(join(tmpdir(), 'footnote-migrate-test-'))
    file = `sqlite:${join(folder, 'old.db')}`
    return () => rmSync(folder, { recursive: true, force: true })
  })

  const open = (url: string): Promise<Storage> => openStore(url, { directory: folder, clock: () => MORNING })
  const within = async <Value>(url: string, work: (storage: Storage) => Promise<Value>): Promise<Value> => {
    const storage = await open(url)
    try {
      return await work(storage)
    } finally {
      await storage.close()
    }
  }
  const hashOf = (url: string): string =>
    createHash('sha256')
      .update(readFileSync(url.slice('sqlite:'.length)))
      .digest('hex')

  const fill = (url: string, conversations?: number) =>
    within(url, (storage) => fillStore(storage, conversations))

  /** What every port answers. */
  const answersOf = (url: string) =>
    within(url, async ({ conversations, tasks, uses, settings, spending, forgetting }) => ({
      byThread: await conversations.findByThread('t1'),
      byMessage: await Promise.all(['m0', 'm1', 'm2', 'a1'].map((id) => conversations.findByMessage(id))),
      latest: await conversations.findLatestInChannel('c1'),
      places: await conversations.listByThread('t1'),
      byAddress: await conversations.listByAddress('g1', ['k0', 'k1', 'k2']),
      bySource: await conversations.listBySource('s1'),
      tasks: await Promise.all(['x1', 'x2', 'x3', 'x4'].map((id) => tasks.find(id))),
      running: await tasks.findRunning(),
      uses: await uses.count('summary', 'g1', 1000),
      settings: [await settings.find('g1'), await settings.find('g2')],
      spending: await spending.list('2026-11-01'),
      open: await spending.listOpen('2026-11'),
      guilds: (await forgetting.guilds()).toSorted(),
      oldest: await forgetting.oldest(),
    }))
  /** What every port then does: the order goes on, money and limits hold, what was told is not told again. */
  const doingsOf = (url: string) =>
    within(url, async ({ conversations, tasks, uses, settings, spending, forgetting }) => {
      const place = aPlace({ threadId: 't1', cardMessageId: 'm9' })
      const { id } = await conversations.create({
        article: ferry,
        linesLeftOut: 0,
        summary: null,
        place,
        addressKey: 'k1',
      })
      const newest = await conversations.findByThread('t1')
      const call = aCall(TODAY, { guildId: 'g1', nanodollars: 10 })
      const reserved = await spending.reserve(call, CAPS)
      return {
        isNewest: newest?.id === id,
        listed: (await conversations.listByAddress('g1', ['k0', 'k1', 'k2'])).map(
          ({ place: at }) => at.cardMessageId,
        ),
        known: await tasks.begin('x1', null, { guildId: null, personId: null }),
        greeted: [await settings.greet('g2'), await settings.greet('g3')],
        limited: await uses.take({ kind: 'summary', guildId: 'g1', personId: 'p1' }, [
          { per: 'person', most: 2, milliseconds: 1000 },
        ]),
        refused:
          'refusedBy' in (await spending.reserve(aCall(TODAY, { guildId: 'g1', nanodollars: 21 }), CAPS)),
        told: 'id' in reserved ? await spending.settle(reserved.id, null, CAPS) : 'refused',
        retried: await forgetting.person('p2'),
        person: await forgetting.person('p1'),
        left: (await conversations.listByThread('t1')).map(({ place: at }) => [
          at.cardMessageId,
          at.personId,
        ]),
      }
    })

  it('gives a server what a file held: every port answers and does the same as before, and the file is as it was', async () => {
    await fill(file)
    const before = await answersOf(file)
    const bytes = hashOf(file)
    const { rows, from, to } = await migrate({ from: file, to: server.url })
    expect([from, to]).toEqual([file, server.url])
    expect(rows).toMatchObject({ conversations: 4, turns: 6, texts: 1, articles: 2, tasks: 3, uses: 2 })
    expect(hashOf(file)).toBe(bytes)
    expect(await answersOf(server.url)).toEqual(before)
    const doings = await doingsOf(server.url)
    expect(doings).toEqual(await doingsOf(file))
    expect(doings).toMatchObject({ isNewest: true, refused: true, known: false, greeted: [false, true] })
  })

  it('goes back, too: a new file has what the server held', async () => {
    await fill(server.url)
    const before = await answersOf(server.url)
    await migrate({ from: server.url, to: file })
    expect(existsSync(join(folder, 'old.db.part'))).toBe(false)
    expect(await answersOf(file)).toEqual(before)
    expect(await doingsOf(file)).toEqual(await doingsOf(server.url))
  })

  it('copies every table but those of what need not last: cached pages, and the processes that live', async () => {
    await fill(file)
    const database = new DatabaseSync(file.slice('sqlite:'.length))
    const tables = database
      .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
      .all()
      .map(({ name }) => String(name))
    database.close()
    const { rows } = await migrate({ from: file, to: server.url })
    const left = tables.filter((table) => !(table in rows))
    expect(left.toSorted()).toEqual(['cache', 'holders', 'schema_version'])
  })

  it.each([
    ['to a server', () => ({ from: file, to: server.url })],
    ['to a file', () => ({ from: server.url, to: file })],
  ])(
    'leaves processes behind and says who had begun what, so that it is taken over at once: %s',
    async (_, way) => {
      const { from, to } = way()
      await fill(from)
      const cut = { id: 'x1', holder: 'two' }
      const takeOver = ({ tasks }: Storage): Promise<boolean> => tasks.takeOver(cut, 'three', false)
      expect(await within(from, ({ tasks }) => tasks.holders())).toHaveLength(2)
      expect(await within(from, takeOver)).toBe(false)
      await migrate({ from, to })
      expect(await within(to, ({ tasks }) => tasks.holders())).toEqual([])
      expect(await within(to, ({ tasks }) => tasks.find('x1'))).toMatchObject({ holder: 'two', attempts: 2 })
      expect(await within(to, takeOver)).toBe(true)
      expect(await within(to, ({ tasks }) => tasks.find('x1'))).toMatchObject({
        holder: 'three',
        attempts: 3,
      })
    },
  )

  it('that is killed half-way leaves a store that no bot opens, and ends the same when it is run again', async () => {
    await fill(file, 600)
    const before = await answersOf(file)
    const options = { environment: { STORAGE_URL: server.url } }
    const { child, done } = startFootnote(['migrate', file], options)
    await expect
      .poll(async () => (await server.keys('footnote:conversations:*')).length, { interval: 5 })
      .toBeGreaterThan(50)
    child.kill('SIGKILL')
    await done
    await expect(open(server.url)).rejects.toThrow(/holds half of another store.*Run footnote migrate again/u)
    const again = await runFootnote(['migrate', file, '--json'], options)
    expect(again.status).toBe(0)
    expect(JSON.parse(again.stdout)).toMatchObject({
      migration: { from: file, to: server.url, rows: { conversations: 601, turns: 6 } },
    })
    expect(again.stderr).toMatch(
      /^No bot may run on either store meanwhile\.\n[^]*conversations: 601 of 601\n/u,
    )
    expect(await answersOf(server.url)).toEqual(before)
  }, 60_000)

  it('is done again as long as nobody has used the new store, and never over what a bot has put there', async () => {
    await fill(file)
    await migrate({ from: file, to: server.url })
    const keys = (await server.keys('*')).toSorted()
    await migrate({ from: file, to: server.url })
    expect((await server.keys('*')).toSorted()).toEqual(keys)
    await within(server.url, (storage) => storage.settings.set('g7', {}))
    const refusal = { code: 'bad-request', message: expect.stringMatching(/holds a bot's data already/u) }
    await expect(migrate({ from: file, to: server.url })).rejects.toMatchObject(refusal)
    expect(await within(server.url, (storage) => storage.settings.find('g7'))).toEqual({})
    await expect(migrate({ from: server.url, to: file })).rejects.toMatchObject({
      code: 'bad-request',
      message: expect.stringMatching(/is there already/u),
    })
  })

  it('takes a store of an earlier version, and leaves that as it is', async () => {
    await fill(file)
    const database = new DatabaseSync(file.slice('sqlite:'.length))
    database.exec(UNDO_STEP_3)
    database.close()
    const bytes = hashOf(file)
    await migrate({ from: file, to: server.url })
    expect(hashOf(file)).toBe(bytes)
    const found = await within(server.url, (storage) => storage.conversations.findByThread('t1'))
    expect(found?.turns).toHaveLength(2)
  })

  it.each([
    ['memory:', () => ({ from: 'memory:', to: server.url }), /FROM is memory:/u],
    ['into memory:', () => ({ from: file, to: 'memory:' }), /STORAGE_URL is memory:/u],
    ['one store', () => ({ from: server.url, to: server.url }), /the same one/u],
    ['what is no store', () => ({ from: 'old.db', to: server.url }), /names no store/u],
    ['an empty server', () => ({ from: server.url, to: file }), /no store of Footnote/u],
  ])('refuses %s', async (_, options, message) => {
    await expect(migrate(options())).rejects.toMatchObject({
      code: 'bad-request',
      message: expect.stringMatching(message),
    })
    expect(await server.keys('*')).toEqual([])
    expect(existsSync(file.slice('sqlite:'.length))).toBe(false)
  })

  it('takes the address of a store from standard input, too, where no list of processes shows it', async () => {
    await fill(server.url)
    const environment = { STORAGE_URL: file }
    const { status, stdout } = await runFootnote(['migrate', '-', '--json'], {
      environment,
      stdin: `${server.url}\n`,
    })
    expect(status).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({ migration: { from: server.url, to: file } })
  })

  it('says in words what was copied and what to do next, and no password', async () => {
    await fill(file)
    const environment = { STORAGE_URL: server.url.replace('//', '//default:kestrel4711@') }
    const { status, stdout, stderr } = await runFootnote(['migrate', file], { environment })
    expect(`${stdout}${stderr}`).not.toContain('kestrel4711')
    expect(status).toBe(0)
    expect(stdout.replaceAll(/\s+/gu, ' ')).toMatch(
      /counted on both sides: 4 conversations, 6 questions.*Next: footnote doctor/u,
    )
  })
})
