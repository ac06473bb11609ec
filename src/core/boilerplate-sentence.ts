import { LURE } from './lures.ts'
import { isSharing, isTimestamp, isTitleCase } from './page-words.ts'
import { countWords, isWithoutSpaces } from './words.ts'

/** Fewer words make no sentence; in scripts without spaces `countWords` counts two characters as one. */
const LEAST_WORDS = 5
/** Lines without a mark at their end are headings, captions or menu entries up to this length. */
const LONGEST_HEADING = 14

/** Characters at the end of a sentence in which its last mark is looked for. */
const LONGEST_END = 24

/** Full stops and bars that stand alone, as where lines of a page were joined: "10:47 EST . | ." */
const LONE_MARKS = /^[\s.|•·]+|(?:\s[.|•·]+)+$/gu

const PUT_UP =
  'published|posted|updated|modified|erstellt|veröffentlicht|aktualisiert|publié|mis à jour|publicado|actualizado|' +
  'pubblicato|опубликовано|обновлено|yayınlanma|yayınlandı|güncellendi|güncelleme'

/**
 * What a page says about itself instead of its subject. Each pattern asks for more than one word, so that "tap water",
 * "share prices" and "copyright law" stay what an article may be about.
 */
const PATTERNS: readonly RegExp[] = [
  // Who wrote it and when it was put up.
  new RegExp(`^(?:first |last |originally )?(?:${PUT_UP})(?: (?:on|at|am|le|el))?\\s*[:：|–—-]`, 'iu'),
  new RegExp(`^(?:first |last )?(?:${PUT_UP})(?: \\p{L}{2,9}){0,2},? \\d{1,2}[\\p{L}\\d ,.:]{0,30}$`, 'iu'),
  /^(?:发布时间|发表于|更新时间|来源|作者|责任编辑|公開日|更新日)\s*[:：]/u,
  /^(?:reporting|additional reporting|editing|compiled) by\b/iu,
  /^this (?:article|story|post|piece) (?:was|is|has been)? ?(?:first |originally )?(?:published|updated|produced|corrected|appeared)\b/iu,
  // Whose words and pictures they are.
  /^\(?(?:file )?(?:photo|photograph|image|picture|video|graphic|illustration|foto|bild|фото)s?(?: credit| courtesy)?\s*(?:[:：©/]| by\b)/iu,
  /^\(?(?:courtesy of|credit:|source:|quelle:|источник:|©|\(c\)|copyright (?:©|\(c\)|\d|by\b))/iu,
  /^(?:pictured|caption|image caption|file (?:photo|picture|image))\s*[:：]/iu,
  /[.(|–—-]\s*(?:(?:file )?(?:photo|image|picture|credit|foto|bild|фото)(?: credit)?s?\s*(?:by |[:：])[^.!?]{2,60}|file (?:photo|picture|image))\)?\.?$/iu,
  /\((?:[^()]{0,80}[ /])?(?:ap photo|getty images|getty|reuters|afp|epa|shutterstock)(?:[ /][^()]{0,80})?\)\.?$/iu,
  /\ball rights reserved\b|\balle rechte vorbehalten\b|\btous droits réservés\b|\btodos los derechos reservados\b|все права защищены/iu,
  // What else to read, and what to sign up to.
  /^(?:scroll (?:down|across|through) (?:for|to)\b|e-?mail to a friend\b|these are external links\b|story highlights\b)/iu,
  /^(?:(?:editor|producer|author)(?:[’']s|s[’'])? note|programming note)\s*[:：]/iu,
  /^[^«]{3,120}»$/u,
  /^(?:read|see|watch|listen|learn|find out|view|show|hear) (?:more|also|next|all|the full)\b/iu,
  /^(?:also read|more on|continue reading|skip to|jump to|don't miss:|(?:click|tap) (?:here|on|to)\b|related(?: articles?| stories)?:|recommended:)/iu,
  /^(?:mehr zum thema|lesen sie (?:auch|mehr)|weiterlesen|lire aussi|lire la suite|leer más|lea también|читайте также|ayrıca (?:oku|bak)|阅读更多|延伸阅读)/iu,
  /^(?:subscribe|sign up|sign in|log in|donate)\b.{0,80}\b(?:us|our|newsletter|now|here|free|account|channel)\b/iu,
  /^(?:join|follow|like|support|share|register) (?:us|our (?:work|channel|page|journalism)|this (?:article|story|post|page)|now|here|for free)\b/iu,
  /(?<!\p{L})(?:subscribe to|sign up (?:for|to)|abonnieren sie|abonnez-vous à|suscríbase a|подпишитесь на)(?!\p{L}).{0,60}(?:newsletter|channel|kanal|рассылку|канал)/iu,
  /^(?:would love your thoughts|leave a (?:comment|reply)|please enable javascript|by (?:continuing|subscribing|signing up),? you)\b/iu,
  /^(?:advertisement|sponsored(?: content)?|anzeige|publicité|publicidad|реклама|广告)[\p{P}\s]*$/iu,
  /^(?:this|our|some) .{0,40}\b(?:contains?|includes?|are|uses?)\b.{0,20}\baffiliate\b.{0,30}\blinks?\b/iu,
  /^\S*(?:https?:\/\/|www\.)\S+$/u,
  LURE,
]

/** Names behind "By", without a mark at the end that would make a sentence of them. */
const BYLINE = /^(?:By|BY|Von|Par|Por|Di|Автор:?)\s+\p{Lu}[^.!?]{2,60}$/u

/** A place and an agency, a day, a time, and nothing said: "LISBON (Agency) —", "Friday, 3 May 2024, 10:15 CET". */
const DATELINE =
  /^(?:\p{Lu}[\p{Lu}\s.,'’-]+)?(?:\([^)]{1,30}\))?[\s,–—-]*(?:(?:\p{L}{3,10}\.?,? ){0,2}\d{1,2}(?:st|nd|rd|th)?\.?,? ?(?:\p{L}{3,10}\.?,? )?\d{0,4},?\s*(?:\d{1,2}[:.]\d{2}.{0,12})?)?[\s–—.-]*$/u

/**
 * Whether a sentence belongs to the page and not to the article: by-lines, datelines, credits, captions, "read more",
 * requests to subscribe.
 */
export function isBoilerplate(sentence: string): boolean {
  const line = sentence.trim().replace(/\s+/gu, ' ')
  const words = line.replace(LONE_MARKS, '')
  return (
    isTimestamp(words) ||
    isSharing(words) ||
    BYLINE.test(line) ||
    isByline(words) ||
    DATELINE.test(words) ||
    PATTERNS.some((pattern) => pattern.test(words))
  )
}

/** "By", alone or before names only. */
function isByline(words: string): boolean {
  const [, names] = /^(?:by|von|par|por)(?:$| (.+)$)/iu.exec(words) ?? [null, null]
  return names === undefined || (names !== null && isTitleCase(names) && !/[.!?]$/u.test(words))
}

/** Whether the words are no full sentence: a heading, a caption, a label, names only, a bare question. */
export function isFragment(sentence: string): boolean {
  return (
    countWords(sentence) < LEAST_WORDS ||
    isBareQuestion(sentence) ||
    isHeadingLike(sentence) ||
    isTitleCase(sentence.trim().replace(LONE_MARKS, ''))
  )
}

/** Whether a sentence only asks. */
export function isBareQuestion(sentence: string): boolean {
  return /[?？؟][\p{P}\p{S}\s]*$/u.test(sentence.slice(-LONGEST_END))
}

/** Whether a line is short and has no mark at its end, as headings and captions have none. */
export function isHeadingLike(sentence: string): boolean {
  const isEnded = /[.!…。！．।؟۔:;][\p{P}\p{S}\s\d]*$/u.test(sentence.slice(-LONGEST_END))
  return !isEnded && !isWithoutSpaces(sentence) && countWords(sentence) <= LONGEST_HEADING
}
