import { describe, expect, it } from 'vitest'
import { labelOfLine, labelOfNote, labelOfTitle } from '../../src/core/labels.ts'

describe('a line that stands alone beside the title', () => {
  it.each([
    ['Opinion', 'opinion'],
    ['OP-ED', 'opinion'],
    ['| Kommentar |', 'opinion'],
    ['Tribune', 'opinion'],
    ['Мнение', 'opinion'],
    ['社説', 'opinion'],
    ['Satire', 'satire'],
    ['Sponsored content', 'advertising'],
    ['Paid for by Reed & Sons', 'advertising'],
    ['Advertorial', 'advertising'],
    ['Contenido patrocinado', 'advertising'],
    ['PRESS RELEASE', 'press-release'],
    ['Pressemitteilung', 'press-release'],
    ['プレスリリース', 'press-release'],
    ['For immediate release', 'press-release'],
    ['Preprint', 'preprint'],
    ['Live updates', 'live-blog'],
    ['En direct', 'live-blog'],
  ])('says what the text is: %s', (line, kind) => expect(labelOfLine(line)).toBe(kind))

  it.each([
    'Advertisement',
    'Anzeige',
    'News',
    'Public opinion',
    'Opinion polls',
    'Live music',
    'Business',
    'Press freedom',
    'The opinion of the court was published on Friday.',
  ])('says nothing where it is an advert’s frame, a topic or a sentence: %s', (line) =>
    expect(labelOfLine(line)).toBeNull(),
  )
})

describe('a title', () => {
  it.each([
    ['Opinion: Let the herons be', 'opinion'],
    ['Let the herons be | Opinion', 'opinion'],
    ['Kommentar: Lasst die Reiher in Ruhe', 'opinion'],
    ['Let the herons be (Satire)', 'satire'],
    ['Live: herons return to the lake', 'live-blog'],
    ['Herons return – as it happened', 'live-blog'],
    ['Press release: herons return', 'press-release'],
  ])('carries its label: %s', (title, kind) => expect(labelOfTitle(title)).toBe(kind))

  it.each([
    'Public opinion turns on herons',
    'How herons live',
    'The opinion that changed a lake',
    'Live and let fish',
  ])('that only holds the word carries none: %s', (title) => expect(labelOfTitle(title)).toBeNull())
})

describe('a sentence about the text', () => {
  it.each([
    ['The views expressed in this article are the author’s own.', 'opinion'],
    ['This article is an opinion piece.', 'opinion'],
    ['Dieser Beitrag ist ein Kommentar und gibt die Meinung der Autorin wieder.', 'opinion'],
    ['This story is satire. Nothing in it happened.', 'satire'],
    ['Cet article est satirique.', 'satire'],
    ['This post is sponsored by Reed & Sons.', 'advertising'],
    [
      'This content was produced by Reed & Sons in partnership with our brand studio and its advertisers.',
      'advertising',
    ],
    ['LUND, May 3, 2025 /PRNewswire/ -- Reed & Sons today said', 'press-release'],
    ['FOR IMMEDIATE RELEASE — May 3', 'press-release'],
    ['This article is a preprint and has not been peer-reviewed.', 'preprint'],
    ['This live blog is now closed.', 'live-blog'],
  ])('says what it is: %s', (line, kind) => expect(labelOfNote(line)).toBe(kind))

  it.each([
    'The Reed, a paper known for its satire, was sold to a brewer.',
    'A satirical news site made fun of the minister on Friday.',
    'The company issued a press release on Friday.',
    'The study, a preprint until last week, appeared in a journal.',
    'His opinion of the dam was well known in the valley.',
    'The match was sponsored by a brewery.',
  ])('about something else says nothing: %s', (line) => expect(labelOfNote(line)).toBeNull())
})
