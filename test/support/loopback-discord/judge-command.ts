import { ApplicationCommandOptionType, ApplicationCommandType } from 'discord.js'
import { type Fields, judgeLength, list, text } from './fields.ts'

// Commands: what Discord takes when they are registered.

const SLASH_NAME = /^[-_'\p{L}\p{N}]{1,32}$/u
const MOST = { [ApplicationCommandType.ChatInput]: 100, [ApplicationCommandType.Message]: 15 } as const

/** What is wrong with the commands that a bot registers. */
export function judgeCommands(commands: readonly Fields[]): string[] {
  const names = commands.map(({ type, name }) => `${Number(type ?? 1)}:${text(name)}`)
  const tooMany = Object.entries(MOST).filter(
    ([type, most]) => names.filter((name) => name.startsWith(`${type}:`)).length > most,
  )
  return [
    ...commands.flatMap(judgeCommand),
    ...(new Set(names).size === names.length ? [] : ['the same command twice']),
    ...tooMany.map(([type, most]) => `more than ${most} commands of type ${type}`),
  ]
}

function judgeCommand(command: Fields): string[] {
  const { type = ApplicationCommandType.ChatInput, name, description, options } = command
  if (type === ApplicationCommandType.ChatInput)
    return [...judgeNamed(command), ...judgeOptions(list(options)), ...judgePlaces(command)]
  const hasMore = list(options).length > 0 || (description ?? '') !== ''
  return [
    ...judgeLength('name', name, 1, 32),
    ...(hasMore ? ['a menu entry with options or description'] : []),
    ...judgePlaces(command),
  ]
}

function judgeNamed({ name, description }: Fields): string[] {
  const word = text(name)
  const isName = SLASH_NAME.test(word) && word === word.toLowerCase()
  return [...(isName ? [] : [`name ${word}`]), ...judgeLength(`description of ${word}`, description, 1, 100)]
}

function judgeOptions(options: readonly Fields[]): string[] {
  const required = options.map((option) => option.required === true)
  const isMixed = required.lastIndexOf(true) > required.indexOf(false) && required.includes(false)
  return [
    ...(options.length > 25 ? ['more than 25 options'] : []),
    ...(isMixed ? ['a required option after one that is not'] : []),
    ...(new Set(options.map(({ name }) => name)).size === options.length ? [] : ['the same option twice']),
    ...options.flatMap((option) => [
      ...judgeNamed(option),
      ...(Number(option.type) in ApplicationCommandOptionType
        ? []
        : [`option of type ${String(option.type)}`]),
      ...judgeChoices(list(option.choices)),
      ...judgeOptions(list(option.options)),
    ]),
  ]
}

const judgeChoices = (choices: readonly Fields[]): string[] => [
  ...(choices.length > 25 ? ['more than 25 choices'] : []),
  ...choices.flatMap(({ name, value }) => [
    ...judgeLength('choice', name, 1, 100),
    ...(typeof value === 'string' ? judgeLength('value of a choice', value, 1, 100) : []),
  ]),
]

/** Where and by whom it can be used: nothing said means what Discord takes for it. */
function judgePlaces(command: Fields): string[] {
  const { contexts, integration_types: installs, default_member_permissions: needed } = command
  const isSet = (value: unknown, most: number): boolean =>
    value === undefined ||
    value === null ||
    (Array.isArray(value) &&
      value.length > 0 &&
      new Set(value).size === value.length &&
      value.every((one) => Number.isInteger(one) && one >= 0 && one <= most))
  const isRights = needed === undefined || needed === null || /^\d+$/u.test(text(needed))
  return [
    ...(isSet(contexts, 2) ? [] : ['contexts']),
    ...(isSet(installs, 1) ? [] : ['integration_types']),
    ...(isRights ? [] : ['default_member_permissions']),
  ]
}
