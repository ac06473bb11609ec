/** Which part of the guilds a session is for: its number, counted from 0, and how many there are. */
export type Shard = readonly [id: number, count: number]

/** Where Discord deals what happens in a guild; direct messages (null) and what concerns no guild go to shard 0. */
const shardOf = (guildId: string | null, count: number): number =>
  guildId === null ? 0 : Number((BigInt(guildId) >> 22n) % BigInt(count))

export const isOn = ([id, count]: Shard, guildId: string | null): boolean => shardOf(guildId, count) === id

/** What a client says of its shard; null where there can be none such. Who says nothing has all guilds. */
export function parseShard(said: unknown): Shard | null {
  if (said === undefined) return [0, 1]
  if (!Array.isArray(said) || said.length !== 2 || !said.every((part) => Number.isSafeInteger(part)))
    return null
  const [id, count] = said as [number, number]
  return id >= 0 && id < count ? [id, count] : null
}

/** The same id, made a few milliseconds earlier, so that it is dealt to that shard. */
export function idOn([id, count]: Shard, given: string): string {
  let moved = BigInt(given)
  while (shardOf(String(moved), count) !== id) moved -= 1n << 22n
  return String(moved)
}
