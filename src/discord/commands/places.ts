import { ApplicationIntegrationType, InteractionContextType } from 'discord.js'

/** In servers that installed the bot, and in direct messages with it, for everybody. */
export const INSTALLED_PLACES = {
  contexts: [InteractionContextType.Guild, InteractionContextType.BotDM],
  integration_types: [ApplicationIntegrationType.GuildInstall],
  default_member_permissions: null,
}

/** Everywhere, also for people who installed the bot for themselves. */
export const ALL_PLACES = {
  contexts: [
    InteractionContextType.Guild,
    InteractionContextType.BotDM,
    InteractionContextType.PrivateChannel,
  ],
  integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
}
