import { globSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { readHtml } from '../../src/adapters/extract/read-html.ts'
import type { Article } from '../../src/core/article.ts'
import { buildArticle } from '../../src/core/build-article.ts'
import { linkToWords } from '../../src/core/link.ts'
import { splitSentences } from '../../src/core/sentence.ts'
import { findChromium } from '../support/chromium.ts'
import { LINKED_FOLDERS } from '../support/linked-pages.ts'
import { openLinksInChromium } from '../support/open-links.ts'
import { loadPages } from './extraction/pages.ts'

/** A usual address, which takes its part of the 250 characters. */
const ADDRESS = 'https://www.news.example/town/2026/11/26/'
const NOW = Date.UTC(2026, 10, 26)

interface Tally {
  quotes: number
  named: number
  characters: number
  longest: number
}

/**
 * How long links to quotes are: every sentence of every page, by language. `folder`: labelled pages as for `extraction`,
 * with their own addresses; null: our fixtures, whose links are opened in Chromium too, where there is one.
 */
export async function benchLinks(folder: string | null): Promise<void> {
  const tallies = new Map<string, Tally>()
  const all: Tally = { quotes: 0, named: 0, characters: 0, longest: 0 }
  let onPage = 0
  let text = 0
  for (const article of articlesOf(folder)) {
    onPage += article.onPage?.length ?? 0
    text += Buffer.byteLength(article.text)
    const tally = tallies.get(article.language) ?? { quotes: 0, named: 0, characters: 0, longest: 0 }
    tallies.set(article.language, tally)
    for (const { start, end } of article.passages) {
      for (const sentence of splitSentences(article.text, start, end)) {
        const link = linkToWords(article, sentence)
        if (link === null) continue
        for (const each of [tally, all]) count(each, link)
      }
    }
  }
  for (const [language, tally] of [...tallies].toSorted(([one], [other]) => one.localeCompare(other))) {
    print(language, tally)
  }
  print('all', all)
  console.log(
    `links      what articles carry of their pages: ${((100 * onPage) / text).toFixed(1)} % of their text`,
  )
  if (folder === null) await openAll()
}

async function openAll(): Promise<void> {
  const program = findChromium()
  if (program === null) return console.log('links      SKIPPED: no Chromium here to open them in')
  const links = await openLinksInChromium(program)
  try {
    const { opened, wrong } = await links.openQuotes()
    for (const line of wrong) console.log(`links      WRONG: ${line}`)
    console.log(`links      in Chromium: ${opened - wrong.length} of ${opened} quotes are highlighted right`)
  } finally {
    await links.close()
  }
}

function count(tally: Tally, link: string): void {
  tally.quotes += 1
  tally.characters += link.length
  tally.longest = Math.max(tally.longest, link.length)
  if (link.includes('#:~:text=')) tally.named += 1
}

function print(name: string, { quotes, named, characters, longest }: Tally): void {
  const share = ((100 * named) / Math.max(1, quotes)).toFixed(1)
  const mean = (characters / Math.max(1, quotes)).toFixed(0)
  console.log(
    `links      ${name}: ${share} % of ${quotes} sentences named, mean ${mean} characters, longest ${longest}`,
  )
}

function* articlesOf(folder: string | null): Generator<Article> {
  const pages =
    folder === null
      ? LINKED_FOLDERS.flatMap((each) => globSync(`${each}/*.html`)).map((file) => ({
          url: `${ADDRESS}${basename(file, '.html')}`,
          html: readFileSync(file, 'utf8'),
        }))
      : loadPages(folder)
  for (const { url, html } of pages) {
    try {
      yield buildArticle(readHtml(html, url, NOW), { kind: 'link', url, retrievedAt: NOW })
    } catch {
      // A page without an article has no quotes.
    }
  }
}
