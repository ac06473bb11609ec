import { describe, expect, it } from 'vitest'
import { readHtml } from '../../../src/adapters/extract/read-html.ts'
import { readPlainText } from '../../../src/core/plain-text.ts'
import { type LabelledCredit, PAGE_ADDRESS, scoreCredits } from '../../support/labelled-credits.ts'

const NOW = Date.parse('2026-11-22T12:00:00Z')
const read = ({ form, document }: LabelledCredit): string | null =>
  (form === 'text' ? readPlainText(document) : readHtml(document, PAGE_ADDRESS, NOW)).origin?.name ?? null

describe.each(['tuned', 'held-out'] as const)('who wrote the words first, in the %s half', (half) => {
  const { precision, recall, cases, misses } = scoreCredits(half, read)

  it('is said rightly, with few false alarms and few that are missed', () => {
    const report = `${half}: precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}, ${cases} readings\n${misses.join('\n')}`
    expect(cases).toBeGreaterThanOrEqual(200)
    expect(precision, report).toBeGreaterThanOrEqual(0.97)
    expect(recall, report).toBeGreaterThanOrEqual(0.9)
  })
})
