import { describe, expect, it } from 'vitest'
import { fillGaps } from '../../../src/adapters/extract/fill-gaps.ts'
import type { Block } from '../../../src/core/article.ts'

const paragraph = (name: string, words = 20): Block => ({
  kind: 'paragraph',
  text: Array.from({ length: words }, (_, index) => `${name}${index}`).join(' '),
  page: null,
})
const [menu, lead, one, two, three, note, end] = ['menu', 'lead', 'one', 'two', 'three', 'note', 'end'].map(
  (name) => paragraph(name),
)
const short = paragraph('short', 4)

describe('what was taken out of the middle of an article', () => {
  it('is put back from the smallest container that holds the article', () => {
    const found = [one!, two!, three!]
    const containers = [
      [menu!, one!, short, two!, three!, end!],
      [one!, short, two!, three!, end!],
    ]
    expect(fillGaps(found, containers)).toEqual([one, short, two, three])
  })

  it('is not looked for in a container that holds much else between, or not all', () => {
    const found = [one!, two!, three!]
    expect(fillGaps(found, [[one!, menu!, note!, two!, three!]])).toEqual(found)
    expect(fillGaps(found, [[one!, short, two!]])).toEqual(found)
    expect(fillGaps(found, [])).toEqual(found)
  })

  it('is put in the container’s order', () => {
    expect(fillGaps([two!, one!, lead!], [[lead!, one!, short, two!]])).toEqual([lead, one, short, two])
  })
})
