import type { ShardPlan } from './shards.ts'

/** What was set about shards, each parsed by itself. */
interface Said {
  readonly shards?: 'auto' | number | undefined
  readonly ids?: 'hostname' | readonly number[] | undefined
  readonly each?: number | undefined
  readonly processes?: number | undefined
  /** The store is seen by one process alone. */
  readonly isStoreOwn: boolean
}

/**
 * Which shards this process runs. What contradicts itself is added to `problems`, a sentence each with an example.
 * `machine`: its name, which ends in a number where an orchestrator counts its machines.
 */
export function planShards(said: Said, machine: string, problems: string[]): ShardPlan {
  const { shards = 'auto', ids: named, each = 1, processes = 1 } = said
  const count = shards === 'auto' ? null : shards
  const refuse = (problem: string, example: string): ShardPlan => {
    problems.push(`${problem}. Example: ${example}`)
    return { count, ids: null, processes }
  }
  if (each > 1 && named !== 'hostname')
    refuse(
      'DISCORD_SHARDS_EACH says how many shards each numbered machine runs, so it needs DISCORD_SHARD_IDS=hostname',
      'DISCORD_SHARD_IDS=hostname',
    )
  if (named !== undefined && count === null)
    return refuse(
      'DISCORD_SHARD_IDS needs the number of all shards beside it: every process has to count alike',
      'DISCORD_SHARDS=4',
    )
  const ids = named === 'hostname' ? idsOfMachine(machine, each) : (named ?? null)
  if (named === 'hostname' && ids === null)
    return refuse(
      `DISCORD_SHARD_IDS=hostname needs a machine whose name ends in a number, and this one is called “${machine}”`,
      'DISCORD_SHARD_IDS=0-3',
    )
  const beyond = ids?.findLast((id) => count !== null && id >= count)
  if (beyond !== undefined) {
    const how = named === 'hostname' ? `=hostname on “${machine}”` : ''
    const last = `with DISCORD_SHARDS=${count} the last is ${(count ?? 1) - 1}`
    return refuse(
      `DISCORD_SHARD_IDS${how} names shard ${beyond}, and ${last}`,
      `DISCORD_SHARDS=${beyond + 1}`,
    )
  }
  const most = ids?.length ?? count
  if (most !== null && processes > most)
    refuse(
      `DISCORD_SHARD_PROCESSES is ${processes}, and the shards to run here are ${most}`,
      `DISCORD_SHARD_PROCESSES=${most}`,
    )
  const isAlone = processes === 1 && (ids === null || ids.length === count)
  if (!isAlone && said.isStoreOwn)
    refuse(
      'STORAGE_URL is memory:, which one process alone sees, and shards in several processes need one store',
      'STORAGE_URL=sqlite:data/footnote.db',
    )
  return { count, ids, processes }
}

/** `footnote-3` with two each: 6 and 7. Null where the name ends in no number. */
function idsOfMachine(machine: string, each: number): readonly number[] | null {
  const [, ordinal] = /(\d{1,5})$/u.exec(machine.split('.')[0] ?? '') ?? []
  if (ordinal === undefined) return null
  return Array.from({ length: each }, (_, index) => Number(ordinal) * each + index)
}
