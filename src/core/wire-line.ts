import { AGENCY, isAgency, isKnownOutlet, KNOWN_OUTLET, otherNames } from './agencies.ts'
import { withoutDateAtEnd } from './no-name.ts'

const BY =
  "(?:(?:[Ww]ritten |[Pp]osted |[Pp]ublished |[Ss]tory |[Pp]ublié |[Pp]ublicado |[Ee]scrito |[Rr]edacción |[Rr]edazione |[Rr]edaktion )?(?:[Bb]y|BY|[Vv]on|VON|[Pp]ar|[Pp]or|POR|[Dd]i|[Dd]a|[Dd]oor|[Aa]v|[Aa]f)\\s+(?:der |die |the |la |l[’']|el )?|[Rr]edacción |REDACCIÓN |[Rr]edazione )"
const PLACE = "\\p{Lu}[\\p{L}\\p{M}'’.-]+(?: \\p{Lu}[\\p{L}\\p{M}'’.-]+){0,2}"
/** Initials of an agency's editors or desks: "dpa/jr", "APA/red". */
const DESK = '(?:[/ ]\\s?(?:\\p{Ll}{2,4}|red\\.?|lno|tmn|staff))?'

/** A line that is nothing but an agency, perhaps with "By", a place or a date. */
const ALONE = new RegExp(
  `^[(\\[–—-]?\\s*(?:${BY})?(?<name>${AGENCY})(?:[’']s)?${DESK}(?: [Ss]taff(?: [Ww]riters?)?| [Nn]ewsroom| [Ww]riters?| [Rr]eporters?)?(?:(?:\\s[/–—-]\\s|\\s?[|·,]\\s?)(?!${AGENCY}|Staff|Photo)${PLACE})?\\s*[)\\]]?[.]?$`,
  'u',
)
const AFTER_PLACE = new RegExp(`^${PLACE}(?:\\s[/–—-]\\s|\\s?[|·]\\s?)(?<name>${AGENCY})$`, 'u')
const BY_KNOWN = new RegExp(`^${BY}(?<name>${KNOWN_OUTLET})(?: [Ss]taff)?$`, 'u')
/** A person and the agency or outlet that sent the report: "By JANE ROE, Associated Press", "Jane Roe | Reuters". */
const PERSON =
  "\\p{Lu}[\\p{L}\\p{M}'’.-]*(?:\\s+(?:(?:de|del|della|di|da|van|von|der|den|al|el|bin|and|und|et|y|e|&|,)\\s+){0,2}\\p{Lu}[\\p{L}\\p{M}'’.-]*){1,9}"
