import { findWrittenDate } from './written-date.ts'
import { countWords } from './words.ts'

// What a line of page furniture looks like, told from its shape. The words below only support what shape and place
// say: general words of buttons and menus, no site's phrases.

const INTERFACE_WORDS = setOf(`
  share shares tweet email print save comment comments reply replies subscribe newsletter newsletters sign login log
  register follow followers menu search home skip advertisement advertisements advertising sponsored related trending
  popular latest recommended privacy cookie cookies terms contact feedback view views read listen watch
  click tap download app facebook twitter x whatsapp telegram linkedin reddit instagram youtube pinterest copy link
  loading next previous back top more articles stories posts tags topics filed bookmark gift account
  rights reserved copyright continue content likes like
  teilen drucken merken kommentar kommentare kommentieren antworten abonnieren anmelden abmelden registrieren folgen menü
  suche startseite anzeige werbung verwandte ähnliche meistgelesen datenschutz impressum agb kontakt mehr themen weiterlesen
  nach-oben zur artikel
  partager imprimer commentaire commentaires répondre abonner connexion inscrire suivre recherche accueil publicité
  confidentialité mentions légales lire plus articles sujets
  compartir imprimir comentario comentarios responder suscribirse suscríbete iniciar sesión síguenos buscar inicio publicidad
  relacionadas relacionados privacidad aviso condividi stampa commenti rispondi iscriviti accedi segui cerca pubblicità
  leggi compartilhar comentários assine entrar siga início publicidade delen reacties reageren abonneren inloggen volg
  zoeken advertentie dela kommentera prenumerera annons logga
  поделиться комментарии ответить подписаться войти поиск реклама paylaş yorumlar yanıtla abone giriş ara reklam
  شارك تعليقات اشترك بحث
`)
/** Words that stand between paragraphs only as furniture. */
const SURE_INTERFACE_WORDS = setOf(`
  advertisement advertisements anzeige werbung publicité publicidad publicidade pubblicità advertentie annons реклама reklam
  share tweet teilen partager compartir condividi compartilhar delen dela facebook twitter whatsapp telegram linkedin
  newsletter subscribe subscription abonnieren suscríbete iscriviti prenumerera inloggen login reply antworten
  listen loading sponsored
`)
const UNSPACED_INTERFACE =
  /^(?:メニュー|検索|ログイン|会員登録|シェア|ツイート|コメント|関連記事|ランキング|広告|印刷|保存|トップ|ホーム|続きを読む|分享|评论|評論|登录|登錄|注册|相关(?:阅读|新闻)|广告|搜索|首页|댓글|공유|로그인|검색|광고|기사).{0,8}$/u

const SEE_ALSO =
  /^(?:read more|read also|also read|read next|see also|more on this|related|watch|listen|lesen sie auch|mehr zum thema|siehe auch|lire aussi|à lire aussi|à lire également|voir aussi|lea también|le puede interesar|te puede interesar|leer más|leggi anche|leia também|lees ook|läs också|läs mer|читайте также|ayrıca okuyun|اقرأ أيضا|関連記事|あわせて読みたい|相关阅读)\s*[:：|–—-]/iu
