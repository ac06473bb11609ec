import type { ClaimDraft, Dropped } from '../../core/claim.ts'
import { normaliseLine } from '../../core/normalise.ts'

/** Longer is no point but a paragraph. It is dropped whole: a cut could take a "not" with it. */
const LONGEST_TEXT = 300
const LONGEST_SPEAKER = 80
const LONGEST_QUOTE = 1200

/** Addresses, mentions and Discord's own marks: code writes those, never a model. */
const NOT_A_CLAIM =
  /https?:|\bwww\.|\bdiscord\.gg\b|\]\(|<(?:[@#:/]|a:|t:|id:|https?)|@(?:everyone|here)\b|<@/iu

/** One member of `claims` as a draft, or why it cannot be one. Nothing is proven yet. */
export function decodeClaim(value: unknown): ClaimDraft | Dropped {
  if (!isRecord(value)) return { text: '', why: 'malformed' }
  const text = oneLine(value['text'])
  const malformed: Dropped = { text: (text ?? '').slice(0, LONGEST_TEXT), why: 'malformed' }
  if (text === null || text === '' || text.length > LONGEST_TEXT || NOT_A_CLAIM.test(text)) return malformed
  const quote = oneLine(value['quote'])?.replace(/^\[P\d+\]\s*/u, '')
  if (quote === undefined || quote === '' || quote.length > LONGEST_QUOTE) return malformed
  const speaker = value['speaker'] ?? null
  if (speaker === null) return { text, passage: passageOf(value['passage']), quote, speaker }
  // Without its speaker a claim would become the article's own.
  const name = oneLine(speaker)
  if (name === null || name.length > LONGEST_SPEAKER || NOT_A_CLAIM.test(name)) return malformed
  return { text, passage: passageOf(value['passage']), quote, speaker: name === '' ? null : name }
}

/** `P3`, `[P3]`, `p3` or `3`; null for anything else: then all passages are searched. */
function passageOf(value: unknown): string | null {
  const [, number] = /^\W*p?\s*(\d{1,6})\W*$/i.exec(String(value)) ?? []
  return number === undefined ? null : `P${Number(number)}`
}

const oneLine = (value: unknown): string | null => (typeof value === 'string' ? normaliseLine(value) : null)

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
