import type { Article } from './article.ts'
import { articleWords } from './article-words.ts'
import type { Speaker } from './claim.ts'
import { wordSequence } from './word-sequence.ts'

const WRITER =
  /^(?:the |this )?(?:writer|author|columnist|opinion|editorial)(?:['’]s (?:own )?(?:view|opinion))?$/iu
const NOBODY =
  /^(?:the |this )?(?:article|text|page|report itself|none|null|n\/a|unknown|unstated|narrator)?$/iu
const DOCUMENT =
  /\b(?:statement|read-?out|report|letter|memo|document|filing|study|survey|poll|bill|law|ruling|release|paper|transcript|erklärung|bericht|studie|rapport|communiqué|informe|comunicado)(?!\p{L})/iu

/**
 * A model's name for a voice, checked against the article: every word of it must stand there. Null: no voice, the
 * article itself reports. `unsupported`: the name is not in the article.
 */
export function checkSpeaker(article: Article, name: string | null): Speaker | null | 'unsupported' {
  const wanted = name?.trim() ?? ''
  if (NOBODY.test(wanted)) return null
  if (WRITER.test(wanted)) return { name: wanted, kind: 'writer', via: [] }
  const standing = new Set([...articleWords(article).places.keys()].map((word) => word.toLowerCase()))
  const words = wordSequence(wanted).map(({ word }) => word.toLowerCase())
  const isArticle = (word: string): boolean =>
    /^(?:an?|the|der|die|das|ein|eine|le|la|les|un|une|el|los|una)$/u.test(word)
  if (words.length === 0 || !words.every((word) => isArticle(word) || standing.has(word)))
    return 'unsupported'
  if (DOCUMENT.test(wanted)) return { name: wanted, kind: 'document', via: [] }
  return {
    name: wanted,
    kind: /(?:^|\s)\p{Lu}/u.test(wanted.replace(/^(?:The|An?)\s/u, '')) ? 'named' : 'unnamed',
    via: [],
  }
}
