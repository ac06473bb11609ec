import type { DatabaseSync } from 'node:sqlite'
import type { Clock, SettingsStore } from '../../app/ports.ts'
import { parseColumn } from './sqlite-columns.ts'
import { HURRIED_MILLISECONDS, kept, stored } from './kept.ts'

/** Settings of guilds as JSON, and which guilds have had their first message. */
export function openSettings(database: DatabaseSync, clock: Clock): SettingsStore {
  const find = database.prepare('SELECT settings FROM guild_settings WHERE guild_id = :guildId')
  const set = database.prepare(`
    INSERT INTO guild_settings (guild_id, settings, changed_at) VALUES (:guildId, :settings, :now)
    ON CONFLICT (guild_id) DO UPDATE SET settings = excluded.settings, changed_at = excluded.changed_at`)
  // A field that is null is taken out by a merge patch (RFC 7396).
  const change = database.prepare(`
    INSERT INTO guild_settings (guild_id, settings, changed_at) VALUES (:guildId, json_patch('{}', :fields), :now)
    ON CONFLICT (guild_id) DO UPDATE SET changed_at = excluded.changed_at,
      settings = json_patch(CASE WHEN json_valid(settings) THEN settings ELSE '{}' END, :fields)`)
  const greet = database.prepare(`
    INSERT INTO guilds_greeted (guild_id, greeted_at) VALUES (:guildId, :now) ON CONFLICT (guild_id) DO NOTHING`)
  const write = <Value>(work: () => Value): Promise<Value> => stored(database, work, HURRIED_MILLISECONDS)
  return {
    find: (guildId) =>
      kept(() => {
        const row = find.get({ guildId })
        return row === undefined ? undefined : parseColumn(row['settings'])
      }),
    set: (guildId, settings) =>
      write(() => void set.run({ guildId, settings: JSON.stringify(settings), now: clock() })),
    change: (guildId, fields) =>
      write(() => void change.run({ guildId, fields: JSON.stringify(fields), now: clock() })),
    greet: (guildId) => write(() => greet.run({ guildId, now: clock() }).changes === 1),
  }
}
