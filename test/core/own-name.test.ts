import { describe, expect, it } from 'vitest'
import { isForeignAgency, isOwnName } from '../../src/core/own-name.ts'

const mirror = { name: 'Harbour Mirror', domain: 'harbour-mirror.example' }

describe('a credited name', () => {
  it.each([
    ['Harbour Mirror', mirror],
    ['The Harbour Mirror', mirror],
    ['harbour-mirror.example', mirror],
    ['Harbour Mirror Weekend', mirror],
    ['CNN', { name: 'cnn.example', domain: 'cnn.example' }],
    ['CNN', { name: 'CNN International', domain: 'edition.example' }],
    ['The Guardian', { name: '', domain: 'www.theguardian.com' }],
    ['AP', { name: 'AP News', domain: 'apnews.com' }],
    ['Associated Press', { name: 'apnews.com', domain: 'apnews.com' }],
    ['Reuters', { name: '', domain: 'www.reuters.com' }],
    ['economictimes.com', { name: 'Economic Times', domain: 'indiatimes.com' }],
  ])('is the publisher’s own: %s', (name, publisher) => {
    expect(isOwnName(name, publisher)).toBe(true)
  })

  it.each([
    ['AP', { name: 'Maple Paper', domain: 'maplepaper.example' }],
    ['Mirror', { name: 'Harbour', domain: 'harbour.example' }],
    ['The Harbour', { name: 'Island Record', domain: 'island.example' }],
    ['Reuters', mirror],
    ['Reuters', { name: '', domain: null }],
    ['Reuters', null],
  ])('is somebody else’s: %s', (name, publisher) => {
    expect(isOwnName(name, publisher)).toBe(false)
  })

  it('is an agency’s that does not publish there, whatever the page says', () => {
    expect(isForeignAgency({ name: 'Associated Press', domain: 'harbour-mirror.example' })).toBe(true)
    expect(isForeignAgency({ name: 'Associated Press', domain: 'apnews.com' })).toBe(false)
    expect(isForeignAgency({ name: 'Xinhua', domain: 'xinhuanet.com' })).toBe(false)
    expect(isForeignAgency({ name: 'Harbour Mirror', domain: 'other.example' })).toBe(false)
  })
})
