import type { Client } from 'discord.js'
import type { Holder } from '../../app/ports.ts'
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

/** The other processes that live: by their own word, and not known to have ended since. */
export async function livingElsewhere({
  assistant,
  holder,
}: Pick<Bot, 'assistant' | 'holder'>): Promise<readonly Holder[]> {
  const holders = await assistant.tasks.holders()
  return holders.filter(({ id }) => id !== holder.id && !holder.hasEnded(id))
}

/**
 * Says in the log where another process that lives counts another number of shards: some servers are then heard by two, and
 * some by none.
 */
export async function warnOfOtherCounts(bot: Bot): Promise<void> {
  const { count } = ownShards(bot)
  const others = await livingElsewhere(bot)
  const other = others.find(({ shards, of }) => shards.length > 0 && of !== count)
  if (other === undefined) return
  const remedy = 'set the same number in DISCORD_SHARDS of every process, and start all of them again'
  bot.log.warn('shards-counted-differently', { here: count, elsewhere: other.of, remedy })
}

/**
 * Whether another process that lives hears of the same: during a rolling restart two do. Then what this one leaves alone is
 * done by that one.
 */
export async function isServedElsewhere(
  bot: Pick<Bot, 'assistant' | 'holder'>,
  guildId: string | null,
): Promise<boolean> {
  const others = await livingElsewhere(bot)
  return others.some(({ shards, of }) => isOneOf({ ids: shards, count: of }, guildId))
}
