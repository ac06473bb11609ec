import type { Origin } from './source.ts'

const LONGEST_CREDIT = 260
const LONGEST_NAME = 60

/** News agencies: a line that is nothing but such a name, or a dateline that holds it, credits them. */
const AGENCIES =
  'Reuters|AP|The Associated Press|Associated Press|AFP|Agence France-Presse|dpa|DPA|EFE|ANSA|Lusa|ANP|TASS|Xinhua|Kyodo|Kyodo News|UPI|PA Media|Press Association|Interfax|APA|sda|SDA|Keystone-SDA|Belga|TT|NTB|Ritzau|PAP|Anadolu|IANS|PTI|ANI'

const WORK = '(?:article|story|post|piece|column|essay|report|text|interview|version)'
/** What follows the verb names the origin; `name` runs to the end of the line and is cut afterwards. */
const CREDIT_LINES: readonly RegExp[] = [
  /^(?:photo )?courtesy of (?<name>.+)$/iu,
  new RegExp(
    `^(?:(?:an? |the )?(?:earlier |original )?(?:this )?${WORK} )?(?:(?:was|has been|is) )?(?:originally|first|initially|previously) (?:appeared|published|posted|ran|written)(?: at| by| for| in| on)? (?<name>.+)$`,
    'iu',
  ),
  new RegExp(
    `^(?:this )?${WORK} (?:appeared|was published|ran) (?:originally|first) (?:at|by|in|on) (?<name>.+)$`,
    'iu',
  ),
  new RegExp(
    `^(?:(?:this )?${WORK} (?:is|was|has been) )?(?:republished|reprinted|reposted|syndicated|reproduced)(?: here)? (?:from|by|courtesy of|with (?:the )?permission (?:of|from)) (?<name>.+)$`,
    'iu',
  ),
  /^(?:dieser (?:artikel|beitrag|text) |artikel |beitrag )?(?:ist |erschien |wurde )?(?:zuerst|ursprünglich|erstmals|zunächst) (?:erschienen |veröffentlicht )?(?:am .{4,20} )?(?:bei|in|auf|im|von) (?:der |dem )?(?<name>.+?)(?: erschienen| veröffentlicht)?\.?$/iu,
  /^(?:cet article |article |texte )?(?:a été |est )?(?:initialement |d[’']abord |originellement )?(?:publié|paru)(?: initialement| d[’']abord| à l[’']origine)? (?:par|dans|sur|chez) (?<name>.+)$/iu,
  /^(?:este artículo |artículo )?(?:fue |se )?(?:publicado|publicó|apareció) (?:originalmente|originariamente|por primera vez|primero) (?:en|por) (?<name>.+)$/iu,
  /^(?:questo articolo |articolo )?(?:è stato |è )?(?:pubblicato|apparso)(?: originariamente| originalmente| per la prima volta)? (?:su|da|sul|sulla|in) (?<name>.+)$/iu,
  /^(?:este artigo |artigo )?(?:foi )?publicado (?:originalmente|primeiro|primeiramente) (?:em|por|no|na) (?<name>.+)$/iu,
  /^(?:dit artikel |artikel )?(?:verscheen|is) (?:eerder|eerst|oorspronkelijk) (?:verschenen |gepubliceerd )?(?:in|op|bij|door) (?<name>.+)$/iu,
  /^(?:本文|文章)?(?:转载自|轉載自|转自|轉自)[:：]?\s*(?<name>.+)$/u,
]
/** "Source: X", "via X": only as a short line by itself. */
const SHORT_CREDIT =
  /^(?:via|sources?|quelle|fuente|fonte|bron|źródło|kaynak|источник|出典|来源|來源|引用元)(?:\s?[:：]\s*|(?<=via)\s+)(?<name>[^.]{2,50})\.?$/iu
const AGENCY_LINE = new RegExp(
  `^(?:[Bb]y |BY |[Vv]on |[Pp]ar |[Pp]or |[Dd]i |[Dd]oor )?\\(?(?<name>${AGENCIES})\\)?(?: [Ss]taff)?$`,
  'u',
)
/** A place, perhaps a date, then the agency: only capitalised words and numbers stand before it. */
const PLACE_WORD = "(?:\\p{Lu}[\\p{L}\\p{M}.'’/-]*|\\d{1,2}\\.?|de|la|am|le|el|di|of|den)"
const DATELINE = new RegExp(`^(?:${PLACE_WORD}[ ,]+){0,8}\\((?<name>${AGENCIES})\\)\\s*[-–—:.]`, 'u')

/** Words after a name that belong to the sentence, not to the name. */
const AFTER_NAME =
  /(?:\s+(?:view|read|see|click|and|under|with|on|by permission|where|mit|unter|und|sous|avec|con|bajo|sotto|em|with)\b|[.,;|•·(](?:\s|$)|\s[–—-]\s|[。，]|\.?$).*$/isu

const ARTICLE_SUBJECT =
  /^(?:(?:an? |the )?(?:earlier |original )?(?:this )?(?:article|story|post|piece|column|essay|report|text|interview|version)|dieser|artikel|beitrag|cet|este|questo|dit|本文|文章)(?![\p{L}])/iu
/** What may follow the name where the line has no subject: "First published by Penguin in 1950, the book …" is no credit. */
const CREDIT_REST =
  /^\W*$|^\W*(?:view|read|see|click|and|under|with|on|in|by permission|where|sign|subscribe|original|mit|unter|am|sous|avec|le|con|bajo|el|sotto|il|em|here|hier|https?)(?![\p{L}])/iu

/** Whom a line by itself credits for the words ("Courtesy of X", "first published in X"), or null. */
export function readCredit(line: string): Origin | null {
  if (line.length > LONGEST_CREDIT) return null
  const agency = AGENCY_LINE.exec(line)?.groups?.['name']
  if (agency !== undefined) return { name: agency, url: null, basis: line }
  for (const pattern of [...CREDIT_LINES, SHORT_CREDIT]) {
    const rest = pattern.exec(line)?.groups?.['name']
    if (rest === undefined) continue
    const url = /https?:\/\/[^\s)]+/u.exec(rest)?.[0]?.replace(/[.,;]+$/u, '') ?? null
    const words = rest.replace(/https?:\/\/\S+/gu, '')
    const name = words.replace(AFTER_NAME, '').trim() || hostOf(url)
    if (!ARTICLE_SUBJECT.test(line) && !CREDIT_REST.test(words.slice(name.length))) continue
    if (name !== '' && name.length <= LONGEST_NAME && isName(name)) return { name, url, basis: line }
  }
  return null
}

/** The agency that a dateline names: "LUND (AP) — The ferry …". The line stays in the article. */
export function readDateline(paragraph: string): Origin | null {
  const match = DATELINE.exec(paragraph)
  const name = match?.groups?.['name']
  return match === null || name === undefined ? null : { name, url: null, basis: match[0].trim() }
}

/** A name begins with a capital or a letter without case, or is a domain. */
function isName(name: string): boolean {
  return (
    /^(?:the |der |die |das |le |la |el |il |de |het )?[\p{Lu}\p{Lo}]/u.test(name) ||
    /^[\p{L}\d-]+\.\p{Ll}{2,}$/u.test(name)
  )
}

function hostOf(url: string | null): string {
  return url === null || !URL.canParse(url) ? '' : new URL(url).hostname.replace(/^www\./u, '')
}
