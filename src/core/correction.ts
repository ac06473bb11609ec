import type { Notice } from './source.ts'

const LONGEST_CORRECTION = 1200
const LONGEST_EVIDENCE = 300
const LONGEST_SAID = 140

/** Lines that begin by calling themselves a correction. */
const LABEL =
  /^[\s*([_-]*(?:corrections?|clarifications?|correction (?:and|&) clarification|corrected(?: on| at)? .{4,40}|erratum|corrigendum|retraction|editor[’']s note of correction|korrektur(?:hinweis)?|berichtigung|richtigstellung|klarstellung|rectificatif|rectification|précision|erratum|correctif|correcci[oó]n|rectificaci[oó]n|fe de err(?:ores|atas)|correzione|errata corrige|precisazione|correç(?:ão|ões)|errata|erramos|rectificatie|correctie|rättelse|rettelse|retting|sprostowanie|korekta|исправление|уточнение|поправка|düzeltme|訂正|お詫びと訂正|更正|勘误|تصحيح|정정)(?:\s*\(.{1,40}\)|\s+\d.{0,30}|,? \p{L}+\.? \d{1,2}(?:, \d{4})?)?(?:\s*[:：–—]|\.\s|\s-\s)\s*\S/iu
/** Sentences that say that these words were changed because they were wrong. */
const SENTENCE =
  /(?:an? )?(?:earlier|previous|prior|original|initial) version of (?:this|the) (?:article|story|piece|post|report|column|headline|caption)|(?:this|the) (?:article|story|piece|post|report|column|headline) (?:was|has been|is) (?:\p{L}+ )?(?:corrected|amended)|(?:this|the) (?:article|story|post|piece) (?:was|has been) (?:updated|changed|edited) (?:\p{L}+ ){0,4}to (?:correct|clarify|reflect that|fix)|in einer (?:früheren|ersten|vorherigen|älteren) (?:version|fassung)|wurde (?:nachträglich )?(?:korrigiert|berichtigt)|une (?:précédente )?version (?:précédente|antérieure|initiale) de (?:cet article|ce texte)|(?:cet article|ce texte) a été (?:corrigé|rectifié|modifié)|una versi[oó]n (?:anterior|previa) de este|este (?:artículo|texto) (?:ha sido|fue) corregido|una (?:precedente )?versione (?:precedente )?di questo articolo|uma versão anterior (?:deste|desta)|(?:este|esta) (?:texto|reportagem|artigo) foi corrigid|in een eerdere versie|i en tidigare version|w (?:poprzedniej|pierwotnej) wersji|в (?:предыдущей|первоначальной|ранней) версии/iu

/** A correction that the page carries, as a notice with its words; null where the line is none. */
export function readCorrection(line: string): Notice | null {
  if (line.length > LONGEST_CORRECTION || !(LABEL.test(line) || SENTENCE.test(line))) return null
  return corrected([line])
}

/** The notice that a page carries corrections, in their own words. */
export function corrected(words: readonly string[]): Notice {
  const [first = '', ...others] = words.map((line) => line.slice(0, LONGEST_EVIDENCE))
  const said = first.length > LONGEST_SAID ? `${first.slice(0, LONGEST_SAID).trimEnd()}…` : first
  return { code: 'corrected', message: `It carries a correction: “${said}”`, evidence: [first, ...others] }
}
