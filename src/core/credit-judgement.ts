import { isKnownOutlet } from './agencies.ts'
import type { CreditedName } from './credit-name.ts'
import { isCleanRest, isEnd, type Standing } from './credit-rest.ts'
import { lowerCase } from './lower-case.ts'
import { type CreditRole, type CreditWords, type Relation, wordAt } from './credit-words.ts'

/** A sentence made of a credit's words, as it was read. */
export interface Statement {
  readonly language: CreditWords
  readonly sentence: string
  readonly standing: Standing
  /** Kinds of words that stand before the name, and behind it where the verb comes last. */
  readonly seen: ReadonlySet<CreditRole>
  readonly relation: Relation | 'permission'
  readonly preposition: string
  readonly credited: CreditedName
  /** What follows the name and its verb. */
  readonly rest: string
}

/** "Artículo publicado en X" begins with the work itself; "El artículo …" may be another one. */
const ANOTHER_WORK =
  /^(?:l[’']|\S+ \S*[’']s\s|(?:the|an?|der|die|das|den|ein|eine|le|la|un|une|el|il|o|um|uma|het|de|een|this|these|his|her|their|my|our)(?!\p{L}))/iu
const PLAINLY_FIRST =
  /(?<!\p{L})(?:originally|ursprünglich|zuerst|initialement|originalmente|originariamente|oorspronkelijk|ursprungligen)(?!\p{L})/iu
const THANKS = /^(?:we thank|(?:(?:we|our|with) )?thanks? to|wir danken|unser dank|dank an)(?!\p{L})/iu
const ALLOWED = /permission|allow|erlaubnis|genehmigung|re-?p(?:ost|rint|ublish)/iu

const isThis = ({ seen }: Statement): boolean => seen.has('work') || seen.has('version')
const hasSubject = (said: Statement): boolean => isThis(said) || said.seen.has('loose')
const hasAppeared = ({ seen }: Statement): boolean => seen.has('appeared') || seen.has('alone')
const isAlone = ({ standing }: Statement): boolean => standing === 'line'
const isThanks = ({ relation, sentence }: Statement): boolean =>
  relation === 'permission' && THANKS.test(sentence)
const isFrom = ({ relation, seen, language, preposition }: Statement): boolean =>
  relation === 'source' || (relation === 'by' && seen.has('again') && language.is.source.test(preposition))
const isByPerson = ({ language, preposition, credited }: Statement): boolean =>
  language.is.by.test(preposition) && isPerson(credited)

/** Each a way to say who wrote the words first; one is enough. */
const WAYS: readonly ((said: Statement) => boolean)[] = [
  // This story was first published by X.
  (said) =>
    (said.seen.has('first') || said.seen.has('version')) &&
    (hasAppeared(said) || said.seen.has('given')) &&
    said.relation !== 'permission' &&
    (said.relation !== 'source' || said.seen.has('again')),
  // The original is from X.
  (said) => said.seen.has('version') && isFrom(said),
  // Republished from X.
  (said) =>
    said.seen.has('again') &&
    isFrom(said) &&
    (!isByPerson(said) || said.language.is.source.test(said.preposition)) &&
    (hasSubject(said) || said.standing !== 'inside'),
  // With kind permission of X. We thank X for permission to reprint this.
  (said) => said.relation === 'permission' && (!isThanks(said) || ALLOWED.test(said.rest)),
  // Read the original article on X.
  (said) => said.seen.has('readOriginal') && said.relation !== 'by',
  // This story was produced by X. Materials provided by X.
  (said) =>
    said.seen.has('given') &&
    said.relation === 'by' &&
    !isByPerson(said) &&
    (isThis(said) || (hasSubject(said) && isAlone(said)) || /^materials?/iu.test(said.sentence)),
  // Erschienen in X.
  (said) => isAlone(said) && said.seen.has('alone') && said.relation === 'at' && !hasSubject(said),
  // Artículo publicado en X.
  (said) =>
    isAlone(said) &&
    hasAppeared(said) &&
    said.relation !== 'source' &&
    wordAt(said.language, lowerCase(said.sentence), 0)?.role === 'loose' &&
    !ANOTHER_WORK.test(said.sentence) &&
    isCleanRest(said.rest, 'end'),
  // Cet article a été publié par X.
  (said) =>
    isThis(said) &&
    hasAppeared(said) &&
    !isByPerson(said) &&
    !(said.preposition === 'with') &&
    (said.preposition !== 'for' ||
      said.credited.name.startsWith('The ') ||
      isKnownOutlet(said.credited.name)),
  // Originally on X.
  (said) => isAlone(said) && PLAINLY_FIRST.test(said.sentence) && said.relation === 'at' && isEnd(said.rest),
]

/** Whether a statement credits the name in it for the words that are read, where it stands. */
export function saysWhoWasFirst(said: Statement): boolean {
  if (!WAYS.some((way) => way(said))) return false
  if (isThis(said)) return true
  if (said.standing === 'inside') return false
  if (said.seen.has('loose') && said.standing === 'end' && !isEnd(said.rest)) return false
  return isThanks(said) || isCleanRest(said.rest, said.standing)
}

const ORGANISED =
  /(?<!\p{L})(?:news|reporting|post|times|media|press|project|cent(?:er|re)|wire|network|magazine|tribune|gazette|courier|herald|chronicle|record|observer|standard|mirror|sun|star|globe|telegraph|express|dispatch|ledger|sentinel|bulletin|digest|monthly|quarterly|blog|books|verlag|zeitung|\p{L}*blatt|\p{L}*bote|\p{L}*kurier|anzeiger|rundschau|magazin|diario|gaceta|correo|voz|écho|gazzetta|corriere|giornale|review|institute|university|foundation|journal|studios?|report|service|radio|tv|daily|weekly|today|public|lab|desk|agency|group|inc|llc|ltd)(?!\p{L})/iu
const BEGINS_WITH_ARTICLE = /^(?:the|la|le|les|el|los|las|die|der|das|il|lo|gli|o|a|os|as|de|het|den)\s/iu
const PARTNERS = /co-?published|re-?published|permission|partner|shared/iu
const FIRST_AND_LAST = /^\p{Lu}[\p{L}’'.-]+(?:\s+\p{Lu}[\p{L}’'.-]*){1,2}$/u

/** "Produced by Jane Roe": who helped, not who published. */
function isPerson({ name, rest }: CreditedName): boolean {
  if (isKnownOutlet(name) || ORGANISED.test(name) || BEGINS_WITH_ARTICLE.test(name)) return false
  return !PARTNERS.test(rest) && FIRST_AND_LAST.test(name)
}
