import { AGENCY, isKnownOutlet, KNOWN_OUTLET } from './agencies.ts'
import { hasNoOutlet, isNoOutlet } from './no-outlet.ts'
import { lowerCase } from './lower-case.ts'
import { type CreditedName, type CreditLinks, readName, readWholeName } from './credit-name.ts'

const COLON = '\\s?[:：=]\\s?|\\s[–—|-]\\s'
/** Labels for where the words come from: whatever name follows is meant. */
const SURE_LABEL = new RegExp(
  `^(?:${[
    '(?:link to (?:the )?)?original(?: (?:article|story|post|source|version|link|publication|text|url|here))?|(?:story|article|news|text|content|post|full) source|source (?:article|story|link|of (?:this )?(?:article|story|text))|courtesy(?: of)?|(?:article|story|text|content|post|report) courtesy(?: of)?|(?:article|story|content|text|post) (?:provided|supplied) by|syndicated from|first published|originally published',
    'aus|erschienen in|erstveröffentlichung|erstpublikation|erstabdruck|erstmals erschienen|original(?:artikel|beitrag|quelle|text|veröffentlichung)?|text-?quelle|artikel-?quelle|original-content von|übernommen von|nachdruck aus|nachdruck',
    "article original|(?:source|texte) originale?|première publication|publication originale|première parution|source de l[’']article",
    '(?:artículo|texto|nota) original|fuente original|publicación original|fuente del artículo|publicado originalmente',
    "articolo originale|fonte originale|prima pubblicazione|testo originale|fonte dell[’']articolo",
    '(?:artigo|texto|matéria) original|fonte original|publicação original',
    '(?:oorspronkelijk|origineel) artikel|originele bron|oorspronkelijke bron',
    'originalartikeln?|ursprungskälla|ursprunglig publicering|original(?:artikkel|artikel)|opprinnelig publisert|oprindelig udgivet',
    'oryginalny (?:artykuł|tekst)|oryginał|pierwodruk|pierwotna publikacja|źródło (?:artykułu|tekstu)',
    'оригинал(?: статьи| материала| публикации| новости)?|первоисточник|первая публикация|источник (?:статьи|текста|материала|новости)',
    'orijinal (?:makale|yazı|haber|kaynak|metin)|özgün (?:makale|metin)|haberin kaynağı|yazının kaynağı|alıntı',
    'původní článek|původní zdroj|převzato z',
    'المصدر الأصلي|رابط المقال الأصلي|المقال الأصلي|الرابط الأصلي',
  ].join('|')})(?:${COLON})(?<rest>\\S.{1,160})$`,
  'u',
)
/** "Source" alone is also said of figures, pictures and data. */
const SOURCE_LABEL = new RegExp(
  `^(?:source|sources|news|quelle|quellen|fuente|fuentes|fonte|fonti|fontes|bron|bronnen|källa|källor|kilde|kilder|źródło|źródła|zdroj|kaynak|источник|источники|джерело|sursa|πηγή|forrás|lähde|allikas|avots|šaltinis|izvor|vir|nguồn|sumber|出典|出所|ソース|引用|情報源|来源|來源|消息来源|消息來源|信息来源|新闻来源|新聞來源|資料來源|출처|المصدر|مصدر|منبع|מקור|स्रोत|出处)(?:${COLON}|：)(?<rest>\\S.{1,120})$`,
  'u',
)
const VIA = /^(?:via|h\/t|über|through)\s+(?<rest>.{2,60})$/u
const MOST_WORDS = 7
const MOST_WORDS_CARRIED = 5
const JOINING = /^(?:of|the|and|for|de|la|del|der|die|des)$/u
const GIVEN_BY = /^(?:[Mm]aterials?|[Cc]ontent|[Tt]ext|[Aa]rticle|[Ss]tory) (?:provided|supplied) by /u
const EDITED = /\s*\((?:edited|gekürzt|bearbeitet|.{2,20} translation)\)$/u
/** "Text: dpa", "Author: Reuters": else the name of a person stands there. */
const AUTHOR_LABEL = new RegExp(
  `^(?:text|texte|texto|testo|tekst|tekst|words|author|authors|autor|auteur|autore|автор|текст|yazar|credit|agency|agencia|agence|agenzia|agentur|agência|agencja|агентство|ajans|by)(?:${COLON})(?<rest>${AGENCY})[\\s.)]*$`,
  'u',
)
const FROM_KNOWN = new RegExp(
  `^(?:[Ff]rom|FROM|[Aa]us|[Vv]on|[Dd]e|[Ff]rån|[Ff]ra)(?: der| dem| the| la| le)? (?<rest>${KNOWN_OUTLET})[\\s.,:]*$`,
  'u',
)

/** Whom a short line credits by a label: "Source: X", "via X", "Erstveröffentlichung: X". */
export function readLabel(line: string, links: CreditLinks = []): CreditedName | null {
  const plain = line
    .trim()
    .replace(/^[[(*_【（–—\s-]+/u, '')
    .replace(/[\])*_】）\s]+$/u, '')
  const known = (AUTHOR_LABEL.exec(plain) ?? FROM_KNOWN.exec(plain))?.groups?.['rest']
  if (known !== undefined) return { name: known, url: null, rest: '' }
  const sure = restOf(SURE_LABEL, plain)?.replace(GIVEN_BY, '')
  if (sure !== undefined) {
    const found = readName(sure, links) ?? readWholeName(sure, links)
    return found === null || (hasNoOutlet(found.name) && !isKnownOutlet(found.name)) ? null : found
  }
  const via = restOf(VIA, plain)
  const rest = restOf(SOURCE_LABEL, plain) ?? via
  const found = rest === undefined ? null : readWholeName(rest.replace(EDITED, ''), links)
  if (found === null || rest === undefined || !isOutlet(found.name, rest)) return null
  return via === undefined || isCarrier(found.name, plain) ? found : null
}

/** What follows a label, which is for small letters, in its own letters. */
function restOf(label: RegExp, line: string): string | undefined {
  const rest = label.exec(lowerCase(line))?.groups?.['rest']
  return rest === undefined ? undefined : line.slice(line.length - rest.length)
}

function isOutlet(name: string, rest: string): boolean {
  // "Source: World Bank, 2023": a publication of that year.
  if (isKnownOutlet(name)) return !/^\S.*,\s?(?:19|20)\d\d\D*$/u.test(rest)
  const isFullDate = /\d{1,2}\D{1,14}\d{4}/u.test(rest)
  if (!isFullDate && /\d{4}/u.test(rest) && !/https?:/u.test(rest)) return false
  return !isNoOutlet(name) && name.split(/\s+/u).length <= MOST_WORDS && !/\d+$/u.test(name)
}

/** Whether "via X" names who carried the words: no way ("via the bridge") and no street ("Via Roma"). */
function isCarrier(name: string, line: string): boolean {
  const words = name.split(/\s+/u)
  const isSentence = words.some((word) => /^\p{Ll}{2,}$/u.test(word) && !JOINING.test(word))
  const isStreet = words.length === 1 && /^\p{Lu}\p{Ll}+$/u.test(name) && !line.startsWith('via')
  return words.length <= MOST_WORDS_CARRIED && !isSentence && (!isStreet || isKnownOutlet(name))
}
