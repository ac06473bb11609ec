import { ApplicationCommandOptionType, ApplicationCommandType } from 'discord.js'
import type { Fields } from './fields.ts'

// Commands: what Discord takes when they are registered, and what it lets people fill in.

const SLASH_NAME = /^[-_'\p{L}\p{N}]{1,32}$/u
const list = (value: unknown): Fields[] => (Array.isArray(value) ? (value as Fields[]) : [])
const isOfLength = (value: unknown, most: number): boolean => {
  const size = [...(typeof value === 'string' ? value : '')].length
  return size >= 1 && size <= most
}

/** What is wrong with the commands that a bot registers. */
export function judgeCommands(commands: readonly Fields[]): string[] {
  const wrong: string[] = []
  for (const { type = ApplicationCommandType.ChatInput, name, description, options } of commands) {
    if (type !== ApplicationCommandType.ChatInput) {
      if (!isOfLength(name, 32)) wrong.push('name not of 1 to 32')
      if (list(options).length > 0 || (description ?? '') !== '')
        wrong.push('a menu entry with options or description')
      continue
    }
    for (const named of [{ name, description }, ...list(options)]) {
      const word = String(named.name)
      if (!SLASH_NAME.test(word) || word !== word.toLowerCase()) wrong.push(`name ${word}`)
      if (!isOfLength(named.description, 100)) wrong.push(`description of ${word}`)
    }
    if (list(options).length > 25) wrong.push('more than 25 options')
    const required = list(options).map((option) => option.required === true)
    if (required.lastIndexOf(true) > required.indexOf(false) && required.includes(false)) {
      wrong.push('a required option after one that is not')
    }
  }
  const names = commands.map(({ type, name }) => `${Number(type ?? 1)}:${String(name)}`)
  return new Set(names).size === names.length ? wrong : [...wrong, 'the same command twice']
}

/** The options of a slash command as Discord sends them. Throws where its form would not take what a person gives. */
export function fillOptions(command: Fields, given: Readonly<Record<string, string>>): Fields[] {
  const options = list(command.options)
  for (const { name, required } of options) {
    if (required === true && given[String(name)] === undefined) throw new Error(`${String(name)} is required`)
  }
  return Object.entries(given).map(([name, value]) => {
    const option = options.find((one) => one.name === name)
    if (option === undefined) throw new Error(`/${String(command.name)} has no option ${name}`)
    const isText = option.type === ApplicationCommandOptionType.String
    if (isText && [...value].length > Number(option.max_length ?? 6000))
      throw new Error(`${name} is too long`)
    const choices = list(option.choices).map((choice) => choice.value)
    if (choices.length > 0 && !choices.includes(value)) throw new Error(`${name} cannot be ${value}`)
    return { name, type: option.type, value }
  })
}
