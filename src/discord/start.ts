import { type Client, Events, Status } from 'discord.js'
import { createLine } from '../app/line.ts'
import type { Standing } from '../app/ports.ts'
import type { Bot, DiscordParts } from './bot.ts'
import { connect } from './connection/connect.ts'
import { sayShards } from '../app/shards.ts'
import { isFirst, ownShards, warnOfOtherCounts } from './connection/own-shards.ts'
import { holdTasks } from './tasks/hold.ts'
import { takeOverCutTasks } from './tasks/take-over.ts'
import { forgetLeftGuilds } from './places/forget-left-guilds.ts'
import { inviteLink } from './connection/invite.ts'
import { keepRetention } from './places/keep-retention.ts'
import { leaveUnlessAllowed } from './connection/leave-guilds.ts'
import { onChannelsDeleted, onGuildLeft, onMessagesDeleted } from './events/on-deleted.ts'
import { onInteraction } from './events/on-interaction.ts'
import { observeClient } from './connection/observe-client.ts'
import { onMessage } from './events/on-message.ts'
import { onMessageEdited } from './events/on-message-edited.ts'
import { createUncached } from './more/uncached.ts'
import { registerCommands } from './connection/register-commands.ts'
import { createRemembered } from './events/remembered.ts'
import { greetIfNew } from './settings/greet-guild.ts'
import { createCompany } from './events/thread-company.ts'
import { createTurns } from './tasks/turns.ts'
import { createUnderWay } from './tasks/under-way.ts'
import { warnOwner } from './connection/warn-owner.ts'
import { createWork } from './tasks/work.ts'

/** What runs at a stop gets so long to finish, and then so long to say that it was cut off. */
const PATIENCE = 10_000
const AFTER_CANCEL = 3000
/** So many edits, so that each is looked at once, and deleted channels are remembered. */
const MOST_REMEMBERED = 1000

interface RunningDiscord {
  standing(): Standing
  stop(): Promise<void>
}

/**
 * Logs in to Discord and serves until `stop`. Resolves when the bot is ready and has ended what a crash cut off.
 * @throws {FootnoteError} where Discord does not let it in, with what to do about it.
 */
export async function startDiscord(parts: DiscordParts): Promise<RunningDiscord> {
  const { settings, log, metrics } = parts
  const work = createWork()
  const line = createLine(settings.line)
  const openTurn = createTurns(parts.assistant, line, log, metrics)
  const shared = {
    ...parts,
    work,
    openTurn,
    underWay: createUnderWay(),
    deletedChannels: createRemembered(MOST_REMEMBERED),
    uncached: createUncached(),
  }
  const company = createCompany(log)
  const edits = { company, seen: createRemembered(MOST_REMEMBERED) }
  const handle = (event: string, job: () => Promise<void>): void => {
    // The last catch of every event: what arrives here could not be said to anybody.
    job().catch((error: unknown) => log.failure(event, error))
  }
  const prepare = (client: Client, seesPlainMessages: boolean): void => {
    const bot = { ...shared, client: client as Client<true>, seesPlainMessages } satisfies Bot
    // First, so that an acknowledgement is timed from the moment its interaction came.
    observeClient(client, metrics)
    client.on(Events.MessageCreate, (message) =>
      handle('message-not-handled', () => onMessage(bot, company, message)),
    )
    client.on(Events.InteractionCreate, (interaction) =>
      handle('interaction-not-handled', () => onInteraction(bot, interaction)),
    )
    client.on(Events.MessageUpdate, (_before, message) =>
      handle('edit-not-handled', () => onMessageEdited(bot, edits, message)),
    )
    const deleted = (ids: readonly string[]): void =>
      handle('deletion-not-handled', () => onMessagesDeleted(bot, ids))
    client.on(Events.MessageDelete, ({ id }) => deleted([id]))
    client.on(Events.MessageBulkDelete, (messages) => deleted([...messages.keys()]))
    const channelsDeleted = (ids: readonly string[]): void =>
      handle('deletion-not-handled', () => onChannelsDeleted(bot, ids))
    client.on(Events.ThreadDelete, ({ id }) => channelsDeleted([id]))
    client.on(Events.ChannelDelete, (channel) => {
      // Discord tells of the channel alone. Threads that people made in it count as channels.
      const threads = 'threads' in channel ? [...channel.threads.cache.keys()] : []
      channelsDeleted([channel.id, ...threads])
    })
    client.on(Events.GuildDelete, (guild) => handle('guild-not-forgotten', () => onGuildLeft(bot, guild)))
    client.on(Events.GuildCreate, (guild) => {
      handle('guild-not-left', () => leaveUnlessAllowed(bot, guild))
      handle('guild-not-greeted', () => greetIfNew(bot, guild))
    })
  }

  // Before the first event arrives: what begins from then on is held.
  const hold = await holdTasks(parts.assistant.tasks, parts.holder.id, log)
  const { client, seesPlainMessages } = await connect(settings, log, prepare).catch(
    async (error: unknown) => {
      await hold.end()
      throw error
    },
  )
  const bot: Bot = { ...shared, client, seesPlainMessages }
  const own = ownShards(bot)
  await hold.serve(own)
  await warnOfOtherCounts(bot)
  for (const guild of client.guilds.cache.values()) {
    handle('guild-not-left', () => leaveUnlessAllowed(bot, guild))
    // Joined while nothing ran.
    handle('guild-not-greeted', () => greetIfNew(bot, guild))
  }
  try {
    // Once for all processes, as is what goes by its age.
    if (isFirst(bot)) await registerCommands(bot)
  } catch (error) {
    log.failure('commands-not-registered', error, { remedy: 'check DISCORD_GUILD_ID and the invite link' })
  }
  parts.onReached((reached, everywhere) => {
    if (!everywhere || isFirst(bot)) handle('owner-not-warned', () => warnOwner(bot, reached))
  })
  await takeOverCutTasks(bot)
  hold.also(() => takeOverCutTasks(bot))
  const stopForgetting = isFirst(bot) ? keepRetention(bot) : (): void => {}
  handle('guilds-not-forgotten', () => forgetLeftGuilds(bot))
  log.info('discord-ready', {
    guilds: client.guilds.cache.size,
    shards: sayShards(own.ids),
    of: own.count,
    messageContent: seesPlainMessages,
    invite: inviteLink(client.application.id),
  })
  return {
    standing: () => ({
      gateway: {
        isReady: !work.closing && client.ws.shards.every(({ status }) => status === Status.Ready),
        pingMilliseconds: client.ws.ping < 0 ? null : client.ws.ping,
        guilds: client.guilds.cache.size,
        shards: client.ws.shards.map(({ id, status }) => ({ id, isReady: status === Status.Ready })),
      },
      line: line.size(),
    }),
    stop: async () => {
      stopForgetting()
      await work.close(PATIENCE, AFTER_CANCEL)
      await hold.end()
      await client.destroy()
    },
  }
}
