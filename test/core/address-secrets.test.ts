import { describe, expect, it } from 'vitest'
import { cleanAddress } from '../../src/core/address.ts'
import { holdsSecret } from '../../src/core/address-secrets.ts'

const TOKEN = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJyb3dhbiJ9.c2lnbmF0dXJl'
const KEY = 'q8Rt2mZp0XvB7nLk4JhY6wDs1AeU9cGf'

describe('an address that holds a secret', () => {
  it.each([
    ['a?token=abc&id=7', 'a?id=7'],
    ['a?id=7&ACCESS_TOKEN=abc', 'a?id=7'],
    ['a?access%5Ftoken=abc', 'a'],
    ['a?PHPSESSID=0a1b', 'a'],
    ['a?X-Amz-Algorithm=AWS4&X-Amz-Expires=60&X-Amz-Signature=0a&page=2', 'a?page=2'],
    ['a?Expires=1790000000&Signature=x~y_&Key-Pair-Id=K2&page=2', 'a?page=2'],
    ['a?sv=2024&se=2026&sp=r&sig=abc%3D&v=3', 'a?v=3'],
    [`a?ex=66&is=65&hm=${'0a'.repeat(32)}`, 'a'],
    ['a?hdnea=exp=1~hmac=0a', 'a'],
    ['a?unlocked_article_code=1.AbC', 'a'],
    ['a?sharetoken=0a1b2c', 'a'],
    [`a?next=${TOKEN}`, 'a'],
    [`a?anything=${KEY}`, 'a'],
    [`a?key=AIzaSyD9tSrke72a`, 'a'],
    ['a?session=550e8400-e29b-41d4-a716-446655440000', 'a'],
    ['a?u=https%3A%2F%2Fother.example%2Fb%3Ftoken%3Dabc', 'a'],
    ['a;jsessionid=0A1B?id=7', 'a?id=7'],
    ['a;jsessionid=0A1B/b', 'a/b'],
    ['hdntl=exp=1~hmac=0a/a', 'a'],
    [`read/${TOKEN}/a`, 'read/a'],
    [TOKEN, ''],
  ])('is stored and shown without it: %s', (path, clean) => {
    const address = `https://news.example/${path}`
    expect(cleanAddress(address)).toBe(`https://news.example/${clean}`)
    expect(holdsSecret(new URL(address))).toBe(true)
    expect(holdsSecret(new URL(cleanAddress(address)))).toBe(false)
  })

  it.each([
    'a?id=7&page=2&q=tokens+and+keys',
    'a?key=climate-2026-report',
    'a?sid=24/11/22/0012345',
    'a?code=de',
    'a?expires=2026',
    'a?token',
    'a?id=550e8400-e29b-41d4-a716-446655440000',
    'a?id=d41d8cd98f00b204e9800998ecf8427e',
    'a?title=The_Ferry_That_Never_Missed_A_Winter_In_40_Years',
    'a?u=https%3A%2F%2Fother.example%2Fb',
    'token/a',
    'a;v=2/b',
    'the-key=to-it/a',
    '2026/11/22/council-votes-to-close-the-old-harbour-1.2345678',
  ])('is not one that only looks like it: %s', (path) => {
    const address = `https://news.example/${path}`
    expect(cleanAddress(address)).toBe(address)
    expect(holdsSecret(new URL(address))).toBe(false)
  })

  it.each(['eyJ', '=', ';', '/', 'a1B', '%25'])('is told in no long time, whatever repeats: %s', (piece) => {
    const text = piece.repeat(4000 / piece.length)
    expect(cleanAddress(`https://news.example/${text}?x=${text}`)).toMatch(/^https:/u)
  })
})
