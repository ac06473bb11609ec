import { describe, expect, it } from 'vitest'
import { isSureCredit, readCredit, readCreditInside } from '../../src/core/credit.ts'
import { readDateline } from '../../src/core/dateline.ts'

describe('readCredit', () => {
  it.each([
    ['Courtesy of The Record View original post here.', 'The Record'],
    ['This article originally appeared on The Island Record.', 'The Island Record'],
    ['This story was first published by Grist on May 3, 2021.', 'Grist'],
    [
      'This article is republished from The Conversation under a Creative Commons license.',
      'The Conversation',
    ],
    ['Republished from The Record with permission.', 'The Record'],
    ['Reprinted with permission from Harbour Weekly.', 'Harbour Weekly'],
    ['Originally published at harbour.example', 'harbour.example'],
    ['Zuerst erschienen in der Oldenauer Rundschau.', 'Oldenauer Rundschau'],
    ['Dieser Artikel erschien zuerst bei Hafenblatt', 'Hafenblatt'],
    ['Cet article a été publié par L’Écho de Valmer.', 'L’Écho de Valmer'],
    ['Este artículo fue publicado originalmente en El Faro.', 'El Faro'],
    ['Questo articolo è stato pubblicato originariamente su Il Molo', 'Il Molo'],
    ['Este artigo foi publicado originalmente em O Farol.', 'O Farol'],
    ['Dit artikel verscheen eerder in De Havenbode.', 'De Havenbode'],
    ['本文转载自港口日报', '港口日报'],
    ['出典：港新聞', '港新聞'],
    ['Source: Harbour Wire', 'Harbour Wire'],
    ['Via Harbour Wire', 'Harbour Wire'],
    ['Reuters', 'Reuters'],
    ['By Reuters Staff', 'Reuters'],
  ])('%s', (line, name) => {
    expect(readCredit(line)?.name).toBe(name)
    expect(readCredit(line)?.basis).toBe(line)
  })

  it('gives the address that the line holds', () => {
    const credit = readCredit('This article was originally published at https://record.example/a?b=1.')
    expect(credit).toMatchObject({ name: 'record.example', url: 'https://record.example/a?b=1' })
  })

  it.each([
    'According to Reuters, two ferries stayed in the harbour.',
    'He told the AP that the ferry was late.',
    'First published in 1984, the guide has listed the town for thirty years.',
    'Courtesy of the mayor, every child received a tree.',
    'The story first spread on the islands.',
    'Via the bridge you reach the harbour in ten minutes.',
    'Sources say that nobody was hurt.',
    'First published by Penrose in 1950, the book became a success and later a film.',
    'Originally a fishing village, Oakmere grew fast.',
    'It was originally published by a small house in Lund and became a success all over the country.',
  ])('takes this for no credit: %s', (line) => {
    expect(readCredit(line)).toBeNull()
  })
})

describe('readCreditInside', () => {
  it('finds the sentence among others, which is its evidence', () => {
    const paragraph =
      'Jane Roe is a reporter. This story was originally published by Grist. Sign up for its newsletter.'
    expect(readCreditInside(paragraph, false)).toEqual({
      name: 'Grist',
      url: null,
      basis: 'This story was originally published by Grist.',
    })
  })

  it('needs the work that it speaks of, unless it ends the text', () => {
    const paragraph = 'Jane Roe is a reporter. Originally published in Harbour Weekly.'
    expect(readCreditInside(paragraph, false)).toBeNull()
    expect(readCreditInside(paragraph, true)?.name).toBe('Harbour Weekly')
  })

  it('takes an agency in brackets at the end of the text', () => {
    const paragraph = 'The ferry sails again on Sunday. (AP)'
    expect(readCreditInside(paragraph, true)).toEqual({ name: 'AP', url: null, basis: '(AP)' })
    expect(readCreditInside(paragraph, false)).toBeNull()
  })

  it('does not believe somebody who is quoted', () => {
    expect(readCreditInside('“This story was first published by Grist,” she said.', true)).toBeNull()
  })
})

describe('isSureCredit', () => {
  it('tells words of a credit from a bare name or label', () => {
    expect(isSureCredit('Republished from The Record.')).toBe(true)
    expect(isSureCredit('Source: The Record')).toBe(false)
    expect(isSureCredit('Reuters')).toBe(false)
  })

  it('asks between paragraphs for the work that is meant', () => {
    expect(isSureCredit('Republished from The Record.', 'inside')).toBe(false)
    expect(isSureCredit('This article is republished from The Record.', 'inside')).toBe(true)
  })
})

describe('readDateline', () => {
  it.each([
    ['OAKMERE (AP) — The ferry left.', 'AP'],
    ['Berlin (dpa) - Die Fähre fuhr ab.', 'dpa'],
    ['LUND, Sweden, May 3 (Reuters) - The ferry left.', 'Reuters'],
    ['PARIS (AFP) – Le ferry est parti.', 'AFP'],
  ])('%s', (paragraph, name) => {
    expect(readDateline(paragraph)?.name).toBe(name)
  })

  it('needs a place for a dateline at the start', () => {
    expect(readDateline('The agency (AP) said so.')).toBeNull()
    expect(
      readDateline('The ferry left, as the news agency in Lund (AP) — which was there — reported.'),
    ).toBeNull()
  })
})
