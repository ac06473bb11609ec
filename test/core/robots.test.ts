import { describe, expect, it } from 'vitest'
import { asksNoArchive } from '../../src/core/robots.ts'

describe('robots directives', () => {
  it.each([
    'noarchive',
    'NOARCHIVE',
    'noindex, noarchive',
    'max-snippet:50, noarchive',
    'unavailable_after: 25 Jun 2030 15:00:00 PST, noarchive',
    'footnote: noarchive',
    'robots: noindex, noarchive',
  ])('ask that no copy is kept: %s', (directives) => expect(asksNoArchive(directives)).toBe(true))

  it.each([
    '',
    'none',
    'noindex, nofollow',
    'otherbot: noarchive',
    'otherbot: noindex, noarchive',
    'noarchived',
  ])('do not ask us: "%s"', (directives) => expect(asksNoArchive(directives)).toBe(false))
})
