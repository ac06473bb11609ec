import type { Client } from 'discord.js'
import { isOneOf, type OwnShards } from '../../app/shards.ts'
import type { Bot } from '../bot.ts'

/** Which shards this process runs: known once the client has logged in. */
export const ownShards = ({ client }: { readonly client: Client }): OwnShards => ({
  ids: [...client.ws.shards.keys()].toSorted((a, b) => a - b),
  count: client.options.shardCount ?? 1,
})

/** Whether this process hears of what happens in a guild, or in direct messages for null. */
export const isOwn = (bot: Pick<Bot, 'client'>, guildId: string | null): boolean =>
  isOneOf(ownShards(bot), guildId)

/** Whether this is the one process that does what is done once for all of them. */
export const isFirst = ({ client }: Pick<Bot, 'client'>): boolean => client.ws.shards.has(0)

/**
 * Says in the log where another process that lives counts another number of shards: some servers are then heard by two, and
 * some by none.
 */
export async function warnOfOtherCounts({ assistant, holder, log, client }: Bot): Promise<void> {
  const { count } = ownShards({ client })
  const others = await assistant.tasks.holders()
  const other = others.find(
    ({ id, shards, of }) => id !== holder.id && shards.length > 0 && of !== count && !holder.hasEnded(id),
  )
  if (other === undefined) return
  const remedy = 'set the same number in DISCORD_SHARDS of every process, and start all of them again'
  log.warn('shards-counted-differently', { here: count, elsewhere: other.of, remedy })
}

/**
 * Whether another process that lives hears of the same: during a rolling restart two do. Then what this one leaves alone is
 * done by that one.
 */
export async function isServedElsewhere(
  { assistant, holder }: Pick<Bot, 'assistant' | 'holder'>,
  guildId: string | null,
): Promise<boolean> {
  const others = await assistant.tasks.holders()
  return others.some(
    ({ id, shards, of }) =>
      id !== holder.id && !holder.hasEnded(id) && isOneOf({ ids: shards, count: of }, guildId),
  )
}
