import type { DatabaseSync, SQLOutputValue } from 'node:sqlite'
import type { Clock, Task, Tasks } from '../../app/ports.ts'
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
    INSERT INTO tasks (id, state, request, guild_id, person_id, created_at)
    VALUES (:id, 'running', :request, :guildId, :personId, :createdAt)
    ON CONFLICT (id) DO NOTHING`)
  const setReply = database.prepare(
    'UPDATE tasks SET reply_channel_id = :channelId, reply_message_id = :messageId WHERE id = :id',
  )
  const setState = database.prepare(`
    UPDATE tasks SET state = :state, request = CASE :state WHEN 'done' THEN 'null' ELSE request END WHERE id = :id`)
  const find = database.prepare('SELECT * FROM tasks WHERE id = :id')
  const findRunning = database.prepare("SELECT * FROM tasks WHERE state = 'running' ORDER BY sequence")

  return {
    begin: (id, request, { guildId, personId }) => {
      // JSON has no undefined: a request of nothing is null.
      const json = JSON.stringify(request) ?? 'null'
      const row = { id, request: json, guildId, personId, createdAt: clock() }
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
    findRunning: () => kept(() => findRunning.all().map(taskOf)),
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
    createdAt: Number(row['created_at']),
  }
}