const NEWSLETTER_NOTE =
  /^(?:sign up|subscribe|get|join|don[’']t miss|abonnieren|melden sie sich|jetzt|abonnez|inscrivez|recevez|suscríbete|suscríbase|recibe|iscriviti|assine|receba|meld je|schrijf je)(?!\p{L}).*(?:newsletters?|inbox|postfach|boletín|bulletin)(?!\p{L})/iu
const COOKIE_NOTE =
  /\b(?:cookies?)\b.*\b(?:accept|agree|consent|settings|policy|continu\w+|akzeptieren|zustimmen|einverstanden|einstellungen|accept\w+|acept\w+|accett\w+|aceit\w+|toestaan|akzeptier\w+)\b|\b(?:enable|turn on) javascript\b/iu
const PHOTO_CREDIT =
  /^(?:photo(?:graph)?s?|image|images|picture|credit|foto|fotos|bild|bilder|crédit photo|illustration|getty images|写真)(?: (?:caption|by|credit|von|par|por|di|credits))?\s*(?:[:：/©]\s*\S|,$)|^getty images$/iu
const RIGHTS =
  /^(?:©|\(c\)|copyright\b)|\b(?:all rights reserved|alle rechte vorbehalten|tous droits réservés|todos los derechos reservados|tutti i diritti riservati|todos os direitos reservados)\b/iu

const CLOCK_OR_WEATHER =
  /^(?:[☀-☔⛅⛈🌤-🌧]\ufe0f?\s*)?[-−+]?\d{1,3}(?:[.,]\d)?\s*(?:(?:°|º)\s?[CF]?|℃|℉|[CF])(?!\p{L}).{0,20}$|^.{0,20}\s[-−+]?\d{1,2}\s?(?:°|º)\s?[CF]?$|^\d{1,2}[:.]\d{2}(?:\s?[ap]\.?m\.?|\s?uhr|h)?$/iu
const READING_TIME =
  /^(?:\d+\s*)?(?:min(?:ute)?s?|minuten|minutes|minutos|minuti)(?!\p{L}).{0,20}(?:read|lesen|lesezeit|lecture|lectura|lettura|leitura)|^(?:lesezeit|reading time|temps de lecture|tiempo de lectura|tempo de leitura|tempo di lettura|leestijd|läsestid|czas czytania|время чтения|okuma süresi)(?!\p{L})/iu
const COUNT = /^[\d.,]+\s?[KMkm]?\+?(?:\s+(?<of>\p{L}.*))?$/u
const TIME_AGO =
  /^(?:\d+|an?|one)\s+(?:second|minute|hour|day|week|month|year)s?\s+ago\b|^vor\s+\d+\s+\p{L}+$|^il y a\s+\d+|^hace\s+\d+|^\d+\s*(?:時間|分|日)前$/iu
const SENTENCE_END = /[.!?…。！？؟۔।]["'”’»“)\]」』]*(?:\[\d+\])?$/u
const LIST_MARK = /^(?:[•‣▪◦●*+–—-]|\d{1,3}[.)]|\p{L}[.)])\s/u

const LONGEST_FURNITURE_WORDS = 9
const LONGEST_MENU_ROW = 400

/** Short and without the end of a sentence: a headline, a label, a name, an entry of a menu. */
export function isLabel(line: string): boolean {
  return line.length <= 120 && !SENTENCE_END.test(line) && countWords(line) <= LONGEST_FURNITURE_WORDS
}

export const endsAsSentence = (line: string): boolean => SENTENCE_END.test(line)
export const isListItem = (line: string): boolean => LIST_MARK.test(line)
export const isWeatherOrClock = (line: string): boolean => line.length <= 40 && CLOCK_OR_WEATHER.test(line)

/** "1.2K Shares", "34", "5 min read", "2 hours ago": numbers of the page, not of the article. */
export function isCounter(line: string): boolean {
  if (line.length > 40 || findWrittenDate(line) !== null) return false
  if (TIME_AGO.test(line) || READING_TIME.test(line)) return true
  const count = COUNT.exec(line)
  return count !== null && shareOf(count.groups?.['of'] ?? 'view', INTERFACE_WORDS) >= 0.5
}

/** An address of the web or of mail, or a handle, alone on its line. */
export const isAddress = (line: string): boolean =>
  /^(?:https?:\/\/\S+|www\.\S+|\S+@\S+\.\S+|@\w+)$/u.test(line)

/** A menu, a breadcrumb trail or a share row on one line: short cells between separators. */
export function isMenuRow(line: string): boolean {
  if (line.length > LONGEST_MENU_ROW) return false
  const cells = line.split(/\s*[|•·›»>／｜]\s*|\s{3,}|\s\/\s/u).filter((cell) => cell !== '')
  return cells.length >= 3 && cells.every((cell) => cell.length <= 30 && !SENTENCE_END.test(cell))
}

/** The words of a button, a menu or a widget. */
export function isInterface(line: string): boolean {
  return isLabel(line) && (shareOf(line, INTERFACE_WORDS) >= 0.5 || UNSPACED_INTERFACE.test(line))
}

/** Furniture wherever it stands, also between two paragraphs of the article. */
export function isSureFurniture(line: string): boolean {
  if (line.length <= 200 && (SEE_ALSO.test(line) || PHOTO_CREDIT.test(line) || RIGHTS.test(line))) return true
  if (line.length <= 200 && NEWSLETTER_NOTE.test(line)) return true
  if (line.length <= 400 && COOKIE_NOTE.test(line)) return true
  return isInterface(line) && (shareOf(line, SURE_INTERFACE_WORDS) > 0 || UNSPACED_INTERFACE.test(line))
}

function shareOf(line: string, words: ReadonlySet<string>): number {
  const all = line.toLowerCase().match(/\p{L}[\p{L}\p{M}’'-]*/gu) ?? []
  return all.length === 0 ? 0 : all.filter((word) => words.has(word)).length / all.length
}

function setOf(words: string): ReadonlySet<string> {
  return new Set(words.trim().split(/\s+/u))
}
