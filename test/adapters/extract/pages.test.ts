import { globSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { createExtractor } from '../../../src/adapters/extract/create-extractor.ts'

// A page in, what a reader would call the article out. A new fixture is two files: NAME.html, and NAME.json with its
// address, what it states about itself, and its blocks as [kind, text].

const FOLDER = 'test/fixtures/pages'
const names = globSync(`${FOLDER}/*.html`).map((file) => basename(file, '.html'))
const extractor = createExtractor({ clock: () => Date.parse('2026-11-22T12:00:00Z') })
afterAll(() => extractor.close())

describe('the pages in test/fixtures/pages', () => {
  it('are of at least eight kinds', () => {
    expect(names.length).toBeGreaterThanOrEqual(8)
  })

  it.each(names)('are read as written down: %s', async (name) => {
    const { url, ...expected } = JSON.parse(readFileSync(`${FOLDER}/${name}.json`, 'utf8')) as { url: string }
    const bytes = readFileSync(`${FOLDER}/${name}.html`)
    const { blocks, linesLeftOut, statedWords, onPage, ...facts } = await extractor.extract({
      bytes,
      contentType: null,
      url,
      name: null,
    })
    expect({ ...facts, blocks: blocks.map(({ kind, text }) => [kind, text]) }).toEqual(expected)
    expect([linesLeftOut, statedWords ?? null]).toEqual([0, null])
    expect(onPage).toMatch(/^[\w-]+$/)
  })

  it.each(names)('hold every block as words that stand in the page: %s', async (name) => {
    const bytes = readFileSync(`${FOLDER}/${name}.html`)
    const page = bytes
      .toString()
      .replaceAll('&nbsp;', ' ')
      .replace(/<[^>]*>/g, '')
      .replace(/\s+/gu, '')
    const { blocks } = await extractor.extract({ bytes, contentType: 'text/html', url: null, name: null })
    expect(blocks.length).toBeGreaterThan(3)
    for (const { kind, text } of blocks)
      if (kind !== 'table') expect(page).toContain(text.replace(/\s+/gu, ''))
  })
})
