import type { User } from 'discord.js'
import { nameOfThrown } from '../../core/error.ts'
import type { Bot } from '../bot.ts'
import { send } from './outgoing.ts'
import type { View } from '../cards/view.ts'

/** Tells a person by direct message what cannot be said where they wrote. Who takes none is left in peace. */
export async function tellPrivately(bot: Bot, person: User, view: View, nonce: string): Promise<void> {
  try {
    await send(await person.createDM(), view, nonce)
  } catch (error) {
    bot.log.info('direct-message-refused', { name: nameOfThrown(error) })
  }
}
