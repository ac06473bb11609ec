import { describe, expect, it } from 'vitest'
import { isTooShort } from '../../src/core/too-short.ts'

describe('isTooShort', () => {
  it('asks for 40 words where words have spaces', () => {
    expect(isTooShort(Array.from({ length: 39 }, (_, at) => `word${at}`).join(' '))).toBe(true)
    expect(isTooShort(Array.from({ length: 40 }, (_, at) => `word${at}`).join(' '))).toBe(false)
  })

  it('asks for 80 characters where they have none', () => {
    expect(isTooShort('港'.repeat(79))).toBe(true)
    expect(isTooShort(`${'港'.repeat(40)}\n\n${'港'.repeat(39)}`)).toBe(true)
    expect(isTooShort('港'.repeat(80))).toBe(false)
  })

  it('calls nothing too short', () => {
    expect(isTooShort('')).toBe(true)
  })
})
