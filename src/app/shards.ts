// Discord deals the guilds of a large bot to shards, each a connection of its own. Which of them a process runs.

/** What of all shards one process runs, as it was configured. */
export interface ShardPlan {
  /** How many there are in all; null: as many as Discord recommends, and then this process runs all of them. */
  readonly count: number | null
  /** Those that run here, in ascending order; null: all. */
  readonly ids: readonly number[] | null
  /** In so many processes of this machine. */
  readonly processes: number
}

/** What a process that is connected runs. */
export interface OwnShards {
  readonly ids: readonly number[]
  readonly count: number
}

const MADE_AT_BIT = 22n

/** Where Discord deals what happens in a guild; direct messages (null) and what concerns no guild go to shard 0. */
export const shardOf = (guildId: string | null, count: number): number =>
  guildId === null ? 0 : Number((BigInt(guildId) >> MADE_AT_BIT) % BigInt(count))

export const isOneOf = ({ ids, count }: OwnShards, guildId: string | null): boolean =>
  ids.includes(shardOf(guildId, count))

/** Consecutive shares, as equal as can be; fewer where there is less than one for each. */
export function divideShards(ids: readonly number[], processes: number): readonly (readonly number[])[] {
  const parts = Math.min(processes, ids.length)
  return Array.from({ length: parts }, (_, part) =>
    ids.slice(Math.floor((part * ids.length) / parts), Math.floor(((part + 1) * ids.length) / parts)),
  )
}

/** As they are written in DISCORD_SHARD_IDS: “0-2,5”. */
export function sayShards(ids: readonly number[]): string {
  const runs: [first: number, last: number][] = []
  for (const id of ids) {
    const run = runs.at(-1)
    if (run !== undefined && run[1] === id - 1) run[1] = id
    else runs.push([id, id])
  }
  return runs.map(([first, last]) => (first === last ? String(first) : `${first}-${last}`)).join(',')
}

/** The ids of `0,3` or `0-3`, ascending, each once; null where it is neither. */
export function parseShards(said: string): readonly number[] | null {
  const ids = new Set<number>()
  for (const part of said.split(',')) {
    const [, first, last = first] = /^\s*(\d{1,5})(?:\s*-\s*(\d{1,5}))?\s*$/u.exec(part) ?? []
    if (first === undefined || Number(last) < Number(first)) return null
    for (let id = Number(first); id <= Number(last); id += 1) ids.add(id)
  }
  return [...ids].toSorted((a, b) => a - b)
}
