import { ARTICLE, withoutCapitalLead, withoutLead } from './name-lead.ts'
import { isNobody, startsWithDate, withoutDateAtEnd } from './no-name.ts'

/** External links of the line, their words and where they lead: what is linked is named exactly. */
export type CreditLinks = readonly { readonly text: string; readonly url: string }[]

export interface CreditedName {
  readonly name: string
  readonly url: string | null
  /** What of the line follows the name. */
  readonly rest: string
}

const LONGEST_NAME = 70

const CLOSERS: ReadonlyMap<string, string> = new Map(
  ['„“”', '“”', '"" ', '«»', '»«', '‘’', '‚‘’', '《》', '「」', '『』', '〈〉', '””'].map((pair) => [
    pair.charAt(0),
    pair.slice(1).trim(),
  ]),
)

const LOWER_CASE_OUTLET =
  /^(?:taz|dpa(?:-AFX)?|sda|ots|n-tv|t-online|openDemocracy|iNews|eLife|elDiario\.es|infoLibre|heise online|de Volkskrant|de Correspondent|der Freitag|junge Welt|nd)(?![\p{L}\p{N}])/u
const DOMAIN = /^(?:[\p{L}\d-]+\.)+\p{L}{2,24}(?!\.?[\p{L}\p{N}])/u
const ABBREVIATED = '(?:St|Mt|Dr|Mr|Mrs|U\\.S|U\\.K|U\\.N|D\\.C|Inc|Co|Corp|Ltd|No|Vol)\\.'
const CAPITAL_WORD = `(?:${ABBREVIATED}|[\\p{Lu}\\p{N}@#][\\p{L}\\p{M}\\p{N}'’&+!@/-]*(?:\\.[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}-]*)*)`
const BETWEEN =
  "(?:of(?: the)?|at|and|&|\\+|for(?: the)?|de(?: la| los| las| l[’'])?|del|della|delle|dello|dei|des|du|da|das|do|dos|di|und|et(?: la| le)?|y|e|für|der|van|het|och|og|и|w|ve|à|al|zu|von|the|–)"
const CAPITALISED = new RegExp(
  `^${CAPITAL_WORD}(?:\\s+(?:${BETWEEN}\\s+(?:[dlDL][’'])?(?=\\p{Lu}|[@#])|[dlDL][’'])?${CAPITAL_WORD}){0,8}`,
  'u',
)
/** A capital that begins the next thing on the line and does not belong to the name. */
const NEXT_THING =
  /\s+(?:(?:View|Read|See|Click|Visit|Sign|Find|Follow|Subscribe|Get|Here|Link|Used|Licen[sc]ed|Distributed|Published|Republished|Reprinted|Updated|Posted|Share|Lire|Leer|Leggi|Lesen|Weiterlesen)\s+(?:\p{Ll}|original|Original|full|article|more|on\b|with\b|by\b)|Copyright\b|Photo\b|©|All [Rr]ights|By (?=\p{Lu}))/u

/** Links whose words name no outlet. */
const WORDS_OF_LINK =
  /^(?:here|hier|ici|aquí|qui|aqui|link|source|via|this (?:article|story|post|piece|link)|(?:read |view |see )?(?:the |der |l[’'])?(?:original|full|entire)?\s*(?:article|story|post|version|piece|artikel|text|beitrag)?|article|story|post|more|read more|first appeared|originally (?:published|appeared|posted)|(?:a )?creative commons.*|cc[ -]by.*|licen[sc]e|newsletter|sign up.*|subscribe.*|republish.*|published|appeared|mehr|zuerst.*)$/iu

/**
 * The name that a text begins with, after articles and what kind of medium it is ("the newspaper X", "der ZEIT"); null
 * where it begins with no name. A name is what is linked or in quotation marks, a domain, or capitalised words.
 */
export function readName(text: string, links: CreditLinks = []): CreditedName | null {
  let from = withoutCapitalLead(text)
  for (let turn = 0; turn < 3; turn += 1) {
    const found = nameAt(from, links)
    if (found !== null) return found
    const next = withoutLead(from)
    if (next === from) return null
    from = next
  }
  return nameAt(from, links)
}

/** The whole of a text as a name: what follows "Source:". */
export function readWholeName(text: string, links: CreditLinks = []): CreditedName | null {
  const plain = text.trim()
  const linked = linkAt(plain, links)
  if (linked !== null && /^[\s.)\]]*$/u.test(linked.rest)) return linked
  const address = urlAt(plain)
  if (address !== null) return address
  const quoted = quotedAt(plain)
  if (quoted !== null) return quoted
  const end = withoutDateAtEnd(plain)
    .replace(ARTICLE, '')
    .replace(/[\s.)\]」]+$/u, (marks) =>
      /\b(?:Inc|Co|Corp|Ltd)\.$/u.test(plain) ? '.' : marks.replace(/./gu, ''),
    )
  const name = end.replace(/^(?:the|The) (?=the )/u, '').trim()
  if (!/^[\p{Lu}\p{Lo}\p{N}]/u.test(name) && !DOMAIN.test(name) && !LOWER_CASE_OUTLET.test(name)) return null
  return isName(name) ? { name, url: null, rest: '' } : null
}

