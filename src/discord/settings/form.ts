import { domainToUnicode } from 'node:url'
import {
  type APILabelComponent,
  type APIModalInteractionResponseCallbackData,
  type APITextInputComponent,
  ComponentType,
  TextInputStyle,
} from 'discord.js'
import {
  FEWEST_WORDS_UNASKED,
  type GuildSettings,
  HIGHEST_NUMBER,
  type HostSettings,
} from '../../app/guild-settings.ts'
import { cacheKey } from '../../core/cache-key.ts'
import { parseDomain } from '../../core/domain.ts'
import { customId } from '../forms/custom-id.ts'
import { emptyMeans, FORM, hostAllows, moreThanHost, notADomain, notANumber } from '../texts.ts'

/** The inputs of the form, in their order. */
export const FIELDS = ['words', 'summaries', 'questions', 'sites'] as const
type Field = (typeof FIELDS)[number]
export type Typed = Readonly<Record<Field, string>>

const LONGEST_SITES = 4000

/** What stands in the form when it opens. */
const standing = (settings: GuildSettings): Typed => ({
  words: numeral(settings.fewestWords),
  summaries: numeral(settings.summariesPerDay),
  questions: numeral(settings.questionsPerDay),
  sites: settings.blockedDomains.map(readableDomain).join('\n'),
})

/** In the letters of its language, where it has any of its own. */
export const readableDomain = (domain: string): string => domainToUnicode(domain) || domain

const numeral = (value: number | null): string => (value === null ? '' : String(value))

/** What somebody left as it stood is told by this: it is not changed back to what somebody else has changed meanwhile. */
const fingerprint = (typed: string): string => cacheKey(typed.replaceAll('\r\n', '\n').trim()).slice(0, 8)

/** The form for what needs typing, filled with what is set. */
export function settingsForm(
  settings: GuildSettings,
  host: HostSettings,
): APIModalInteractionResponseCallbackData {
  const value = standing(settings)
  const prints = FIELDS.map((field) => fingerprint(value[field]))
  const numberOf = (field: Field, description: string): APILabelComponent =>
    label(field, description, {
      style: TextInputStyle.Short,
      max_length: String(HIGHEST_NUMBER).length + 1,
      value: value[field],
    })
  return {
    custom_id: customId('settings', ['form', ...prints].join('-')),
    title: FORM.title,
    components: [
      numberOf('words', emptyMeans(FEWEST_WORDS_UNASKED)),
      numberOf('summaries', hostAllows(host.summariesPerDay)),
      numberOf('questions', hostAllows(host.questionsPerDay)),
      label('sites', FORM.sitesHint, {
        style: TextInputStyle.Paragraph,
        max_length: LONGEST_SITES,
        value: value.sites,
      }),
    ],
  }
}

const label = (
  field: Field,
  description: string,
  input: Pick<APITextInputComponent, 'style' | 'max_length' | 'value'>,
): APILabelComponent => ({
  type: ComponentType.Label,
  label: FORM[field],
  description,
  component: { type: ComponentType.TextInput, custom_id: field, required: false, ...input },
})

export interface ReadForm {
  /** What was changed and can be used. */
  readonly changes: Partial<GuildSettings>
  readonly problems: readonly string[]
}

/** What somebody changed in the form; `controlId` is the second part of its id, which remembers what stood there. */
export function readForm(controlId: string, typed: Typed, host: HostSettings): ReadForm {
  const [, ...prints] = controlId.split('-')
  const isChanged = (field: Field): boolean => prints[FIELDS.indexOf(field)] !== fingerprint(typed[field])
  const problems: string[] = []
  const changes: { -readonly [Key in keyof GuildSettings]?: GuildSettings[Key] } = {}
  const readNumber = (
    field: Exclude<Field, 'sites'>,
    setting: 'fewestWords' | 'summariesPerDay' | 'questionsPerDay',
    most: number | null,
  ): void => {
    const words = typed[field].trim()
    if (!isChanged(field)) return
    const value = words === '' ? null : Number(words)
    if (value !== null && (!/^\d{1,6}$/u.test(words) || value > HIGHEST_NUMBER))
      problems.push(notANumber(FORM[field], words, HIGHEST_NUMBER))
    else if (value !== null && most !== null && value > most)
      problems.push(moreThanHost(FORM[field], words, most))
    else changes[setting] = value
  }
  readNumber('words', 'fewestWords', null)
  readNumber('summaries', 'summariesPerDay', host.summariesPerDay)
  readNumber('questions', 'questionsPerDay', host.questionsPerDay)
  if (isChanged('sites')) {
    const domains = new Set<string>()
    for (const word of typed.sites.split(/[\s,;]+/u).filter((part) => part !== '')) {
      const domain = parseDomain(word)
      if (domain === null) problems.push(notADomain(word))
      else domains.add(domain)
    }
    // Where nothing of it can be used, what was there stays.
    if (domains.size > 0 || typed.sites.trim() === '') changes.blockedDomains = [...domains]
  }
  return { changes, problems }
}
