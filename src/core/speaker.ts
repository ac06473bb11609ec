import type { Article } from './article.ts'
import { articleWords } from './article-words.ts'
import type { Quote, Speaker } from './claim.ts'
import { lowerCase } from './lower-case.ts'
import type { Span } from './span.ts'
import type { Attribution } from './voices/attribution.ts'
import { readWords } from './voices/frame.ts'
import { lexiconOf } from './voices/languages.ts'
import type { Lexicon } from './voices/lexicon.ts'
import { meansSpeaker, tellingWords } from './voices/match-speaker.ts'
import { readNameRun } from './voices/name-run.ts'
import type { Person } from './voices/people.ts'
import { attributionsIn, peopleOf, speakerAt } from './voices/voices-of.ts'
import { wordSequence } from './word-sequence.ts'

const WRITER =
  /^(?:the |this )?(?:writer|author|columnist|opinion|editorial)(?:['’]s (?:own )?(?:view|opinion))?$/iu
const NOBODY =
  /^(?:the |this )?(?:article|text|page|report itself|none|null|n\/a|unknown|unstated|narrator)?$/iu
const DOCUMENT =
  /\b(?:statement|read-?out|report|letter|memo|document|filing|study|survey|poll|bill|law|ruling|release|paper|transcript|erklärung|bericht|studie|rapport|communiqué|informe|comunicado)(?!\p{L})/iu

/** A voice is looked for in a proof's own paragraph and in so many before it. */
const PARAGRAPHS_BEFORE = 1

/**
 * A model's name for a voice, checked against the words that prove the claim. Null: no voice, the article itself reports.
 * `unsupported`: the name is not in the article, not near the proof, not beside a verb of saying, or the words are surely
 * somebody else's. Where the rules know the voice (`voices/`), our own record of it is returned, also where the model
 * names none: what somebody claims is a claim of theirs.
 */
export function checkSpeaker(
  article: Article,
  name: string | null,
  quotes: readonly Quote[],
): Speaker | null | 'unsupported' {
  const wanted = name?.trim() ?? ''
  const ours = ownSpeaker(article, quotes)
  if (NOBODY.test(wanted)) return ours
  if (WRITER.test(wanted)) {
    if (ours !== null && ours.kind !== 'writer') return 'unsupported'
    return { name: wanted, kind: 'writer', via: [] }
  }
  const lexicon = lexiconOf(article.language)
  const people = peopleOf(article)
  const voices = quotes.flatMap(({ sentence }) => attributionsIn(article, sentence))
  const means = ({ speaker }: Attribution): boolean =>
    speaker !== null && meansSpeaker(wanted, speaker, lexicon, people)
  const agreeing = voices.find(means)
  const isOthers = voices.length > 0 && voices.every((voice) => voice.sure && !means(voice))
  if (agreeing !== undefined && agreeing.speaker !== null) return agreeing.speaker

  if (!standsIn(article, wanted)) {
    // A description in the claim's own language: its words cannot be looked up, so ours is shown.
    const isDescribed = ours !== null && ours.kind !== 'named' && !isName(wanted, article)
    return isDescribed ? ours : 'unsupported'
  }
  if (isOthers && !mayBe(wanted, voices, people, lexicon)) return 'unsupported'
  if (!isNear(article, wanted, quotes) || !isSaid(article, quotes, voices)) return 'unsupported'
  return { name: wanted, kind: kindOf(wanted), via: [] }
}

/**
 * Whether a name may stand for voices that the rules only describe: for "the president" somebody whom the text calls
 * so. Two descriptions of one voice may differ; two names may not.
 */
function mayBe(
  wanted: string,
  voices: readonly Attribution[],
  people: readonly Person[],
  lexicon: Lexicon,
): boolean {
  if (voices.some(({ speaker }) => speaker?.kind === 'named')) return false
  const words = tellingWords(wanted, lexicon)
  const person = people.find((each) => each.isPerson && words.includes(lowerCase(each.words.at(-1) ?? '')))
  if (person === undefined) return true
  return voices.some(({ speaker }) =>
    [...person.roles].some((role) =>
      lowerCase(speaker?.name ?? '')
        .split(' ')
        .includes(role),
    ),
  )
}

/** The one voice that all of a proof gives to. */
function ownSpeaker(article: Article, quotes: readonly Quote[]): Speaker | null {
  const [first, ...rest] = quotes.map(
    (quote) => speakerAt(article, quote) ?? speakerAt(article, quote.sentence),
  )
  if (first === undefined || first === null) return null
  return rest.every((speaker) => speaker?.name === first.name) ? first : null
}

const ARTICLE_WORD = /^(?:an?|the|der|die|das|ein|eine|le|la|les|un|une|el|los|una)$/u

function standsIn(article: Article, wanted: string): boolean {
  const standing = new Set([...articleWords(article).places.keys()].map((word) => word.toLowerCase()))
  const words = wordSequence(wanted).map(({ word }) => word.toLowerCase())
  return words.length > 0 && words.every((word) => ARTICLE_WORD.test(word) || standing.has(word))
}

function isName(wanted: string, article: Article): boolean {
  const tokens = readWords(wanted, 0, wanted.length)
  const run = readNameRun(tokens, 0, lexiconOf(article.language))
  return run !== null && run.to === tokens.length && run.words.length > 1
}

/** The proof's paragraphs and the one before each. */
function surroundings(article: Article, { sentence }: Quote): Span {
  const { passages } = article
  const at = passages.findIndex(({ end }) => end > sentence.start)
  const first = passages[Math.max(0, at - PARAGRAPHS_BEFORE)]
  const own = passages[at]
  return { start: first?.start ?? sentence.start, end: Math.max(own?.end ?? 0, sentence.end) }
}

/** The last word of a name, or the words of a description, must stand near every quote. */
function isNear(article: Article, wanted: string, quotes: readonly Quote[]): boolean {
  const words = tellingWords(wanted, lexiconOf(article.language))
  const last = words.at(-1) ?? ''
  return quotes.some((quote) => {
    const { start, end } = surroundings(article, quote)
    return article.text.slice(start, end).toLowerCase().includes(last)
  })
}

/** A verb of saying, "according to", or quotation marks: somebody speaks in the proof at all. */
function isSaid(article: Article, quotes: readonly Quote[], voices: readonly Attribution[]): boolean {
  if (voices.length > 0) return true
  const { say, participles, withWords, accordingTo } = lexiconOf(article.language)
  return quotes.some(({ sentence: { start, end } }) => {
    const words = readWords(article.text, start, end)
    return words.some(
      ({ small }, at) =>
        say.has(small) ||
        participles.has(small) ||
        withWords.has(small) ||
        accordingTo.some((phrase) => phrase.every((word, offset) => words[at + offset]?.small === word)),
    )
  })
}

function kindOf(name: string): Speaker['kind'] {
  if (DOCUMENT.test(name)) return 'document'
  return /(?:^|\s)\p{Lu}/u.test(name.replace(/^(?:The|An?)\s/u, '')) ? 'named' : 'unnamed'
}
