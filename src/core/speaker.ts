import type { Article } from './article.ts'
import type { Quote, Speaker } from './claim.ts'
import { lowerCase } from './lower-case.ts'
import type { Attribution } from './voices/attribution.ts'
import { readWords } from './voices/frame.ts'
import { lexiconOf } from './voices/languages.ts'
import type { Lexicon } from './voices/lexicon.ts'
import { meansSpeaker, tellingWords } from './voices/match-speaker.ts'
import { readNameRun } from './voices/name-run.ts'
import type { Person } from './voices/people.ts'
import { isNearProof, isSpeechNear, standsInArticle } from './speaker-nearness.ts'
import { attributionsIn, peopleOf, speakerAt } from './voices/voices-of.ts'

const WRITER =
  /^(?:the |this )?(?:writer|author|columnist|opinion|editorial)(?:['’]s (?:own )?(?:view|opinion))?$/iu
const NOBODY =
  /^(?:the |this )?(?:article|text|page|report itself|none|null|n\/a|unknown|unstated|narrator)?$/iu
const DOCUMENT =
  /\b(?:statement|read-?out|report|letter|memo|document|filing|study|survey|poll|bill|law|ruling|release|paper|transcript|erklärung|bericht|studie|rapport|communiqué|informe|comunicado)(?!\p{L})/iu

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
    if (ours !== null && isPersonsName(article, ours.name)) return 'unsupported'
    return { name: wanted, kind: 'writer', via: [] }
  }
  const lexicon = lexiconOf(article.language)
  const people = peopleOf(article)
  const voices = quotes.flatMap(({ sentence }) => attributionsIn(article, sentence))
  const means = ({ speaker }: Attribution): boolean =>
    speaker !== null && meansSpeaker(wanted, speaker, lexicon, people)
  const agreeing = voices.find(means)
  const isOthers =
    voices.length > 0 && voices.every((voice) => !means(voice) && isSurelyOthers(article, voice, wanted))
  if (agreeing !== undefined && agreeing.speaker !== null) return fullerOf(article, wanted, agreeing.speaker)

  if (!standsInArticle(article, wanted)) {
    // A description in the claim's own language: its words cannot be looked up, so ours is shown.
    const isDescribed = ours !== null && ours.kind !== 'named' && !isName(wanted, article)
    return isDescribed ? ours : 'unsupported'
  }
  if (isOthers && !mayBe(wanted, voices, people, lexicon)) return 'unsupported'
  const isTheirs =
    isNearProof(article, wanted, quotes) && (voices.length > 0 || isSpeechNear(article, quotes))
  if (!isTheirs) return 'unsupported'
  return { name: wanted, kind: kindOf(wanted), via: [] }
}

const isPersonsName = (article: Article, name: string): boolean =>
  peopleOf(article).some((each) => each.isPerson && each.name === name)

/** Our record of a voice; where it is but a part of a model's description that stands in the article, the description. */
function fullerOf(article: Article, wanted: string, ours: Speaker): Speaker {
  const lexicon = lexiconOf(article.language)
  const [known, named] = [tellingWords(ours.name, lexicon), tellingWords(wanted, lexicon)]
  const isPart = known.length < named.length && known.every((word) => named.includes(word))
  if (isPersonsName(article, ours.name) || !isPart || !standsInArticle(article, wanted)) return ours
  return { name: wanted, kind: kindOf(wanted), via: ours.via }
}

/**
 * Whether words are surely of somebody else than the one a model names. Of words in quotation marks the rules are surest; of
 * reported speech they are where their person stands in the sentence and the model's does not.
 */
function isSurelyOthers(
  article: Article,
  { speaker, sure, direct, sentence }: Attribution,
  wanted: string,
): boolean {
  if (speaker === null) return false
  const lexicon = lexiconOf(article.language)
  const words = lowerCase(article.text.slice(sentence.start, sentence.end))
  const lastOf = (name: string): string => tellingWords(name, lexicon).at(-1) ?? ' '
  const isAPerson = peopleOf(article).some(
    (each) => each.isPerson && lowerCase(each.words.at(-1) ?? '') === lastOf(wanted),
  )
  const isOursAPerson = isPersonsName(article, speaker.name)
  const isInSentence = words.includes(lastOf(wanted))
  if (direct && isOursAPerson && (sure || isAPerson)) return true
  if (!sure) return false
  if (direct) return isAPerson ? !isInSentence : words.includes(lastOf(speaker.name)) && !isInSentence
  return isOursAPerson && !isInSentence && (isAPerson || words.includes(lastOf(speaker.name)))
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

function isName(wanted: string, article: Article): boolean {
  const tokens = readWords(wanted, 0, wanted.length)
  const run = readNameRun(tokens, 0, lexiconOf(article.language))
  return run !== null && run.to === tokens.length && run.words.length > 1
}

function kindOf(name: string): Speaker['kind'] {
  if (DOCUMENT.test(name)) return 'document'
  return /(?:^|\s)\p{Lu}/u.test(name.replace(/^(?:The|An?)\s/u, '')) ? 'named' : 'unnamed'
}