function nameAt(text: string, links: CreditLinks): CreditedName | null {
  const linked = linkAt(text, links)
  if (linked !== null) return linked
  const address = urlAt(text)
  if (address !== null) return address
  const quoted = quotedAt(text)
  if (quoted !== null) return quoted
  if (startsWithDate(text)) return null
  // "lower.example" is a name, "lower case" is none.
  const domain = DOMAIN.exec(text)?.[0] ?? LOWER_CASE_OUTLET.exec(text)?.[0]
  if (domain !== undefined) return { name: domain, url: null, rest: text.slice(domain.length) }
  let name = CAPITALISED.exec(text)?.[0]
  if (name === undefined) return null
  const next = NEXT_THING.exec(`${name}${text.slice(name.length)}`)
  if (next !== null && next.index < name.length) name = name.slice(0, next.index)
  name = withoutDateAtEnd(name)
    .replace(/['’]s(?:\s.*)?$/u, '')
    .replace(/\s+\d+\/\d{2,4}$/u, '')
    .replace(/[/!-]+$/u, '')
  const rest = text.slice(name.length)
  if (/^\s+(?:section|supplement|edition|issue|pages?|desk)(?!\p{L})/u.test(rest)) return null
  return isName(name) ? { name, url: null, rest } : null
}

function linkAt(text: string, links: CreditLinks): CreditedName | null {
  const plain = text.replace(/^[„“"«‘]/u, '')
  for (const link of links) {
    const name = link.text
      .replace(/^[„“"«‘]|[”“"»’.,]+$/gu, '')
      .replace(ARTICLE, '')
      .trim()
    if (name === '' || WORDS_OF_LINK.test(link.text) || !plain.startsWith(name)) continue
    if (/^https?:/u.test(name)) continue
    const rest = plain.slice(name.length)
    if (/^[\p{L}\p{N}]/u.test(rest) || !isName(name)) continue
    return { name, url: link.url, rest }
  }
  return null
}

function urlAt(text: string): CreditedName | null {
  const url = /^<?(https?:\/\/[^\s<>)\]]+)>?/iu.exec(text)
  if (url === null) return null
  const address = URL.parse((url[1] ?? '').replace(/[.,;:!?]+$/u, ''))
  if (address === null) return null
  const name = address.hostname.replace(/^www\./u, '')
  return { name, url: address.href, rest: text.slice(url[0].length) }
}

function quotedAt(text: string): CreditedName | null {
  const closers = CLOSERS.get(text.charAt(0))
  if (closers === undefined) return null
  const end = text
    .slice(1, LONGEST_NAME + 2)
    .split('')
    .findIndex((character) => closers.includes(character))
  if (end < 2) return null
  const name = text
    .slice(1, end + 1)
    .replace(/[.,]$/u, '')
    .trim()
  return isName(name) ? { name, url: null, rest: text.slice(end + 2) } : null
}

const isName = (name: string): boolean =>
  name.length >= 2 && name.length <= LONGEST_NAME && /\p{L}/u.test(name) && !isNobody(name)
