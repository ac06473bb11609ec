import { cutMarkup } from './cut-markup.ts'
import { singleLine, visibleText } from './visible-text.ts'

// Everything that leaves for Discord passes here: messages, edits, forms, thread names, failures. The gate trusts nobody,
// our own views included: whatever stands in a payload, it pings no one, links only where we link, and fits.

export interface GateRules {
  /** The addresses of our own links, spelled as in the payload. */
  readonly links: Iterable<string>
}

export const LIMITS = { content: 2000, displayText: 4000, components: 40 } as const

const TEXT_DISPLAY = 10
const SEPARATOR = 14
const LABEL = 18
const LINK_BUTTON = 5

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

type Fields = Record<string, unknown>
const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Mentions of people, roles, channels, commands and custom emoji come apart at an escape, which Discord does not show. */
function withoutMentions(text: string): string {
  return text
    .replace(/@(?=everyone|here)/giu, '＠')
    .replace(/<(?=[@#/:])/gu, '<\\')
    .replace(/<(a|id):/giu, String.raw`<$1\:`)
    .replace(/<t:(?!-?\d{1,14}:[tTdDfFR]>)/gu, String.raw`<t\:`)
}

/** Keeps an address that is one of ours as a whole; takes the link out of every other one, not the words. */
function withoutForeignLinks(text: string, links: readonly string[]): string {
  const masked = text.replace(/\]\(/gu, (_, index: number) => {
    const end = text.indexOf(')', index)
    return end !== -1 && links.includes(text.slice(index + 2, end)) ? '](' : String.raw`]\(`
  })
  let passed = ''
  let rest = masked
  for (;;) {
    const found = /[a-z][a-z0-9+.-]*:\/\//iu.exec(rest)
    if (found === null) return passed + rest
    const from = rest.slice(found.index)
    const own = links.find((address) => isWholeAddress(from, address, rest.slice(0, found.index)))
    const length = own?.length ?? found[0].length
    passed += rest.slice(0, found.index) + (own ?? found[0].replace('://', String.raw`:\/\/`))
    rest = rest.slice(found.index + length)
  }
}

function isWholeAddress(text: string, address: string, before: string): boolean {
  if (!text.startsWith(address)) return false
  if (before.endsWith('](')) return text[address.length] === ')'
  return /^[)\].,:;!?…'"”’*>]*(?:\s|$)/u.test(text.slice(address.length))
}

function passMarkup(text: string, links: readonly string[]): string {
  return withoutForeignLinks(withoutMentions(visibleText(text)), links)
}

function passPlain(text: string, limit: number): string {
  const line = singleLine(text)
    .replace(/@(?=everyone|here)/giu, '＠')
    .replace(/<([@#/:][^<>]*|(?:a|id|t):[^<>]*)>/giu, '‹$1›')
    .replace(/[a-z][a-z0-9+.-]*:\/\/+/giu, '')
  if (line.length <= limit) return line
  return `${line
    .slice(0, limit - 1)
    .replace(/[\ud800-\udbff]$/u, '')
    .trimEnd()}…`
}

/** Leaves out separators, then texts, from the end, until no more than 40 components are left. */
function withoutSurplus(components: readonly unknown[]): unknown[] {
  const count = (list: readonly unknown[]): number =>
    list.reduce<number>((sum, item) => {
      if (!isFields(item)) return sum
      return sum + 1 + count(Array.isArray(item['components']) ? item['components'] : [])
    }, 0)
  let surplus = count(components) - LIMITS.components
  const drop = (list: readonly unknown[], type: number): unknown[] => {
    const kept: unknown[] = []
    for (const item of list.toReversed()) {
      if (isFields(item) && item['type'] === type && surplus > 0) {
        surplus -= 1
        continue
      }
      const inner = isFields(item) && Array.isArray(item['components']) ? item['components'] : null
      kept.unshift(
        inner === null || surplus <= 0 ? item : { ...(item as Fields), components: drop(inner, type) },
      )
    }
    return kept
  }
  return drop(drop(components, SEPARATOR), TEXT_DISPLAY)
}

/**
 * The payload as it may leave. Mentions are dead, links other than `links` are plain words, invisible characters are
 * gone, and every text fits Discord's limits; a cut never goes through a link. Applying it twice changes nothing more.
 */
export function passGate<Payload extends object>(payload: Payload, rules: GateRules): Payload {
  const links = [...rules.links].filter((address) => /^https?:\/\/\S+$/u.test(address))
  links.sort((one, other) => other.length - one.length)
  let roomLeft: number = LIMITS.displayText

  const passDisplay = (text: string): string => {
    const cut = cutMarkup(passMarkup(text, links), roomLeft)
    roomLeft -= cut.length
    return cut
  }
  const passList = (list: readonly unknown[]): unknown[] =>
    list.map(passValue).filter((item) => {
      if (!isFields(item)) return true
      if (item['type'] === TEXT_DISPLAY) return item['content'] !== ''
      return !(item['style'] === LINK_BUTTON && !links.includes(String(item['url'])))
    })
  const passValue = (value: unknown): unknown => {
    if (Array.isArray(value)) return passList(value)
    if (!isFields(value)) return value
    const isDisplay = value['type'] === TEXT_DISPLAY
    return Object.fromEntries(
      Object.entries(value).map(([key, field]) => {
        if (typeof field !== 'string') return [key, passValue(field)]
        if (key === 'content') {
          return [key, isDisplay ? passDisplay(field) : cutMarkup(passMarkup(field, links), LIMITS.content)]
        }
        const limit = key === 'label' && value['type'] === LABEL ? LABEL_LIMIT : PLAIN[key]
        return [key, limit === undefined ? field : passPlain(field, limit)]
      }),
    )
  }
  const fields = { ...payload } as Fields
  if (Array.isArray(fields['components'])) fields['components'] = withoutSurplus(fields['components'])
  return passValue(fields) as Payload
}
