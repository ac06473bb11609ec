import { isTime, type Unit } from './units.ts'
import { UNSPACED } from './word-marks.ts'

/** How exactly a number is meant. */
export type Bound = 'about' | 'at-most' | 'over' | 'under' | 'within'

type BoundWords = Readonly<Record<Exclude<Bound, 'within'>, string>>

/** What stands right before a number, by language; alternatives are parts of a regular expression. */
const BEFORE: Readonly<Record<string, BoundWords>> = {
  en: {
    about:
      'about|around|roughly|approximately|approx\\.?|some|circa|ca?\\.|an? estimated|estimated(?: at)?|nearly|almost|close to|just (?:under|over|short of)|or so|in the region of|more or less|north of',
    'at-most':
      'up to|as (?:many|much|high|long|far) as|at (?:the )?most|(?:no|not) (?:more|longer|higher|larger|older|later|farther) than|a maximum of|maximum|upwards? to',
    over: '(?<!(?:the|these|last|half|this) )past(?: the age of)?|beyond|more than|over(?! the )|above(?! the )|surpass(?:es|ed|ing)?|at least|a minimum of|minimum|exceed(?:s|ed|ing)?|in excess of|no (?:fewer|less) than|not less than|upwards of|(?<!(?:no|not) )(?:great|heavi|long|old|high|larg|bigg|tall|fast|lat|strong|deep|wid)er than|tops|topp(?:ed|ing)|well over',
    under:
      'less than|fewer than|(?:light|short|young|low|small|earli|slow|weak)er than|under(?! the )|below(?! the )|nearly|almost|just under|short of|not quite|close to',
  },
  de: {
    about:
      'rund|etwa|ungefähr|circa|ca\\.|zirka|knapp|fast|beinahe|gut|schätzungsweise|an die|annähernd|nahezu|um die|geschätzt(?:e|en)?',
    'at-most': 'bis zu|höchstens|maximal|bis|nicht mehr als|allenfalls',
    over: '(?:älter|größer|höher|länger|schwerer|stärker|später) als|mehr als|über|mindestens|wenigstens|gut|nicht weniger als|minimal',
    under:
      '(?:jünger|kleiner|niedriger|kürzer|leichter|früher) als|weniger als|unter|knapp|fast|beinahe|nahezu|annähernd',
  },
  fr: {
    about:
      "environ|près d[e'’]|quelque|autour d[e'’]|à peu près|presque|une? [\\p{L}]+aine d[e'’]|de l['’]ordre d[e'’]|aux? alentours d[e'’]|approximativement",
    'at-most': "jusqu['’](?:à|aux?)|au (?:plus|maximum)|tout au plus|pas plus d[e'’]|maximum",
    over: "plus d[e'’]|au moins|au-delà d[e'’]|supérieur(?:e|s)? à|au minimum|pas moins d[e'’]|dépass\\p{L}+",
    under: "moins d[e'’]|près d[e'’]|presque|inférieur(?:e|s)? à|sous",
  },
  es: {
    about:
      'alrededor de|cerca de|un(?:os|as)|aproximadamente|casi|en torno a|más o menos|aproximado de|estimad[oa]s? (?:en|de)',
    'at-most': 'hasta|como máximo|a lo sumo|no más de|máximo de',
    over: 'más de|al menos|por lo menos|como mínimo|sobre|superior(?:es)? a|supera(?:n|ron|ó)? (?:los|las)?|mínimo de',
    under: 'menos de|casi|por debajo de|inferior(?:es)? a|cerca de',
  },
  it: {
    about:
      "circa|quasi|all['’]incirca|un[ao]? [\\p{L}]+ina di|intorno (?:a|ai|alle|alla)|attorno (?:a|ai|alle)|pressoché|approssimativamente",
    'at-most': 'fino (?:a|ai|alle|al|alla)|al massimo|non più di|massimo',
    over: 'più di|oltre|almeno|superiore a|minimo|non meno di',
    under: 'meno di|quasi|sotto (?:i|le|il|la)?|inferiore a',
  },
  pt: {
    about: 'cerca de|aproximadamente|quase|por volta de|em torno de|uns|umas|à volta de|perto de',
    'at-most': 'até|no máximo|não mais (?:de|do que|que)',
    over: 'mais de|mais do que|pelo menos|acima de|ao menos|no mínimo|superior a',
    under: 'menos de|quase|abaixo de|inferior a|perto de',
  },
  nl: {
    about: "ongeveer|circa|ca\\.|zo['’]n|rond(?: de)?|bijna|omstreeks|naar schatting|pakweg|een kleine|krap",
    'at-most': 'tot(?: wel)?|maximaal|hoogstens|ten hoogste|niet meer dan',
    over: 'meer dan|ruim|boven(?: de)?|minstens|ten minste|minimaal|zeker',
    under: 'minder dan|bijna|onder(?: de)?|een kleine|krap',
  },
  ru: {
    about: 'около|примерно|приблизительно|почти|порядка|ориентировочно',
    'at-most': 'до|не более(?: чем)?|максимум|не больше',
    over: 'более(?: чем)?|больше|свыше|не менее|как минимум|минимум|по меньшей мере|превы\\p{L}+',
    under: 'менее(?: чем)?|меньше|почти|ниже',
  },
  tr: {
    about: 'yaklaşık(?: olarak)?|takriben|aşağı yukarı|neredeyse|civarında|tahmini|tahminen',
    'at-most': 'en (?:çok|fazla)|azami',
    over: 'en az|asgari',
    under: 'neredeyse',
  },
  ar: {
    about: 'نحو|حوالي|قرابة|ما يقرب من|زهاء|تقريبا|ما يقارب',
    'at-most': 'حتى|(?:ما |قد |أن )?[تي]صل (?:إلى|الى)|ما يصل إلى|لا يزيد (?:عن|على)|كحد أقصى|بحد أقصى',
    over: 'أكثر من|ما لا يقل عن|أزيد من|على الأقل|يزيد (?:عن|على)',
    under: 'أقل من|ما يقرب من|قرابة|دون',
  },
  zh: {
    about: '约|大约|大概|近|将近|接近|左右|估计|估算',
    'at-most': '最多|至多|高达|多达|不超过|最高',
    over: '超过|逾|至少|以上|不少于|最少|超',
    under: '不到|不足|少于|近|将近|低于',
  },
  ja: {
    about: '約|およそ|ほぼ|推定|おおよそ|概ね',
    'at-most': '最大(?:で)?|多くて|多ければ.?|最長(?:で)?|上限',
    over: '少なくとも|最低(?:でも)?|超',
    under: '約|ほぼ|未満',
  },
}

