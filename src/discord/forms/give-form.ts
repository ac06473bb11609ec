import {
  type APIModalInteractionResponseCallbackData,
  ComponentType,
  type ModalSubmitInteraction,
  TextInputStyle,
} from 'discord.js'
import { FootnoteError } from '../../core/error.ts'
import type { SummaryLength } from '../../core/summary.ts'
import type { Asked } from '../tasks/asked.ts'
import { inPrivate } from '../tasks/ask-in-private.ts'
import type { Bot } from '../bot.ts'
import { requestBy } from '../commands/request.ts'
import { customId } from './custom-id.ts'
import { runSummaries } from '../tasks/run-summaries.ts'
import { GIVE_FORM } from '../texts.ts'
import { type GivenSource, givenText } from '../events/what-is-asked.ts'

const TEXT_FIELD = 'text'
const FILE_FIELD = 'file'
/** As much as Discord lets people type into a form; a longer text goes into a file. */
const LONGEST_TEXT = 4000
const NONE = '-'

type Choice = Pick<Asked, 'length' | 'language'>

/** A form for what does not fit into an option: a pasted text, or files. */
export const giveForm = ({ length, language }: Choice): APIModalInteractionResponseCallbackData => ({
  custom_id: customId('give', `${length ?? NONE}.${language ?? NONE}`),
  title: GIVE_FORM.title,
  components: [
    {
      type: ComponentType.Label,
      label: GIVE_FORM.text,
      description: GIVE_FORM.textHint,
      component: {
        type: ComponentType.TextInput,
        custom_id: TEXT_FIELD,
        style: TextInputStyle.Paragraph,
        max_length: LONGEST_TEXT,
        required: false,
      },
    },
    {
      type: ComponentType.Label,
      label: GIVE_FORM.file,
      description: GIVE_FORM.fileHint,
      component: { type: ComponentType.FileUpload, custom_id: FILE_FIELD, required: false, min_values: 0 },
    },
  ],
})

/** Summarises what was given by the form: a text and a file are two articles. */
export async function onGiveForm(
  bot: Bot,
  interaction: ModalSubmitInteraction,
  choice: string,
): Promise<void> {
  const sources = sourcesOf(interaction)
  if (sources.length === 0) throw new FootnoteError('bad-request', GIVE_FORM.nothing)
  const request = { ...requestBy(interaction), ...parseChoice(choice) }
  await runSummaries(bot, interaction.id, request, sources, () => inPrivate(bot, interaction))
}

function sourcesOf({ fields }: ModalSubmitInteraction): GivenSource[] {
  const text = fields.getTextInputValue(TEXT_FIELD).trim()
  const files = [...(fields.getUploadedFiles(FILE_FIELD)?.values() ?? [])]
  return [
    ...(text === '' ? [] : givenText(text)),
    ...files.map(({ url, name, contentType }) => ({ kind: 'attachment', url, name, contentType }) as const),
  ]
}

const LENGTHS: readonly SummaryLength[] = ['short', 'standard', 'long']

function parseChoice(choice: string): Choice {
  const [length, language = NONE] = choice.split('.')
  return {
    length: LENGTHS.find((name) => name === length) ?? null,
    language: language === NONE ? null : language,
  }
}
