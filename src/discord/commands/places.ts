import { ApplicationIntegrationType, InteractionContextType } from 'discord.js'

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
