import { globSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { countTokens } from '../../src/adapters/model/tokens.ts'
import { mostTokens } from '../../src/core/most-tokens.ts'

const ARTICLES = globSync('test/fixtures/pages/*.json').map((file) => {
  const { blocks } = JSON.parse(readFileSync(file, 'utf8')) as { blocks: [string, string][] }
  return [file, blocks.map(([, text]) => text).join('\n')] as const
})
const PROMPTS = globSync('prompts/*.md').map((file) => [file, readFileSync(file, 'utf8')] as const)
const ODD = [
  ['digits', '2026-11-26 14:03:59 +4712345678 0.30000000000000004 '.repeat(5)],
  ['emoji', '👩‍👩‍👧‍👦 🏴󠁧󠁢󠁳󠁣󠁴󠁿 🫠'],
  ['code', 'for (let i=0;i<n;i++) { a[i]=b[i]**2 } // }}}}'],
  ['rare characters', '𠮷野家 ꙮ ࿄ ༄ ᚠᛇᚻ'],
] as const

it.each([...ARTICLES, ...PROMPTS, ...ODD])(
  'no more tokens are counted than are held possible: %s',
  async (_name, text) => {
    expect(mostTokens(text)).toBeGreaterThanOrEqual(await countTokens(text))
  },
)

it.each(['news', 'german', 'syndicated'])(
  'of English and German news, not half as much again is held possible, so that most prompts need no count: %s',
  async (name) => {
    const text = ARTICLES.find(([file]) => file.endsWith(`/${name}.json`))?.[1] ?? ''
    expect(mostTokens(text) / (await countTokens(text))).toBeLessThan(1.6)
  },
)
