import { describe, expect, it } from 'vitest'
import type { Piece } from '../../../src/app/model/cut-into-pieces.ts'
import { nearnessOf } from '../../../src/app/model/nearness.ts'
import { selectPassages, type Wanted } from '../../../src/app/model/select-passages.ts'
import { type Article, type Block, layOut } from '../../../src/core/article.ts'
import { anArticle } from '../../support/an-article.ts'

const block = (text: string, kind: Block['kind'] = 'paragraph'): Block => ({ kind, text, page: null })
const chapter = (number: number): Block[] => [
  block(`Chapter ${number}`, 'heading'),
  ...Array.from({ length: 9 }, (_, n) => block(`Keeper ${number * 10 + n} counted boats on the calm river.`)),
]
const BLOCKS = [
  block('The regatta of Varnö was held for the ninetieth time.'),
  ...Array.from({ length: 12 }, (_, n) => chapter(n + 1)).flat(),
]
BLOCKS[68] = block('It flew off to the north with it.')
BLOCKS[67] = block('A pelican named Rosalind stole the silver trophy.')
BLOCKS[66] = block('Shortly before the ceremony the guards had gone to lunch.')

const article: Article = { ...anArticle(['Nothing yet.']), ...layOut(BLOCKS) }
/** Each passage takes ten tokens. */
const pieces: Piece[] = article.passages.map((passage) => ({
  passage,
  start: passage.start,
  end: passage.end,
  tokens: 10,
}))
const QUESTION = 'Which pelican stole the silver trophy?'
const select = ({
  question = QUESTION,
  earlier = '',
  ...wanted
}: Partial<Wanted> & { readonly question?: string; readonly earlier?: string }): number[] => {
  const nearness = nearnessOf(article, pieces, question, earlier)
  return selectPassages(pieces, { nearness, room: 100, ...wanted }).map((piece) => pieces.indexOf(piece))
}

describe('the passages for a question', () => {
  it('are the opening, the nearest, its neighbours and the heading above it, in the article’s order', () => {
    const chosen = select({ room: 120 })
    for (const index of [0, 61, 66, 67, 68]) expect(chosen).toContain(index)
    expect(chosen).toEqual(chosen.toSorted((one, other) => one - other))
  })

  it('fill no more than the room, and what is left of it from all over the article', () => {
    const chosen = select({ room: 300 })
    expect(chosen).toHaveLength(30)
    const thirds = [0, 1, 2].map((third) => chosen.filter((index) => Math.floor(index / 41) === third).length)
    expect(Math.min(...thirds)).toBeGreaterThan(5)
  })

  it('beside others are only what is near to the question or to its neighbours, none twice', () => {
    const beside = [0, 61, 67].map((index) => pieces[index]!)
    const chosen = select({ room: 400, beside })
    expect(chosen).toEqual([66, 68])
    expect(select({ room: 400, beside, question: 'Does quinoa boil?' })).toEqual([])
  })

  it('follow the words that a question leans on', () => {
    expect(select({ question: 'where', earlier: QUESTION })).toContain(67)
  })
})
