import { isBoilerplate, isFragment } from './boilerplate-sentence.ts'
import { skipStamp } from './page-words.ts'
import type { Span } from './span.ts'
import { type IndexedSentence, indexText, type TextIndex } from './text-index.ts'

// Set by hand and checked with: npm run bench -- summaries. News says first what matters, so that its first sentences
// are hard to beat (See, Liu and Manning 2017: three of them reach 40 ROUGE-1 on CNN and Daily Mail): the lead decides
// unless what stands there tells nothing, and likeness to the whole decides behind it.
const CENTRALITY_SHARE = 0.5
const OPENING_SHARE = 0.1
const LEAD_SHARE = 1.6
/** Where the lead's bonus has mostly faded, in sentences: a bell, so that the first three keep most of it. */
const LEAD_FADES_AFTER = 3
/** Longer texts, in sentences, are seldom news: their lead counts for less, the longer the less. */
const LONGEST_NEWS = 80
const DANGLING_SHARE = 0.65
const SHORT_SHARE = 0.75
const LONG_SHARE = 0.85
const SHORT_BELOW = 9
const LONG_FROM = 60
/** How much likeness to a sentence chosen before takes away. */
const SAMENESS = 0.3
/** What another point of a paragraph costs, once the lead is told. */
const SAME_PASSAGE = 0.8
const LEAD = 3
/** Two sentences this much alike say the same. */
const SAME_FROM = 0.6
/** A longer text (some 5,000 words) gives a point for each stretch of it: reports and books go on to other things. */
const LONG_FROM_SENTENCES = 240
/** In UTF-16 code units. */
const LONGEST_CAPTION = 240
/** Only so many of the best take part in the choice, so that its cost does not grow with the text. */
const POOL = 300

type Vector = ReadonlyMap<string, number>

interface NumberedSentence extends IndexedSentence {
  /** Its place among the sentences of the text. */
  readonly number: number
}

interface Candidate extends Span {
  readonly vector: Vector
  readonly worth: number
  /** Its place among the sentences of the text. */
  readonly number: number
  /** Index of the passage it stands in. */
  readonly passage: number
  /** It leans on the sentence before, so that it is worth less where that one is not shown. */
  readonly isDangling: boolean
}

/**
 * The `count` sentences that together say most of a text, in reading order. Sentences that belong to the page are left
 * out; headings and other fragments too, unless there is nothing else. `text` may be raw.
 *
 * A sentence is worth its likeness to the whole text (cosine of TF-IDF vectors to their centroid: Radev, Jing, Styś and
 * Tam 2004, "Centroid-based summarization of multiple documents"), its place (news says first what matters), and less
 * where it begins with a word that points at a sentence that is not shown. The choice is by maximal marginal relevance
 * (Carbonell and Goldstein 1998). Comparing with the centroid instead of every other sentence keeps it linear; only the pool of the
 * best is compared pair by pair.
 */
export function pickSentences(text: string, passages: readonly Span[], count: number): Span[] {
  const index = indexText(text, passages)
  const said = index.sentences
    .map((sentence, number) => ({
      ...sentence,
      number,
      start: sentence.start + skipStamp(text.slice(sentence.start, sentence.end)),
    }))
    .filter(
      ({ start, end, passage }) =>
        !isBoilerplate(text.slice(start, end)) && !isCaption(text, passages[passage]!),
    )
  const whole = said.filter(({ start, end }) => !isFragment(text.slice(start, end)))
  const candidates = rateAll(index, text, whole.length > 0 ? whole : said)
  return chooseSpread(candidates, count)
    .map(({ start, end }) => ({ start, end }))
    .sort((left, right) => left.start - right.start)
}

/** A caption is told by the credit at its end, whatever sentences stand before that. */
const isCaption = (text: string, { start, end }: Span): boolean =>
  end - start <= LONGEST_CAPTION && isBoilerplate(text.slice(start, end))

function rateAll(index: TextIndex, text: string, sentences: readonly NumberedSentence[]): Candidate[] {
  const vectors = sentences.map((sentence) => vectorOf(index, sentence))
  const centre = new Map<string, number>()
  for (const vector of vectors) {
    for (const [key, weight] of vector) centre.set(key, (centre.get(key) ?? 0) + weight)
  }
  const length = lengthOf(centre)
  for (const [key, weight] of centre) centre.set(key, weight / length)
  const likenesses = vectors.map((vector) => likeness(vector, centre))
  const most = likenesses.reduce((high, each) => Math.max(high, each), 0) || 1

  const leadShare = LEAD_SHARE * Math.min(1, LONGEST_NEWS / sentences.length)
  return sentences.map((sentence, at) => {
    const { start, end, passage, terms, number } = sentence
    const isOpening = index.passages[passage]!.start === number
    const words = terms.length
    const lengthShare = words < SHORT_BELOW ? SHORT_SHARE : words >= LONG_FROM ? LONG_SHARE : 1
    const said = CENTRALITY_SHARE * (likenesses[at]! / most) + (isOpening ? OPENING_SHARE : 0)
    return {
      start,
      end,
      number,
      passage,
      vector: vectors[at]!,
      worth: lengthShare * said + leadShare * Math.exp(-((at / LEAD_FADES_AFTER) ** 2)),
      isDangling: at > 0 && leansBack(text.slice(start, end), sentence),
    }
  })
}

