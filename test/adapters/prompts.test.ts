import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { loadPrompts } from '../../src/adapters/prompts.ts'

let directory: string
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'footnote-prompts-'))
  await cp('prompts', directory, { recursive: true })
})
afterEach(() => rm(directory, { recursive: true }))

const change = async (file: string, from: string, to: string): Promise<void> => {
  const path = join(directory, file)
  const text = await readFile(path, 'utf8')
  expect(text).toContain(from)
  await writeFile(
    path,
    text.replace(from, () => to),
  )
}

describe('the shipped prompts', () => {
  it('load, and are named by the hash of their bytes', async () => {
    const prompts = await loadPrompts('prompts')
    expect(Object.keys(prompts)).toEqual(['summarize', 'merge', 'answer', 'repair'])
    for (const [name, prompt] of Object.entries(prompts))
      expect(prompt.id).toMatch(new RegExp(`^${name}@[0-9a-f]{8}$`))
  })

  it('change their id with any byte', async () => {
    const before = (await loadPrompts(directory)).merge.id
    await change('merge.md', 'You choose', 'You  choose')
    expect((await loadPrompts(directory)).merge.id).not.toBe(before)
  })

  it('put the article before the question, and the question last', async () => {
    const { answer } = await loadPrompts('prompts')
    const messages = answer.toMessages({ article: 'THE ARTICLE', question: 'WHO?' })
    expect(messages.map(({ role }) => role)).toEqual(['system', 'user', 'assistant', 'user'])
    expect(messages[1]?.content).toContain('THE ARTICLE')
    expect(messages[3]?.content).toBe('Question: WHO?')
  })
})

describe('filling', () => {
  it('reads nothing into a value: placeholders, $& and $1 stay as they are', async () => {
    const { answer } = await loadPrompts('prompts')
    const article = '{{question}} {{title}} $& $1 $$ {{article}}'
    const messages = answer.toMessages({ article, question: '{{article}} $&' })
    expect(messages[1]?.content).toContain(article)
    expect(messages[3]?.content).toBe('Question: {{article}} $&')
  })

  it('refuses a value that is missing or that no prompt declares', async () => {
    const { merge } = await loadPrompts('prompts')
    expect(() => merge.toMessages({ claims: '1. x' })).toThrow('points')
    expect(() => merge.toMessages({ claims: '1. x', points: '2', more: 'y' })).toThrow('more')
  })
})

describe('a broken prompt file is named with its line', () => {
  it.each([
    [
      'an unknown placeholder',
      'merge.md',
      '{{claims}}',
      'Hello\n{{claims}} {{titel}}',
      /merge\.md:\d+: \{\{titel\}\}/,
    ],
    [
      'a placeholder that is not closed',
      'merge.md',
      '{{claims}}',
      '{{claims}} {{points',
      /merge\.md:\d+: a placeholder/,
    ],
    ['an input that is never used', 'merge.md', '{{claims}}', 'nothing', /merge\.md:3: the input claims/],
    [
      'other inputs than the program gives',
      'merge.md',
      'inputs: claims, points',
      'inputs: claims',
      /merge\.md:3: .*claims, points/,
    ],
    ['the name of another file', 'merge.md', 'name: merge', 'name: marge', /merge\.md:2: .*name: merge/],
    ['no front matter', 'merge.md', '---\nname', 'name', /merge\.md:1: /],
    ['a section of an unknown kind', 'merge.md', '## user', '## human', /merge\.md:\d+: a section is/],
    [
      'an end that is no question',
      'merge.md',
      'Keep at most',
      '## assistant\n\nKeep at most',
      /merge\.md:\d+: the last section/,
    ],
    [
      'a question before the article',
      'answer.md',
      '{{article}}',
      '{{question}} {{article}}',
      /answer\.md:\d+: \{\{question\}\}/,
    ],
  ])('%s', async (_name, file, from, to, message) => {
    await change(file, from, to)
    await expect(loadPrompts(directory)).rejects.toThrow(message)
  })

  it('a missing file', async () => {
    await rm(join(directory, 'repair.md'))
    await expect(loadPrompts(directory)).rejects.toThrow(/repair\.md cannot be read.*PROMPTS_DIRECTORY/)
  })
})