const SIGNED = new RegExp(
  `^(?<by>${BY})?(?<person>${PERSON})(?<mark>\\s*,\\s*(?:for\\s+)?|\\s*\\|\\s*|\\s*[·•]\\s*|\\s+[–—-]\\s+|\\s?/\\s?|\\s+\\(|\\s+(?:of|for|f[üu]r|pour|para|per|from)\\s+)(?<the>the |The |die |la |l[’'])?(?<name>${KNOWN_OUTLET})(?: [Ss]taff)?(?:(?: \\p{Lu}[\\p{L}&]+){0,2} (?:[Cc]orrespondent|[Ww]riter|[Rr]eporter|[Ee]ditor))?\\)?(?:\\s+in \\p{Lu}\\S+)?$`,
  'u',
)
const AP_WRITER = new RegExp(
  `^[Bb][Yy] \\p{Lu}[\\p{L}.’'-]+(?: \\p{Lu}[\\p{L}.’'-]*){1,6}?,? (?<name>AP|Associated Press)(?: \\p{Lu}[\\p{L}&]+){0,3} (?:Writers?|Correspondent|Reporters?|Editor)$`,
  'u',
)
const PICTURE =
  /^[([]?\s*(?:photos?|photograph\p{L}*|pictures?|images?|video|foto\p{L}*|bild\p{L}*|image|crédit|credit|graphics?|grafik|charts?|maps?|illustration|caption|file|写真|图|圖|摄|사진|фото|fotoğraf|صورة)(?!\p{L})|photos?\b|\/getty|\/afp via|via getty/iu

/** "Copyright 2024 The Associated Press. All rights reserved." at the end of a text that an agency sent. */
const COPYRIGHT = new RegExp(
  `^[(\\s]*(?:©|\\([cC]\\)|[Cc]opyright|COPYRIGHT)\\s*(?:©|\\([cC]\\))?\\s*(?:(?:19|20)\\d\\d[,:]?\\s*)?(?:[Bb]y )?(?:the )?(?<name>${AGENCY}|NPR)(?<rest>.*)$`,
  'u',
)
const CNN_WIRE = /^(?:The-CNN-Wire|™ & © (?:19|20)\d\d Cable News Network)/u
const DISTRIBUTED =
  /^(?:\([cC]\)|©|Copyright)\s*(?:©|\([cC]\))?\s*(?:(?:19|20)\d\d[,:]?\s*)?(?:[Bb]y )?(?<name>\p{Lu}[^.]{1,60}?)(?:\.|,? (?:LLC|Inc)\.?)\s+(?:Visit (?:at |us at )?\S+\s+)?(?:All rights reserved\.\s+)?(?:Distributed by|Provided by|Syndicated by|Licensed by) .{3,80}$/u
const PRESS_RELEASE = /^Original-Content von:? (?<name>.{2,80}?),? übermittelt durch/u
const SOURCE_COMPANY = /^SOURCE (?<name>\p{Lu}[^:]{1,70}?)\.?$/u

const NAMES = new RegExp(`${KNOWN_OUTLET}|©|\\(c\\)|[Cc]opyright|Original-Content|^SOURCE |™`, 'u')

export interface WireName {
  readonly name: string
}

/** Whom a line by itself names as the agency or outlet that wrote the words: a byline, a sign-off, a copyright line. */
export function readWireLine(line: string): WireName | null {
  const plain = line.trim()
  // Asked first: it is quick, and hardly any line names an agency.
  if (!NAMES.test(plain) || PICTURE.test(plain)) return null
  const release = PRESS_RELEASE.exec(plain)?.groups?.['name'] ?? SOURCE_COMPANY.exec(plain)?.groups?.['name']
  if (release !== undefined) return { name: release }
  const undated = withoutDateAtEnd(plain, true)
  const alone =
    (ALONE.exec(undated) ?? AFTER_PLACE.exec(undated) ?? BY_KNOWN.exec(undated) ?? AP_WRITER.exec(plain))
      ?.groups?.['name'] ?? readTwice(plain)
  if (alone !== undefined) return { name: alone }
  return readSigned(undated) ?? readCopyright(plain)
}

/** "AFP - Agence France-Presse": one agency twice. */
const TWICE = new RegExp(`^(?:${BY})?(?<name>${AGENCY})\\s?[–—(,-]\\s?(?<other>${AGENCY})\\)?$`, 'u')

function readTwice(line: string): string | undefined {
  const { name = '', other = '' } = TWICE.exec(line)?.groups ?? {}
  return otherNames(name).includes(other) ? name : undefined
}

function readSigned(line: string): WireName | null {
  const { by, person = '', mark = '', the = '', name = '' } = SIGNED.exec(line)?.groups ?? {}
  if (name === '') return null
  // "Jane Roe/AP" and "Jane Roe for AP" without "By" sign pictures.
  if (by === undefined && !/^\s*[,|·•(]\s*$/u.test(mark) && !/^\s*[–—-]/u.test(mark)) return null
  if (by === undefined && person.split(/\s+/u).length > 5) return null
  if (
    isKnownOutlet(person) ||
    /\b(?:Editor|Director|Former|Professor|President|Photographs?)\b/u.test(person)
  )
    return null
  return { name: `${/^[Tt]he $/u.test(the) ? 'The ' : ''}${name}` }
}

function readCopyright(line: string): WireName | null {
  const distributed = DISTRIBUTED.exec(line)?.groups?.['name']
  if (distributed !== undefined) return { name: distributed.trim() }
  if (CNN_WIRE.test(line)) return { name: 'CNN' }
  const { name = '', rest = '' } = COPYRIGHT.exec(line)?.groups ?? {}
  if (name === '' || /^\s*(?:\/|via|photo|images?)/iu.test(rest)) return null
  // "© dpa" alone stands under pictures.
  const saysMore = /(?:19|20)\d\d/u.test(line) || /rights|rechte|droits|derechos|diritti|dpa:/iu.test(rest)
  return saysMore && (isAgency(name) || name === 'NPR')
    ? { name: name.replace(/^dpa-infocom$/u, 'dpa') }
    : null
}

/** The agency in brackets that ends a text: "… until Sunday. (AP)", "…。（共同）". */
const SIGN_OFF = new RegExp(`[.!?…»”"。」]\\s*[(（\\[](?<name>${AGENCY})${DESK}[)）\\]]\\.?$`, 'u')

export function readSignOff(paragraph: string): WireName | null {
  const name = SIGN_OFF.exec(paragraph.slice(-60))?.groups?.['name']
  return name === undefined ? null : { name }
}
