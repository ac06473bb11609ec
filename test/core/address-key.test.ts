import { describe, expect, it } from 'vitest'
import { isSpellingOf, spellingOf } from '../../src/core/address-key.ts'

const spelling = (address: string) => spellingOf(new URL(address))

describe('the spelling by which an article is found before its page is opened', () => {
  const one = spelling('https://news.example/a~b/%C3%A9?id=7&page=2')
  it.each([
    ['trackers', 'https://news.example/a~b/%C3%A9?utm_source=x&id=7&page=2&fbclid=1'],
    ['a fragment', 'https://news.example/a~b/%C3%A9?id=7&page=2#part'],
    ['a default port', 'https://news.example:443/a~b/%C3%A9?id=7&page=2'],
    ['an upper-case host', 'https://NEWS.Example/a~b/%C3%A9?id=7&page=2'],
    ['the dot after the host', 'https://news.example./a~b/%C3%A9?id=7&page=2'],
    ['percent-encoding', 'https://news.example/a%7Eb/%c3%a9?%69d=7&page=2'],
    ['raw letters', 'https://news.example/a~b/é?id=7&page=2'],
    ['the order of parameters', 'https://news.example/a~b/%C3%A9?page=2&id=7'],
    ['dots in the path', 'https://news.example/x/../a~b/./%C3%A9?id=7&page=2'],
  ])('is the same whatever %s', (_, address) => expect(spelling(address)).toBe(one))

  it.each([
    ['http://news.example/a', 'https://news.example/a'],
    ['https://www.news.example/a', 'https://news.example/a'],
    ['https://news.example/a/', 'https://news.example/a'],
    ['https://news.example/A', 'https://news.example/a'],
    ['https://news.example/a?id=8', 'https://news.example/a?id=7'],
    ['https://news.example/a?id=7&id=8', 'https://news.example/a?id=8&id=7'],
    ['https://news.example/a%2Fb', 'https://news.example/a/b'],
    ['https://news.example/a?token=x', 'https://news.example/a'],
    ['https://news.example:8443/a', 'https://news.example/a'],
  ])('is another where the page may be: %s and %s', (address, other) =>
    expect(spelling(address)).not.toBe(spelling(other)),
  )
})

describe('a page is believed about its own address', () => {
  const page = 'https://www.news.example/world/ferry-7/?id=7&view=full'
  it.each([
    'https://news.example/world/ferry-7',
    'http://m.news.example/world/ferry-7.html?id=7',
    'https://amp.news.example/world/ferry-7.amp.html',
    'https://news.example/amp/world/ferry-7/amp/',
    'https://news.example/world/ferry-7/index.html?view=full&id=7',
  ])('where it is another spelling: %s', (canonical) =>
    expect(isSpellingOf(new URL(canonical), new URL(page))).toBe(true),
  )

  it.each([
    'https://news.example/world/',
    'https://news.example/world/ferry-8',
    'https://news.example/world/ferry-7?id=8',
    'https://news.example/~rowan/ferry-7',
    'https://rowan.news.example/world/ferry-7',
    'https://news.example:8443/world/ferry-7',
  ])('and not where it may be another page: %s', (canonical) =>
    expect(isSpellingOf(new URL(canonical), new URL(page))).toBe(false),
  )
})
