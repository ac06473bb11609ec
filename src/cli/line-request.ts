import { FootnoteError } from '../core/error.ts'

/** One request of `footnote lines`, its types checked. */
export type LineRequest =
  | { readonly op: 'read'; readonly file: string; readonly url?: string }
  | { readonly op: 'read'; readonly text: string; readonly url?: string }
  | { readonly op: 'read'; readonly link: string }
  | { readonly op: 'summarize'; readonly text: string; readonly sentences: number }
  | { readonly op: 'answer'; readonly text: string; readonly question: string }
  | { readonly op: 'who'; readonly text: string }

const DEFAULT_SENTENCES = 3

const bad = (sentence: string): FootnoteError => new FootnoteError('bad-request', sentence)

/** Reads one line of JSON. Throws `bad-request` saying what is wrong with it. */
export function parseRequest(line: string): LineRequest {
  const fields = parseObject(line)
  const op = fields['op']
  switch (op) {
    case 'read':
      return readRequest(fields)
    case 'summarize':
      return { op, text: stringOf(fields, 'text'), sentences: sentencesOf(fields) }
    case 'answer':
      return { op, text: stringOf(fields, 'text'), question: questionOf(fields) }
    case 'who':
      return { op, text: stringOf(fields, 'text') }
    default:
      throw bad('"op" should be "read", "summarize", "answer" or "who".')
  }
}

type Fields = Readonly<Record<string, unknown>>

function parseObject(line: string): Fields {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch (error) {
    throw new FootnoteError('bad-request', 'The line is not JSON. Send one JSON object a line.', {
      cause: error,
    })
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw bad('The line is no JSON object. Send one such as {"op":"answer","text":"…","question":"…"}.')
  }
  return value as Fields
}

function readRequest(fields: Fields): LineRequest {
  const has = (name: string): boolean => fields[name] !== undefined && fields[name] !== null
  if (has('file') && has('text')) throw bad('Give "file" or "text", not both.')
  const url = has('url') ? { url: stringOf(fields, 'url') } : {}
  if (has('file')) return { op: 'read', file: stringOf(fields, 'file'), ...url }
  if (has('text')) return { op: 'read', text: stringOf(fields, 'text'), ...url }
  if (has('url')) return { op: 'read', link: stringOf(fields, 'url') }
  throw bad('"read" needs "file", "url" or "text".')
}

function stringOf(fields: Fields, name: string): string {
  const value = fields[name]
  if (typeof value === 'string') return value
  throw bad(value === undefined ? `"${name}" is missing.` : `"${name}" should be a string.`)
}

function questionOf(fields: Fields): string {
  const question = stringOf(fields, 'question')
  if (question.trim() === '') throw bad('"question" is empty.')
  return question
}

function sentencesOf(fields: Fields): number {
  const value = fields['sentences'] ?? DEFAULT_SENTENCES
  if (typeof value === 'number' && Number.isInteger(value) && value > 0) return value
  throw bad('"sentences" should be a whole number above 0.')
}
