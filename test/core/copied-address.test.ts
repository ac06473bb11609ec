import { describe, expect, it } from 'vitest'
import { isCopyService, originalAddress } from '../../src/core/copied-address.ts'

describe('the original of a copy', () => {
  it.each([
    ['https://www.google.com/amp/s/news.example/a', 'https://news.example/a'],
    ['https://www.google.co.uk/amp/s/www.news.example/a.html?x=1', 'https://www.news.example/a.html?x=1'],
    ['https://news-example.cdn.ampproject.org/c/s/news.example/a', 'https://news.example/a'],
    [
      'https://news-example.cdn.ampproject.org/v/s/news.example/a?amp_js_v=0.1',
      'https://news.example/a?amp_js_v=0.1',
    ],
    ['https://cdn.ampproject.org/c/news.example/a', 'http://news.example/a'],
    ['https://web.archive.org/web/20200102030405/https://news.example/a', 'https://news.example/a'],
    ['https://web.archive.org/web/20200102030405id_/http://news.example/a?b=1', 'http://news.example/a?b=1'],
    ['https://web.archive.org/web/2020/news.example/a', 'https://news.example/a'],
    ['https://web.archive.org/web/https://news.example/a', 'https://news.example/a'],
    ['https://web.archive.org/web/2020*/https://news.example/a', null],
    ['https://archive.ph/2020.01.02-030405/https://news.example/a', 'https://news.example/a'],
    ['https://archive.is/newest/https:/news.example/a', 'https://news.example/a'],
    ['https://archive.ph/aBcDe', null],
    [
      'https://webcache.googleusercontent.com/search?q=cache:AbCdEfGhIjKl:https://news.example/a+ferry',
      'https://news.example/a',
    ],
    ['https://webcache.googleusercontent.com/search?q=cache:news.example/a', 'https://news.example/a'],
    ['https://cc.bingj.com/cache.aspx?q=ferry&u=https%3A%2F%2Fnews.example%2Fa', 'https://news.example/a'],
    ['https://12ft.io/proxy?q=https%3A%2F%2Fnews.example%2Fa', 'https://news.example/a'],
    ['https://12ft.io/https://news.example/a', 'https://news.example/a'],
    [
      'https://www-news-example.translate.goog/a?_x_tr_sl=de&_x_tr_tl=en&b=1',
      'https://www.news.example/a?b=1',
    ],
    ['https://my--news-example.translate.goog/a', 'https://my-news.example/a'],
    ['https://translate.google.com/translate?sl=de&u=https://news.example/a', 'https://news.example/a'],
    ['https://r.jina.ai/https://news.example/a?utm_source=x', 'https://news.example/a'],
    ['https://amp.news.example/a', null],
    ['https://news.example/web/2020/https://other.example/a', null],
    ['https://www.google.com/search?q=news.example', null],
    ['https://web.archive.org/', null],
    ['https://r.jina.ai/localhost', null],
    ['https://r.jina.ai/javascript:alert(1)', null],
    ['no address', null],
  ])('%s', (copy, original) => {
    expect(originalAddress(copy)?.url ?? null).toBe(original)
  })

  it('is told with the service that holds the copy', () => {
    const copied = originalAddress('https://web.archive.org/web/2020/https://news.example/a')
    expect(copied?.copy).toBe('archived copy at web.archive.org')
    expect(originalAddress('https://www.google.com/amp/s/news.example/a')?.copy).toBe(
      'AMP copy at google.com',
    )
  })

  it('may be held where the address does not say of what', () => {
    expect(isCopyService('https://archive.ph/aBcDe')).toBe(true)
    expect(isCopyService('https://news.example/a')).toBe(false)
    expect(isCopyService('https://www.google.com/search?q=a')).toBe(false)
  })
})
