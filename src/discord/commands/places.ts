import { ApplicationIntegrationType, InteractionContextType } from 'discord.js'

/** In servers that installed the bot, and in direct messages with it, for everybody. */
export const INSTALLED_PLACES = {
  contexts: [InteractionContextType.Guild, InteractionContextType.BotDM],
  integration_types: [ApplicationIntegrationType.GuildInstall],
  default_member_permissions: null,
}
