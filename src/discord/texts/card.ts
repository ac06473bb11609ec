import { counted } from '../../core/counted.ts'
import { type Markup, markup, timestamp } from '../cards/markup.ts'

// The bot's own words on cards and on what their buttons open.

// --- card ---

export const CARD = {
  pasted: 'pasted text',
  file: 'file',
  pastedName: 'Pasted text',
  fileName: 'File',
  comparedWithNoPage: markup`compared with no page`,
  noAuthor: markup`no author named`,
  noDate: markup`**no date**`,
  builtIn: 'built-in engine',
  /** Of a cached summary: when it was made. */
  made: (at: number | undefined): Markup =>
    at === undefined ? markup`made earlier` : markup`made ${timestamp(at, 'R')}`,
  /** People whom the article names and who say nothing in it; `more` of them are not shown. */
  namedNotQuoted: (names: readonly string[], more: number): Markup =>
    markup`named, not quoted: ${names.join(', ')}${more === 0 ? '' : ` and ${more} more`}`,
  writer: "The writer's own view",
  howToAskUnseen: markup`To ask: press Ask or @mention me, I can't see plain messages here.`,
  howToAskHere: markup`To ask: press Ask, or reply to this card.`,
} as const

/** What stands on buttons of cards, beside those in `texts.ts`. */
export const CARD_BUTTONS = {
  more: 'More',
  nextPage: 'Next page',
  back: 'Back',
  next: 'Next',
  readAgain: 'Read again',
} as const

/** Said where what a button was about was removed, by somebody or because nobody had used it for long. */
export const GONE = {
  readAgain: markup`**I no longer have this article.** It was removed, or nobody had used it for a long time. I can read it again and post a new card here.`,
  giveAgain: markup`**I no longer have this article.** It was removed, or nobody had used it for a long time. Give me the link or the text again.`,
} as const

// --- pages ---

export const PAGES = {
  /** Which points of how many are shown, where that is not all of them. */
  points: (from: number, to: number, of: number): Markup => {
    const range = from === to ? `Point ${from}` : `Points ${from}–${to}`
    return markup`${range} of ${of}`
  },
  rest: (points: number): Markup => markup` · ${counted(points, 'more point')} on page 2`,
  page: (page: number, of: number): Markup => markup`Page ${page} of ${of}`,
} as const

// --- sources ---

export const SOURCES = {
  heading: markup`### Sources: the words behind each point`,
  note: markup`-# Copied as they stand, misprints too. **Bold** = the proof. Quote found is not the same as true.`,
  more: markup`### Sources, continued`,
  theArticle: 'the article',
  readAt: (time: Markup, age: Markup): Markup => markup`Read ${time}, ${age}`,
  notUsed: (paragraphs: string): Markup => markup`Not used: paragraphs ${paragraphs}`,
  dropped: (points: number): Markup => markup`points dropped for want of proof: ${points}`,
  none: markup`There are no points here yet. Press Ask, or ask in the thread.`,
} as const

/** What kind of voice it is that says something. */
export const SPEAKERS = {
  writer: 'the writer',
  theWriter: 'The writer',
  kinds: { named: '', unnamed: ' (unnamed)', document: ' (document)' },
} as const
