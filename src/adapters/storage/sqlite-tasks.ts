import type { DatabaseSync, SQLOutputValue } from 'node:sqlite'
import type { Clock, Holder, Task, Tasks } from '../../app/ports.ts'
import { taskUnknown } from '../../core/not-kept.ts'
import { createGroupCommit } from './group-commit.ts'
import { kept, stored } from './kept.ts'
import { parseColumn } from './sqlite-columns.ts'
import { DamagedRow } from './storage-failure.ts'

const STATES: readonly Task['state'][] = ['running', 'failed', 'done']

/** What front-ends were asked to do, until it is done. */
export function openTasks(database: DatabaseSync, clock: Clock): Tasks {
  const together = createGroupCommit(database)
  const begin = database.prepare(`
    INSERT INTO tasks (id, state, request, guild_id, person_id, holder, created_at)
    VALUES (:id, 'running', :request, :guildId, :personId, :holder, :createdAt)
    ON CONFLICT (id) DO NOTHING`)
  const setReply = database.prepare(
    'UPDATE tasks SET reply_channel_id = :channelId, reply_message_id = :messageId WHERE id = :id',
  )
  const setState = database.prepare(`
    UPDATE tasks SET state = :state, request = CASE :state WHEN 'done' THEN 'null' ELSE request END WHERE id = :id`)
  const find = database.prepare('SELECT * FROM tasks WHERE id = :id')
  const findRunning = database.prepare(`
    SELECT * FROM tasks
    WHERE state = 'running' AND (holder IS NULL OR holder NOT IN (SELECT value FROM json_each(:exceptOf)))
    ORDER BY sequence`)
  const hold = database.prepare(`
    INSERT INTO holders (id, shards, of_shards, lives_until) VALUES (:id, :shards, :of, :until)
    ON CONFLICT (id) DO UPDATE SET shards = :shards, of_shards = :of, lives_until = :until`)
  const forgetHolders = database.prepare('DELETE FROM holders WHERE lives_until <= :now')
  const holders = database.prepare('SELECT * FROM holders WHERE lives_until > :now ORDER BY id')
  const takeOver = database.prepare(`
    UPDATE tasks SET holder = :by, attempts = attempts + 1
    WHERE id = :id AND state = 'running' AND holder IS :holder AND (:isGone = 1
      OR NOT EXISTS (SELECT 1 FROM holders WHERE holders.id = :holder AND lives_until > :now))`)

  return {
    begin: (id, request, { guildId, personId, holder = null }) => {
      // JSON has no undefined: a request of nothing is null.
      const json = JSON.stringify(request) ?? 'null'
      const row = { id, request: json, guildId, personId, holder, createdAt: clock() }
      return together(() => begin.run(row).changes === 1)
    },
    setReply: (id, reply) =>
      stored(database, () => {
        const { channelId, messageId } = reply ?? { channelId: null, messageId: null }
        requireKnown(setReply.run({ id, channelId, messageId }).changes)
      }),
    setState: (id, state) => stored(database, () => requireKnown(setState.run({ id, state }).changes)),
    find: (id) =>
      kept(() => {
        const row = find.get({ id })
        return row === undefined ? undefined : taskOf(row)
      }),
    findRunning: (exceptOf = []) =>
      kept(() => findRunning.all({ exceptOf: JSON.stringify(exceptOf) }).map(taskOf)),
    hold: ({ id, shards, of }, milliseconds) =>
      stored(database, () => {
        hold.run({ id, shards: JSON.stringify(shards), of, until: clock() + milliseconds })
        forgetHolders.run({ now: clock() })
      }),
    holders: () => kept(() => holders.all({ now: clock() }).map(holderOf)),
    takeOver: ({ id, holder }, by, isGone) =>
      stored(
        database,
        () => takeOver.run({ id, holder, by, isGone: isGone ? 1 : 0, now: clock() }).changes === 1,
      ),
  }
}

function requireKnown(changes: number | bigint): void {
  if (changes !== 1) throw taskUnknown()
}

function taskOf(row: Record<string, SQLOutputValue>): Task {
  const { reply_channel_id: channelId, reply_message_id: messageId } = row
  const state = STATES.find((known) => known === row['state'])
  if (state === undefined) throw new DamagedRow('A task is in no known state')
  return {
    id: String(row['id']),
    state,
    request: parseColumn(row['request']),
    reply: typeof channelId === 'string' && typeof messageId === 'string' ? { channelId, messageId } : null,
    guildId: textOrNull(row['guild_id']),
    holder: textOrNull(row['holder']),
    attempts: Number(row['attempts']),
    createdAt: Number(row['created_at']),
  }
}

const textOrNull = (value: SQLOutputValue | undefined): string | null =>
  typeof value === 'string' ? value : null

const holderOf = (row: Record<string, SQLOutputValue>): Holder => ({
  id: String(row['id']),
  shards: parseColumn(row['shards']) as number[],
  of: Number(row['of_shards']),
})
