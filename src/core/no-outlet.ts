import { lowerCase } from './lower-case.ts'

/** What figures and charts are taken from, channels that words travel by, and who sells pictures. */
const NO_OUTLET =
  /(?:^|[^\p{L}])(?:banks?|banco|banca|bank\p{L}*|bureau|offices?|statist\p{L}+|data|daten|données|datos|dati|dados|survey|census|calculations?|berechnungen?|recherche|recherchen|calculs?|cálculos?|elaboraci\p{L}+|elaborazione|elaboração|estimates?|reports?|berichte?|company|companies|study|studie|étude|estudio|index|ministr\p{L}+|department|government|regierung|ministère|ministerio|ministero|institut\p{L}*|university of|bundesamt|landesamt|amt|eurostat|oecd|ocde|imf|who|insee|ine|istat|ibge|destatis|statista|unhcr|unicef|united nations|worldbank|own|eigene|author|authors|staff|interviews?|wikipedia|wikimedia|google|gesellschaft|umfrage|polizei|police|policía|getty|shutterstock|unsplash|pixabay|pexels|flickr|imago|istock|alamy|picture alliance|youtube|twitter|facebook|instagram|whatsapp|telegram|signal|zoom|skype|teams|e-?mail|email|satellite|satellit|livestream|tiktok|x|vimeo|spotify|github|giphy|tenor|reddit|quora|pinterest|imgur|nasa|maps|openstreetmap|собственн\p{L}+|расч[её]т\p{L}*|росстат|минист\p{L}+|данные|oblicz\p{L}+|gus|opracowanie|beräkning\p{L}*|scb|ssb|cbs|tüik|bakanlığı|verileri?)(?![\p{L}])|統計|調査|総務省|厚生|資料$|データ|公司|年报|統計局|统计|数据|資料|部$|局$|网络|網路|互联网|综合|위키|통계|وزارة|بيانات|وكالات/u
/** Said of many at once. */
const NOBODY =
  /^(?:(?:news|various|several|local|international|staff|and|wire|media|press) )*(?:agencies|agenturen|agences|agencias|agenzie|agências|wires?|wire services?|wire reports?|media|reports|staff|sources|outlets)$/u
const SEVERAL =
  /,\s*(?=\p{L})|;|\s(?:and|und|et|y|e|en|och|og|i|и|ve)\s|\s?\/\s?|\s\+\s|[、，]|\s?&\s?(?=\p{Lu}{2,}$)/u

/** Whether a name behind "Source:" is no outlet: an office or company whose data were used, a channel, several at once. */
export function isNoOutlet(name: string): boolean {
  const small = lowerCase(name)
  return hasNoOutlet(name) || NOBODY.test(small) || SEVERAL.test(name.replace(/^[Tt]he\s/u, ''))
}

/** Whether a word of a name is one of data, of pictures or of a channel. */
export const hasNoOutlet = (name: string): boolean => NO_OUTLET.test(lowerCase(name))
