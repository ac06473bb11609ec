import type {
  ChatInputCommandInteraction,
  MessageContextMenuCommandInteraction,
  RESTPostAPIApplicationCommandsJSONBody,
} from 'discord.js'
import type { Bot } from '../bot.ts'

/** A slash command: how Discord is told about it, and what it does. */
export interface SlashCommand {
  readonly definition: RESTPostAPIApplicationCommandsJSONBody
  /** Throws `FootnoteError`; the caller says it to whoever used the command. */
  run(bot: Bot, interaction: ChatInputCommandInteraction): Promise<void>
}

/** A command in the Apps menu of a message. */
export interface MessageCommand {
  readonly definition: RESTPostAPIApplicationCommandsJSONBody
  run(bot: Bot, interaction: MessageContextMenuCommandInteraction): Promise<void>
}
