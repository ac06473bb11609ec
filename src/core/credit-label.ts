import { AGENCY, isKnownOutlet, KNOWN_OUTLET } from './agencies.ts'
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
  'iu',
)
/** "Source" alone is also said of figures, pictures and data. */
const SOURCE_LABEL = new RegExp(
  `^(?:source|sources|news|quelle|quellen|fuente|fuentes|fonte|fonti|fontes|bron|bronnen|källa|källor|kilde|kilder|źródło|źródła|zdroj|kaynak|источник|источники|джерело|sursa|πηγή|forrás|lähde|allikas|avots|šaltinis|izvor|vir|nguồn|sumber|出典|出所|ソース|引用|情報源|来源|來源|消息来源|消息來源|信息来源|新闻来源|新聞來源|資料來源|출처|المصدر|مصدر|منبع|מקור|स्रोत|出处)(?:${COLON}|：)(?<rest>\\S.{1,120})$`,
  'iu',
)
const VIA = /^(?:via|h\/t|über|through)\s+(?<rest>.{2,60})$/iu
/** "Text: dpa", "Author: Reuters": else the name of a person stands there. */
const AUTHOR_LABEL = new RegExp(
  `^(?:text|texte|texto|testo|tekst|tekst|words|author|authors|autor|auteur|autore|автор|текст|yazar|credit|agency|agencia|agence|agenzia|agentur|agência|agencja|агентство|ajans|by)(?:${COLON})(?<rest>${AGENCY})[\\s.)]*$`,
  'u',
)
const FROM_KNOWN = new RegExp(
  `^(?:[Ff]rom|FROM|[Aa]us|[Vv]on|[Dd]e|[Ff]rån|[Ff]ra)(?: der| dem| the| la| le)? (?<rest>${KNOWN_OUTLET})[\\s.,:]*$`,
  'u',
)

/** What figures and charts are taken from, channels that words travel by, and who sells pictures. */
const NO_OUTLET =
  /(?:^|[^\p{L}])(?:banks?|banco|banca|bank\p{L}*|bureau|offices?|statist\p{L}+|data|daten|données|datos|dati|dados|survey|census|calculations?|berechnungen?|recherche|recherchen|calculs?|cálculos?|elaboraci\p{L}+|elaborazione|elaboração|estimates?|reports?|berichte?|company|companies|study|studie|étude|estudio|index|ministr\p{L}+|department|government|regierung|ministère|ministerio|ministero|institut\p{L}*|university of|bundesamt|landesamt|amt|eurostat|oecd|ocde|imf|who|insee|ine|istat|ibge|destatis|statista|unhcr|unicef|united nations|worldbank|own|eigene|author|authors|staff|interviews?|wikipedia|wikimedia|google|gesellschaft|umfrage|polizei|police|policía|getty|shutterstock|unsplash|pixabay|pexels|flickr|imago|istock|alamy|picture alliance|youtube|twitter|facebook|instagram|whatsapp|telegram|signal|zoom|skype|teams|e-?mail|email|satellite|satellit|livestream|tiktok|x|vimeo|spotify|github|giphy|tenor|reddit|quora|pinterest|imgur|nasa|maps|openstreetmap|собственн\p{L}+|расч[её]т\p{L}*|росстат|минист\p{L}+|данные|oblicz\p{L}+|gus|opracowanie|beräkning\p{L}*|scb|ssb|cbs|tüik|bakanlığı|verileri?)(?![\p{L}])|統計|調査|総務省|厚生|資料$|データ|公司|年报|統計局|统计|数据|資料|部$|局$|网络|網路|互联网|综合|위키|통계|وزارة|بيانات|وكالات/iu
/** Said of many at once. */
const NOBODY =
  /^(?:(?:news|various|several|local|international|staff|and|wire|media|press) )*(?:agencies|agenturen|agences|agencias|agenzie|agências|wires?|wire services?|wire reports?|media|reports|staff|sources|outlets)$/iu
const SEVERAL =
  /,\s*(?=\p{L})|;|\s(?:and|und|et|y|e|en|och|og|i|и|ve)\s|\s?\/\s?|\s\+\s|[、，]|\s?&\s?(?=\p{Lu}{2,}$)/u

/** Whom a short line credits by a label: "Source: X", "via X", "Erstveröffentlichung: X". */
export function readLabel(line: string, links: CreditLinks = []): CreditedName | null {
  const plain = line
    .trim()
    .replace(/^[[(*_【（–—\s-]+/u, '')
    .replace(/[\])*_】）\s]+$/u, '')
  const known = (AUTHOR_LABEL.exec(plain) ?? FROM_KNOWN.exec(plain))?.groups?.['rest']
  if (known !== undefined) return { name: known, url: null, rest: '' }
  const sure = SURE_LABEL.exec(plain)?.groups?.['rest']?.replace(
    /^(?:materials?|content|text|article|story) (?:provided|supplied) by /iu,
    '',
  )
  if (sure !== undefined) {
    const found = readName(sure, links) ?? readWholeName(sure, links)
    return found === null || (NO_OUTLET.test(` ${found.name}`) && !isKnownOutlet(found.name)) ? null : found
  }
  const match = SOURCE_LABEL.exec(plain) ?? VIA.exec(plain)
  const rest = match?.groups?.['rest']
  if (rest === undefined) return null
  const isVia = VIA.test(plain)
  const found = readWholeName(
    rest.replace(/\s*\((?:edited|gekürzt|bearbeitet|.{2,20} translation)\)$/iu, ''),
    links,
  )
  return found === null || !isOutlet(found.name, rest, isVia, plain) ? null : found
}

function isOutlet(name: string, rest: string, isVia: boolean, line: string): boolean {
  if (isKnownOutlet(name)) return !/^\S.*,\s?(?:19|20)\d\d\D*$/u.test(rest)
  const isFullDate = /\d{1,2}\D{1,14}\d{4}/u.test(rest)
  if (!isFullDate && /\d{4}/u.test(rest) && !/https?:/u.test(rest)) return false
  if (NOBODY.test(name) || SEVERAL.test(name.replace(/^the\s/iu, '')) || NO_OUTLET.test(` ${name} `))
    return false
  // A sentence that begins with "Via": "Via the bridge you reach the harbour".
  const words = name.split(/\s+/u)
  if (
    isVia &&
    words.some(
      (word) => /^\p{Ll}{2,}$/u.test(word) && !/^(?:of|the|and|for|de|la|del|der|die|des)$/u.test(word),
    )
  )
    return false
  // "Via Roma" is a street.
  if (isVia && words.length === 1 && /^\p{Lu}\p{Ll}+$/u.test(name) && !line.startsWith('via')) return false
  return words.length <= (isVia ? 5 : 7) && !/\d+$/u.test(name)
}
