import { ButtonStyle, ComponentType, MessageFlags } from 'discord.js'
import { type Fields, isFields, list, size, text } from './fields.ts'

// Discord's documented limits on what a bot sends, as sentences about what is wrong.

const KNOWN_FIELDS = new Set(
  'content components flags allowed_mentions message_reference nonce enforce_nonce tts embeds attachments'.split(
    ' ',
  ),
)
const MAY_BE_SET =
  MessageFlags.SuppressEmbeds | MessageFlags.SuppressNotifications | MessageFlags.IsComponentsV2

export interface MessageContext {
  /** Ephemeral is for answers to interactions alone. */
  readonly mayBeEphemeral: boolean
  /** The message before an edit. */
  readonly before: { readonly content: string; readonly flags: number } | null
}

/** What is wrong with the body of a message, empty where nothing is. */
export function judgeMessage(body: Fields, { mayBeEphemeral, before }: MessageContext): string[] {
  const wrong: string[] = []
  const flags = Number(body.flags ?? 0)
  const wasV2 = ((before?.flags ?? 0) & MessageFlags.IsComponentsV2) !== 0
  const isV2 = wasV2 || (flags & MessageFlags.IsComponentsV2) !== 0
  for (const field of Object.keys(body)) if (!KNOWN_FIELDS.has(field)) wrong.push(`unknown field ${field}`)
  if (flags & ~(MAY_BE_SET | (mayBeEphemeral ? MessageFlags.Ephemeral : 0))) wrong.push(`flags ${flags}`)
  if (size(body.content) > 2000) wrong.push('content over 2000')
  if (size(body.nonce) > 25) wrong.push('nonce over 25')
  if (list(body.embeds).length > 0) wrong.push('embeds are not what this bot sends')
  const content = body.content === undefined ? (before?.content ?? '') : text(body.content)
  if (isV2) {
    if (content !== '') wrong.push('content in a message of components')
    wrong.push(...judgeComponents(list(body.components)))
    if (before === null && list(body.components).length === 0) wrong.push('empty message')
  } else {
    wrong.push(...judgeRows(list(body.components)))
    if (content.trim() === '' && before === null) wrong.push('empty message')
  }
  return [...wrong, ...judgeMentions(body.allowed_mentions)]
}

function judgeMentions(mentions: unknown): string[] {
  if (!isFields(mentions)) return mentions === undefined ? [] : ['allowed_mentions is no object']
  const parse = Array.isArray(mentions.parse) ? mentions.parse : []
  const clash = ['users', 'roles'].some((key) => parse.includes(key) && list(mentions[key]).length > 0)
  return clash ? ['allowed_mentions names what it parses'] : []
}

/** Without the components flag: at most five rows of buttons. */
function judgeRows(rows: readonly Fields[]): string[] {
  const wrong = rows
    .filter(({ type }) => type !== ComponentType.ActionRow)
    .map(({ type }) => `component ${String(type)}`)
  if (rows.length > 5) wrong.push('more than 5 rows')
  return [...wrong, ...rows.flatMap(judgeRow), ...judgeIds(rows)]
}

function judgeComponents(components: readonly Fields[]): string[] {
  const all = components.flatMap(withInner)
  const texts = all.filter(({ type }) => type === ComponentType.TextDisplay)
  const wrong: string[] = []
  if (all.length > 40) wrong.push(`${all.length} components`)
  if (texts.reduce((sum, { content }) => sum + size(content), 0) > 4000) wrong.push('texts over 4000')
  if (texts.some(({ content }) => text(content) === '')) wrong.push('empty text')
  for (const component of all) {
    if (component.type === ComponentType.Container && list(component.components).length === 0) {
      wrong.push('empty container')
    }
    if (component.type === ComponentType.ActionRow) wrong.push(...judgeRow(component))
    else if (component.type === ComponentType.Button) continue
    else if (!SHOWN.has(Number(component.type))) wrong.push(`component ${String(component.type)}`)
  }
  return [...wrong, ...judgeIds(components)]
}

const SHOWN = new Set<number>([ComponentType.Container, ComponentType.TextDisplay, ComponentType.Separator])

const withInner = (component: Fields): Fields[] => [
  component,
  ...list(component.components).flatMap(withInner),
]

function judgeRow(row: Fields): string[] {
  const buttons = list(row.components)
  const wrong = buttons.length < 1 || buttons.length > 5 ? [`${buttons.length} buttons in a row`] : []
  for (const button of buttons) {
    if (button.type !== ComponentType.Button) wrong.push(`component ${String(button.type)} in a row`)
    if (size(button.label) < 1 || size(button.label) > 80) wrong.push('label not of 1 to 80')
    if (button.style === ButtonStyle.Link) {
      if (button.custom_id !== undefined || text(button.url) === '') wrong.push('link button')
    } else if (size(button.custom_id) < 1 || size(button.custom_id) > 100)
      wrong.push('custom_id not of 1 to 100')
  }
  return wrong
}

function judgeIds(components: readonly Fields[]): string[] {
  const ids = components
    .flatMap(withInner)
    .flatMap(({ custom_id: id }) => (typeof id === 'string' ? [id] : []))
  return new Set(ids).size === ids.length ? [] : ['the same custom_id twice']
}
