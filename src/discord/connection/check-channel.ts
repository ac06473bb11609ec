import {
  type APIChannel,
  ChannelType,
  type Client,
  DiscordAPIError,
  type GuildBasedChannel,
  PermissionFlagsBits,
  RESTJSONErrorCodes,
  Routes,
} from 'discord.js'
import { type Check, failed, ok, skipped, warning } from '../../app/check.ts'
import { type DiscordSettings, isAllowedGuild } from '../bot.ts'
import { missingForThreads, type Permissions, roomFor } from '../places/permissions.ts'

/** A bot as far as REST knows it. */
export interface KnownBot {
  /** Never logged in; its REST has the token. */
  readonly client: Client
  readonly userId: string
  readonly settings: Pick<DiscordSettings, 'guildId' | 'allowedGuilds'>
}

const COPY_ID =
  'Copy its id again: User Settings → Advanced → Developer Mode, then right-click the channel → Copy Channel ID.'

/** Whether the bot can answer in this channel, and how. Throws what discord.js throws for any other reason. */
export async function checkChannel(bot: KnownBot, channelId: string): Promise<Check> {
  const name = `channel ${channelId}`
  try {
    return await look(name, bot, channelId)
  } catch (error) {
    const code = error instanceof DiscordAPIError ? error.code : null
    if (code === RESTJSONErrorCodes.UnknownChannel)
      return failed(name, 'Discord knows no such channel.', COPY_ID)
    if (code !== RESTJSONErrorCodes.MissingAccess) throw error
    const remedy =
      'Give it View Channel there (Edit Channel → Permissions), or add it to that server with the invite link above.'
    return failed(name, 'The bot cannot see this channel.', remedy)
  }
}

async function look(name: string, bot: KnownBot, channelId: string): Promise<Check> {
  const { client, userId, settings } = bot
  const known = (await client.rest.get(Routes.channel(channelId))) as APIChannel
  if (!('guild_id' in known) || known.guild_id === undefined) {
    return ok(name, 'A direct conversation: the bot answers there.')
  }
  const guild = await client.guilds.fetch(known.guild_id)
  if (!isAllowedGuild(settings, guild.id)) {
    const found = `It is in “${guild.name}”, which the bot leaves: DISCORD_ALLOWED_GUILDS does not list it.`
    return failed(name, found, `Add ${guild.id} to DISCORD_ALLOWED_GUILDS.`)
  }
  const member = await guild.members.fetch(userId)
  // A thread has the rights of the channel that it is in.
  if ('parent_id' in known && known.parent_id) await client.channels.fetch(known.parent_id)
  const channel = await client.channels.fetch(channelId)
  const permissions = channel === null || channel.isDMBased() ? null : channel.permissionsFor(member)
  if (channel === null || channel.isDMBased() || permissions === null) {
    return skipped(name, 'Not checked: Discord does not say which rights the bot has there.')
  }
  return judge(name, channel, permissions)
}

const KINDS: Partial<Readonly<Record<ChannelType, string>>> = {
  [ChannelType.GuildText]: 'a text channel',
  [ChannelType.GuildAnnouncement]: 'an announcement channel',
  [ChannelType.PublicThread]: 'a thread',
  [ChannelType.PrivateThread]: 'a private thread',
  [ChannelType.AnnouncementThread]: 'a thread',
  [ChannelType.GuildVoice]: 'a voice channel',
  [ChannelType.GuildStageVoice]: 'a stage channel',
  [ChannelType.GuildForum]: 'a forum',
  [ChannelType.GuildMedia]: 'a media channel',
  [ChannelType.GuildCategory]: 'a category',
}

function judge(name: string, channel: GuildBasedChannel, permissions: Permissions): Check {
  const what = `“${channel.name}”, ${KINDS[channel.type] ?? 'a channel'} of “${channel.guild.name}”`
  if (channel.type === ChannelType.GuildCategory) {
    return failed(name, `${what}: nobody writes messages in it.`, 'Name a channel inside it.')
  }
  if (channel.isThread() && channel.locked === true && !permissions.has(PermissionFlagsBits.ManageThreads)) {
    return failed(name, `${what}: it is locked.`, 'Unlock the thread, or name another channel.')
  }
  // Every post of a forum is a thread.
  const place = channel.isThreadOnly() ? A_THREAD : channel
  const onLinks = roomFor(place, permissions, false)
  const onCommands = roomFor(place, permissions, true)
  const forThreads = missingForThreads(place, permissions)
  if (onLinks.kind === 'nowhere') {
    const all = [...new Set([...onLinks.missing, ...forThreads])]
    return failed(name, `${what}: the bot cannot answer there.`, give(all))
  }
  if (onCommands.kind === 'nowhere') {
    const found = `${what}: the bot answers posted links in threads, and no command.`
    return warning(name, found, give(onCommands.missing))
  }
  if (onLinks.kind === 'thread') return ok(name, `${what}: the bot answers in threads.`)
  if (channel.isThreadOnly()) return ok(name, `${what}: the bot answers in its posts.`)
  if (forThreads.length === 0) return ok(name, `${what}: the bot answers by replies.`)
  return warning(
    name,
    `${what}: the bot answers by replies, because it may not use threads.`,
    give(forThreads),
  )
}

const A_THREAD = { type: ChannelType.PublicThread, isThread: () => true } as const

const give = (rights: readonly string[]): string =>
  `Give the bot's role there (Edit Channel → Permissions): ${rights.join(', ')}.`
