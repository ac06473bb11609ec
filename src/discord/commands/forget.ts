import {
  ApplicationCommandOptionType,
  type ChatInputCommandInteraction,
  PermissionFlagsBits,
} from 'discord.js'
import { FootnoteError } from '../../core/error.ts'
import { isAway } from '../tasks/away.ts'
import type { Bot } from '../bot.ts'
import { deleteMessages } from '../outgoing/delete-messages.ts'
import type { Markup } from '../cards/markup.ts'
import { deferPrivately, editReply } from '../outgoing/outgoing.ts'
import { closeIfDeserted } from '../places/remove-conversation.ts'
import { FORGET, forgotMe, forgotServer, forgotThread } from '../texts.ts'
import { plain } from '../cards/view.ts'
import type { SlashCommand } from './command.ts'
import { ALL_PLACES } from './places.ts'

/** `/forget`: takes out of the store what is kept about a person, a thread or a server. */
export const forgetCommand: SlashCommand = {
  definition: {
    name: 'forget',
    description: FORGET.command,
    ...ALL_PLACES,
    options: [
      {
        type: ApplicationCommandOptionType.String,
        name: 'scope',
        description: FORGET.scope,
        required: true,
        choices: [
          { name: FORGET.me, value: 'me' },
          { name: FORGET.thread, value: 'thread' },
          { name: FORGET.server, value: 'server' },
        ],
      },
    ],
  },
  run: async (bot, interaction) => {
    await deferPrivately(interaction)
    const scope = interaction.options.getString('scope', true)
    const forget = scope === 'me' ? forgetPerson : scope === 'thread' ? forgetThread : forgetServer
    await editReply(interaction, plain(await forget(bot, interaction)))
  },
}

async function forgetPerson(bot: Bot, { user }: ChatInputCommandInteraction): Promise<Markup> {
  const { conversations, questions, messages } = await bot.assistant.forgetting.person(user.id)
  await deleteMessages(bot, messages)
  return forgotMe(conversations, questions)
}

async function forgetThread(bot: Bot, interaction: ChatInputCommandInteraction): Promise<Markup> {
  const { channel, channelId, user, memberPermissions } = interaction
  // Where nobody added me, each person has articles of their own in one and the same channel.
  if (isAway(interaction)) throw new FootnoteError('bad-request', FORGET.notTogether)
  const isDirect = interaction.guildId === null
  if (!isDirect && channel?.isThread() !== true) throw new FootnoteError('bad-request', FORGET.noThread)
  const own = await bot.assistant.conversations.listByThread(channelId)
  const isAsker = own.length > 0 && own.every(({ place }) => place.personId === user.id)
  const mayManage = memberPermissions?.has(PermissionFlagsBits.ManageMessages) === true
  if (!isDirect && !isAsker && !mayManage) throw new FootnoteError('permission-missing', FORGET.notYours)
  const { conversations, questions, messages } = await bot.assistant.forgetting.thread(channelId)
  await deleteMessages(bot, messages)
  if (!isDirect) await closeIfDeserted(bot, channelId)
  return forgotThread(conversations, questions)
}

async function forgetServer(
  bot: Bot,
  { guildId, memberPermissions }: ChatInputCommandInteraction,
): Promise<Markup> {
  if (guildId === null) throw new FootnoteError('bad-request', FORGET.noServer)
  if (memberPermissions?.has(PermissionFlagsBits.ManageGuild) !== true)
    throw new FootnoteError('permission-missing', FORGET.notManager)
  const { conversations, questions } = await bot.assistant.forgetting.guild(guildId)
  return forgotServer(conversations, questions)
}
