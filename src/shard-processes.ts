import { divideShards, sayShards } from './app/shards.ts'
import { createLog } from './adapters/log.ts'
import { keepProcesses, type Share } from './cli/keep-processes.ts'
import { CHECKOUT, type Config } from './config.ts'
import { recommendedShards } from './discord/connection/recommended-shards.ts'

/** Runs the bot in several processes of this machine, which divide its shards among them, until the signal fires. */
export async function runShardProcesses(
  { discord, metrics, logLevel }: Config,
  token: string,
  signal: AbortSignal,
): Promise<void> {
  const log = await createLog(logLevel)
  const { shards, apiUrl } = discord
  const count = shards.count ?? (await recommendedShards({ apiUrl, token }))
  const here = shards.ids ?? Array.from({ length: count }, (_, id) => id)
  const shares = divideShards(here, shards.processes).map((ids, index): Share => ({
    name: `shards ${sayShards(ids)} of ${count}`,
    environment: {
      DISCORD_SHARDS: String(count),
      DISCORD_SHARD_IDS: sayShards(ids),
      DISCORD_SHARDS_EACH: '',
      DISCORD_SHARD_PROCESSES: '',
      // Two processes cannot listen at one port.
      ...(metrics !== null && { METRICS_PORT: String(metrics.port + index) }),
    },
  }))
  const command = [`${CHECKOUT}/bin/node24.mjs`, `${CHECKOUT}/src/main.ts`, 'start']
  await keepProcesses({ shares, command, log, signal })
}
