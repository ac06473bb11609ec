import type { Article } from '../article.ts'
import { articleSentences } from '../article-sentences.ts'
import type { Quote } from '../claim.ts'
import { quoteAt } from '../quote.ts'
import type { Span } from '../span.ts'
import { isUsableAsProof } from '../usable-as-proof.ts'
import { nameEvidence, nameWordsOf, personNames } from './name-evidence.ts'

/** Words with which a sentence points back at whom or what it is about, of twelve languages, near its beginning. */
const POINTS_BACK =
  /(?<!\p{L})(?:it|its|they|their|them|he|his|him|she|her|the|this|these|that|we|our|us|i|my|er|sie|es|ihr\p{L}{0,2}|sein\p{L}{0,2}|der|die|das|dies\p{L}{0,2}|il|elle|ils|elles|son|sa|ses|leurs?|l['’]|la|le|les|cet?t?e?|él|ella|ellos|su|sus|el|los|las|este|esta|lui|lei|suo|sua|suoi|loro|lo|gli|questa?|ele|ela|eles|seu|seus|o|a|os|as|esta|hij|zij|ze|het|zijn|haar|hun|de|deze|dit|он|она|оно|они|его|ее|её|их|эт\p{L}{1,3}|o|bu|onun|onlar|هو|هي|هم)(?!\p{L})|^.{0,12}(?:他|她|它|该|这|其|同|彼|同社|この|その)/iu
const NEAR_THE_START = 48
/** He and she, wherever in the sentence. */
export const HE_OR_SHE =
  /(?<!\p{L})(?:he|she|him|her|his|er|ihn|ihm|il|elle|lui|él|ella|lei|ele|ela|hij|zij|haar|он|она|его|её|ее|ему|ей|o|هو|هي)(?!\p{L})|他|她|彼/iu
/** A name that stands so often is what the article is about. */
const OFTEN = 3

/**
 * The sentence that says whom a pronoun or "the company" means, to be shown beside the proof: the nearest one before it that
 * holds the name. Only for whom the article is about (its title names it, or it is named often) and for the person named
 * last: else more than one could be meant. Null where there is none.
 */
export function antecedentOf(article: Article, quotes: readonly Quote[], name: string): Quote | null {
  const first = quotes.reduce((one, other) => (other.start < one.start ? other : one))
  const opening = article.text.slice(first.sentence.start, first.sentence.start + NEAR_THE_START)
  if (
    !POINTS_BACK.test(opening) &&
    !HE_OR_SHE.test(article.text.slice(first.sentence.start, first.sentence.end))
  )
    return null
  const before = articleSentences(article).filter(
    (each) =>
      each.end <= first.sentence.start &&
      each.kind !== 'heading' &&
      each.kind !== 'table' &&
      isUsableAsProof(article, each),
  )
  const found = before.findLast(({ start, end }) =>
    nameWordsOf(article.text.slice(start, end)).includes(name),
  )
  if (found === undefined) return null
  return isSubject(article, name) || isLastNamed(article, name, found, before.at(-1)?.end ?? 0)
    ? quoteAt(article, { start: found.start, end: found.end })
    : null
}

/** Whether nobody else is named by full name between a sentence and the place where somebody is meant. */
function isLastNamed(article: Article, name: string, { end }: Span, until: number): boolean {
  const { text, language } = article
  const isPerson = nameEvidence(article).people.has(name)
  return isPerson && personNames(text.slice(end, until), language).every(({ names }) => names.includes(name))
}

function isSubject({ title, text }: Article, name: string): boolean {
  return (
    nameWordsOf(title).includes(name) || nameWordsOf(text).filter((word) => word === name).length >= OFTEN
  )
}
