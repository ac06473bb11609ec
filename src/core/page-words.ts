import { isMonthName } from './written-date.ts'

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(' '))

const PUT_UP = setOf(
  'published posted updated modified created erstellt veröffentlicht aktualisiert publié publicado actualizado pubblicato aggiornato atualizado опубликовано обновлено yayınlanma yayınlandı güncellendi güncelleme',
)
const BESIDE_A_TIME = setOf(
  'last first originally at on by the of o’clock am pm a.m p.m noon midnight ago min mins minute minutes hour hours read ' +
    'est edt cst cdt mst mdt pst pdt et ct mt pt gmt bst utc cet cest ist msk uhr um am le à el la del de il alle zuletzt stand ' +
    'mis jour monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thurs fri sat sun ' +
    'montag dienstag mittwoch donnerstag freitag samstag sonntag lundi mardi mercredi jeudi vendredi samedi dimanche ' +
    'lunes martes miércoles jueves viernes sábado domingo',
)
const SHARING = setOf(
  'share shares shared tweet tweets pin email e-mail mail print comment comments facebook twitter whatsapp linkedin reddit pinterest ' +
    'messenger telegram bluesky flipboard copy link save more this article story on via to a friend by or and likes like views view retweets ' +
    'teilen drucken kommentare merken partager imprimer commentaires compartir imprimir comentarios paylaş yorum поделиться комментарии',
)
const SHARING_ITSELF =
  /^(?:shares?|tweets?|comments?|views?|likes?|retweets?|e-?mail|print|teilen|kommentare|partager|commentaires|compartir|comentarios|paylaş|yorum|поделиться|комментарии)$/iu

/** A number as dates, times and counts have it: "4th", "10:47", "1.2k", "2009-03-04". */
const FIGURE = /^\d{1,4}(?:[:.,/h-]\d{1,4}){0,3}(?:st|nd|rd|th|am|pm|k|m|h)?$/iu
/** A line with more words than these tells something. */
const MOST_WORDS = 20

const bare = (word: string): string => word.replace(/^[\p{P}\p{S}]+|[\p{P}\p{S}]+$/gu, '')

const isOfATime = (word: string): boolean => {
  const small = bare(word).toLowerCase()
  return (
    small === '' || FIGURE.test(small) || isMonthName(small) || BESIDE_A_TIME.has(small) || PUT_UP.has(small)
  )
}

const wordsOf = (line: string): string[] | null => {
  const words = line.slice(0, 300).split(/\s+/u)
  return line.length > 300 || words.length > MOST_WORDS ? null : words
}

/** Whether a line says when something was put up, and nothing else: "11:02 EST, 21 October 2013 . | .", "UPDATED:". */
export function isTimestamp(line: string): boolean {
  const words = wordsOf(line)
  return (
    words !== null &&
    words.every(isOfATime) &&
    words.some((word) => /\d/u.test(word) || PUT_UP.has(bare(word).toLowerCase()))
  )
}

/** Whether a line offers to share, print or comment, or counts who did. */
export function isSharing(line: string): boolean {
  const words = wordsOf(line)?.map(bare)
  if (words === undefined || !words.some((word) => SHARING_ITSELF.test(word))) return false
  return words.every((word) => word === '' || FIGURE.test(word) || SHARING.has(word.toLowerCase()))
}

/**
 * Where the words of a sentence begin that has a by-line or a time of publication before it on the same line, without a
 * mark between them: "By Mail Foreign Service Last updated at 8:02 PM on 4th March 2009 A British man …". 0 where none is.
 */
export function skipStamp(sentence: string): number {
  let isInStamp = false
  let hasYear = false
  let count = 0
  for (const { 0: word, index } of sentence.slice(0, 300).matchAll(/\S+/gu)) {
    count += 1
    if (isInStamp && !isOfATime(word)) return hasYear ? index : 0
    if (PUT_UP.has(bare(word).toLowerCase())) isInStamp = true
    else if (!isInStamp && count === 1 && !/^(?:by|last|first|von|par|por)$/iu.test(bare(word))) return 0
    if (isInStamp && /^\d{4}$/u.test(bare(word))) hasYear = true
    if (count > MOST_WORDS) return 0
  }
  return 0
}

/** Words that stay small in names and headlines. */
const SMALL_IN_NAMES = setOf(
  'a an and as at but by de del der des di du e el et for from in la le of on or the to und van von with y s vs',
)

/** Whether every word has a capital, as in names ("Daily Mail Reporter") and English headlines, so that nothing is told. */
export function isTitleCase(line: string): boolean {
  const words = wordsOf(line)
    ?.map(bare)
    .filter((word) => /\p{L}/u.test(word))
  if (words === undefined || words.length === 0) return false
  const capitals = words.filter((word) => /^\p{Lu}/u.test(word))
  return capitals.length > 1 && words.every((word) => /^[\p{Lu}\d]/u.test(word) || SMALL_IN_NAMES.has(word))
}
