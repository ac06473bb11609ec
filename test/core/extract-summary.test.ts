import { describe, expect, it } from 'vitest'
import { pickSentences } from '../../src/core/extract-summary.ts'
import { splitPassages } from '../../src/core/passage.ts'
import { readNews, scoreSummaries } from '../support/news-summaries.ts'

const pick = (text: string, count: number): string[] =>
  pickSentences(text, splitPassages(text), count).map(({ start, end }) => text.slice(start, end))

const HARBOUR = `Council votes to move the harbour

The town council of Oldhaven voted on Monday to move the fishing harbour two miles north, to the mouth of the Lund. The old harbour has filled with sand since the storm of 2019.

Fishing boats can enter the old harbour only at high tide, the harbour master Nils Aker told the council before the vote. He said that three boats had run aground this year.

The new harbour will cost 60 million crowns, of which the region pays half. A fish market and a school for sailors are to be built beside it.

Shop owners near the old harbour fear that visitors will stay away when the boats have gone. They handed the council a petition with 800 names.

Lunch was served at noon. Work on the new harbour begins in April.`

const FURNITURE = [
  'By Karin Holm',
  'By Karin Holm and Jens Oster, Oldhaven Courier',
  'PUBLISHED: 3 May 2024, 10:15',
  'Updated on 4 May 2024.',
  'OLDHAVEN (Courier) —',
  'Friday, 3 May 2024',
  'Read more: What the storm did to the harbour of Oldhaven in 2019.',
  'Continue reading the main story about the harbour of Oldhaven below.',
  'Photo: The harbour of Oldhaven at low tide, seen from the old mill.',
  'The harbour of Oldhaven in an undated picture (AP Photo/Karin Holm).',
  'Subscribe to our newsletter to read all about the harbour of Oldhaven.',
  'Sign up here for free and follow us for news of the harbour of Oldhaven.',
  '© 2024 Oldhaven Courier, the harbour paper of the town.',
  'The harbour of Oldhaven Courier. All rights reserved.',
  'Reporting by Karin Holm in Oldhaven; editing by Jens Oster.',
  'Lesen Sie auch: Was der Sturm am Hafen von Oldhaven anrichtete.',
  '来源：奥尔德港信使报，港口新闻。',
]

const LONG_TEXT = Array.from({ length: 400 }, (_, n) => {
  const town = ['Varnö', 'Harl', 'Ostmark', 'Merrow', 'Oldhaven'][Math.floor(n / 80)]
  return `In ${town} the council heard report ${n + 1} about bridges, ferries and the harbour of ${town}.`
})

describe('the summary of a long text', () => {
  it('has a point from each stretch of it, the first from its opening', () => {
    const text = LONG_TEXT.join(' ')
    const spans = pickSentences(text, [{ start: 0, end: text.length }], 5)
    const towns = spans.map(({ start, end }) => /In (\p{L}+)/u.exec(text.slice(start, end))?.[1])
    expect(towns).toEqual(['Varnö', 'Harl', 'Ostmark', 'Merrow', 'Oldhaven'])
    expect(spans[0]!.start).toBeLessThan(text.length / 20)
  })
})

