import { type ButtonInteraction, InteractionContextType, PermissionFlagsBits } from 'discord.js'
import type { Conversation } from '../../app/ports.ts'
import { FootnoteError } from '../../core/error.ts'
import { MORE } from '../texts.ts'

type Presser = Pick<ButtonInteraction, 'user' | 'guildId' | 'memberPermissions' | 'context'>

/** Whether somebody may refresh and remove a card: who asked for it, and who may manage messages where it stands. */
export function mayChange(
  { user, guildId, memberPermissions, context }: Presser,
  { place }: Pick<Conversation, 'place'>,
): boolean {
  if (place === null) return false
  if (place.personId === user.id) return true
  if (guildId === null) return place.guildId === null && context === InteractionContextType.BotDM
  return place.guildId === guildId && memberPermissions?.has(PermissionFlagsBits.ManageMessages) === true
}

/** Throws `permission-missing`. */
export function requireMayChange(presser: Presser, conversation: Pick<Conversation, 'place'>): void {
  if (!mayChange(presser, conversation)) throw new FootnoteError('permission-missing', MORE.onlyAsker)
}
