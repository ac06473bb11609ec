import { ApplicationIntegrationType, type BaseInteraction, InteractionContextType } from 'discord.js'

/**
 * Whether a person uses the bot, which they installed for themselves, where nobody added it: in another server or in a
 * conversation between people. There it answers that person alone.
 */
export function isAway({ context, guildId, authorizingIntegrationOwners }: BaseInteraction): boolean {
  if (context === InteractionContextType.PrivateChannel) return true
  return (
    guildId !== null && authorizingIntegrationOwners[ApplicationIntegrationType.GuildInstall] === undefined
  )
}
