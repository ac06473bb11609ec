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
    'By .',
    'By Karin Holm .',
    'PUBLISHED: .',
    '10:47 EST, 21 October 2013 . | .',
    'UPDATED: .',
    'Last updated at 8:02 PM on 4th March 2009',
    'Updated 3 hours ago',
    'Aktualisiert: 3. Mai 2024, 10:15 Uhr',
    'Scroll down for video .',
    '1.2k SHARES',
    'View comments',
    'Share on Facebook',
    'Share this article',
    'E-mail to a friend .',
    'Watch how the boats come home » .',
    'Editor’s note: In this series our reporters look back.',
    'Smoke rises over the harbour on Monday. Photo: Karin Holm',
    'Pictured: the harbour of Oldhaven at low tide',
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
    'By Friday the water had reached the church .',
    'Updated figures published in May 2009 show a rise.',
    'Comments by the mayor on Facebook angered the town.',
    'May 3, 2024 was a Friday to remember.',
    'On 3 May 2024 at 10:15 the ferry sank.',
    '«Wir gehen», sagte er am Montag, «und kommen nicht wieder.»',
    'She shared the photo: it shows the harbour of Oldhaven.',
    'The police published a picture of the man and asked for help.',
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
    'Oldhaven Courier Reporter and the Associated Press .',
    'Mayor of Oldhaven Opens the New Fishing Harbour',
  ])('are not headings, bare questions or a few words: %s', (sentence) => {
    expect(isFragment(sentence)).toBe(true)
  })
})
