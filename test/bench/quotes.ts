import { buildArticle } from '../../src/core/build-article.ts'
import { readPlainText } from '../../src/core/plain-text.ts'
import { findQuote } from '../../src/core/quote.ts'
import type { Article } from '../../src/core/article.ts'
import { medians } from './compare.ts'

const WORDS =
  'harbour council crane ferry vote engineer storm bridge winter report town budget island captain'.split(' ')

/** A text of so many words that repeats no sentence; the same one every time. */
function textOf(words: number): string {
  const sentences: string[] = []
  for (let at = 0; at < words; at += 12) {
    const picked = Array.from(
      { length: 11 },
      (_, offset) => WORDS[(at * 7 + offset * (1 + (at % 5))) % WORDS.length],
    )
    sentences.push(`In ${at} the ${picked.join(' ')}.`)
  }
  return sentences.map((sentence, index) => (index % 5 === 4 ? `${sentence}\n\n` : `${sentence} `)).join('')
}

const articleOf = (words: number): Article =>
  buildArticle(readPlainText(textOf(words)), { kind: 'text', url: null, retrievedAt: 0 })

/** A proof must cost nothing beside a model's call, on long articles too: 20 quotes, and reading them the first time. */
export function benchQuotes(): void {
  const short = articleOf(1000)
  const long = articleOf(50_000)
  const prove = (article: Article) => (): void => {
    // A fresh copy, so that each round counts the article's words anew.
    const unread = { ...article }
    for (let index = 0; index < 20; index++) {
      const { start, end } = article.passages[Math.floor((index * article.passages.length) / 20)]!
      findQuote(unread, article.text.slice(start, Math.min(end, start + 80)), null)
    }
  }
  const times = medians({ short: prove(short), long: prove(long) })
  console.log(
    `quotes     20 quotes proven in ${short.words} and ${long.words} words: ${times.short.toFixed(1)} ms and ${times.long.toFixed(1)} ms`,
  )
  console.log(`quotes     50 times the words, ${(times.long / times.short).toFixed(0)} times the time`)
}
