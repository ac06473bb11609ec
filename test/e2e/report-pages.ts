import { articlePage, HARBOUR_PARAGRAPHS } from './pages.ts'

/** Articles of their own words, so that none is in a cache because of another. */
export const REPORT_PAGES = Object.fromEntries(
  Array.from({ length: 6 }, (_, n) => {
    const own = `Number ${n + 1} of these reports was written by hand in the harbour office on a grey morning.`
    return [`/story-${n + 1}`, articlePage(`Report number ${n + 1}`, [own, ...HARBOUR_PARAGRAPHS])]
  }),
)

/** The address of one of them, from 1. */
export const reportLink = (n: number): string => `http://news.example/story-${n}`
