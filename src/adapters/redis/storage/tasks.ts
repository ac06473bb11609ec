import { randomUUID } from 'node:crypto'
import type { Clock, Holder, Task, Tasks } from '../../../app/ports.ts'
import { taskUnknown } from '../../../core/not-kept.ts'
import { DamagedValue } from '../redis-failure.ts'
import { hurried, kept } from './kept.ts'
import { joinRequest, splitRequest } from './requests.ts'
import { parseColumn, type Row, rowOf } from './rows.ts'
import type { Given, Run } from './scripts.ts'

const STATES: readonly Task['state'][] = ['running', 'failed', 'done']

/** What front-ends were asked to do, until it is done. */
export function openTasks(run: Run, clock: Clock): Tasks {
  const change = async (action: string, given: Given): Promise<void> => {
    if ((await run('tasks', action, given)) !== 1) throw taskUnknown()
  }
  return {
    begin: async (id, request, { guildId, personId, holder }) => {
      const by = { guild_id: guildId, person_id: personId, holder, begun_by: randomUUID() }
      const row = { id, created_at: clock(), ...by, ...splitRequest(request) }
      return (await hurried(run('tasks', 'begin', row))) === 1
    },
    setReply: (id, reply) =>
      change('set_reply', { id, reply_channel_id: reply?.channelId, reply_message_id: reply?.messageId }),
    setState: (id, state) => change('set_state', { id, state }),
    find: (id) =>
      kept(async () => {
        const flat: string[] | null = await run('tasks', 'find', { id })
        return flat === null ? undefined : taskOf(rowOf(flat))
      }),
    findRunning: (exceptOf = []) =>
      kept(async () => {
        const rows: string[][] = await run('tasks', 'find_running', { except_of: JSON.stringify(exceptOf) })
        return rows.map((flat) => taskOf(rowOf(flat)))
      }),
    hold: async ({ id, shards, of }, milliseconds) => {
      const now = clock()
      const row = { id, shards: JSON.stringify(shards), of_shards: of, lives_until: now + milliseconds }
      await run('tasks', 'hold', { ...row, now })
    },
    holders: () =>
      kept(async () => {
        const rows: string[][] = await run('tasks', 'holders', { now: clock() })
        return rows.map((flat) => holderOf(rowOf(flat)))
      }),
    takeOver: async ({ id, holder }, by, isGone) => {
      const given = { id, holder, by, is_gone: isGone ? 1 : null, taken_by: randomUUID(), now: clock() }
      return (await run('tasks', 'take_over', given)) === 1
    },
  }
}

function taskOf(row: Row): Task {
  const { reply_channel_id: channelId, reply_message_id: messageId } = row
  const state = STATES.find((known) => known === row['state'])
  if (state === undefined) throw new DamagedValue('A task is in no known state')
  return {
    id: String(row['id']),
    state,
    request: joinRequest(row),
    reply: channelId !== undefined && messageId !== undefined ? { channelId, messageId } : null,
    guildId: row['guild_id'] ?? null,
    holder: row['holder'] ?? null,
    attempts: Number(row['attempts'] ?? 1),
    createdAt: Number(row['created_at']),
  }
}

const holderOf = (row: Row): Holder => ({
  id: String(row['id']),
  shards: parseColumn(row['shards']),
  of: Number(row['of_shards']),
})
