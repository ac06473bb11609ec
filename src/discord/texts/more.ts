import { counted } from '../../core/counted.ts'
import { type Markup, markup } from '../cards/markup.ts'

// What More opens.

export const MORE_BUTTONS = {
  who: 'Who says what',
  longer: 'Longer',
  copy: 'Copy with quotes',
  refresh: 'Refresh',
  remove: 'Remove',
} as const

export const MORE = {
  about: (title: Markup): Markup => markup`**More** on ${title}`,
  notForYou: markup`-# Refresh and Remove are for whoever asked for this card, and for people who may manage messages here.`,
  noPage: markup`-# This text came with a message: there is no page to read again.`,
  onlyAsker:
    'Only whoever asked for this card, or somebody who may manage messages here, can refresh or remove it.',
} as const

const listed = (points: readonly number[]): string =>
  points.length === 1 ? `point ${points[0]}` : `points ${points.slice(0, -1).join(', ')} and ${points.at(-1)}`

export const LONGER = {
  reading: markup`Reading again for more points …`,
  alreadyLong: markup`**This is the longest summary that I make.** Ask me about whatever is not in it.`,
  noMore: 'no further point that I can prove',
  forgotten: markup`I no longer have this longer summary. Press **More** → **Longer** on the card and I make it again.`,
} as const

export const REFRESH = {
  reading: markup`Reading the page again …`,
  noPage: 'This text came with a message: there is no page to read again.',
  unchanged: (time: Markup, age: Markup): Markup =>
    markup`**Nothing has changed** since I read it on ${time}, ${age}.`,
  /** `changes`: “3 of 12 paragraphs changed”; `gone`: the points whose words are no longer there. */
  changed: (changes: string, gone: readonly number[]): Markup => {
    const quotes = gone.length === 1 ? 'quote' : 'quotes'
    const lost =
      gone.length === 0
        ? 'every quote of the card before still stands there'
        : `the ${quotes} of ${listed(gone)} are gone`
    return markup`**${changes}**; ${gone.length === 1 ? lost.replace(' are ', ' is ') : lost}. The card shows the page as it is now.`
  },
  cardGone: markup`The card itself is gone, so there is nothing to change. Give me the link again for a new one.`,
} as const

export const REMOVE = {
  removing: markup`Removing …`,
  removed: (questions: number): Markup =>
    markup`**Removed:** the card${questions === 0 ? '' : `, ${counted(questions, 'question')} with the answers`} and what I kept of the article for it.`,
} as const

export const WHO = {
  heading: markup`### Who says what`,
  nobody: markup`I found nobody’s words in it: no quotation, no “said”, no “according to”.`,
  notSaid: 'By whom is not said',
  indirect: ', not in quotation marks',
  continued: ', continued',
  found: (quotes: number): Markup => markup`${counted(quotes, 'quote')}, found by rules`,
  silent: (names: string): Markup => markup`Named, not quoted: ${names}`,
} as const

export const COPY = {
  published: (day: string): string => `published ${day}`,
  updated: (day: string): string => `updated ${day}`,
  noDate: 'no date',
  read: (day: string): string => `read ${day}`,
  credits: (name: string): string => `credits ${name}`,
  pasted: 'pasted text, compared with no page',
  file: 'file, compared with no page',
} as const
