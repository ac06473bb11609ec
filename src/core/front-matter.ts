import type { Author } from './source.ts'

interface Fields {
  readonly title: string | null
  readonly author: string | null
  readonly date: string | null
  readonly language: string | null
}

const LONGEST_FRONT_MATTER = 10_000

/** The fields of a `---` block at the top of a file, and the text below it. */
export function readFrontMatter(text: string): { readonly fields: Fields; readonly body: string } {
  const match = /^\s*---[ ]*\n([^]*?)\n(?:---|\.\.\.)[ ]*(?:\n|$)/u.exec(text.slice(0, LONGEST_FRONT_MATTER))
  const head = match?.[1] ?? ''
  if (match === null || !/^[\w-]+\s*:/mu.test(head)) {
    return { fields: { title: null, author: null, date: null, language: null }, body: text }
  }
  const language = fieldOf(head, 'lang|language')?.slice(0, 2).toLowerCase() ?? null
  return {
    fields: {
      title: fieldOf(head, 'title'),
      author: fieldOf(head, 'authors?|by'),
      date: fieldOf(head, 'date|published|pubdate'),
      language: language !== null && /^[a-z]{2}$/u.test(language) ? language : null,
    },
    body: text.slice(match[0].length),
  }
}

/** "Jane Doe, John Roe", or a list in brackets, as authors. */
export function authorsOfNames(names: string | null): readonly Author[] {
  return (names ?? '')
    .replace(/^\[|\]$/gu, '')
    .split(/\s*,\s*|\s+(?:and|und|et)\s+|\n/u)
    .map((name) => unquoted(name))
    .filter((name) => name !== '')
    .map((name) => ({ name, basis: 'front matter' }))
}

function fieldOf(head: string, name: string): string | null {
  const line = new RegExp(`^(?:${name})[ ]*:[ ]*(.*(?:\\n[ ]*-[ ]+.*)*)$`, 'imu').exec(head)?.[1] ?? ''
  const value = line
    .split('\n')
    .map((part) => unquoted(part.replace(/^[ ]*-[ ]+/u, '')))
    .filter((part) => part !== '')
    .join(', ')
  return value === '' ? null : value
}

function unquoted(value: string): string {
  return value
    .trim()
    .replace(/^(["'])(.*)\1$/u, '$2')
    .trim()
}
