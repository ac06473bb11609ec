import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cutText } from '../../../src/adapters/model/cut-text.ts'
import { countTokens } from '../../../src/adapters/model/tokens.ts'

const paragraph = (n: number): string =>
  `In the year ${n} the ferry crossed the sound ${n * 3} times, and the keeper wrote each crossing down.`

describe('counting tokens', () => {
  it('takes the marks of chat templates for words', async () => {
    expect(await countTokens('one <|endoftext|> two <|im_start|>')).toBeGreaterThan(6)
  })

  it('gives a hostile run of one letter no power over time', async () => {
    expect(await countTokens('a'.repeat(200_000))).toBeGreaterThan(10_000)
  })
})

describe('a text of a million characters without a border', () => {
  it.each(['a-', '"w" ', '—x', '海'])(
    'is counted and cut in turns with everything else that is to be done: %j',
    { timeout: 60_000 },
    async (piece) => {
      const text = piece.repeat(300_000)
      await countTokens('The vocabulary is there.')
      let turns = 0
      const others = setInterval(() => (turns += 1), 0)
      const pieces = await cutText(text, 20_000)
      clearInterval(others)
      expect(pieces.join('')).toBe(text)
      // Without pauses there is no turn at all.
      expect(turns).toBeGreaterThan(0)
    },
  )

  it('of which a crowd wants to know at once, too', async () => {
    await countTokens('The vocabulary is there.')
    let turns = 0
    const others = setInterval(() => (turns += 1), 0)
    await Promise.all(
      Array.from({ length: 5000 }, (_, n) => countTokens(`${n} herons on the lake `.repeat(20))),
    )
    clearInterval(others)
    expect(turns).toBeGreaterThan(0)
  })
})

describe('cutting a text', () => {
  it('leaves a text alone that fits', async () => {
    expect(await cutText('One short paragraph.', 50)).toEqual(['One short paragraph.'])
  })

  it('cuts between paragraphs where it can', async () => {
    const text = Array.from({ length: 30 }, (_, n) => paragraph(n)).join('\n\n')
    const pieces = await cutText(text, 120)
    expect(pieces.length).toBeGreaterThan(4)
    expect(pieces.join('')).toBe(text)
    for (const piece of pieces) {
      expect(piece.trimEnd()).toMatch(/^In the year [^]*down\.$/)
      expect(await countTokens(piece)).toBeLessThanOrEqual(120)
    }
  })

  it('finds repeated paragraphs each in its own place', async () => {
    const text = Array.from({ length: 40 }, () => paragraph(7)).join('\n\n')
    expect((await cutText(text, 100)).join('')).toBe(text)
  })

  it('cuts no character in two', async () => {
    const text = '🛳🌊🗼'.repeat(300)
    const pieces = await cutText(text, 40)
    expect(pieces.join('')).toBe(text)
    for (const piece of pieces) expect(piece.isWellFormed()).toBe(true)
  })

  it('keeps every character of any text, in pieces that fit', async () => {
    const texts = fc.array(
      fc.oneof(
        fc.string({ unit: 'grapheme', maxLength: 60 }),
        fc.constantFrom('\n\n', '\n', '   ', '. ', '海は静かだった。', 'x'.repeat(90)),
      ),
      { maxLength: 30 },
    )
    await fc.assert(
      fc.asyncProperty(texts, fc.integer({ min: 64, max: 160 }), async (strings, most) => {
        const text = strings.join('')
        const pieces = await cutText(text, most)
        expect(pieces.join('')).toBe(text)
        for (const piece of pieces) expect(await countTokens(piece)).toBeLessThanOrEqual(most)
      }),
      { numRuns: 60 },
    )
  })
})
