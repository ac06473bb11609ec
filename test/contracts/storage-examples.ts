import type { Expense, KeptArticle, Place, Storage, SummaryResult } from '../../src/app/ports.ts'
import type { Turn } from '../../src/core/answer.ts'
import { aRun } from '../support/a-run.ts'
import { anArticle } from '../support/an-article.ts'

/** An article with what storage likes to lose: half a surrogate pair, quotation marks, an emoji. */
export const ferry = anArticle(
  [
    'The ferry to Orlo stopped on Monday.',
    'Half a pair: \ud800, and a whole one: 🚢.',
    'It “sails again” in May.',
  ],
  { url: 'https://harbour.example/ferry', title: 'Ferry stops' },
)

export const keptFerry: KeptArticle = {
  read: { article: ferry, looksLikeArticle: true, linesLeftOut: 4 },
  checkedAt: 7,
  validators: { page: 'a hash', etag: 'W/"1"', lastModified: null },
}

export const summaryOfFerry: SummaryResult = {
  summary: {
    headline: 'Ferry stops',
    language: 'en',
    claims: [],
    dropped: [],
    coverage: { paragraphs: 1, of: 3 },
  },
  run: aRun({ milliseconds: 3 }),
}

/** A call to a model that costs nothing, in nobody's guild. */
export const aCall = (day: string, known: Partial<Expense> = {}): Expense => ({
  day,
  guildId: null,
  nanodollars: 0,
  unpricedTokens: 0,
  ...known,
})

export const aTurn = (question: string): Turn => ({
  question,
  answer: { question, status: 'not-in-article', claims: [], dropped: [], missing: [question], nearest: null },
})

/** Who asked, where that is nobody's business. */
export const nobody = { guildId: null, personId: null }

/** A storage backend under test. */
export interface StorageUnderTest {
  readonly name: string
  /** Makes an empty storage on that clock. */
  readonly make: (clock: () => number) => Promise<Storage>
}

export const MORNING = Date.UTC(2026, 10, 22, 8)

export const aPlace = (known: Partial<Place>): Place => ({
  guildId: 'g1',
  channelId: 'c1',
  threadId: null,
  cardMessageId: null,
  sourceMessageId: null,
  personId: 'p1',
  ...known,
})

/** Of the ferry, as it is stored. */
export const ferryConversation = (place: Place | null, addressKey: string | null) => ({
  article: ferry,
  linesLeftOut: 2,
  summary: summaryOfFerry,
  place,
  addressKey,
})
