import { ApplicationCommandOptionType } from 'discord.js'
import { FootnoteError } from '../../core/error.ts'
import type { SummaryLength } from '../../core/summary.ts'
import type { AskedSource } from '../tasks/asked.ts'
import { inPrivate } from '../tasks/ask-in-private.ts'
import { givenText } from '../events/what-is-asked.ts'
import { giveForm } from '../forms/give-form.ts'
import { showForm } from '../outgoing/outgoing.ts'
import { runSummary } from '../tasks/run-summary.ts'
import { COMMANDS, FAILURES } from '../texts.ts'
import type { SlashCommand } from './command.ts'
import { ALL_PLACES } from './places.ts'
import { requestBy } from './request.ts'

const LENGTHS: readonly SummaryLength[] = ['short', 'standard', 'long']
const LONGEST_TEXT = 6000

const SOURCES = ['url', 'text', 'file'] as const

/** `/summarize` with exactly one of url, text and file; with none of them a form for a text or a file. */
export const summarizeCommand: SlashCommand = {
  definition: {
    name: 'summarize',
    description: COMMANDS.summarize,
    ...ALL_PLACES,
    options: [
      { type: ApplicationCommandOptionType.String, name: 'url', description: COMMANDS.url },
      {
        type: ApplicationCommandOptionType.String,
        name: 'text',
        description: COMMANDS.text,
        max_length: LONGEST_TEXT,
      },
      { type: ApplicationCommandOptionType.Attachment, name: 'file', description: COMMANDS.file },
      {
        type: ApplicationCommandOptionType.String,
        name: 'length',
        description: COMMANDS.length,
        choices: LENGTHS.map((length) => ({ name: length, value: length })),
      },
      {
        type: ApplicationCommandOptionType.String,
        name: 'language',
        description: COMMANDS.language,
        max_length: 20,
      },
    ],
  },
  run: async (bot, interaction) => {
    const { options } = interaction
    const language = parseLanguage(options.getString('language'))
    const length = LENGTHS.find((name) => name === options.getString('length')) ?? null
    if (SOURCES.every((name) => options.get(name) === null)) {
      await showForm(interaction, giveForm({ length, language }))
      return
    }
    const file = options.getAttachment('file')
    const source = onlyOne([
      asSource('link', options.getString('url')),
      asSource('text', options.getString('text')),
      file === null
        ? null
        : { kind: 'attachment', url: file.url, name: file.name, contentType: file.contentType },
    ])
    const request = { ...requestBy(interaction), source, length, language }
    await runSummary(bot, interaction.id, request, inPrivate(bot, interaction))
  },
}

function asSource(kind: 'link' | 'text', value: string | null): AskedSource | null {
  const given = value?.trim() ?? ''
  if (given === '') return null
  if (kind === 'link') return { kind, url: given }
  const [link, ...others] = givenText(given)
  return link !== undefined && others.length === 0 ? link : { kind, text: given }
}

function onlyOne(sources: readonly (AskedSource | null)[]): AskedSource {
  const [source, ...others] = sources.filter((given) => given !== null)
  if (source === undefined || others.length > 0) throw new FootnoteError('bad-request', FAILURES.exactlyOne)
  return source
}

/** The primary language of a BCP 47 tag. */
function parseLanguage(given: string | null): string | null {
  const tag = given?.trim() ?? ''
  if (tag === '') return null
  if (!/^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/iu.test(tag)) {
    throw new FootnoteError('bad-request', FAILURES.badLanguage)
  }
  return new Intl.Locale(tag).language
}
