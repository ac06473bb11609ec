import { describe, expect, it } from 'vitest'
import { isBoilerplate, isFragment } from '../../src/core/boilerplate-sentence.ts'

describe('sentences of the page', () => {
  it.each([
    'View all comments',
    'Click here to see the pictures of the flood.',
    'Like this article and share it with your friends.',
    'Join our channel for more.',
    'Support our work with a small gift.',
    'Veröffentlicht am 3. Mai 2024',
    'Published May 3, 2024',
    'Copyright 2024 Oldhaven Courier',
    'This article was first published in the Oldhaven Courier.',
    'Anzeige',
    'A boat in the harbour (Karin Holm/AFP)',
    'https://news.example/harl',
    'Please enable JavaScript to read the comments.',
    'Abonnez-vous à notre newsletter du dimanche soir.',
    'Подпишитесь на наш канал о море.',
    'This post may contain affiliate and other paid links.',
  ])('are told from the article: %s', (sentence) => {
    expect(isBoilerplate(sentence)).toBe(true)
  })
})

describe('sentences of the article', () => {
  it.each([
    'Share prices fell today after the bank closed this branch.',
    'Support for the law grew this year.',
    'Like many of us, she now lives by the sea.',
    'Tap water in Oldhaven is unsafe to drink.',
    'Recommended doses of the drug were halved.',
    'Copyright law was changed in May.',
    'Getty Images said on Monday that it would go to court.',
    'The search engine changed its privacy policy again.',
    'Published works must be registered.',
    'By Friday the water had reached the church.',
    'Von Holm sagte, der Hafen werde verlegt.',
    'OLDHAVEN (Courier) — The council voted on Monday to move the harbour.',
    'In May 2024 the ferry sank.',
    'Photography is taught in every school.',
    'Follow-up checks found no cracks.',
    'Read the room, she told him.',
    'This story is about courage.',
    'This bank and its affiliate in Harl cut all links with the mine.',
    '议会星期一投票决定迁移渔港。',
  ])('are not taken for the page: %s', (sentence) => {
    expect(isBoilerplate(sentence)).toBe(false)
  })

  it.each([
    'The council voted on Monday to move the harbour.',
    '“We move the harbour,” she said on Monday.',
    '议会投票决定迁移渔港。',
  ])('are no fragments: %s', (sentence) => {
    expect(isFragment(sentence)).toBe(false)
  })

  it.each([
    'The harbour',
    'Council votes to move the old harbour',
    'Will the council move the harbour?',
    'Not yet.',
  ])('are not headings, bare questions or a few words: %s', (sentence) => {
    expect(isFragment(sentence)).toBe(true)
  })
})
