import { globSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import type { DatedFact } from '../../src/core/source.ts'
import { readPlainText } from '../../src/core/plain-text.ts'

/** What should be read from a paste in test/fixtures/pastes; the file beside it has the same name. */
interface Expected {
  readonly title?: string | null
  readonly origin: string | null
  readonly authors: readonly string[]
  readonly published: DatedFact
  readonly modified: DatedFact
  /** All paragraphs of the article, and nothing else. */
  readonly body?: readonly string[]
  readonly contains?: readonly string[]
  readonly lacks?: readonly string[]
  /** Not a word may be missing. */
  readonly keepsAll?: boolean
  /** A date that may only be told, not taken for the article's. */
  readonly notice?: string
}

const folder = fileURLToPath(new URL('../fixtures/pastes', import.meta.url))
const pastes = globSync(`${folder}/*.txt`).map((file) => basename(file, '.txt'))
const visible = (text: string): string => text.replace(/\s/gu, '')

describe('readPlainText', () => {
  it.each(pastes)('reads the paste %s as a person would', (name) => {
    const raw = readFileSync(`${folder}/${name}.txt`, 'utf8')
    const expected = JSON.parse(readFileSync(`${folder}/${name}.json`, 'utf8')) as Expected
    const read = readPlainText(raw)
    const blocks = read.blocks.map(({ text }) => text)
    if (expected.title !== undefined) expect(read.title).toBe(expected.title)
    expect(read.origin?.name ?? null).toBe(expected.origin)
    expect(read.authors.map((author) => author.name)).toEqual(expected.authors)
    expect(read.published).toEqual(expected.published)
    expect(read.modified).toEqual(expected.modified)
    if (expected.body !== undefined) expect(blocks).toEqual(expected.body)
    for (const words of expected.contains ?? []) expect(blocks).toContain(words)
    for (const words of expected.lacks ?? []) expect(blocks.join('\n')).not.toContain(words)
    if (expected.keepsAll === true) {
      expect(read.linesLeftOut).toBe(0)
      expect(visible((read.title ?? '') + blocks.join(''))).toBe(visible(raw))
    }
    const evidence = read.notices.flatMap((notice) => notice.evidence)
    if (expected.notice === undefined) expect(read.notices).toEqual([])
    else expect(evidence).toContain(expected.notice)
  })
  it.each(['\n', ' ', 'a\n', 'a\n\n', 'Comments\n', 'Home | ', '- a\n', '."', 'By A B\n', 'a. ', '港', '2 '])(
    'does not hang on a long run of %j',
    (unit) => {
      expect(readPlainText(`x ${unit.repeat(300_000 / unit.length)} y`).blocks.length).toBeGreaterThan(0)
    },
  )
})