/** A time that is no more than named, and may well be all of it. */
const WITHIN =
  /(?<!\p{L})(?:within|in under|no later than|inside|by|binnen|innerhalb (?:von|der)?|en moins de|dans les|en menos de|entro|em menos de|binnen|в течение)\s+(?:the\s+|the next\s+)?$/iu

/** What stands right behind a number and its unit. */
const BEHIND: readonly (readonly [Bound, RegExp])[] = [
  [
    'over',
    /^[^,;\d]{0,14}?(?<![\p{L}])(?:or more|and more|and over|or (?:longer|earlier|older|higher)|oder mehr|ou plus|o más|o più|ou mais|of meer|и более|или более)|^\+|^\s?plus(?!\p{L})|^[^,;，、\d]{0,3}?(?:以上|多|余|餘|超|あまり)|^[^,;\d]{0,12}?(?:['’]?[dt][ea]n (?:fazla|çok)|üzerinde|aşkın|أو أكثر|على الأقل)/iu,
  ],
  [
    'at-most',
    /^[^,;\d]{0,14}?(?<![\p{L}])(?:at (?:the )?most|or (?:less|fewer)|max\.?|maximum|höchstens|au (?:plus|maximum)|como máximo|al massimo|no máximo|['’]?[ea] kadar|kadar)(?!\p{L})|^[^,;，、\d]{0,3}?(?:以下|以内)/iu,
  ],
  [
    'about',
    /^[^,;\d]{0,14}?(?<![\p{L}])(?:or so|or thereabouts|environ|approximately|aproximadamente|circa|ungefähr|civarında|kadar|تقريبا)(?!\p{L})|^[^,;，、\d]{0,3}?(?:左右|前後|ほど|程度|くらい|ぐらい|余り|上下|来)/iu,
  ],
  ['under', /^[^,;，、\d]{0,3}?(?:未満|弱|不到)|^[^,;\d]{0,12}?['’]?[dt][ea]n az/iu],
]

/** Between a bound and its number may stand a little more: "about the last 40", "at least $40", "mehr als die". */
const BETWEEN = String.raw`(?:\s+(?:an?|the|his|its|another|estimated|die|der|das|den|les|los|las|i|le|gli|as|os|de|в|на|US))?\s*(?:US\$|R\$|[$€£¥₽₺])?\s*`
const LONGEST = 40

const patterns = new Map<string, readonly (readonly [Bound, RegExp])[]>()

function patternsOf(language: string): readonly (readonly [Bound, RegExp])[] {
  let known = patterns.get(language)
  if (known === undefined) {
    const words = BEFORE[language]
    const border = UNSPACED.has(language) ? '' : String.raw`(?<![\p{L}])`
    known =
      words === undefined
        ? []
        : (Object.entries(words) as [Bound, string][]).map(([bound, list]) => [
            bound,
            new RegExp(`${border}(?:${list})${BETWEEN}$`, 'iu'),
          ])
    patterns.set(language, known)
  }
  return known
}

/** "Rose to 5 %": where the word for "to" is also that for "up to". */
const MOVED =
  /(?<!\p{L})(?:cay\p{L}*|baj\p{L}+|sub\p{L}+|crec\p{L}+|aument\p{L}+|reduj\p{L}+|reduc\p{L}+|descend\p{L}+|disminu\p{L}+|elev\p{L}+|ca[ií]\p{L}*|sal[eiì]\p{L}*|sces\p{L}+|scend\p{L}+|cal[aoò]\p{L}*|cresc\p{L}+|cresci\p{L}+|вырос\p{L}*|опуст\p{L}*|пони[зж]\p{L}*|возрос\p{L}*|достиг\p{L}*|упал\p{L}*|сни[зж]\p{L}*|увелич\p{L}*|повы[сш]\p{L}*|подня\p{L}*|сократ\p{L}*|уменьш\p{L}*|продл\p{L}*|stieg\p{L}*|sank\p{L}*|fiel\p{L}*|erhöht\p{L}*)(?!\p{L})[^.;]{0,40}$/iu

/** "Over five years" may be a time that something took. */
const LASTING = /(?<!\p{L})(?:over|across|über|sobre|sur|on)\s+(?:\p{L}{1,4}\s+)?$/iu

/** How the number between `start` and `end` is meant: none where it stands for itself. */
export function boundsOf(
  text: string,
  start: number,
  end: number,
  { language, unit }: { readonly language: string; readonly unit: Unit | null },
): ReadonlySet<Bound> {
  const before = text.slice(Math.max(0, start - LONGEST), start)
  const after = text.slice(end, end + LONGEST).split(/[.;!?。](?:\s|$)/u, 1)[0] ?? ''
  const bounds = new Set([
    ...patternsOf(language).flatMap(([bound, pattern]) => (pattern.test(before) ? [bound] : [])),
    ...BEHIND.flatMap(([bound, pattern]) => (pattern.test(after) ? [bound] : [])),
  ])
  if (isTime(unit) && LASTING.test(before)) bounds.add('within')
  if (MOVED.test(text.slice(Math.max(0, start - 60), start))) bounds.delete('at-most')
  if (WITHIN.test(before)) bounds.add('within')
  return bounds
}
