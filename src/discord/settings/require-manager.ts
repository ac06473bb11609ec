import { type BaseInteraction, type Guild, PermissionFlagsBits } from 'discord.js'
import { FootnoteError } from '../../core/error.ts'
import { REFUSALS, SETTINGS } from '../texts.ts'

/**
 * The server that somebody may change the settings of. Asked again with every menu and button: a right can be taken away.
 * Throws `permission-missing`, and `bad-request` where there is no server.
 */
export function requireManager(interaction: BaseInteraction): Guild {
  if (!interaction.inCachedGuild()) throw new FootnoteError('bad-request', SETTINGS.notHere)
  if (interaction.memberPermissions.has(PermissionFlagsBits.ManageGuild)) return interaction.guild
  throw new FootnoteError('permission-missing', REFUSALS.notAManager)
}
