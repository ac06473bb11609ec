import { foldWord } from '../tokenise.ts'

/** What a number counts: two numbers of one dimension can be compared by their factors. */
export interface Unit {
  readonly dimension: string
  readonly factor: number
}

/**
 * `dimension factor: words`. Only what is counted in articles all the time and what a reader would miss: percent and
 * points, money, time, length, weight, area, heat, power. Words of twelve languages, without accents, in small letters.
 */
const TABLE = `
percent 1: % percent pc prozent prozentige prozentigen procent процент процента процентов процентам yuzde パーセント
points 0.01: bps bp
points 1: prozentpunkt prozentpunkte prozentpunkten procentpunt procentpunten
time 1: second seconds sec secs sekunde sekunden seconde secondes segundo segundos secondo secondi seconden секунда секунды секунд saniye ثانيه ثواني
time 60: minute minutes min mins minuten minuto minutos minuti minuut minuten минута минуты минут минуту dakika دقيقه دقائق
time 3600: hour hours hr hrs h stunde stunden heure heures hora horas ora ore uur uren час часа часов saat ساعه ساعات
time 86400: day days tag tage tagen tages jour jours dia dias giorno giorni dag dagen день дня дней дни gun gunu gunluk يوم ايام يوما
time 604800: week weeks weekly woche wochen semaine semaines semana semanas settimana settimane weken неделя недели недель неделю hafta haftalik اسبوع اسابيع
time 1209600: fortnight fortnights
month 1: month months monat monate monaten monats mois mes meses mese mesi maand maanden месяц месяца месяцев ay aylik شهر اشهر شهرا شهور
month 12: year years yr yrs jahr jahre jahren jahres an ans annee annees ano anos anno anni jaar jaren год года лет yil yillik سنه سنوات عام اعوام عاما
month 120: decade decades jahrzehnt jahrzehnte jahrzehnten decennie decennies decada decadas decennio decenni decennium десятилетие десятилетия
month 1200: century centuries jahrhundert jahrhunderte jahrhunderten siecle siecles siglo siglos secolo secoli seculo eeuw eeuwen век века веков yuzyil
money-dollar 1: $ us$ usd dollar dollars dolar dolares dolari dollari доллар доллара долларов دولار
cent 1: cent cents centime centimes centimo centimos centesimo centesimi centavo centavos penny pence p цент центов копеек
money-euro 1: € eur euro euros евро اليورو يورو
money-pound 1: £ gbp pound pounds sterling livres libras sterline pfund
money-yen 1: ¥ jpy yen yens иен
money-rouble 1: ₽ rub rouble roubles ruble rubles rubel rublos рубль рубля рублей
money-lira 1: ₺ lira lirasi liras liraya liradan lirayi liralik tl
money-crown 1: crown crowns krone kronen kroner krona kronor couronnes coronas corone крон
money-franc 1: chf franc francs franken franchi francos
money-yuan 1: rmb cny yuan юаней
money-peso 1: peso pesos песо
money-rupee 1: ₹ rs rupee rupees inr
money-real 1: r$ brl reais
length 0.001: millimetre millimetres millimeter millimeters millimetern milimetros millimetri миллиметров
length 0.01: centimetre centimetres centimeter centimeters centimetern cm centimetros centimetri сантиметр сантиметра сантиметров santimetre سنتيمتر
length 1: metre metres meter meters metern metro metros metri метр метра метров metre متر مترا امتار
length 1000: kilometre kilometres kilometer kilometers kilometern km kilometro kilometros chilometro chilometri quilometro quilometros километр километра километров kilometre كيلومتر كيلومترا كيلومترات
length 0.0254: inch inches
length 0.3048: foot feet ft
length 1609.344: mile miles meile meilen milles millas miglia milhas миль
length 0.9144: yard yards
weight 0.001: gram grams gramme grammes gramm gramos grammi gramas грамм граммов
weight 1: kilogram kilograms kilogramme kilogrammes kilogramm kg kilo kilos килограмм килограмма килограммов كيلوغرام
weight 1000: tonne tonnes ton tons tonnen tonelada toneladas tonnellata tonnellate тонна тонны тонн طن
area 10000: hectare hectares hektar ha hectarea hectareas ettaro ettari гектар гектара гектаров
area 4046.86: acre acres
heat 1: ° degree degrees grad degre degres grado grados gradi grau graus graden градус градуса градусов derece درجه درجات
power 1000: kilowatt kilowatts kw киловатт
power 1e6: megawatt megawatts mw мегаватт
power 1e9: gigawatt gigawatts gw гигаватт
volume 1: litre litres liter liters litern litro litros litri литр литра литров litre لتر
`

