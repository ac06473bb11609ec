import { describe, expect, it } from 'vitest'
import { findShortness } from '../../src/core/too-short.ts'

const words = (count: number): string => Array.from({ length: count }, (_, at) => `word${at}`).join(' ')

describe('findShortness', () => {
  it('asks for 40 words where words have spaces', () => {
    expect(findShortness(words(39))).toEqual({ found: '39 words', least: '40' })
    expect(findShortness(words(1))).toEqual({ found: '1 word', least: '40' })
    expect(findShortness(words(40))).toBeNull()
  })

  it('asks for 80 characters where they have none, and counts them as such', () => {
    expect(findShortness('港'.repeat(79))).toEqual({ found: '79 characters', least: '80' })
    expect(findShortness(`${'港'.repeat(40)}\n\n${'港'.repeat(39)}`)).not.toBeNull()
    expect(findShortness('港'.repeat(80))).toBeNull()
  })

  it('calls nothing too short', () => {
    expect(findShortness('')).toEqual({ found: '0 words', least: '40' })
  })
})
