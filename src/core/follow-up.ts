import type { Turn } from './answer.ts'
import { COMMON_WORDS } from './common-words.ts'
import { FOLLOW_UP_WORDS } from './follow-up-words.ts'
import { detectLanguage } from './language.ts'
import { withoutMeasure } from './question.ts'
import { foldWord, tokenise } from './tokenise.ts'

/** A question with more words of its own stands by itself, whatever pronoun is in it. */
const FEW_WORDS = 2
/** "And how many people live in the new town?" needs no question before it. */
const MANY_WORDS = 4
/** More than these back, a thread of questions has moved on. */
const MOST_EARLIER = 3
const MOST_NAMES = 2
const OPENING_MARKS = /^[¿¡"“«„'‘]+/u
/** "By what margin?", "Seit wann?": the rest of the sentence was said before. */
const BEGINS_INSIDE =
  /^(?:by|for|in|at|since|until|with|from|to|on|under|mit|seit|für|von|bis|aus|gegen|pour|avec|depuis|contre|de|à|por|con|desde|hasta|contra|per|da|com|até|met|sinds|voor|van|tot|tegen|с|со|для|до|от|из|по|при|к|на|в|против)(?!\p{L})/iu
/** "Que dit-elle ?"; but "Où le maire habite-t-il ?" names whom it means. */
const ATTACHED_PRONOUN = /\p{L}-(?:t-)?(?:il|elle|ils|elles)(?!\p{L})/iu

/** A question as it is searched for: what it names itself, and what it leans on. */
export interface Leaning {
  /**
   * The question; of one that leans on another, without the words that ask or lead over, which stand in no text: '' where
   * no word is left that could be searched for.
   */
  readonly own: string
  /** '' where it stands by itself. */
  readonly earlier: string
  /** It names nothing itself ("and when?"): then what was shown before may answer it. */
  readonly isFragment: boolean
}

/**
 * What a question leans on: the questions before it or, where a pronoun stands beside words of its own, the names in what
 * was last answered: "What did she say about the ferry?" is about her and the ferry, no longer about what she opened.
 */
export function leaningOf(turns: readonly Turn[], question: string, language: string): Leaning {
  const asked = turns.map((turn) => turn.question)
  const earlier = earlierQuestions(asked, question, language)
  if (earlier === '') return { own: question, earlier, isFragment: false }
  const languages = languagesOf(question, language)
  const own = withoutAsking(question, languages)
  const isFragment = ownWords(own, languages).length === 0
  const names = isFragment || !hasPronoun(question, language) ? [] : namesIn(lastProof(turns))
  return {
    // What is left of a word without its asking characters may be too short to search for: then all of it is.
    own: ownWords(own.replace(LONE_CHARACTER, ' '), languages).length > 0 ? own : isFragment ? '' : question,
    earlier: names.length > 0 ? names.join(' ') : withoutAsking(earlier, languages),
    isFragment,
  }
}

/** Part of no word that a text is searched for. */
const LONE_CHARACTER = /(?<!\p{Script=Han})\p{Script=Han}(?!\p{Script=Han})/gu

const lastProof = (turns: readonly Turn[]): string =>
  turns.findLast(({ answer }) => answer.claims.length > 0)?.answer.claims[0]?.quotes[0]?.text ?? ''

/** English keeps its question words: they tell what kind of words would answer. */
function withoutAsking(question: string, languages: readonly string[]): string {
  const patterns = languages.flatMap((tag) => (tag === 'en' ? [] : (PATTERNS.get(tag) ?? [])))
  const opening = patterns.reduce(
    (text, { leadsOver }) => text.replace(leadsOver, ''),
    question.trim().replace(OPENING_MARKS, ''),
  )
  const left = opening.replace(/\p{L}[\p{L}\p{M}]*/gu, (word) =>
    patterns.some(({ namesNothing }) => namesNothing.test(word)) ? ' ' : word,
  )
  return left.replace(ASKING_CHARACTERS, ' ').trim()
}

/**
 * The questions that this one leans on, in one string, '' where it stands by itself: the one before, and as long as that
 * leans on another, that one too. `questions` are those asked before, oldest first.
 */
export function earlierQuestions(questions: readonly string[], question: string, language: string): string {
  const earlier: string[] = []
  let current = question
  for (const before of questions.slice(-MOST_EARLIER).toReversed()) {
    if (!leansOnEarlier(current, language)) break
    earlier.unshift(before)
    current = before
  }
  return earlier.join(' ')
}

/** Whether a question has a word that stands for something said before. */
export function hasPronoun(question: string, language: string): boolean {
  return languagesOf(question, language).some((tag) => PATTERNS.get(tag)?.pronoun.test(question) ?? false)
}

/** Whether a question can be understood only with the one before it: "and how long?", "why did he do that?". */
function leansOnEarlier(question: string, language: string): boolean {
  const languages = languagesOf(question, language)
  const patterns = languages.flatMap((tag) => PATTERNS.get(tag) ?? [])
  const own = ownWords(question, languages)
  const asks = question.trim().replace(OPENING_MARKS, '')
  if (own.length === 0 || patterns.some(({ carriesOver }) => carriesOver.test(asks))) return true
  if (own.length < MANY_WORDS && patterns.some(({ goesOn }) => goesOn.test(asks))) return true
  if (own.length <= FEW_WORDS && patterns.some(({ pronoun }) => pronoun.test(question))) return true
  if (own.length < FEW_WORDS && (ATTACHED_PRONOUN.test(question) || BEGINS_INSIDE.test(asks))) return true
  const [only] = own
  const isTold = only !== undefined && (only.isName || only.hasArticle)
  return (
    own.length === 1 && !isTold && languages.some((tag) => FOLLOW_UP_WORDS[tag]?.leavesOutSubjects === true)
  )
}

/** People ask in the article's language, in one that shows, or in English. */
function languagesOf(question: string, language: string): readonly string[] {
  const detected = detectLanguage(question)
  // A few Han characters without kana may be either, and Cyrillic or Arabic letters tell by themselves.
  const byScript = SCRIPTS.filter(([script]) => script.test(question)).map(([, tag]) => tag)
  return [...new Set([language, detected, ...byScript, 'en'])].filter((tag) => tag in FOLLOW_UP_WORDS)
}

const SCRIPTS: readonly (readonly [RegExp, string])[] = [
  [/\p{Script=Han}/u, 'zh'],
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/u, 'ja'],
  [/\p{Script=Cyrillic}/u, 'ru'],
  [/\p{Script=Arabic}/u, 'ar'],
]

