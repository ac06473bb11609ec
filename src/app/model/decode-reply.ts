import type { AnswerStatus } from '../../core/answer.ts'
import type { ClaimDraft, Dropped } from '../../core/claim.ts'
import { decodeClaim, isRecord } from './decode-claim.ts'
import { readLooseJson } from './loose-json.ts'

export interface DecodedClaims {
  readonly drafts: readonly ClaimDraft[]
  readonly malformed: readonly Dropped[]
}

export interface DecodedAnswer extends DecodedClaims {
  readonly status: Exclude<AnswerStatus, 'unproven'>
  readonly missing: readonly string[]
}

/** No prompt asks for more; a reply that goes on repeating itself is not read to its end. */
const MOST_CLAIMS = 40
const MOST_ATTEMPTS = 64
const THOUGHT = /<(think|thinking|thought|reasoning)>[^]*?<\/\1>/gi
const THOUGHT_END = /^[^]*<\/(?:think|thinking|thought|reasoning)>/i
const THOUGHT_START = /<(?:think|thinking|thought|reasoning)>/i

/** The claims of a reply to summarize or repair; null where it holds none of that form. */
export function decodeClaims(reply: string): DecodedClaims | null {
  const found = findObject(reply, 'claims')
  return found === null ? null : claimsOf(found)
}

/** A reply to answer; null where it has neither status nor claims. */
export function decodeAnswer(reply: string): DecodedAnswer | null {
  const found = findObject(reply, 'status') ?? findObject(reply, 'claims')
  if (found === null) return null
  const claims = claimsOf(found)
  const status = statusOf(found['status'], claims)
  const missing = Array.isArray(found['missing']) ? found['missing'] : []
  return {
    // What a model says beside "the article does not say" answers nothing, and is worth no call to repair.
    ...(status === 'not-in-article' ? { drafts: [], malformed: [] } : claims),
    status,
    missing: missing.filter((item) => typeof item === 'string').slice(0, 8),
  }
}

/** The numbers of a reply to merge, each once, in order; empty where it holds none. */
export function decodeKeep(reply: string): readonly number[] {
  const keep = findObject(reply, 'keep')?.['keep']
  if (!Array.isArray(keep)) return []
  return [...new Set(keep.map(Number).filter((number) => Number.isInteger(number) && number > 0))]
}

function claimsOf(found: Readonly<Record<string, unknown>>): DecodedClaims {
  const claims = Array.isArray(found['claims']) ? found['claims'].slice(0, MOST_CLAIMS) : []
  const decoded = claims.map(decodeClaim)
  return {
    drafts: decoded.filter((claim) => 'quote' in claim),
    malformed: decoded.filter((claim) => 'why' in claim),
  }
}

function statusOf(status: unknown, { drafts }: DecodedClaims): DecodedAnswer['status'] {
  const word = typeof status === 'string' ? status.trim().toLowerCase() : ''
  if (word.startsWith('part')) return 'partly-answered'
  if (/^not|^un|^no\b/.test(word)) return 'not-in-article'
  return word.startsWith('answered') || drafts.length > 0 ? 'answered' : 'not-in-article'
}

/** The first object with that key, in the reply without its thoughts, else (they may never have ended) in all of it. */
function findObject(reply: string, key: string): Readonly<Record<string, unknown>> | null {
  const spoken = reply.replace(THOUGHT, ' ').replace(THOUGHT_END, ' ')
  const beforeOpenThought = spoken.split(THOUGHT_START, 1)[0] ?? ''
  return searchObject(beforeOpenThought, key) ?? searchObject(spoken, key)
}

function searchObject(text: string, key: string): Readonly<Record<string, unknown>> | null {
  let at = 0
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
    const offset = text.slice(at).search(/[[{]/)
    if (offset < 0) return null
    const parsed = readLooseJson(text, at + offset)
    if (isRecord(parsed?.value) && key in parsed.value) return parsed.value
    // Some models leave out the outer object and send the list of claims alone.
    if (key === 'claims' && isClaimList(parsed?.value)) return { claims: parsed.value }
    at += offset + 1
  }
  return null
}

const isClaimList = (value: unknown): value is readonly unknown[] =>
  Array.isArray(value) && isRecord(value[0]) && 'text' in value[0] && 'quote' in value[0]
