import type { Span } from '../span.ts'
import { foldWord } from '../tokenise.ts'

/** A month or a day of the week, by its number (January and Monday are 1), whatever language names it. */
export interface CalendarWord {
  readonly kind: 'month' | 'weekday'
  readonly number: number
}

const MONTHS = [
  'january jan januar janner janvier enero ene gennaio janeiro januari январь января январе ocak يناير',
  'february feb februar fevrier febrero febbraio fevereiro februari февраль февраля феврале subat فبراير',
  'march marz mars marzo marco maart март марта марте mart مارس',
  'april apr avril abril aprile апрель апреля апреле nisan ابريل',
  'may mai mayo maggio maio mei май мая мае mayis مايو',
  'june jun juni juin junio giugno junho июнь июня июне haziran يونيو',
  'july jul juli juillet julio luglio julho июль июля июле temmuz يوليو',
  'august aug aout agosto augustus augusti август августа августе agustos اغسطس',
  'september sep sept septembre septiembre settembre setembro сентябрь сентября сентябре eylul سبتمبر',
  'october oct oktober octobre octubre ottobre outubro октябрь октября октябре ekim اكتوبر',
  'november nov novembre noviembre novembro ноябрь ноября ноябре kasim نوفمبر',
  'december dec dezember decembre diciembre dicembre dezembro декабрь декабря декабре aralik ديسمبر',
]
const WEEKDAYS = [
  'monday montag montags lundi lunes lunedi segunda-feira maandag понедельник понедельника pazartesi الاثنين 周一 星期一 月曜',
  'tuesday dienstag dienstags mardi martes martedi terca-feira dinsdag вторник вторника sali الثلاثاء 周二 星期二 火曜',
  'wednesday mittwoch mittwochs mercredi miercoles mercoledi quarta-feira woensdag среда среду среды carsamba الاربعاء 周三 星期三 水曜',
  'thursday donnerstag donnerstags jeudi jueves giovedi quinta-feira donderdag четверг четверга persembe الخميس 周四 星期四 木曜',
  'friday freitag freitags vendredi viernes venerdi sexta-feira vrijdag пятница пятницу пятницы cuma الجمعه 周五 星期五 金曜',
  'saturday samstag samstags sonnabend samedi sabado sabato zaterdag суббота субботу субботы cumartesi السبت 周六 星期六 土曜',
  'sunday sonntag sonntags dimanche domingo domenica zondag воскресенье воскресенья pazar الاحد 周日 星期日 星期天 日曜',
]
/** Words that mean something else too: only beside a number, or with a capital inside an English sentence. */
const AMBIGUOUS = new Set([
  'may',
  'march',
  'mart',
  'mars',
  'mai',
  'jan',
  'jun',
  'sep',
  'dec',
  'ene',
  'marco',
  'mei',
  'pazar',
  'мая',
  'мае',
  'ocak',
  'ekim',
  'set',
  'среды',
])

const WORDS: ReadonlyMap<string, CalendarWord> = new Map(
  (
    [
      ['month', MONTHS],
      ['weekday', WEEKDAYS],
    ] as const
  ).flatMap(([kind, names]) =>
    names.flatMap((words, index) =>
      words.split(' ').map((word): [string, CalendarWord] => [foldWord(word), { kind, number: index + 1 }]),
    ),
  ),
)

/** What day of the week or month a word of a text names, null for every other word. */
export function calendarWordAt(text: string, start: number, end: number): CalendarWord | null {
  const word = text.slice(start, end)
  const folded = foldWord(word)
  const found = WORDS.get(folded) ?? WORDS.get(folded.replace(/s$/u, ''))
  if (found === undefined) return null
  if (!AMBIGUOUS.has(folded)) return found
  const isByNumber =
    /\d\S{0,3}\s(?:of\s|de\s)?$/u.test(text.slice(Math.max(0, start - 9), start)) ||
    /^\.?\s\d/u.test(text.slice(end, end + 3))
  return isByNumber ||
    (/^\p{Lu}/u.test(word) && start > 0 && /[\p{Ll},]\s$/u.test(text.slice(start - 2, start)))
    ? found
    : null
}

/** A day, month, year or day of the week as a text states it. */
export interface CalendarNumber extends Span {
  readonly kind: 'number' | 'month' | 'weekday'
  readonly readings: readonly number[]
}

const UNSPACED_MONTH =
  /(?<![\d.])(?<month>\d{1,2})\s?月(?![間间])|(?:周|星期|礼拜)(?<chinese>[一二三四五六日天])|(?<japanese>[月火水木金土日])曜/gu
const CHINESE_DAYS = '一二三四五六日'
const JAPANESE_DAYS = '月火水木金土日'

/** Months and days of the week of a text without spaces. */
export function unspacedCalendar(text: string): CalendarNumber[] {
  return [...text.matchAll(UNSPACED_MONTH)].map((match) => {
    const { month, chinese = '', japanese = '' } = match.groups ?? {}
    const span = { start: match.index, end: match.index + match[0].length }
    if (month !== undefined) return { kind: 'month', readings: [Number(month)], ...span }
    const day =
      japanese === '' ? CHINESE_DAYS.indexOf(chinese.replace('天', '日')) : JAPANESE_DAYS.indexOf(japanese)
    return { kind: 'weekday', readings: [day + 1], ...span }
  })
}
