import { describe, expect, it } from 'vitest'
import { isWithinDomain, parseDomain } from '../../src/core/domain.ts'

describe('a domain that somebody typed', () => {
  it.each([
    ['example.com', 'example.com'],
    ['  Example.COM. ', 'example.com'],
    ['*.example.com', 'example.com'],
    ['www.example.com', 'example.com'],
    ['https://www.example.com/some/page?x=1', 'example.com'],
    ['example.com/news', 'example.com'],
    ['blog.example.co.uk', 'blog.example.co.uk'],
    ['bücher.example', 'xn--bcher-kva.example'],
    ['xn--bcher-kva.example', 'xn--bcher-kva.example'],
    ['192.168.1.5', '192.168.1.5'],
  ])('%j is %s', (typed, domain) => {
    expect(parseDomain(typed)).toBe(domain)
  })

  it.each([
    '',
    'example',
    'two words.com',
    'somebody@example.com',
    'ftp://example.com',
    '1.5',
    'a..b',
    '.com',
  ])('%j is none', (typed) => {
    expect(parseDomain(typed)).toBeNull()
  })

  it('holds its subdomains, and nothing that only ends alike', () => {
    expect(isWithinDomain('example.com', 'example.com')).toBe(true)
    expect(isWithinDomain('a.b.example.com', 'example.com')).toBe(true)
    expect(isWithinDomain('notexample.com', 'example.com')).toBe(false)
    expect(isWithinDomain('example.com', 'blog.example.com')).toBe(false)
  })
})
