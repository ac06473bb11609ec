import { describe, expect, it } from 'vitest'
import { unwrapAddress } from '../../src/core/wrapped-address.ts'

const unwrap = (address: string) => unwrapAddress(new URL(address)).href
const inner = 'https://news.example/a?b=1'
const encoded = encodeURIComponent(inner)

describe('an address inside a known wrapper', () => {
  it.each([
    `https://l.facebook.com/l.php?u=${encoded}&h=AT0`,
    `https://www.google.com/url?sa=t&q=${encoded}`,
    `https://www.google.co.uk/url?url=${encoded}`,
    `https://out.reddit.com/t3_1?url=${encoded}&token=x`,
    `https://eur01.safelinks.protection.outlook.com/?url=${encoded}&data=x`,
    `https://steamcommunity.com/linkfilter/?u=${encoded}`,
    'https://www.google.com/amp/s/news.example/a?b=1',
    'https://news-example.cdn.ampproject.org/c/s/news.example/a?b=1',
    `https://www.google.com/url?q=${encodeURIComponent(`https://l.instagram.com/?u=${encoded}`)}`,
  ])('is opened in its place: %s', (address) => expect(unwrap(address)).toBe(inner))

  it.each([
    `https://news.example/url?q=${encoded}`,
    `https://www.google.com/search?q=${encoded}`,
    'https://www.google.com/url?q=ferry',
    'https://www.google.com/url?q=javascript%3Aalert(1)',
    `https://google.com.evil.example/url?q=${encoded}`,
    `https://evil.example/c/s/news.example/a`,
    'https://cdn.ampproject.org/v0.js',
  ])('is not made up: %s stays', (address) => expect(unwrap(address)).toBe(address))
})
