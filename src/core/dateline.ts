import { AGENCY, KNOWN_OUTLET } from './agencies.ts'
import type { Origin } from './source.ts'

/** A place, perhaps a date, then the agency: only capitalised words and numbers stand before it. */
const PLACE_WORD = `(?:\\d{1,2}\\.?\\s(?:de )?\\p{Ll}{3,10}\\.?|[\\p{Lu}\\p{Lo}][\\p{L}\\p{M}]*(?:[.'’/-][\\p{L}\\p{M}]+)*\\.?|[\\[(](?!(?:${AGENCY})[\\])/])\\p{Lu}[\\p{L} .]{1,25}[\\])]|\\d{1,4}(?:st|nd|rd|th)?\\.?|de|la|am|le|les|el|di|of|den|d’|y|on|the|upon|and|und|sur|del|das|do|mag|may|maja|maj|mai|mayo|maio|maggio|gen|feb|mar|apr|giu|lug|ago|set|ott|nov|dic|ene|abr|jun|jul|sep|oct|enero|febrero|marzo|abril|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|janv|févr|mars|avril|juin|juil|août|sept|déc|января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря|يناير|فبراير|مارس|أبريل|مايو|يونيو|يوليو|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر)`
const PLACE = `${PLACE_WORD}(?:(?:[ ,;:|–—]+|\\s-\\s)${PLACE_WORD}){0,8}`
const DESK = `(?:[/-](?!${AGENCY})\\p{Ll}{2,8})?`
const DASH = '(?:\\s*[-–—:.=]|\\s*\\|)'
const DAY_FIRST = `(?:${PLACE}[ ,.–—-]+)?`

const DATELINES: readonly RegExp[] = [
  // OAKMERE, Maine (AP) — / Kiel (dpa/lno) - / Madrid, 3 may (EFE).- / (ANSA) - ROMA
  `^${DAY_FIRST}[(（\\[](?<name>${KNOWN_OUTLET})${DESK}[)）\\]]\\s?${DASH}`,
  // Without a dash: "Bern (sda) Die Reederei", "STOCKHOLM (TT)"
  `^${PLACE} \\((?<name>(?!AP\\b|AA\\b|PA\\b|CP\\b|UNI\\b|TAP\\b|MAP\\b|SPA\\b|Time|FT|DW)${AGENCY})${DESK}\\)\\s+(?=[\\p{Lu}\\p{Lo}„«"“])`,
  // Paris, France | AFP | / AFP, PARIS - / LONDON, Reuters -
  `^${PLACE}\\s?\\|\\s?(?<name>${AGENCY})\\s?\\|`,
  `^${PLACE},\\s(?<name>${AGENCY})\\s?[-–—]`,
  `^${PLACE}\\s?[-–—/]\\s?(?<name>${AGENCY})\\s?[-–—.:]`,
  // OAKMERE, May 3, 2024 /PRNewswire/ -- ; Oakmere--(BUSINESS WIRE)--
  `^${DAY_FIRST}\\/\\s?(?<name>${AGENCY})\\s?\\/[\\s.]*[-–—.]*`,
  `^${PLACE}\\s?--\\s?\\((?<name>${AGENCY})\\)`,
  // МОСКВА, 3 мая - РИА Новости.
  `^${PLACE}[ ,.]*[-–—.]\\s?(?<name>${AGENCY})(?:\\.|\\s?[-–—])`,
  `^(?=[^.]{2,40}\\d)${PLACE},\\s(?<name>${AGENCY})(?:\\.|\\s?[-–—])`,
  // [東京 3日 ロイター] / 【神戸共同】 / （東京＝共同） / (서울=연합뉴스)
  `^[\\[【（(〔](?:[\\p{Script=Han}\\p{Script=Hangul}\\p{Script=Katakana}\\p{Script=Hiragana}ー・0-9０-９ 　,，＝=/]{1,24}?)?(?<name>${AGENCY})(?:[ 　=＝](?:時事|[\\p{Lo} 　]{2,12}))?[\\]】）)〕]`,
  // 新华社北京5月3日电
  `^[【（(]?据?(?<name>新华社|新華社|中新社|中新网|中新網|中央社|法新社|路透社|美联社|俄新社|塔斯社|共同社|韩联社)(?:记者|記者)?[\\p{Lo}、 ]{0,14}?\\d{1,2}(?:月\\d{1,2})?[日号]\\s?\\p{Lo}{0,4}?[电電讯訊]`,
].map((source) => new RegExp(source, 'u'))

/** Words of an agency's full name, its sigle behind them in brackets: "Die Deutsche Presse-Agentur (dpa)". */
const SPELLED_OUT =
  /Press|Presse|Prensa|Agentur|Agenc|Agenz|News|Nachrichten|Associat|International|Placement|Bureau|Agentschap|Agentur|agencia|通信社|وكالة|Агентств/u

/** Asked first: it is quick, and hardly any paragraph names an agency. */
const NAMES = new RegExp(`${KNOWN_OUTLET}|社|中新[网網]`, 'u')

/** The agency that a dateline names: "LUND (AP) — The ferry …". The line stays in the article. */
export function readDateline(paragraph: string): Origin | null {
  const start = paragraph.slice(0, 140)
  if (!NAMES.test(start)) return null
  for (const pattern of DATELINES) {
    const match = pattern.exec(start)
    const name = match?.groups?.['name']
    if (match === null || name === undefined) continue
    const before = match[0].slice(0, match[0].indexOf(name))
    if (SPELLED_OUT.test(before)) continue
    return { name, url: null, basis: match[0].trim() }
  }
  return null
}
