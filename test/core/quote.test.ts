import { describe, expect, it } from 'vitest'
import { findQuote } from '../../src/core/quote.ts'
import { anArticle } from '../support/an-article.ts'

const article = anArticle([
  'The harbour board met on Tuesday. Chair Mira Oland said the crane “didn’t fail – it was switched off”, and that repairs cost $4.2 million.',
  'A report found that the operator {"had warned the board twice before the storm hit the quay."',
  'The board does not confirm the figure. It will be -5 degrees tonight. No one resigned.',
  'The harbour board met on Tuesday and again on Friday, when the second vote was held without her.',
])

const quoted = (words: string, passage: string | null = null): string | string[] => {
  const finding = findQuote(article, words, passage)
  if (!finding.found) return finding.why
  for (const quote of finding.quotes) expect(article.text.slice(quote.start, quote.end)).toBe(quote.text)
  return finding.quotes.map(({ text }) => text)
}

describe('a quote is found', () => {
  it.each([
    [
      'word for word',
      'the operator {"had warned the board twice',
      'the operator {"had warned the board twice',
    ],
    [
      'whatever the style of its quotation marks',
      `said the crane "didn't fail`,
      'said the crane “didn’t fail',
    ],
    ['whatever its dashes and spaces', 'fail -  it was switched\noff', 'fail – it was switched off'],
    [
      'without a stray brace in the article',
      'the operator had warned the board',
      'the operator {"had warned the board',
    ],
    ['with its first letter raised', 'It was switched off', 'it was switched off'],
    [
      'with the full stop that both have',
      'twice before the storm hit the quay.',
      'twice before the storm hit the quay.',
    ],
    [
      'without a full stop that only the model has',
      'said the crane didn’t fail.',
      'said the crane “didn’t fail',
    ],
    [
      'with invisible characters left out',
      'the\u200b operator had\u00a0warned the board',
      'the operator {"had warned the board',
    ],
  ])('%s', (_rule, words, expected) => {
    expect(quoted(words)).toEqual([expected])
  })

  it('with our own characters, never the model’s', () => {
    expect(quoted('"HAD warned the board twice')).toBe('quote-not-found')
    expect(quoted('repairs cost $4.2 million')).toEqual(['repairs cost $4.2 million'])
  })

  it('where it stands first in the named passage, else where it stands first', () => {
    const words = 'The harbour board met on Tuesday'
    expect(findQuote(article, words, 'P4')).toMatchObject({ quotes: [{ passage: 'P4' }] })
    expect(findQuote(article, words, 'P1')).toMatchObject({ quotes: [{ passage: 'P1' }] })
    expect(findQuote(article, words, 'P99')).toMatchObject({ quotes: [{ passage: 'P1' }] })
    expect(findQuote(article, words, 'P2')).toMatchObject({ quotes: [{ passage: 'P1' }] })
  })

  it('when it runs into the next passage, not into the one after', () => {
    expect(quoted('repairs cost $4.2 million. A report found that')).toHaveLength(1)
    const short = anArticle(['One two three', 'four', 'five six seven'])
    expect(findQuote(short, 'two three four five six', null)).toMatchObject({ found: false })
  })

  it('with a sign that belongs to a number', () => {
    expect(quoted('4.2 million')).toBe('quote-too-short')
    expect(quoted('It will be -5 degrees tonight')).toEqual(['It will be -5 degrees tonight'])
    expect(quoted('It will be 5 degrees tonight')).toBe('quote-not-found')
    const cold = anArticle(['The town measured -5 degrees tonight, they said, and −7 tomorrow.'])
    expect(findQuote(cold, '-5 degrees tonight, they said', null)).toMatchObject({ found: true })
    expect(findQuote(cold, '5 degrees tonight, they said', null)).toMatchObject({
      quotes: [{ text: '-5 degrees tonight, they said' }],
    })
  })
})

