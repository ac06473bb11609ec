import { randomUUID } from 'node:crypto'
import type { Clock, Task, Tasks } from '../../../app/ports.ts'
import { taskUnknown } from '../../../core/not-kept.ts'
import { DamagedValue } from '../redis-failure.ts'
import { hurried, kept } from './kept.ts'
import { joinRequest, splitRequest } from './requests.ts'
import { type Row, rowOf } from './rows.ts'
import type { Given, Run } from './scripts.ts'

const STATES: readonly Task['state'][] = ['running', 'failed', 'done']

/** What front-ends were asked to do, until it is done. */
export function openTasks(run: Run, clock: Clock): Tasks {
  const change = async (action: string, given: Given): Promise<void> => {
    if ((await run('tasks', action, given)) !== 1) throw taskUnknown()
  }
  return {
    begin: async (id, request, { guildId, personId }) => {
      const row = { id, guild_id: guildId, person_id: personId, created_at: clock(), begun_by: randomUUID() }
      return (await hurried(run('tasks', 'begin', { ...row, ...splitRequest(request) }))) === 1
    },
    setReply: (id, reply) =>
      change('set_reply', { id, reply_channel_id: reply?.channelId, reply_message_id: reply?.messageId }),
    setState: (id, state) => change('set_state', { id, state }),
    find: (id) =>
      kept(async () => {
        const flat: string[] | null = await run('tasks', 'find', { id })
        return flat === null ? undefined : taskOf(rowOf(flat))
      }),
    findRunning: () =>
      kept(async () => {
        const rows: string[][] = await run('tasks', 'find_running', {})
        return rows.map((flat) => taskOf(rowOf(flat)))
      }),
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
    createdAt: Number(row['created_at']),
  }
}
