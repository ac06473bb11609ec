import type { DurableRow, DurableTable } from '../../../app/ports.ts'
import { joinRequest, splitRequest } from './requests.ts'
import { parseColumn, type Row } from './rows.ts'

// Rows of this store and rows as they go from one store to another. Here a row's key is its id, and what scripts look for inside
// JSON stands in columns of its own.

/** What the id of a row here is made of, where it is not the other's own. */
const IDS: Partial<Readonly<Record<DurableTable, (row: DurableRow) => string>>> = {
  turns: ({ sequence }) => `copied-${sequence}`,
  uses: ({ id }) => `copied-${id}`,
  shown_messages: (row) => String(row['message_id']),
  guild_settings: (row) => String(row['guild_id']),
  guilds_greeted: (row) => String(row['guild_id']),
  spending: ({ period, guild_id: guildId }) => `${period} ${guildId}`,
  caps_reached: (row) => ['period', 'guild_id', 'unit', 'percent'].map((name) => row[name]).join('/'),
}

/** Columns that are the id here. */
const KEYS: Partial<Readonly<Record<DurableTable, string>>> = {
  shown_messages: 'message_id',
  guild_settings: 'guild_id',
  guilds_greeted: 'guild_id',
  turns: 'id',
  uses: 'id',
}

/** Columns that are only here. */
const OWN: Partial<Readonly<Record<DurableTable, readonly string[]>>> = {
  articles: ['kind'],
  tasks: ['begun_by', 'taken_by', 'request_channel_id', 'request_message_id', 'retried_by'],
  guilds_greeted: ['greeted_by'],
  caps_reached: ['told_by'],
}

/** A row of another store as it is kept here. */
export function toRedisRow(
  table: DurableTable,
  row: DurableRow,
): { readonly id: string; readonly row: Readonly<Record<string, string>> } {
  const { [KEYS[table] ?? 'id']: _, ...columns } = row
  const derived =
    table === 'articles'
      ? { kind: parseColumn(String(row['article'])).source.kind as string }
      : table === 'tasks'
        ? splitRequest(parseColumn(String(row['request'])))
        : {}
  const values = Object.entries({ ...columns, ...derived }).flatMap(([name, value]) =>
    value === null || value === undefined ? [] : [[name, String(value)] as const],
  )
  const id = IDS[table]?.(row) ?? String(row['id'])
  return { id, row: Object.fromEntries(values) }
}

/** A row of this store as another takes it. */
export function fromRedisRow(table: DurableTable, { id = '', ...columns }: Row): DurableRow {
  const own = new Set(OWN[table] ?? [])
  const request = table === 'tasks' ? { request: JSON.stringify(joinRequest(columns)) } : {}
  const values = Object.entries({ ...columns, ...request }).flatMap(([name, value]) =>
    value === undefined || own.has(name) ? [] : [[name, value] as const],
  )
  return { [KEYS[table] ?? 'id']: id, ...Object.fromEntries(values) }
}
