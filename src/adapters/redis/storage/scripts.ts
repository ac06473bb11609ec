import { readFileSync } from 'node:fs'
import type { Redis } from 'ioredis'
import { redisFailure } from '../redis-failure.ts'

/** What each script is made of: files in `lua/`, one after the other. */
const PARTS = {
  cache: ['tables', 'cached', 'cache'],
  conversations: ['tables', 'cached', 'articles', 'conversations'],
  tasks: ['tables', 'requests', 'holders', 'tasks'],
  settings: ['tables', 'settings'],
  uses: ['tables', 'uses'],
  spending: ['tables', 'spending'],
  forgetting: ['tables', 'cached', 'articles', 'requests', 'holders', 'forgetting'],
  overwriting: ['tables', 'overwriting'],
  'whole-store': ['tables', 'whole-store'],
} as const satisfies Record<string, readonly string[]>

type ScriptName = keyof typeof PARTS

/** What a script is given, by name. Null is not told. */
export type Given = Readonly<Record<string, string | number | null | undefined>>

/**
 * Runs one action of a script: one step on the server, which nobody sees half of. Throws `storage-unavailable`. Untyped, as
 * `JSON.parse` is: each action says what it answers.
 */
export type Run = (script: ScriptName, action: string, given: Given) => Promise<Untyped>

type Untyped = ReturnType<typeof JSON.parse>

/** So many cached entries make room at a time for something that must be kept. */
const DROPPED_AT_ONCE = 50
const MOST_TRIES = 20

/** Makes the scripts known to a connection. The server keeps them; it is told them again where it has lost them. */
export function openScripts(redis: Redis): Run {
  const read = (name: string): string => readFileSync(new URL(`lua/${name}.lua`, import.meta.url), 'utf8')
  const commands = redis as unknown as Record<string, (...values: string[]) => Promise<unknown>>
  for (const [script, parts] of Object.entries(PARTS)) {
    const lua = [...parts, 'answer'].map(read).join('\n')
    redis.defineCommand(`footnote:${script}`, { numberOfKeys: 0, lua })
  }
  const once = (script: ScriptName, action: string, given: Given): Promise<unknown> =>
    commands[`footnote:${script}`]!('action', action, ...flat(given))

  return async (script, action, given) => {
    for (let tries = 0; ; tries += 1) {
      try {
        return await once(script, action, given)
      } catch (error) {
        if (!isOutOfMemory(error) || tries === MOST_TRIES) throw redisFailure(error)
        // A cache may not: it gives way.
        if (script === 'cache') throw redisFailure(error)
        const dropped = await once('cache', 'make_room', { most: DROPPED_AT_ONCE }).catch(() => 0)
        if (dropped === 0) throw redisFailure(error)
      }
    }
  }
}

const flat = (given: Given): string[] =>
  Object.entries(given).flatMap(([name, value]) =>
    value === null || value === undefined ? [] : [name, String(value)],
  )

const isOutOfMemory = (error: unknown): boolean => error instanceof Error && /\bOOM\b/u.test(error.message)