interface OwnWord {
  readonly isName: boolean
  readonly hasArticle: boolean
}

/** What a question asks with, in scripts without spaces: what is left names something. */
const ASKING_CHARACTERS =
  /什么|为什么|关于|有关|对于|为何|怎么样?|多少|多久|多长|多大|哪[里儿些个年天]?|几[个年天点]?|谁|何|时候|时间|何时|开始|为止|从|到|对|被|吗|呢|吧|啊|了|的|得|地|是|在|有|过|也|还|都|就|会|能|要|这么|那么|这样|那样|做|说|们|彼女?|言|[这那他她它其该此和与不没]|\p{Script=Hiragana}+|[何誰時人年日]/gu
/** So many characters make a word. */
const CHARACTERS_OF_A_WORD = 2

/** The words that say what a question is about: neither function words nor pronouns. */
function ownWords(question: string, languages: readonly string[]): readonly OwnWord[] {
  const unspaced =
    question.replace(ASKING_CHARACTERS, ' ').match(/[\p{Script=Han}\p{Script=Katakana}]+/gu) ?? []
  const characters = unspaced.reduce((sum, run) => sum + run.length, 0)
  const common = new Set(languages.flatMap((tag) => COMMON_WORDS[tag] ?? []).map(foldWord))
  const patterns = languages.flatMap((tag) => PATTERNS.get(tag) ?? [])
  const tokens = tokenise(withoutMeasure(question)).filter(({ isPair }) => !isPair)
  const spaced = tokens.flatMap(({ word, start, end, isNumber, isCapital }, at) => {
    const isShort = word.length < 2 && !isNumber
    const written = question.slice(start, end).toLowerCase()
    if (isShort || common.has(word) || patterns.some(({ namesNothing }) => namesNothing.test(written)))
      return []
    const before = at === 0 ? '' : question.slice(tokens[at - 1]!.start, tokens[at - 1]!.end).toLowerCase()
    return [{ isName: isNumber || (isCapital && at > 0), hasArticle: ARTICLE.test(before) }]
  })
  const unnamed = { isName: false, hasArticle: false }
  return [...spaced, ...Array.from({ length: Math.ceil(characters / CHARACTERS_OF_A_WORD) }, () => unnamed)]
}

/** Definite and indefinite articles: a noun follows. */
const ARTICLE = /^(?:el|la|los|las|un|una|il|lo|gli|le|i|uno|o|a|os|as|um|uma|do|da|dos|das|del|al|ال)$/u

const CAPITALISED = /(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{M}'’-]+(?: \p{Lu}[\p{L}\p{M}'’-]+)+/gu

/** The first full names of a text: two capitalised words in a row or more. */
const namesIn = (text: string): readonly string[] => (text.match(CAPITALISED) ?? []).slice(0, MOST_NAMES)

interface Patterns {
  readonly carriesOver: RegExp
  readonly goesOn: RegExp
  /** Both, without a name behind them. */
  readonly leadsOver: RegExp
  readonly pronoun: RegExp
  /** Of one word. */
  readonly namesNothing: RegExp
}

const PATTERNS: ReadonlyMap<string, Patterns> = new Map(
  Object.entries(FOLLOW_UP_WORDS).map(([tag, { carriesOver, goesOn, asking, pronouns }]) => {
    const hasSpaces = tag !== 'zh' && tag !== 'ja'
    const ends = hasSpaces && tag !== 'ar' ? '(?!\\p{L})' : ''
    const begins = hasSpaces ? '(?<![\\p{L}-])' : ''
    // "渡轮呢？", "フェリーは？": a name and nothing else is asked about.
    const asksOnlyOf =
      tag === 'zh' ? '|[^，,。]{1,12}呢[?？]?$' : tag === 'ja' ? '|[^、。]{1,12}は[?？]?$' : ''
    return [
      tag,
      {
        carriesOver: new RegExp(`^(?:(?:${carriesOver})${ends}${asksOnlyOf})`, 'iu'),
        goesOn: new RegExp(`^(?:${goesOn})${ends}`, 'iu'),
        leadsOver: new RegExp(`^(?:(?:${goesOn})${ends}\\s*)?(?:(?:${carriesOver})${ends})?`, 'iu'),
        pronoun: new RegExp(`${begins}(?:${pronouns})${hasSpaces ? '(?!\\p{L})' : ''}`, 'iu'),
        namesNothing: new RegExp(`^(?:${asking}|${pronouns})$`, 'iu'),
      },
    ]
  }),
)