describe('picking sentences for a summary', () => {
  it('gives so many sentences, in reading order, each a slice of the text', () => {
    const spans = pickSentences(HARBOUR, splitPassages(HARBOUR), 4)
    expect(spans).toHaveLength(4)
    expect(spans.map(({ start }) => start)).toEqual(
      spans.map(({ start }) => start).toSorted((left, right) => left - right),
    )
    for (const { start, end } of spans) expect(HARBOUR.slice(start, end)).toMatch(/^\p{Lu}.*\.$/u)
  })

  it('begins with the lead and leaves the small talk out', () => {
    const picked = pick(HARBOUR, 4)
    expect(picked[0]).toMatch(/^The town council of Oldhaven voted/)
    expect(picked).not.toContain('Lunch was served at noon.')
  })

  it('never picks the heading', () => {
    expect(pick(HARBOUR, 12)).not.toContain('Council votes to move the harbour')
  })

  it.each(FURNITURE)('never picks what belongs to the page: %s', (line) => {
    const text = `${line}\n\n${HARBOUR}\n\n${line}`
    expect(pick(text, 30).join('\n')).not.toContain(line)
    expect(pick(text, 30).length).toBeGreaterThanOrEqual(9)
  })

  it('picks neither a bare question nor a fragment while there are whole sentences', () => {
    const text = `Will the harbour of Oldhaven be moved at last?\n\nThe harbour.\n\n${HARBOUR}`
    const picked = pick(text, 30)
    expect(picked).not.toContain('Will the harbour of Oldhaven be moved at last?')
    expect(picked).not.toContain('The harbour.')
  })

  it('takes one of two sentences that say nearly the same', () => {
    const again = 'On Monday the town council of Oldhaven voted to move the fishing harbour two miles north.'
    const picked = pick(`${HARBOUR}\n\n${again}`, 5)
    expect(picked.filter((sentence) => sentence.includes('two miles north'))).toHaveLength(1)
    expect(pick('The harbour moves two miles north.\n\n'.repeat(5), 5)).toHaveLength(1)
  })

  it('prefers a sentence that stands by itself to one that leans on a sentence that is not shown', () => {
    const text = `The mill of Oldhaven burnt down on Sunday night after a lightning strike.

What did the watchman of the church tower see on Sunday?

He had seen the fire at the mill of Oldhaven from the church tower on Sunday.

Lars Bonde had seen the fire at the mill of Oldhaven from his house on Monday.`
    expect(pick(text, 2)[1]).toMatch(/^Lars Bonde/)
  })

  it('keeps to the first sentences of the news, also where one of them leans on the one before', () => {
    const text = `The mill of Oldhaven burnt down on Sunday night. It had stood empty for years. She found it, the owner said.

${HARBOUR.split('\n\n').slice(1).join('\n\n')}`
    expect(pick(text, 3)).toEqual([
      'The mill of Oldhaven burnt down on Sunday night.',
      'It had stood empty for years.',
      'She found it, the owner said.',
    ])
  })

  it('lets the lead of a long essay count for less than that of the news', () => {
    const textOf = (sentences: number): string =>
      Array.from({ length: sentences }, (_, at) =>
        at % 5 === 4
          ? `The harbour of Oldhaven served the fishermen of Oldhaven in year x${at}.`
          : `Word${at} stood beside word${at}a while word${at}b and word${at}c slept near word${at}d.`,
      ).join(' ')
    expect(pick(textOf(40), 1)[0]).toMatch(/^Word0 /)
    expect(pick(textOf(400), 1)[0]).toMatch(/^The harbour of Oldhaven/)
  })

  it('begins behind a by-line and a time that stand before the first words without a mark', () => {
    const words = 'A British man has been jailed for two years after he stole a yacht.'
    const text = `By Mail Foreign Service Last updated at 8:02 PM on 4th March 2009 ${words} He sailed it to Spain alone.`
    expect(pick(text, 2)[0]).toBe(words)
  })

  it('gives what there is where a text has less', () => {
    expect(pick('', 3)).toEqual([])
    expect(pick('   \n\n ', 3)).toEqual([])
    expect(pick('Rain fell on the harbour of Oldhaven all night.', 3)).toHaveLength(1)
    expect(pick('A short heading', 3)).toEqual(['A short heading'])
    expect(pick(HARBOUR, 0)).toEqual([])
  })

  it('works without spaces between the words', () => {
    const text =
      '奥尔德港市议会星期一投票决定将渔港向北迁移两英里。自二零一九年风暴以来，旧港已被泥沙淤积。\n\n新港将耗资六千万克朗，其中一半由地区政府支付。午餐很好吃。'
    const picked = pick(text, 2)
    expect(picked).toHaveLength(2)
    expect(picked[0]).toContain('市议会')
  })

  it('keeps offsets right beside emoji', () => {
    const text = `😀 The mayor 🏴‍☠️ of Oldhaven opened the new harbour on Friday. 🎉 The 𠮷 ferry came first of all the boats.`
    expect(pick(text, 2).join(' ')).toBe(text)
  })

  it('reads a text of 200,000 words in a few seconds', () => {
    const sentence = (at: number): string =>
      `Boat ${at} of the fleet number ${at % 97} carried herring ${at * 7} and cod ${at % 13} to the harbour of ${at % 31}.`
    const text = Array.from({ length: 12_000 }, (_, at) => sentence(at) + (at % 5 === 4 ? '\n\n' : ' ')).join(
      '',
    )
    expect(pick(text, 12)).toHaveLength(12)
  }, 30_000)

  it('comes to an end on a million characters without a space', () => {
    expect(pick('a'.repeat(1_000_000), 6).length).toBeLessThan(2)
    expect(pick('港'.repeat(1_000_000), 6).length).toBeLessThan(2)
  }, 30_000)
})

describe('summaries of news beside its first three sentences', () => {
  const news = readNews()

  it('share as many words with the highlights where the text begins with its lead', () => {
    const { texts, ours, lead } = scoreSummaries(news.filter(({ junk }) => junk.length === 0))
    expect(texts).toBeGreaterThanOrEqual(15)
    expect(ours).toBeGreaterThan(lead - 0.5)
  })

  it('share many more where by-lines, times and share counts stand before the lead', () => {
    const { texts, ours, lead } = scoreSummaries(news.filter(({ junk }) => junk.length > 0))
    expect(texts).toBeGreaterThanOrEqual(15)
    expect(ours).toBeGreaterThan(lead + 7)
  })

  it('never hold what the page put before the lead', () => {
    for (const { name, junk, text } of news) {
      const whole = junk.join('') + text
      const spans = pickSentences(whole, splitPassages(whole), 3)
      for (const { start } of spans)
        expect({ name, isBehind: start >= junk.join('').length }).toEqual({ name, isBehind: true })
    }
  })
})
