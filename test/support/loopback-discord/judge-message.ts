import { MessageFlags } from 'discord.js'
import { type Fields, isFields, list, size, text } from './fields.ts'
import { judgeComponents, judgeRows } from './judge-components.ts'

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
  readonly hasFiles: boolean
}

/** What is wrong with the body of a message, empty where nothing is. */
export function judgeMessage(body: Fields, { mayBeEphemeral, before, hasFiles }: MessageContext): string[] {
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
  if (wasV2 && typeof body.flags === 'number' && (flags & MessageFlags.IsComponentsV2) === 0)
    wrong.push('the flag of components taken off')
  if (isV2) {
    if (content !== '') wrong.push('content in a message of components')
    wrong.push(...judgeComponents(list(body.components)))
    if (before === null && list(body.components).length === 0) wrong.push('empty message')
  } else {
    wrong.push(...judgeRows(list(body.components)))
    if (content.trim() === '' && before === null && !hasFiles) wrong.push('empty message')
  }
  return [...wrong, ...judgeMentions(body.allowed_mentions)]
}

function judgeMentions(mentions: unknown): string[] {
  if (!isFields(mentions)) return mentions === undefined ? [] : ['allowed_mentions is no object']
  const array = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])
  const parse = array(mentions.parse)
  const wrong = parse
    .filter((kind) => !PARSED.has(kind))
    .map((kind) => `allowed_mentions parse ${String(kind)}`)
  for (const kind of ['users', 'roles']) {
    const ids = array(mentions[kind])
    if (parse.includes(kind) && ids.length > 0) wrong.push('allowed_mentions names what it parses')
    if (ids.length > 100) wrong.push(`more than 100 ${kind} in allowed_mentions`)
  }
  return wrong
}

const PARSED = new Set<unknown>(['users', 'roles', 'everyone'])
