import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ModelMessage, Prompt, PromptName, Prompts } from '../app/ports.ts'
import { FootnoteError } from '../core/error.ts'

/** What the engine gives to each prompt: a file declares exactly these. */
const INPUTS: Readonly<Record<PromptName, readonly string[]>> = {
  summarize: ['article', 'points', 'language'],
  merge: ['claims', 'points'],
  answer: ['article', 'question'],
  repair: ['rejected'],
}

const PLACEHOLDER = /\{\{([a-z]+)\}\}/g

/**
 * Reads the four prompt files of a directory. Their form is told in prompts/README.md.
 * @throws {FootnoteError} `bad-request`, naming file and line of what is wrong.
 */
export async function loadPrompts(directory: string): Promise<Prompts> {
  const load = async (name: PromptName): Promise<Prompt> => {
    const file = join(directory, `${name}.md`)
    try {
      return readPrompt(name, await readFile(file), file)
    } catch (error) {
      if (error instanceof FootnoteError) throw error
      throw new FootnoteError('bad-request', `${file} cannot be read. Check PROMPTS_DIRECTORY.`, {
        cause: error,
      })
    }
  }
  const [summarize, merge, answer, repair] = await Promise.all([
    load('summarize'),
    load('merge'),
    load('answer'),
    load('repair'),
  ])
  return { summarize, merge, answer, repair }
}

interface Section extends ModelMessage {
  readonly line: number
}

function readPrompt(name: PromptName, bytes: Uint8Array, file: string): Prompt {
  const wrong = (line: number, what: string): FootnoteError =>
    new FootnoteError('bad-request', `${file}:${line}: ${what}`)
  const lines = new TextDecoder().decode(bytes).replaceAll('\r\n', '\n').split('\n')
  const { inputs, inputsLine, next } = readFrontMatter(name, lines, wrong)
  const sections = readSections(lines, next, wrong)
  checkPlaceholders(lines, next, inputs, inputsLine, wrong)
  const last = sections.at(-1)
  if (last?.role !== 'user') throw wrong(last?.line ?? next + 1, 'the last section has to be ## user')
  if (name === 'answer') checkOrder(sections, wrong)
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 8)
  return { name, id: `${name}@${hash}`, toMessages: (values) => fill(name, sections, inputs, values) }
}

type Wrong = (line: number, what: string) => FootnoteError

function readFrontMatter(
  name: PromptName,
  lines: readonly string[],
  wrong: Wrong,
): { readonly inputs: readonly string[]; readonly inputsLine: number; readonly next: number } {
  if (lines[0] !== '---') throw wrong(1, 'the file has to begin with a line of three hyphens (front matter)')
  const end = lines.indexOf('---', 1)
  if (end < 0) throw wrong(1, 'the front matter has no end: a second line of three hyphens')
  let inputs: string[] | null = null
  let inputsLine = 1
  let declaredName = ''
  for (const [index, line] of lines.slice(1, end).entries()) {
    const [, key, value = ''] = /^([a-z]+):\s*(.*?)\s*$/.exec(line) ?? []
    if (key === 'name') declaredName = value
    else if (key === 'inputs') {
      inputs = value.split(',').map((input) => input.trim())
      inputsLine = index + 2
    } else if (line.trim() !== '') throw wrong(index + 2, 'only "name:" and "inputs:" can stand here')
  }
  if (declaredName !== name) throw wrong(2, `the front matter has to say "name: ${name}"`)
  const expected = INPUTS[name]
  if (inputs === null || inputs.toSorted().join() !== expected.toSorted().join()) {
    throw wrong(inputsLine, `the front matter has to say "inputs: ${expected.join(', ')}"`)
  }
  return { inputs, inputsLine, next: end + 1 }
}

function readSections(lines: readonly string[], from: number, wrong: Wrong): Section[] {
  const sections: Section[] = []
  let body: string[] = []
  const close = (): void => {
    const open = sections.pop()
    if (open === undefined) return
    const content = body.join('\n').trim()
    if (content === '') throw wrong(open.line, `the section ## ${open.role} is empty`)
    sections.push({ ...open, content })
    body = []
  }
  for (const [index, line] of lines.entries()) {
    if (index < from) continue
    if (line.startsWith('## ')) {
      const role = /^## (system|user|assistant)\s*$/.exec(line)?.[1]
      if (role === undefined) throw wrong(index + 1, 'a section is ## system, ## user or ## assistant')
      close()
      sections.push({ role: role as ModelMessage['role'], content: '', line: index + 1 })
    } else if (sections.length > 0) body.push(line)
    else if (line.trim() !== '') throw wrong(index + 1, 'text before the first section')
  }
  close()
  return sections
}

function checkPlaceholders(
  lines: readonly string[],
  from: number,
  inputs: readonly string[],
  inputsLine: number,
  wrong: Wrong,
): void {
  const used = new Set<string>()
  for (const [index, line] of lines.entries()) {
    if (index < from) continue
    for (const [, input = ''] of line.matchAll(PLACEHOLDER)) {
      if (!inputs.includes(input)) throw wrong(index + 1, `{{${input}}} is not an input of this prompt`)
      used.add(input)
    }
    if (/\{\{|\}\}/.test(line.replaceAll(PLACEHOLDER, ''))) {
      throw wrong(index + 1, 'a placeholder is written {{name}}, in small letters')
    }
  }
  const unused = inputs.find((input) => !used.has(input))
  if (unused !== undefined) throw wrong(inputsLine, `the input ${unused} stands nowhere in the prompt`)
}

/** The article first and by itself: what comes before the questions must not change from one to the next. */
function checkOrder(sections: readonly Section[], wrong: Wrong): void {
  const early = sections.slice(0, -1).find(({ content }) => content.includes('{{question}}'))
  if (early !== undefined) throw wrong(early.line, '{{question}} can stand only in the last section')
  const last = sections.at(-1)
  if (last?.content.includes('{{article}}') === true) {
    throw wrong(last.line, '{{article}} has to stand in a section before the question')
  }
}

function fill(
  name: PromptName,
  sections: readonly Section[],
  inputs: readonly string[],
  values: Readonly<Record<string, string>>,
): readonly ModelMessage[] {
  const missing = inputs.find((input) => !Object.hasOwn(values, input))
  if (missing !== undefined) throw new TypeError(`The prompt ${name} was given no ${missing}`)
  const unknown = Object.keys(values).find((input) => !inputs.includes(input))
  if (unknown !== undefined) throw new TypeError(`The prompt ${name} takes no ${unknown}`)
  return sections.map(({ role, content }) => ({
    role,
    content: content.replace(PLACEHOLDER, (_placeholder, input: string) => values[input] ?? ''),
  }))
}
