import { Team, type User } from 'discord.js'
import { sayReached } from '../../app/budget.ts'
import type { Reached } from '../../app/ports.ts'
import { cacheKey } from '../../core/cache-key.ts'
import type { Bot } from '../bot.ts'
import { markup } from '../cards/markup.ts'
import { tellPrivately } from '../outgoing/tell-privately.ts'
import { plain } from '../cards/view.ts'

/** As long as Discord takes one. */
const NONCE_LENGTH = 25

/**
 * Tells whoever owns the application, by direct message, how much of a budget is spent: few hosts read logs. What single
 * guilds spend stands in the log alone: there may be thousands of them.
 */
export async function warnOwner(bot: Bot, reached: Reached): Promise<void> {
  if (reached.guildId !== null) return
  const owner = await findOwner(bot)
  if (owner === null) return
  const { cap, percent } = reached
  const nonce = cacheKey(cap.period, cap.unit, percent, bot.clock()).slice(0, NONCE_LENGTH)
  await tellPrivately(bot, owner, plain(markup`${sayReached(reached)}`), nonce)
}

async function findOwner({ client }: Bot): Promise<User | null> {
  const { owner } = await client.application.fetch()
  if (!(owner instanceof Team)) return owner
  return owner.members.get(owner.ownerId ?? '')?.user ?? null
}
