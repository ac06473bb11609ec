import { plainText } from './dom.ts'

/** Words that belong to an office, a machine or a role rather than to a person. */
const OFFICE =
  /(?<!\p{L})(?:staff|team|editors?|editorial|desk|newsroom|redaktion|redaktionsteam|redacción|rédaction|redazione|redactie|redação|admin|administrator|correspondents?|reporters?|agency|agencies|press|reuters|afp|dpa|news|media|wire|writers?|contributors?|directors?|experts?|officers?|presidents?|guest|user|unknown|anonymous|authors?|inc|ltd|llc|gmbh|group|company|institute|university|magazine|journal|community|marketing|department|office|bureau|association|foundation|webmaster|services?|construction|security|times|herald|tribune|gazette|chronicle|telegraph|daily|zeitung|tageblatt|studio|network|online|blog)(?!\p{L})/iu
/** Of an office, only a named one signs: "The Harbour Desk" does, "Staff" and "Marketing Team" do not. */
const ROLE_WORD =
  /^(?:the|a|an|our|by|staff|team|editors?|editorial|desk|newsroom|redaktion|redacción|rédaction|admin|administrator|correspondents?|reporters?|writers?|contributors?|director|experts?|guest|user|unknown|anonymous|author|authors|marketing|content|web|site|community|news|press|media|online|blog|senior|managing|chief|deputy|special|wire|services?|agency|webmaster|department|office)$/iu
const NO_NAME = /https?:|www\.|\.(?:com|org|net|html?)\b|[@_<>{}[\]=#%]/iu
const MONTH_AT_END =
  /\s(?:January|February|March|April|May|June|July|August|September|October|November|December)$/u
const NAME = /^[\p{L}\p{M}"“‘'(][\p{L}\p{M}.’'"“”()-]*(?:[ \u{a0}][\p{L}\p{M}.’'"“”()&-]+){0,6}$/u
const MOST_NAME_WORDS = 6
const LONGEST_NAME = 70
/** "MD", "Ph.D.", "RD": they belong to the name before them. */
const CREDENTIAL =
  /^(?:(?:M\.?D|D\.?O|Ph\.?\s?D|Psy\.?D|Ed\.?D|Pharm\.?D|J\.?D|Dr|Jr|Sr|II|III|IV|Esq|CFA|CFP|CPA|MBA|MPH|MSc?|M\.?A|BSc?|B\.?A|RDN?|RN|LDN?|LCSW|LMFT|DDS|DMD|DVM|DNP|NP|PA-C|FAND|FACP|MSN|CNS|CSCS|CPT|PE|OD)\.?)(?:\s(?:M\.?D|RDN?|LDN?|CNS)\.?)?$/u
/** "Roe, Jane T." as library records have it: one word, a comma, a given name with an initial. */
const INVERTED = /^(\p{Lu}[\p{L}'’-]+), (\p{Lu}\p{Ll}+(?: \p{Lu}\.)+)$/u
/** Where a signature stops being names: a date, a place, a role behind a comma. */
const AFTER_NAMES =
  /\s+(?:\||[•·–—]|-)\s.*$|\s*(?<!\p{L})(?:published|updated|posted|last updated|reviewed|for the|is an?|on (?=\p{Lu}\p{Ll}+ \d)|in (?=\p{Lu}))(?!\p{L}).*$|\s*\(?\d.*$/u

/** What two ways to write the same name share: its letters and digits, without case and without a first "The". */
export const lettersOf = (text: string): string => text.toLowerCase().replace(/^the\s|[^\p{L}\p{N}]/gu, '')

/** `By Jane Roe, MD and John Doe, Example Times` → the two people. */
export function namesIn(text: string): string[] {
  const plain = plainText(text)
    .slice(0, 400)
    .replace(/(?<!\S)[(]?@\w+[)]?/gu, ' ')
    .replace(/^(?:记者|記者|撰文|作者|文)[\s:：/／]+/u, '')
    .trim()
    .replace(
      /^\W*(?:(?:written|story|posted|published|text|words|reported|interview|recipe|guide|recommended)\s+)?(?:by|von|par|por|door)\b:?\s+/iu,
      '',
    )
    .replace(/^(?:authors?|autor(?:en|in)?|auteurs?|contributors?)\s*[:：]\s*/iu, '')
  if (NO_NAME.test(plain.slice(0, 40)) && !/[,;]/.test(plain)) return []
  const inverted = INVERTED.exec(plain)
  if (inverted !== null && !CREDENTIAL.test(inverted[2]!)) return [`${inverted[2]} ${inverted[1]}`]
  const names: string[] = []
  for (const part of splitNames(plain)) {
    const name = part
      .replace(AFTER_NAMES, '')
      .replace(MONTH_AT_END, '')
      .replace(/[\s,;:|–-]+$/u, '')
      .trim()
    if (names.length > 0 && CREDENTIAL.test(name)) {
      names[names.length - 1] += `, ${name}`
      continue
    }
    // Behind a name and a comma stand a role, a paper, a town: nothing that signs.
    if (names.length > 0 && isOfficeName(name)) break
    if (isName(name)) names.push(name)
    else if (names.length > 0 && !/^(?:and|und|et|y|e|&)\b/iu.test(part)) break
  }
  return names
}

const splitNames = (text: string): string[] =>
  text
    .split(/\s*(?:[,;|·•⋅/、，*]|(?<!\p{L})(?:and|und|et|y|en|och|og|with|mit|avec)(?!\p{L})|\s&\s)\s*/u)
    .filter((part) => part !== '')

function isName(name: string): boolean {
  if (name.length > LONGEST_NAME || NO_NAME.test(name) || !NAME.test(name)) return false
  if (/^[\p{Lo}]{2,12}$/u.test(name)) return true
  const words = name.split(/\s+/u)
  if (words.length > MOST_NAME_WORDS || !/\p{Lu}/u.test(name)) return false
  if (words.length === 1 && !/^\p{Lu}(?!\p{Lu}+$)\p{L}{2,}$/u.test(name)) return false
  if (MONTH_AT_END.test(` ${name}`)) return false
  if (words.every((word) => ROLE_WORD.test(word))) return false
  // "Read more about us": a sentence, not a name.
  const small = words.filter((word) => /^\p{Ll}/u.test(word) && !PARTICLE.test(word)).length
  return small === 0
}

const PARTICLE =
  /^(?:de|del|della|delle|di|da|das|do|dos|du|van|von|vom|der|den|ter|ten|zu|zur|bin|ibn|bint|al|el|la|le|af|av|e|y|of|the|for|al-\p{L}+|el-\p{L}+|d['’]\p{L}+)$/u

/** Whether a name is that of a desk or a company. */
export const isOfficeName = (name: string): boolean => OFFICE.test(name)
