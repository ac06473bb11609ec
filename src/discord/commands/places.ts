import { ApplicationIntegrationType, InteractionContextType, PermissionFlagsBits } from 'discord.js'

/** In servers that installed the bot, for people who may manage them. */
export const MANAGED_SERVERS = {
  contexts: [InteractionContextType.Guild],
  integration_types: [ApplicationIntegrationType.GuildInstall],
  default_member_permissions: String(PermissionFlagsBits.ManageGuild),
}

/** Everywhere, for everybody, also for people who installed the bot for themselves. */
export const ALL_PLACES = {
  contexts: [
    InteractionContextType.Guild,
    InteractionContextType.BotDM,
    InteractionContextType.PrivateChannel,
  ],
  integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
  default_member_permissions: null,
}