const UNITS: ReadonlyMap<string, Unit> = new Map(
  TABLE.trim()
    .split('\n')
    .flatMap((line) => {
      const [head = '', words = ''] = line.split(': ')
      const [dimension = '', factor = ''] = head.split(' ')
      return words
        .split(' ')
        .map((word): [string, Unit] => [foldWord(word), { dimension, factor: Number(factor) }])
    }),
)

const NEXT =
  /^[\s\-–'’]*(?:(?<points>(?:percentage|basis)[\s-]points?)|(?<square>square|cubic|quadrat\p{L}*|carr[eé]s?|cuadrad[oa]s?|квадратн\p{L}+)|(?<sign>[%°€£¥₽₺₹]|US\$|\$)|(?<word>\p{L}[\p{L}\p{M}]*))/iu
const LINK_WORDS = new Set([
  'us',
  'of',
  'de',
  'd',
  'euro',
  'old',
  'full',
  'whole',
  'canadian',
  'australian',
  'working',
])
const BEFORE =
  /(?<sign>US\$|R\$|[$€£¥₽₺₹%]|(?<!\p{L})(?:rs\.?|inr|usd|eur|gbp|chf|rub|cny|rmb|yuzde|yüzde))\s?$/iu
const LONGEST_LOOK = 60

/** The unit right behind a number that ends at `end`, or a sign of money before its `start`; null where there is none. */
export function unitAround(text: string, start: number, end: number, isPart: boolean): Unit | null {
  const rest = text.slice(end, end + LONGEST_LOOK)
  // "Half a year", but never "twelve a year".
  const behind = isPart ? rest.replace(/^\s+(?:an?|eine?n?|une?|de|d['’])\s+/iu, ' ') : rest
  return (
    unspacedUnit(behind) ?? unitBehind(behind, 0) ?? unitBefore(text.slice(Math.max(0, start - 8), start))
  )
}

function unitBehind(rest: string, skipped: number): Unit | null {
  const { points, square, sign, word = '' } = NEXT.exec(rest)?.groups ?? {}
  if (points !== undefined) return { dimension: 'points', factor: /basis/iu.test(points) ? 0.01 : 1 }
  if (square !== undefined) return null
  if (sign !== undefined) return UNITS.get(sign.toLowerCase()) ?? null
  const folded = foldWord(word)
  const unit = UNITS.get(folded)
  if (unit !== undefined && !(folded.length === 1 && skipped > 0)) return unit
  if (word === '' || skipped > 0 || !LINK_WORDS.has(folded)) return null
  return unitBehind(rest.slice(rest.indexOf(word) + word.length), skipped + 1)
}

function unitBefore(before: string): Unit | null {
  const sign = BEFORE.exec(before)?.groups?.['sign']
  return sign === undefined ? null : (UNITS.get(foldWord(sign)) ?? UNITS.get(sign.toLowerCase()) ?? null)
}

export const isUnit = (folded: string): boolean => UNITS.has(folded)

export const isTime = (unit: Unit | null): boolean =>
  unit?.dimension === 'time' || unit?.dimension === 'month'

/** Units of texts without spaces, the longest first. */
const UNSPACED_UNITS: readonly (readonly [string, string])[] = [
  ['个百分点', 'points'],
  ['パーセント', '%'],
  ['人民币', 'rmb'],
  ['美元', 'dollar'],
  ['欧元', 'euro'],
  ['ユーロ', 'euro'],
  ['ドル', 'dollar'],
  ['日元', 'yen'],
  ['英镑', 'gbp'],
  ['ポンド', 'gbp'],
  ['公里', 'km'],
  ['千米', 'km'],
  ['キロメートル', 'km'],
  ['厘米', 'cm'],
  ['センチ', 'cm'],
  ['メートル', 'metre'],
  ['小时', 'hour'],
  ['時間', 'hour'],
  ['分钟', 'minute'],
  ['分間', 'minute'],
  ['个月', 'month'],
  ['か月', 'month'],
  ['カ月', 'month'],
  ['ヶ月', 'month'],
  ['年間', 'year'],
  ['円', 'yen'],
  ['元', 'yuan'],
  ['周', 'week'],
  ['週間', 'week'],
  ['天', 'day'],
  ['日間', 'day'],
  ['岁', 'year'],
  ['歳', 'year'],
]

function unspacedUnit(rest: string): Unit | null {
  const found = UNSPACED_UNITS.find(([written]) => rest.startsWith(written))
  if (found === undefined) return null
  return UNITS.get(found[1]) ?? { dimension: found[1], factor: 1 }
}
