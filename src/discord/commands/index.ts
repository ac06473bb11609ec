import { askCommand } from './ask.ts'
import { askMessageCommand } from './ask-message.ts'
import type { MessageCommand, SlashCommand } from './command.ts'
import { forgetCommand } from './forget.ts'
import { helpCommand } from './help.ts'
import { privacyCommand } from './privacy.ts'
import { settingsCommand } from './settings.ts'
import { summarizeCommand } from './summarize.ts'
import { summarizeMessageCommand } from './summarize-message.ts'

/** A new command is a file beside this one and a line here. */
export const SLASH_COMMANDS: readonly SlashCommand[] = [
  summarizeCommand,
  askCommand,
  forgetCommand,
  settingsCommand,
  helpCommand,
  privacyCommand,
]

export const MESSAGE_COMMANDS: readonly MessageCommand[] = [summarizeMessageCommand, askMessageCommand]
