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

const ARTICLE =
  /^(?:(?:the|der|die|das|dem|den|des|le|la|les|el|los|las|il|lo|gli|i|o|a|os|as|de|het|det|einem|einer|its|his|her|their|our|my|unser\p{Ll}*|notre|nos|nuestr[oa]|nostr[oa]|noss[oa]|ons|onze|vår|vores)\s+|[lL][’'](?=\p{Lu}))/u
/** What an outlet is, before its name: "the non-profit newsroom X", "der Tageszeitung X", "la revue X". */
const MEDIUM = new RegExp(
  `^(?i:(?:(?:${[
    'non-?profit|independent|online|local|regional|national|daily|weekly|monthly|quarterly|news|digital|investigative|partner|sister|student|academic|literary|medical|trade|popular|personal|own|company|official|media|content|science|tech|business|publishing',
  ].join('|')})\\s+){0,3}(?:${[
    'newspapers?|magazine|journal|review|websites?|web site|sites?|blogs?|newsletter|portal|outlet|publication|newsroom|(?:news )?organi[sz]ation|agency|paper|weekly|daily|monthly|quarterly|titles?|platform|publisher|podcast|network|broadcaster|service|substack|medium page|page|column|partners?',
    '(?:online-?|nachrichten-?|tages-?|wochen-?|monats-?|fach-?|schwester-?|partner-?)?(?:zeitung|zeitschrift|magazin|portal|blog|website|webseite|seite|agentur|journal|newsletter|plattform|verlag)',
    'journal|quotidien|hebdomadaire|mensuel|revue|site(?: (?:web|internet|d[’\']informations?))?|média|agence|portail|colonnes|numéro',
    'diario|periódico|revista|semanario|sitio(?: web)?|página(?: web)?|web|medio|agencia|boletín|portal',
    'quotidiano|giornale|rivista|settimanale|mensile|sito(?: web)?|portale|testata|agenzia',
    'jornal|diário|semanário|agência|blogue|sítio',
    'krant|dagblad|weekblad|maandblad|tijdschrift|persbureau|nieuwssite',
    'tidningen|tidskriften|magasinet|bloggen|webbplatsen|sajten|avisen|tidsskriftet|bladet|nettavisen|nettstedet|hjemmesiden|nyhetsbyrån|nyhedsbureauet|nyhetsbyrået',
    'czasopiśmie|czasopisma|magazynie|magazynu|gazecie|gazety|tygodniku|tygodnika|miesięczniku|miesięcznika|dzienniku|dziennika|portalu|serwisie|serwisu|stronie|strony|blogu|bloga|kwartalniku',
    'газете|газеты|газета|журнале|журнала|журнал|издании|издания|издание|сайте|сайта|сайт|портале|портала|портал|блоге|блога|агентстве|агентства|агентство|еженедельнике|газеті|журналі|сайті|виданні',
    'časopise|časopisu|deníku|novinách|novin|týdeníku|webu|portálu|serveru|magazínu',
  ].join('|')})(?:\\s+(?:of|de|von|des|der|di|du|da|do|del|della|van|av|af))?(?=[\\s,:]))(?:\\s+(?:the|la|le|les|el|il|o|a|de)(?=\\s))?(?:\\s?[,:]\\s?|\\s+)(?=[\\p{Lu}\\p{N}„“"«‘》「『]|\\p{Ll}[\\p{L}\\d-]*\\.\\p{L})`,
  'u',
)

/** "Jane Roe's blog, X". */
const SOMEBODYS_BLOG =
  /^(?:\p{Lu}[\p{L}.-]+ ){0,2}\p{Lu}[\p{L}.-]+[’']s? (?:own |personal |new )?(?:blog|website|site|newsletter|substack|column|magazine),? (?=[\p{Lu}„“"«]|[\p{L}\d-]+\.\p{L})/u
/** In German it has a capital as the name has. */
const GERMAN_MEDIUM =
  /^(?:(?:der|die|das|dem|den|des|dieser|unserer|unserem) )?(?:\p{Ll}\p{L}{1,11} )?(?:Online-?|Nachrichten-?|Tages-?|Wochen-?|Monats-?|Fach-?|Schwester-?|Partner-?)?(?:[Zz]eitung|[Zz]eitschrift|[Mm]agazin|[Pp]ortal|[Bb]log|[Ww]ebsite|[Ww]ebseite|[Ss]eite|[Aa]gentur|Newsletter|[Pp]lattform)s?,?:? (?=[\p{Lu}„“"«])/u

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

const MONTH =
  '(?:jan|feb|fév|mar|mär|maj|mai|may|apr|avr|abr|jun|jui|jul|lug|giu|gen|aug|aoû|ago|sep|set|ott|oct|okt|out|nov|dec|dez|déc|dic|янв|фев|мар|апр|мая|июн|июл|авг|сен|окт|ноя|дек|sty|lut|kwi|cze|lip|sie|wrz|paź|lis|gru)\\p{L}*\\.?'
export const DATE_WORDS = `(?:(?:\\p{L}{2,12}day|(?:mon|tues?|wed|thurs?|fri|sat|sun)\\.?|\\p{L}{3,9}tag|mittwoch),?\\s+)?(?:\\d{1,2}(?:st|nd|rd|th|er|º|\\.)?\\s*(?:of |de |d’|d'|di )?${MONTH}(?:,?\\s*(?:de |del )?\\d{4})?|${MONTH}\\s*\\d{1,2}(?:st|nd|rd|th)?(?:,?\\s*\\d{4})?|${MONTH}\\s*(?:de |del )?\\d{4}|\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}|\\d{1,2}[-/.]\\s?\\d{1,2}[-/.]\\s?\\d{2,4}|(?:19|20)\\d\\d(?!\\p{L}))(?:\\s*(?:г\\.|года|r\\.|年))?`
const STARTS_WITH_DATE = new RegExp(`^${DATE_WORDS}(?!\\p{L})`, 'iu')
const DATE_AT_END = new RegExp(`[\\s,(–—-]+${DATE_WORDS}\\)?$`, 'iu')

export const LANGUAGE_NAME =
  '(?:english|german|french|spanish|italian|portuguese|dutch|swedish|danish|norwegian|finnish|polish|russian|ukrainian|turkish|arabic|hebrew|persian|hindi|chinese|japanese|korean|czech|greek|latin|hungarian|romanian|catalan|englisch\\p{L}*|deutsch\\p{L}*|französisch\\p{L}*|spanisch\\p{L}*|italienisch\\p{L}*|russisch\\p{L}*|niederländisch\\p{L}*|schwedisch\\p{L}*|anglais\\p{L}*|allemand\\p{L}*|français\\p{L}*|espagnol\\p{L}*|italien|inglés|alemán|francés|español|italiano|inglese|tedesco|francese|spagnolo|inglês|alemão|francês|espanhol|engels|duits|frans|spaans|engelska|tyska|franska|engelsk|tysk|fransk|английском|немецком|французском|русском|angielsku|niemiecku|polsku)'
/** Capitalised words that name nobody who publishes. */
const NOBODY = new RegExp(
  `^(?:${LANGUAGE_NAME}|print|paperback|hardcover|book form|section|chapter|part|page|volume|issue|may|march|[ivx]+|january|february|april|june|july|august|september|october|november|december|mon|tues?|wed|thurs?|fri|sat|sun|\\p{L}*ausgabe|zeitung|zeitschrift|magazin|buch|serie|reihe|spring|summer|autumn|winter|fall|monday|tuesday|wednesday|thursday|friday|saturday|sunday|today|yesterday|here|this|that|it|jahr\\p{L}*|rahmen|internet|netz|original|buchform|druck|heft|ausgabe|form|fassung|auszügen|teilen|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|januar|februar|märz|mai|juni|juli|oktober|dezember|deutschland|österreich|schweiz|england|frankreich|schweden|germany|france|spain|italy|britain|london|sweden|russia|china|japan|america|europe|europa|the (?:us|uk|u\\.s\\.|u\\.k\\.|united states|united kingdom|netherlands)|us|uk|u\\.s\\.|usa|españa|méxico|argentina|francia|italia|brasil|portugal|internet|facebook|twitter|instagram|linkedin|youtube|x|substack|medium|getty images?)$`,
  'iu',
)
const PLACE_IN_PRINT = /^(?:section|page|volume|vol\.|issue|part|chapter|no\.|nr\.)\s+\S{1,6}$/iu
const ONLY_DATE = new RegExp(`^${DATE_WORDS}$`, 'iu')
/** Links whose words name no outlet. */
const WORDS_OF_LINK =
  /^(?:here|hier|ici|aquí|qui|aqui|link|source|via|this (?:article|story|post|piece|link)|(?:read |view |see )?(?:the |der |l[’'])?(?:original|full|entire)?\s*(?:article|story|post|version|piece|artikel|text|beitrag)?|article|story|post|more|read more|first appeared|originally (?:published|appeared|posted)|(?:a )?creative commons.*|cc[ -]by.*|licen[sc]e|newsletter|sign up.*|subscribe.*|republish.*|published|appeared|mehr|zuerst.*)$/iu

/**
 * The name that a text begins with, after articles and what kind of medium it is ("the newspaper X", "der ZEIT"); null
 * where it begins with no name. A name is what is linked or in quotation marks, a domain, or capitalised words.
 */
export function readName(text: string, links: CreditLinks = []): CreditedName | null {
  let from = text.trimStart().replace(SOMEBODYS_BLOG, '').replace(GERMAN_MEDIUM, '')
  for (let turn = 0; turn < 3; turn += 1) {
    const found = nameAt(from, links)
    if (found !== null) return found
    const shorter = from.replace(MEDIUM, '')
    const next = shorter === from ? from.replace(ARTICLE, '') : shorter
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
  const end = plain
    .replace(DATE_AT_END, '')
    .replace(ARTICLE, '')
    .replace(/[\s.)\]」]+$/u, (marks) => (/\b(?:Inc|Co|Corp|Ltd)\.$/u.test(plain) ? '.' : marks.replace(/./gu, '')))
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
  if (STARTS_WITH_DATE.test(text)) return null
  // "lower.example" is a name, "lower case" is none.
  const domain = DOMAIN.exec(text)?.[0] ?? LOWER_CASE_OUTLET.exec(text)?.[0]
  if (domain !== undefined) return { name: domain, url: null, rest: text.slice(domain.length) }
  if (/^\p{Lu}/u.test(text) && MEDIUM.test(text) && /^(?:\p{Lu}\p{Ll}+)\s[„“"«‘]/u.test(text)) return null
  let name = CAPITALISED.exec(text)?.[0]
  if (name === undefined) return null
  const next = NEXT_THING.exec(`${name}${text.slice(name.length)}`)
  if (next !== null && next.index < name.length) name = name.slice(0, next.index)
  name = name.replace(DATE_AT_END, '').replace(/['’]s(?:\s.*)?$/u, '').replace(/\s+\d+\/\d{2,4}$/u, '').replace(/[/!-]+$/u, '')
  return isName(name) ? { name, url: null, rest: text.slice(name.length) } : null
}

function linkAt(text: string, links: CreditLinks): CreditedName | null {
  const plain = text.replace(/^[„“"«‘]/u, '')
  for (const link of links) {
    const name = link.text.replace(/^[„“"«‘]|[”“"»’.,]+$/gu, '').replace(ARTICLE, '').trim()
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
  const end = [...text.slice(1, LONGEST_NAME + 2)].findIndex((character) => closers.includes(character))
  if (end < 2) return null
  const name = text.slice(1, end + 1).replace(/[.,]$/u, '').trim()
  return isName(name) ? { name, url: null, rest: text.slice(end + 2) } : null
}

/** Dates, languages, formats and places where everybody publishes are no names. */
function isName(name: string): boolean {
  return (
    name.length >= 2 &&
    name.length <= LONGEST_NAME &&
    /\p{L}/u.test(name) &&
    !NOBODY.test(name) &&
    !PLACE_IN_PRINT.test(name) &&
    !ONLY_DATE.test(name)
  )
}