describe('a quote is not found', () => {
  it.each([
    ['with a swapped number', 'repairs cost $4.3 million'],
    ['with another currency', 'repairs cost €4.2 million'],
    ['with a decimal point gone', 'repairs cost $42 million'],
    ['with an inserted not', 'the operator had not warned the board'],
    ['with a word left out', 'the operator had warned board twice'],
    ['with another word form', 'the operator has warned the board'],
    ['that nobody wrote', 'the chair resigned in tears yesterday'],
    ['with other capitals inside', 'chair mira oland said the crane'],
  ])('%s', (_rule, words) => {
    expect(quoted(words)).toBe('quote-not-found')
  })

  it('with an ellipsis that hides a not', () => {
    expect(quoted('The board does … confirm the figure')).toBe('quote-too-short')
    expect(quoted('The board does […] confirm the figure')).toBe('quote-too-short')
    expect(quoted('The board does [really] confirm the figure')).toBe('quote-too-short')
  })

  it('where one piece of it is not in the article', () => {
    expect(quoted('The harbour board met on Tuesday … and nobody liked the crane')).toBe('quote-not-found')
  })
})

describe('the pieces around an ellipsis', () => {
  it('are quotes of their own', () => {
    expect(quoted('The harbour board met … the operator {"had warned the board')).toEqual([
      'The harbour board met',
      'the operator {"had warned the board',
    ])
  })

  it('stay together where the article itself has the ellipsis', () => {
    const dotted = anArticle(['“We waited … and then the lights went out,” said one passenger.'])
    expect(findQuote(dotted, 'We waited … and then the lights', null)).toMatchObject({
      quotes: [{ text: 'We waited … and then the lights' }],
    })
  })
})

describe('a quote of fewer than four words', () => {
  it('proves nothing inside a sentence', () => {
    expect(quoted('the second vote')).toBe('quote-too-short')
    expect(quoted('')).toBe('quote-too-short')
    expect(quoted('…')).toBe('quote-too-short')
  })

  it('passes as a whole sentence', () => {
    expect(quoted('No one resigned.')).toEqual(['No one resigned.'])
  })

  it('may begin or end between characters where a foreign word stands among them', () => {
    const mixed = anArticle([
      '市议会周二投票决定使用AI技术管理旧港口的交通，并在2026年购买三艘electric渡轮。',
    ])
    expect(findQuote(mixed, '投票决定使用AI技术管理', null)).toMatchObject({
      quotes: [{ text: '投票决定使用AI技术管理' }],
    })
    expect(findQuote(mixed, '年购买三艘electric渡', null)).toMatchObject({ found: true })
    expect(findQuote(mixed, '投票决定使用AX技术管理', null)).toMatchObject({ found: false })
  })

  it('is counted in characters where words have no spaces', () => {
    const chinese = anArticle(['市议会周二投票决定关闭旧港口。市长没有出席会议，也没有发表任何声明。'])
    expect(findQuote(chinese, '周二投票决定关', null)).toEqual({ found: false, why: 'quote-too-short' })
    expect(findQuote(chinese, '周二投票决定关闭', null)).toMatchObject({ found: true })
    expect(findQuote(chinese, '周二投票决定关闭旧港口', null)).toMatchObject({ found: true })
    expect(findQuote(chinese, '周二投票决定开放旧港口', null)).toMatchObject({ found: false })
  })
})

describe('a found quote', () => {
  it('names the whole sentence around it', () => {
    const finding = findQuote(article, 'the crane “didn’t fail', null)
    const sentence = finding.found ? finding.quotes[0]!.sentence : { start: 0, end: 0 }
    expect(article.text.slice(sentence.start, sentence.end)).toBe(
      'Chair Mira Oland said the crane “didn’t fail – it was switched off”, and that repairs cost $4.2 million.',
    )
  })

  it('has no link where there is no page', () => {
    expect(findQuote(article, 'The harbour board met', null)).toMatchObject({
      quotes: [{ link: null, page: null }],
    })
  })
})
