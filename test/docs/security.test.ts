import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

// docs/security.md: a table row says what stops a threat, and which test fails without it.

const page = readFileSync('docs/security.md', 'utf8')
const rows = [...page.matchAll(/^\| (?<rule>.+?) \| (?<tests>.+?) \|$/gmu)]
  .map(({ groups }) => ({ rule: groups?.['rule'] ?? '', tests: groups?.['tests'] ?? '' }))
  .filter(({ rule }) => !/^(?:-+|what stops it)$/u.test(rule))

const sources = new Map<string, string>()
function sourceOf(file: string): string {
  const source = sources.get(file) ?? (existsSync(file) ? readFileSync(file, 'utf8') : '')
  sources.set(file, source)
  return source
}

describe('the page on security', () => {
  it('is a list of rules', () => {
    expect(rows.length).toBeGreaterThan(40)
  })

  it.each(rows)('names tests that there are: $rule', ({ tests }) => {
    const named = [...tests.matchAll(/`(?<file>test\/[\w./-]+)` “(?<title>[^”]+)”/gu)]
    expect(named.length).toBeGreaterThan(0)
    // Nothing stands in the cell beside them.
    expect(
      tests
        .replaceAll(/`test\/[\w./-]+` “[^”]+”/gu, '')
        .replaceAll('<br>', '')
        .trim(),
    ).toBe('')
    for (const { groups } of named) {
      expect(sourceOf(groups?.['file'] ?? '')).toContain(groups?.['title'])
    }
  })

  it('says nothing outside its tables but what a section is about', () => {
    const sections = page.split(/^## /mu).slice(1)
    const prose = sections.map((section) =>
      section
        .split('\n')
        .slice(1)
        .filter((line) => line.trim() !== '' && !line.startsWith('|'))
        .join(' '),
    )
    expect(prose.filter((text) => text.length > 400)).toEqual([])
  })
})
