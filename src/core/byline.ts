import type { Author } from './source.ts'

const LONGEST_BYLINE = 160
const MOST_AUTHORS = 8

const BYLINE =
  /^(?:(?:written|reported|story|text|words|posted|published) )?(?:by|von|par|por|di|door|av|af|escrito por|text(?:e|o)?:|autor(?:in|en|a|es)?:|auteur ?:|authors?:|autore:)\s+(?<names>.+)$/iu
/** Where the names end: a date, a separator, a label. */
const AFTER_NAMES =
  /\s*(?:[|•·–—(\d]|-(?=\s)|(?<!\p{L})(?:published|updated|posted|for|in|at|is an?|on|veröffentlicht|publié|publicado|pubblicato|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)(?!\p{L})|(?<!\p{L})(?:am|le|el|il|\p{Lu}\p{Ll}{2,8}\.?)\s+\d).*$/u
const BETWEEN_NAMES = /\s*(?:[,;&、]|(?<!\p{L})(?:and|und|et|y|e|en|och|og)(?!\p{L}))\s*/u
const NAME_WORD = "(?:(?:[dDlL]['’])?\\p{Lu}[\\p{L}\\p{M}'’.-]*|\\p{Lo}+)"
const PARTICLE = '(?:de|del|della|di|da|dos|van|von|der|den|ter|bin|ibn|al|el|la|le|zu|af)'
const NAME = new RegExp(`^${NAME_WORD}(?:\\s+(?:${PARTICLE}\\s+){0,2}${NAME_WORD}){1,4}$`, 'u')
/** Desks and roles sign too, but they are nobody's name. */
const ROLE =
  /(?<!\p{L})(?:staff|admin|administrator|editors?|editorial|correspondents?|reporters?|writers?|contributors?|team|desk|newsroom|news|agency|agencies|redaktion|redacción|rédaction|redazione|redação|redactie|guest|author|webmaster|press|office|bureau|services?|wire|times|post|online)(?!\p{L})/iu

/** The people that a byline names ("By Jane Doe and John Roe"); empty where a line is none or names only a desk. */
export function readByline(line: string): readonly Author[] {
  if (line.length > LONGEST_BYLINE) return []
  const names = BYLINE.exec(line)?.groups?.['names']
  if (names === undefined) return []
  const found: Author[] = []
  for (const name of names.replace(AFTER_NAMES, '').split(BETWEEN_NAMES)) {
    const trimmed = name.trim()
    if (NAME.test(trimmed) && !ROLE.test(trimmed)) found.push({ name: trimmed, basis: line })
  }
  return found.slice(0, MOST_AUTHORS)
}

/** Whether a line has the shape of a byline, whoever it names. */
export function isByline(line: string): boolean {
  if (line.length > LONGEST_BYLINE || /[.!?]$/u.test(line)) return false
  const names = BYLINE.exec(line)?.groups?.['names']
  if (names === undefined) return false
  return (
    readByline(line).length > 0 ||
    (names.split(/\s+/u).length <= 4 && (ROLE.test(names) || /^\p{Lu}\S*$|^@/u.test(names)))
  )
}
