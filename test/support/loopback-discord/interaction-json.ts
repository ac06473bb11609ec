import { InteractionContextType, PermissionFlagsBits } from 'discord.js'
import { partialChannelJson } from './channel-json.ts'
import { memberJson } from './guild-json.ts'
import type { Interaction } from './interaction.ts'
import type { Fields } from './fields.ts'
import { messageJson } from './message-json.ts'
import { bitsOf, isWithBot } from './rights.ts'
import type { Channel, User } from './things.ts'
import type { World } from './world.ts'

/** What Discord sends the bot of something that a person did. */
export function interactionJson(world: World, interaction: Interaction, data: Fields) {
  const { id, type, token, user, channel, message, owners } = interaction
  const guild = world.guildOf(channel)
  const place =
    guild === undefined
      ? { user }
      : {
          guild_id: guild.id,
          guild: { id: guild.id, locale: 'en-US', features: [] },
          guild_locale: 'en-US',
          member: {
            ...memberJson(guild, user),
            user,
            permissions: String(world.rightsOf(channel, user.id)),
          },
        }
  return {
    id,
    application_id: world.bot.id,
    type,
    token,
    version: 1,
    data,
    channel_id: channel.id,
    channel: partialChannelJson(world, channel, user.id),
    ...place,
    ...(message !== null && { message: messageJson(world, message, true) }),
    app_permissions: String(appRights(world, channel, user)),
    locale: 'en-US',
    entitlements: [],
    authorizing_integration_owners: owners,
    context: contextOf(channel),
    attachment_size_limit: 10_485_760,
  }
}

export function contextOf(channel: Channel): InteractionContextType {
  if (channel.guildId !== null) return InteractionContextType.Guild
  return isWithBot(channel) ? InteractionContextType.BotDM : InteractionContextType.PrivateChannel
}

const IN_CONVERSATIONS = bitsOf(['AttachFiles', 'EmbedLinks', 'MentionEveryone'])
/** Where the bot is a guest it may what the person may who brought it, as far as answers need it. */
const OF_GUESTS =
  IN_CONVERSATIONS | bitsOf(['ViewChannel', 'SendMessages', 'SendMessagesInThreads', 'UseExternalEmojis'])

function appRights(world: World, channel: Channel, user: User): bigint {
  if (channel.guildId === null) {
    return isWithBot(channel) ? IN_CONVERSATIONS | PermissionFlagsBits.UseExternalEmojis : IN_CONVERSATIONS
  }
  const isMember = world.guildOf(channel)?.hasBot === true
  return isMember ? world.rightsOf(channel, world.bot.id) : world.rightsOf(channel, user.id) & OF_GUESTS
}
