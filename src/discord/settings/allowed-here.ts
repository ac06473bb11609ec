import {
  type Message,
  type PermissionsBitField,
  PermissionFlagsBits,
  type RepliableInteraction,
  type SendableChannels,
} from 'discord.js'
import { type Member, mayUse, summarizesByItself } from '../../app/guild-settings.ts'
import { FootnoteError } from '../../core/error.ts'
import type { Bot } from '../bot.ts'
import { maySend } from '../places/channel.ts'
import { type Action, parseCustomId } from '../forms/custom-id.ts'
import { failureView } from '../cards/failure-card.ts'
import { reply } from '../outgoing/outgoing.ts'
import { REFUSALS } from '../texts.ts'
import { tellPrivately } from '../outgoing/tell-privately.ts'
import type { MessageFacts, WhatIsAsked } from '../events/what-is-asked.ts'

/** What is for everybody, whoever may use the bot: it tells, and makes nothing new. */
const FREE_COMMANDS: ReadonlySet<string> = new Set(['help', 'privacy', 'forget', 'settings'])
const FREE_ACTIONS: ReadonlySet<Action> = new Set<Action>([
  'sources',
  'page',
  'more',
  'who',
  'copy',
  'remove',
  'settings',
  'greeting',
])

/** Throws `permission-missing` where the moderators let only others ask for this. */
export async function requireMayUse(bot: Bot, interaction: RepliableInteraction): Promise<void> {
  if (!interaction.inCachedGuild() || isFree(interaction)) return
  const { member, memberPermissions, guildId } = interaction
  const settings = await bot.assistant.settings.inEffect(guildId)
  if (mayUse(settings, asMember(member.roles.cache, memberPermissions))) return
  throw new FootnoteError('permission-missing', REFUSALS.notForYou)
}

function isFree(interaction: RepliableInteraction): boolean {
  if (interaction.isCommand()) return FREE_COMMANDS.has(interaction.commandName)
  const action = parseCustomId(interaction.customId)?.action
  // One of another version is refused by whoever does not know it.
  return action === undefined || FREE_ACTIONS.has(action)
}

/**
 * Whether what a message leads to may be done for its author, and unasked in this channel. Where somebody asked who may
 * not, they are told.
 */
export async function isAllowedHere(
  bot: Bot,
  message: Message,
  channel: SendableChannels,
  facts: MessageFacts,
  asked: Exclude<WhatIsAsked, { kind: 'nothing' }>,
): Promise<boolean> {
  if (asked.kind === 'help' || asked.kind === 'unseen' || message.guildId === null) return true
  const isUnasked = asked.kind === 'summary' && asked.unasked
  const settings = await bot.assistant.settings.inEffect(message.guildId).catch((error: unknown) => {
    if (isUnasked) throw error
    return null
  })
  // A store that fails is told by the work itself, which cannot begin either.
  if (settings === null) return true
  const { member } = message
  const isAllowed = mayUse(
    settings,
    member === null ? NOBODY_KNOWN : asMember(member.roles.cache, member.permissions),
  )
  if (isUnasked) return isAllowed && summarizesByItself(settings, placesOf(channel))
  if (!isAllowed && isMeantForUs(facts)) await refuse(bot, message, channel)
  return isAllowed
}

const NOBODY_KNOWN: Member = { roles: [], manages: false }

const asMember = (
  roles: { keys(): Iterable<string> },
  permissions: Readonly<PermissionsBitField>,
): Member => ({ roles: roles.keys(), manages: permissions.has(PermissionFlagsBits.ManageGuild) })

/** A channel, the one that it is a thread of, and the category of that. */
function placesOf(channel: SendableChannels): string[] {
  if (channel.isDMBased()) return []
  const outer = channel.isThread() ? channel.parent : null
  return [channel.id, channel.parentId, outer?.parentId].filter((id) => typeof id === 'string')
}

/** In a thread people also talk with each other: only who clearly speaks to the bot is told no. */
const isMeantForUs = ({ isMention, repliedTo, isAlone }: MessageFacts): boolean =>
  isMention || isAlone || (repliedTo?.conversation ?? null) !== null

async function refuse(bot: Bot, message: Message, channel: SendableChannels): Promise<void> {
  const error = new FootnoteError('permission-missing', REFUSALS.notForYou)
  const incident = bot.log.failure('permission-missing', error)
  const view = failureView({ error, incident, taskId: null, usedModel: false })
  if (maySend(bot, channel)) await reply(message, view, `${message.id}-r`)
  else await tellPrivately(bot, message.author, view, `${message.id}-r`)
}
