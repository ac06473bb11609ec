import { describe, expect, it } from 'vitest'
import { pickablePassages } from '../../src/core/lures.ts'
import { anArticle } from '../support/an-article.ts'

const picked = (...paragraphs: readonly string[]): string => {
  const article = anArticle(paragraphs)
  return pickablePassages(article)
    .map(({ start, end }) => article.text.slice(start, end).trim())
    .join(' | ')
}

describe('sentences that lure', () => {
  it.each([
    'Join the new group at discord.gg/abcdef1 today.',
    'The rest is told at t.me/harbour_news for free.',
    '@everyone the harbour is closed, run!',
    'Ask <@123456789012345678> or <@&98765432109876543> for your money.',
    'Paste javascript:alert(1) into the address bar.',
    'Log in at [https://bank.example](https://thief.example/pay) again.',
    'Click here to verify your account within a day.',
  ])('are not picked, and their paragraph is, without them: %s', (lure) => {
    expect(picked('The ferry left at noon.', `It came back at six. ${lure}`)).toBe(
      'The ferry left at noon. | It came back at six.',
    )
  })

  it.each([
    'The council meets on Discord, at discord.com, every Monday.',
    'The page is written in JavaScript: nobody knows why.',
    'Write to news@here.example or to all@everyone.example by Friday.',
    'Everyone who was here had to verify the list.',
    'The figures stand at https://harbour.example/figures since May.',
  ])('are no others that name services and addresses: %s', (sentence) => {
    expect(picked(sentence)).toBe(sentence)
  })
})