/** Unit vector of a sentence's telling words by TF-IDF. */
function vectorOf(index: TextIndex, { terms }: IndexedSentence): Vector {
  const counts = new Map<string, number>()
  for (const { key, isCommon } of terms) if (!isCommon) counts.set(key, (counts.get(key) ?? 0) + 1)
  const all = index.sentences.length
  for (const [key, times] of counts) {
    counts.set(key, (1 + Math.log(times)) * Math.log(1 + all / (index.postings.get(key)?.size ?? 1)))
  }
  const length = lengthOf(counts)
  return new Map([...counts].map(([key, weight]) => [key, weight / length]))
}

function lengthOf(vector: Vector): number {
  let squares = 0
  for (const weight of vector.values()) squares += weight * weight
  return Math.sqrt(squares) || 1
}

function likeness(left: Vector, right: Vector): number {
  let sum = 0
  for (const [key, weight] of left) sum += weight * (right.get(key) ?? 0)
  return sum
}

/** Opening words that lean on the sentence before, of the languages with a stemmer. */
const LEANING = new Set(
  (
    'he she it they this that these those his her their its but and however also so then yet meanwhile such another ' +
    'er sie es dies dieser diese dieses das aber und doch auch jedoch dabei damit deshalb ' +
    'il elle ils elles ce cela cette ces mais et cependant aussi donc ' +
    'el ella ellos ellas esto este esta estos pero y sin tambien ademas ' +
    'он она оно они это этот эта эти но и однако также поэтому при'
  ).split(' '),
)
const LEANING_CHINESE = /^[“「"]?(?:他|她|它|这|那|但|而|因此|此外|同时|并且)/u

/** Whether a sentence opens with a pronoun or connective, or in the middle of somebody's quotation. */
function leansBack(sentence: string, { terms }: IndexedSentence): boolean {
  const first = terms[0]
  return (
    (first !== undefined && LEANING.has(first.word)) ||
    LEANING_CHINESE.test(sentence) ||
    /^["“”„«‘']/u.test(sentence) ||
    /^\p{Ll}/u.test(sentence)
  )
}

/** `candidates` stand in reading order. A text that is not long may have all its points in one place. */
function chooseSpread(candidates: readonly Candidate[], count: number): Candidate[] {
  if (candidates.length < LONG_FROM_SENTENCES) return chooseDiverse(candidates, count, [])
  const stretch = Math.ceil(candidates.length / count)
  const chosen: Candidate[] = []
  for (let from = 0; from < candidates.length; from += stretch) {
    chosen.push(...chooseDiverse(candidates.slice(from, from + stretch), 1, chosen))
  }
  return chosen
}

function chooseDiverse(
  candidates: readonly Candidate[],
  count: number,
  said: readonly Candidate[],
): Candidate[] {
  const pool = candidates.toSorted((left, right) => right.worth - left.worth).slice(0, POOL)
  const chosen: Candidate[] = []
  let open = pool.map((candidate) => ({
    candidate,
    nearest: said.reduce((high, { vector }) => Math.max(high, likeness(candidate.vector, vector)), 0),
  }))
  while (chosen.length < count && open.length > 0) {
    const shown = new Set(chosen.map(({ number }) => number))
    // Behind the lead, each point is to come from a paragraph of its own.
    const used = new Set(chosen.length < LEAD ? [] : chosen.map(({ passage }) => passage))
    const value = ({ candidate, nearest }: (typeof open)[number]): number =>
      candidate.worth * (candidate.isDangling && !shown.has(candidate.number - 1) ? DANGLING_SHARE : 1) -
      SAMENESS * nearest -
      (used.has(candidate.passage) ? SAME_PASSAGE : 0)
    const pick = open.reduce((best, each) => (value(each) > value(best) ? each : best))
    chosen.push(pick.candidate)
    open = open
      .filter((each) => each !== pick)
      .map(({ candidate, nearest }) => ({
        candidate,
        nearest: Math.max(nearest, likeness(candidate.vector, pick.candidate.vector)),
      }))
      .filter(({ nearest }) => nearest < SAME_FROM)
  }
  return chosen
}
