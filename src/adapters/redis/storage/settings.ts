import { randomUUID } from 'node:crypto'
import type { Clock, SettingsStore } from '../../../app/ports.ts'
import { redisFailure } from '../redis-failure.ts'
import { hurried, kept } from './kept.ts'
import { parseColumn } from './rows.ts'
import type { Run } from './scripts.ts'

/** Others who change the settings of the same guild at the same moment: more than a few there never are. */
const MOST_TRIES = 50

/** Settings of guilds as JSON, and which guilds have had their first message. */
export function openSettings(run: Run, clock: Clock): SettingsStore {
  const read = (guildId: string): Promise<string | null> => run('settings', 'find', { guild_id: guildId })
  return {
    find: (guildId) =>
      kept(async () => {
        const json = await read(guildId)
        return json === null ? undefined : parseColumn(json)
      }),
    set: async (guildId, settings) => {
      const json = JSON.stringify(settings)
      await hurried(run('settings', 'set', { guild_id: guildId, settings: json, changed_at: clock() }))
    },
    change: async (guildId, fields) => {
      // No script opens the JSON: it is put there only where nobody else has changed it since it was read.
      for (let tries = 0; tries < MOST_TRIES; tries += 1) {
        const before = await hurried(read(guildId))
        const settings = JSON.stringify(withFields(before, fields))
        const given = { guild_id: guildId, settings, changed_at: clock(), only_if: 1, before }
        if ((await hurried(run('settings', 'set', given))) === 1) return
      }
      throw redisFailure(new Error('The settings change again and again'))
    },
    greet: async (guildId) => {
      const given = { guild_id: guildId, greeted_at: clock(), greeted_by: randomUUID() }
      return (await hurried(run('settings', 'greet', given))) === 1
    },
  }
}

/** A field that is null goes. What is no JSON any more is as if it had not been there. */
function withFields(json: string | null, fields: Readonly<Record<string, unknown>>): object {
  const merged: Record<string, unknown> = { ...objectOf(json), ...fields }
  return Object.fromEntries(
    Object.entries(merged).filter(([, value]) => value !== null && value !== undefined),
  )
}

function objectOf(json: string | null): object {
  try {
    const value: unknown = JSON.parse(json ?? '{}')
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {}
  } catch {
    return {}
  }
}
