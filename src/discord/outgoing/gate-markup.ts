import { visibleText } from '../cards/visible-text.ts'

/** Invites are shown as cards wherever their words stand, also without `https://`. */
const INVITE = /(?<=discord(?:app)?)\.(?=(?:gg|com|gift|new)\/)/giu
/** Addresses and numbers in angle brackets become links to write or to call. */
const ANGLED_CONTACT = /(\\*)<(?=(?:mailto|tel|sms):|[^\s<>@]{1,100}@|\+?\d)/giu

/** A block of code in which Discord shows every character as it stands, where no other backtick can join its marks. */
const CODE_BLOCK = /^([^`]*\n|)(```text\n[^`]+\n```)(\n[^`]*|)$/u

/** The words of a link: from a bracket that no backslash disarms. */
const LABEL_BEFORE = /(?<!\\)(?:\\\\)*\[[^[\]\n\\`]+$/u
const LONGEST_LABEL = 400

/**
 * Markup as it may leave: nothing in it is a mention, a custom emoji or a link other than one of ours, and no character
 * is invisible. What is taken apart by an escape looks the same to a reader. Linear in the text; twice is as once.
 */
export function passMarkup(text: string, links: readonly string[]): string {
  const visible = visibleText(text)
  const [, before = visible, code = '', after = ''] = CODE_BLOCK.exec(visible) ?? []
  const pass = (words: string): string => withoutForeignLinks(withoutMentions(words), links)
  return pass(before) + withoutEveryone(code) + pass(after)
}

/** Whom this would ping is looked for before anything else, in code too. */
const withoutEveryone = (text: string): string => text.replace(/@(?=everyone|here)/giu, '＠')

/** Mentions of people, roles, channels, commands and custom emoji come apart at an escape, which Discord does not show. */
function withoutMentions(text: string): string {
  return withoutEveryone(text)
    .replace(/<(?=[@#/:])/gu, '<\\')
    .replace(/<(a|id):/giu, String.raw`<$1\:`)
    .replace(/<t:(?!-?\d{1,14}:[tTdDfFR]>)/gu, String.raw`<t\:`)
    .replace(ANGLED_CONTACT, (found, slashes: string) => (slashes.length % 2 === 1 ? found : `${slashes}\\<`))
}

/** Keeps an address that is one of ours as a whole; takes the link out of every other one, not the words. */
function withoutForeignLinks(text: string, links: readonly string[]): string {
  const masked = text.replace(/\]\(/gu, (_, index: number) => {
    const end = text.indexOf(')', index)
    const isOurs = end !== -1 && links.includes(text.slice(index + 2, end)) && endsLabel(text, index)
    return isOurs ? '](' : String.raw`]\(`
  })
  let passed = ''
  let from = 0
  for (let at = masked.indexOf('://'); at !== -1; at = masked.indexOf('://', from)) {
    const own = links.find((address) => isWholeAddress(masked, address, at, from))
    const start = own === undefined ? at : at - own.indexOf('://')
    passed += withoutInvites(masked.slice(from, start)) + (own ?? String.raw`:\/\/`)
    from = start + (own ?? '://').length
  }
  return passed + withoutInvites(masked.slice(from))
}

/** Whether the bracket at `index` closes the words of a link: else the address behind it is a bare one, and runs on. */
const endsLabel = (text: string, index: number): boolean =>
  LABEL_BEFORE.test(text.slice(Math.max(0, index - LONGEST_LABEL), index))

const withoutInvites = (text: string): string => text.replace(INVITE, String.raw`\.`)

/** Whether the address whose `://` stands at `at` is this one, and Discord reads no more than it: a link ends where words do. */
function isWholeAddress(text: string, address: string, at: number, from: number): boolean {
  const start = at - address.indexOf('://')
  if (start < from || !text.startsWith(address, start)) return false
  const end = start + address.length
  if (text.startsWith('](', start - 2)) return text[end] === ')'
  return /^[)\].,:;"']{0,4}(?:\s|$)/u.test(text.slice(end, end + 5))
}
