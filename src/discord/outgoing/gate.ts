import { cutMarkup } from '../cards/cut-markup.ts'
import {
  type Fields,
  isFields,
  isSelect,
  KIND,
  mayLeave,
  withinRow,
  withoutSurplus,
} from './gate-components.ts'
import { passMarkup } from './gate-markup.ts'
import { singleLine, visibleText } from '../cards/visible-text.ts'

// Everything that leaves for Discord passes here: messages, edits, forms, thread names, failures. The gate trusts nobody,
// our own views included: whatever stands in a payload, it pings no one, links only where we link, and fits.

export interface GateRules {
  /** The addresses of our own links, spelled as in the payload. */
  readonly links: Iterable<string>
}

export const LIMITS = { content: 2000, displayText: 4000, components: 40 } as const

/** Fields that Discord shows as they stand, without Markdown, and how long they may be. */
const PLAIN: Readonly<Record<string, number>> = {
  name: 100,
  label: 80,
  title: 45,
  placeholder: 100,
  description: 100,
  value: 4000,
}
const LABEL_LIMIT = 45
const OPTION_LIMIT = 100
const MENU_PLACEHOLDER_LIMIT = 150
/** Of a menu; also of what is chosen in it already. */
const MOST_OPTIONS = 25
const PARAGRAPH = 2
const ID_LIMIT = 100
/** Discord refuses a message, a button or a form without these, and one whose others are empty. */
const REQUIRED: ReadonlySet<string> = new Set(['name', 'label', 'title'])
const NOTHING_LEFT = '…'
/** Ways to show what is not ours to show, of which no message of ours makes use. */
const NEVER_SENT: ReadonlySet<string> = new Set([
  'embeds',
  'attachments',
  'files',
  'stickers',
  'sticker_ids',
  'poll',
])

/** What a form holds already, where it takes several lines. */
const isOfLines = (key: string, holder: Fields): boolean =>
  key === 'value' && holder['type'] === KIND.input && holder['style'] === PARAGRAPH

function passPlain(text: string, limit: number, ofLines: boolean): string {
  const line = (ofLines ? visibleText(text) : singleLine(text))
    .replace(/@(?=everyone|here)/giu, '＠')
    .replace(/<([@#/:][^<>]*|(?:a|id|t):[^<>]*)>/giu, '‹$1›')
    .replace(/(?<![a-z0-9+.-])[a-z0-9+.-]*:\/\/+/giu, '')
  if (line.length <= limit) return line
  return `${line
    .slice(0, limit - 1)
    .replace(/[\ud800-\udbff]$/u, '')
    .trimEnd()}…`
}

function limitOf(key: string, holder: Fields): number | undefined {
  if (key === 'label' && holder['type'] === KIND.label) return LABEL_LIMIT
  if (key === 'placeholder' && isSelect(holder)) return MENU_PLACEHOLDER_LIMIT
  // An option of a select is the only thing with a label and a value.
  if ((key === 'value' || key === 'label') && 'label' in holder && 'value' in holder) return OPTION_LIMIT
  return PLAIN[key]
}

/**
 * The payload as it may leave. Mentions are dead, links other than `links` are plain words, invisible characters are
 * gone, every text fits Discord's limits and nothing that it asks for is empty; a cut never goes through a link.
 * Applying it twice changes nothing more.
 */
export function passGate<Payload extends object>(payload: Payload, rules: GateRules): Payload {
  const links = [...rules.links].filter((address) => /^https?:\/\/\S+$/u.test(address))
  links.sort((one, other) => other.length - one.length)
  let roomLeft: number = LIMITS.displayText

  const passText = (field: string, isDisplay: boolean): string => {
    const cut = cutMarkup(passMarkup(field, links), isDisplay ? roomLeft : LIMITS.content)
    if (isDisplay) roomLeft -= cut.length
    return cut
  }
  const passString = (key: string, field: string, holder: Fields): string | undefined => {
    if (key === 'content') return passText(field, holder['type'] === KIND.text)
    if (key === 'custom_id') return field.slice(0, ID_LIMIT)
    const limit = limitOf(key, holder)
    if (limit === undefined) return field
    const passed = passPlain(field, limit, isOfLines(key, holder))
    return passed !== '' ? passed : REQUIRED.has(key) ? NOTHING_LEFT : undefined
  }
  const passComponents = (list: readonly unknown[]): unknown[] =>
    list
      .map(passValue)
      .filter((item) => isFields(item) && mayLeave(item, links))
      .map((item) => withinRow(item as Fields))
  const passValue = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(passValue)
    return isFields(value) ? passFields(value) : value
  }
  const passFields = (fields: Fields): Fields => {
    const passed: Fields = {}
    for (const [key, field] of Object.entries(fields)) {
      if (NEVER_SENT.has(key)) continue
      if (key === 'components' && Array.isArray(field)) passed[key] = passComponents(field)
      else if ((key === 'options' || key === 'default_values') && Array.isArray(field))
        passed[key] = field.slice(0, MOST_OPTIONS).map(passValue)
      else {
        const value = typeof field === 'string' ? passString(key, field, fields) : passValue(field)
        if (value !== undefined) passed[key] = value
      }
    }
    return passed
  }
  const fields = { ...payload } as Fields
  if (Array.isArray(fields['components'])) fields['components'] = withoutSurplus(fields['components'])
  return withSomething(passFields(fields)) as Payload
}

/** Discord takes no message of nothing: where nothing is left, that is said. */
function withSomething(fields: Fields): Fields {
  const { content, components } = fields
  const hasComponents = Array.isArray(components) && components.length > 0
  if (typeof content === 'string')
    return content.trim() === '' && !hasComponents ? { ...fields, content: NOTHING_LEFT } : fields
  if (!Array.isArray(components) || hasComponents || 'title' in fields) return fields
  return { ...fields, components: [{ type: KIND.text, content: NOTHING_LEFT }] }
}
