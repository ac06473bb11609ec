import { TidyURL } from 'tidy-url'
import { describe, expect, it, vi } from 'vitest'
import { createTrackerList } from '../../src/adapters/trackers.ts'
import { cleanAddress } from '../../src/core/address.ts'

const isTracker = createTrackerList()
const clean = (address: string) => cleanAddress(address, isTracker)

describe('the list of tracking parameters', () => {
  it.each([
    ['https://news.example/a?mbid=1&cmpid=2&elqTrackId=3&id=4', 'https://news.example/a?id=4'],
    ['https://www.wsj.com/a?mod=hp_lead&id=4', 'https://www.wsj.com/a?id=4'],
    ['https://edition.cnn.com/a?hpt=hp_t1&q=one+two', 'https://edition.cnn.com/a?q=one+two'],
  ])('makes %s into %s', (address, shorter) => expect(clean(address)).toBe(shorter))

  it('takes rules for one site to no other, however similar its name', () => {
    for (const host of ['wsj.com.news.example', 'notwsj.com', 'news.example'])
      expect(clean(`https://${host}/a?mod=hp_lead`)).toBe(`https://${host}/a?mod=hp_lead`)
  })

  it.each([
    'https://www.pixiv.net/a?p=2&i=3',
    'https://music.apple.com/album/a?i=123',
    'https://click.linksynergy.com/a?id=1&mid=2',
    'https://www.aliexpress.com/a?productId=9',
    'https://www.gog.com/a?prod_id=9',
    'https://old.reddit.com/a?keyword=ferry&tags=sea',
  ])('never takes away what says which page is meant: %s', (address) => expect(clean(address)).toBe(address))

  it('keeps names of content for every site that the list has rules for', () => {
    const hosts = TidyURL.rules.map(({ name }) => name)
    expect(hosts.length).toBeGreaterThan(100)
    const names = [
      'id',
      'p',
      'page',
      'article',
      'story',
      'articleid',
      'story_id',
      'q',
      'v',
      't',
      'date',
      'lang',
    ]
    for (const host of hosts) for (const name of names) expect(isTracker(host, name)).toBe(false)
  })

  it('neither follows nor decodes addresses inside addresses, nor says anything', () => {
    const said = vi.spyOn(console, 'log')
    const address = 'https://steamcommunity.com/linkfilter/?url=https://evil.example/'
    expect(clean(address)).toBe(address)
    expect(said).not.toHaveBeenCalled()
    said.mockRestore()
  })
})
