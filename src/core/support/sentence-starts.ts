/** Endings of English words that are no names, for the first word of a sentence. */
const ORDINARY_START =
  /(?:s|ing|ed|ly|tion|sion|ment|ness|ity|ance|ence|age|ism|ship|hood|ure|ant|ent|ary|ory|ful|ous|ive|able|al|ic|er|or|ee|ist|th|ry|cy|ty|ce|gy|my)$/u
/** Words that open a sentence and stand before a name without being part of it: "Unlike Havgaard". */
const OPENERS = new Set(
  'lots plenty some many most few several none each both half unlike soon shortly despite amid given like apart aside among amongst along across against between behind beyond beneath below above inside outside near off onto out past per plus since than through throughout toward towards under until upon versus via within without whereas wherever whenever whoever however therefore moreover meanwhile furthermore instead otherwise perhaps maybe back ahead away together alone before after although though whether neither either nor so not first only just almost afterwards anyone everyone someone everybody nobody something nothing everything because unless once while where why how if'.split(
    ' ',
  ),
)
/** These, and nouns that begin English sentences without an article. */
const ORDINARY_WORDS = new Set([
  ...OPENERS,
  ...'big large small huge lots plenty long short high low good bad great main major minor recent early late common typical real true people police work traffic research inflation demand access people staff water power rain snow heat debt tax trade wage pay rent food fuel gas oil coal crime fire flood war peace news help aid cash money land air light sound sleep data half both each every many most few several two three four five six seven eight nine ten next last new old young local nearly almost about around over under up at on in by to for with from despite amid even just still also yet now then once twice here there instead unlike like given according overall only some any other another part one no not none never nobody today yesterday tomorrow output profit revenue cost loss gross net income plan deal talk call vote bill law rule bid sale farm school bank club church town city village road bridge train bus car ship boat plane man woman child mother father family crew team board court council union party group firm company state nation country world life death health care school study test trial case claim hope fear risk growth home house site park lake river sea coast island north south east west'.split(
    ' ',
  ),
])

/** All three take a word as names are compared. */
export const isOpener = (folded: string): boolean => OPENERS.has(folded)
export const isOrdinaryWord = (folded: string): boolean => ORDINARY_WORDS.has(folded)
export const isOrdinaryStart = (folded: string): boolean =>
  ORDINARY_START.test(folded) || ORDINARY_WORDS.has(folded)
