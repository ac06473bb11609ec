import { articlePage } from '../e2e/pages.ts'
import type { LoopbackRoute } from '../support/loopback-web.ts'
import { asHeavyAsOnTheWeb } from './extraction/page-weight.ts'

const TOWNS = [
  'Brennholm',
  'Skarvik',
  'Vessøy',
  'Lindholm',
  'Oakmere',
  'Varnö',
  'Kolvik',
  'Tornes',
  'Halden',
  'Grimsey',
]
const PARAGRAPHS = 14

/** Paragraphs of some 45 words about one town and one day; no two pages say the same. */
export function paragraphsOf(page: number, count = PARAGRAPHS): string[] {
  const town = TOWNS[page % TOWNS.length] ?? ''
  return Array.from(
    { length: count },
    (_, at) =>
      `On day ${page + 1} of the year the council of ${town} heard report ${page * PARAGRAPHS + at + 1} on its ferries, and put off the vote on the quay wall for ${at + 2} weeks. Harbour master Ingrid Falkum said that the wall had moved by ${page + at + 3} millimetres since the winter storms, and that the bus from the railway station would go on.`,
  )
}

export const titleOf = (page: number): string =>
  `The council of ${TOWNS[page % TOWNS.length] ?? ''} puts off its vote on the quay, session ${page + 1}`

/** An article of some 650 words in a page of 145 KB, as the web has them. */
export const heavyPage = (page: number): string =>
  asHeavyAsOnTheWeb(articlePage(titleOf(page), paragraphsOf(page)))

/** `/page-1`, `/page-2` and so on. */
export const heavyPages = (count: number): Record<string, LoopbackRoute> =>
  Object.fromEntries(Array.from({ length: count }, (_, page) => [`/page-${page + 1}`, heavyPage(page)]))
