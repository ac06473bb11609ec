import { describe, expect, it } from 'vitest'
import { findSimilarWords } from '../../src/core/similar-words.ts'

const similarTo = (word: string, words: readonly string[]): string[] => [
  ...(findSimilarWords([word], words).get(word)?.keys() ?? []),
]

describe('words like a word', () => {
  it('are its other forms, compounds with it and misspellings of it', () => {
    expect(similarTo('hafen', ['hafenmeister', 'hafens', 'rathaus'])).toEqual(['hafenmeister', 'hafens'])
    expect(similarTo('comuter', ['commuter', 'computer', 'bridge'])).toContain('commuter')
  })

  it('are never the word itself, short words or numbers', () => {
    expect(similarTo('bridge', ['bridge'])).toEqual([])
    expect(similarTo('sea', ['seat', 'seas'])).toEqual([])
    expect(similarTo('19311', ['19312'])).toEqual([])
  })

  it('are the more like it the more letters they share', () => {
    const found = findSimilarWords(['inspector'], ['inspectors', 'inspection']).get('inspector')
    expect(found?.get('inspectors')).toBeGreaterThan(found?.get('inspection') ?? 1)
  })
})
