import { countWords, isWithoutSpaces } from './words.ts'

/** Fewer words make no sentence; in scripts without spaces `countWords` counts two characters as one. */
const LEAST_WORDS = 5
/** Lines without a mark at their end are headings, captions or menu entries up to this length. */
const LONGEST_HEADING = 14

/** What a page says about itself instead of its subject, by how the line begins. */
const OPENINGS: readonly RegExp[] = [
  // Who wrote it and when it was put up.
  /^(?:by|von|par|por|di|автор:?)\s+\p{Lu}[^.!?]{2,60}$/iu,
  /^(?:first |last |originally )?(?:published|posted|updated|modified|created|erstellt|veröffentlicht|aktualisiert|publié|mis à jour|publicado|actualizado|pubblicato|опубликовано|обновлено|yayın(?:lanma|landı)|güncellen\p{L}+)(?: (?:on|at|am|le|el))?\s*[:：|–—-]/iu,
  /^(?:发布时间|发表于|更新时间|来源|作者|责任编辑|公開日|更新日)\s*[:：]/u,
  /^(?:first |last |originally )?(?:published|posted|updated) (?:on |at )?[\p{L}\d ,:]{3,40}\.?$/iu,
  /^(?:reporting|additional reporting|editing|writing|compiled) by\b/iu,
  // Whose picture it is.
  /^\(?(?:photo|photograph|image|picture|video|graphic|illustration|file photo|foto|bild|фото)s?(?: credit| courtesy)?\s*(?:[:：©/]| by\b)/iu,
  /^\(?(?:courtesy of|credit:|source:|quelle:|источник:|©|\(c\)|copyright\b)/iu,
  // What else to read, and what to sign up to.
  /^(?:read|see|watch|listen|learn|find out|view|show|hear) (?:more|also|next|all|now|the full)\b/iu,
  /^(?:also read|more on|continue reading|related(?: articles?| stories)?:|recommended|don't miss|skip to|jump to|click|tap) ?/iu,
  /^(?:mehr zum thema|lesen sie (?:auch|mehr)|weiterlesen|lire aussi|lire la suite|leer más|lea también|читайте также|ayrıca (?:oku|bak)|阅读更多|延伸阅读|关连)/iu,
  /^(?:subscribe|sign up|sign in|log in|register|join|follow|like|share|support|donate)\b.{0,80}\b(?:us|our|newsletter|now|today|here|free|account|channel|page|this)\b/iu,
  /^(?:this (?:article|story|post|piece) (?:was|is|has been|first|originally)|would love your thoughts|leave a (?:comment|reply)|advertisement|sponsored|anzeige|publicité|реклама)/iu,
]

const ANYWHERE: readonly RegExp[] = [
  /\ball rights reserved\b|\balle rechte vorbehalten\b|\btous droits réservés\b|\btodos los derechos reservados\b|все права защищены/iu,
  /\b(?:subscribe|sign up|abonnieren sie|abonnez-vous|suscríbase|подпишитесь)\b.{0,60}\b(?:newsletter|channel|updates|kanal|alerts|канал|рассылку)/iu,
  /\b(?:getty images|reuters\/|ap photo|afp via|shutterstock)\b/iu,
  /\b(?:enable javascript|cookie policy|privacy policy|terms of (?:use|service)|accept cookies)\b/iu,
]

/** A place and an agency, a day, a time, and nothing said: "LISBON (Agency) —", "Friday, 3 May 2024, 10:15 CET". */
const DATELINE =
  /^(?:\p{Lu}[\p{Lu}\s.,'’-]+)?(?:\([^)]{1,30}\))?[\s,–—-]*(?:(?:\p{L}{3,10}\.?,? ){0,2}\d{1,2}(?:st|nd|rd|th)?\.?,? ?(?:\p{L}{3,10}\.?,? )?\d{0,4},?\s*(?:\d{1,2}[:.]\d{2}.{0,12})?)?[\s–—.-]*$/u

/**
 * Whether a sentence belongs to the page and not to the article: by-lines, datelines, credits, captions, "read more",
 * requests to subscribe.
 */
export function isBoilerplate(sentence: string): boolean {
  const words = sentence.trim().replace(/\s+/gu, ' ')
  return (
    DATELINE.test(words) ||
    OPENINGS.some((pattern) => pattern.test(words)) ||
    ANYWHERE.some((pattern) => pattern.test(words)) ||
    /^\S*(?:https?:\/\/|www\.)\S+$/u.test(words)
  )
}

/** Whether the words are no full sentence: a heading, a caption, a label, a bare question. */
export function isFragment(sentence: string): boolean {
  return countWords(sentence) < LEAST_WORDS || isBareQuestion(sentence) || isHeadingLike(sentence)
}

/** Whether a sentence only asks. */
export function isBareQuestion(sentence: string): boolean {
  return /[?？؟][\p{P}\p{S}\s]*$/u.test(sentence)
}

/** Whether a line is short and has no mark at its end, as headings and captions have none. */
export function isHeadingLike(sentence: string): boolean {
  const isEnded = /[.!…。！．।؟۔:;][\p{P}\p{S}\s\d]*$/u.test(sentence)
  return !isEnded && !isWithoutSpaces(sentence) && countWords(sentence) <= LONGEST_HEADING
}
