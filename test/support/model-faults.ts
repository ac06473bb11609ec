import type { ErrorCode } from '../../src/core/error.ts'
import { articlePage, HARBOUR_PARAGRAPHS } from '../e2e/pages.ts'
import { honestModel } from './honest-model.ts'
import type { Behaviour, ModelCall, Script } from './loopback-model.ts'

/** A way in which a model or its server fails, and what a reader has to see of it in the end. */
export interface ModelFault {
  readonly name: string
  readonly script: Script
  readonly environment?: Readonly<Record<string, string>>
  /** The article, where it is not the usual one. */
  readonly page?: string
  /** The code on the failure card; null where a card with points is made all the same. */
  readonly code: ErrorCode | null
  /** Words that the reader sees. */
  readonly shows: RegExp
}

const status = (code: number, rest: Partial<Extract<Behaviour, { kind: 'status' }>> = {}): Behaviour => ({
  kind: 'status',
  status: code,
  ...rest,
})
const withCode = (code: string): { body: unknown } => ({ body: { error: { message: 'No.', code } } })
const say = (text: string, rest: Partial<Extract<Behaviour, { kind: 'reply' }>> = {}): Behaviour => ({
  kind: 'reply',
  text,
  ...rest,
})

const charactersOf = ({ body }: ModelCall): number =>
  body.messages.reduce((sum, { content }) => sum + content.length, 0)

/** About 4,000 tokens. */
const LONG = Array.from({ length: 10 }, (_, chapter) =>
  HARBOUR_PARAGRAPHS.map((paragraph, n) => `In year ${chapter * 10 + n}: ${paragraph}`),
).flat()

/** Points about the harbour in German, whatever language was asked for. */
const inGerman = JSON.stringify({
  claims: [
    {
      text: 'Die Stadt hat ihren alten Hafen am Dienstag geschlossen, und das war nach neunzig Jahren.',
      passage: 'P1',
      quote: HARBOUR_PARAGRAPHS[0]!.split(' ').slice(0, 12).join(' '),
      speaker: null,
    },
  ],
})

const busy = /\*\*The model is busy\.\*\* Try again/u
const busyUntil = /\*\*The model is busy\.\*\* Possible again <t:\d+:R>/u
const silent = /\*\*The model does not answer\.\*\* Try again/u
const rejects = /The model does not take my requests/u
const useless = /said nothing that the article proves/u

/** Every fault that a model server is known for. */
export const MODEL_FAULTS: readonly ModelFault[] = [
  { name: '429', script: status(429), code: 'model-busy', shows: busy },
  {
    name: '429, Retry-After 1 s',
    script: status(429, { headers: { 'retry-after': '1' } }),
    code: 'model-busy',
    shows: busyUntil,
  },
  {
    name: '429, Retry-After 10 min',
    script: status(429, { headers: { 'retry-after': '600' } }),
    code: 'model-busy',
    shows: busyUntil,
  },
  { name: '500', script: status(500), code: 'model-unreachable', shows: silent },
  { name: '503', script: status(503), code: 'model-busy', shows: busy },
  { name: 'connection reset', script: { kind: 'reset' }, code: 'model-unreachable', shows: silent },
  {
    name: 'server not there',
    script: { kind: 'reset' },
    // Nothing listens on a port that no service was ever given.
    environment: { OPENAI_BASE_URL: 'http://127.0.0.1:2/v1' },
    code: 'model-unreachable',
    shows: silent,
  },
  { name: 'never answers', script: { kind: 'silent' }, code: 'model-unreachable', shows: silent },
  {
    name: 'stalls in mid-stream',
    script: { kind: 'stall', text: '{"cl' },
    code: 'model-unreachable',
    shows: silent,
  },
  {
    name: 'cut in mid-stream',
    script: { kind: 'cut', text: '{"claims":[{"te' },
    code: 'model-unreachable',
    shows: silent,
  },
  {
    name: 'error in mid-stream',
    script: { kind: 'stream-error', error: { message: 'server overloaded' } },
    code: 'model-busy',
    shows: busy,
  },
  {
    name: 'output without end',
    script: { kind: 'endless', piece: 'and so on '.repeat(40) },
    code: 'model-unusable-reply',
    shows: useless,
  },
  { name: 'empty reply', script: say(' '), code: 'model-unusable-reply', shows: useless },
  { name: 'no JSON', script: say('I am a teapot.'), code: 'model-unusable-reply', shows: useless },
  { name: 'wrong JSON', script: say('{"points":["One."]}'), code: 'model-unusable-reply', shows: useless },
  {
    name: 'wrong language',
    script: say(inGerman),
    code: null,
    shows: /The model did not write in English/u,
  },
  {
    name: 'refusal',
    script: { kind: 'refusal', text: 'I cannot help with that.' },
    code: 'model-refused',
    shows: /The model declined/u,
  },
  {
    name: 'web page, 200',
    script: { kind: 'html' },
    code: 'model-unreachable',
    shows: silent,
  },
  { name: 'web page, 502', script: { kind: 'html', status: 502 }, code: 'model-unreachable', shows: silent },
  { name: 'wrong key', script: status(401), code: 'model-rejected', shows: rejects },
  {
    name: 'unknown model',
    script: status(404, withCode('model_not_found')),
    code: 'model-rejected',
    shows: rejects,
  },
  {
    name: 'no quota',
    script: status(429, withCode('insufficient_quota')),
    code: 'model-rejected',
    shows: rejects,
  },
  {
    name: 'context too long',
    script: (call) =>
      charactersOf(call) > 9000 ? status(400, withCode('context_length_exceeded')) : honestModel(2)(call),
    page: articlePage('A long report on the harbour', LONG),
    code: null,
    shows: /^1\. /mu,
  },
  {
    name: 'context too long for anything',
    script: status(400, withCode('context_length_exceeded')),
    code: 'model-rejected',
    shows: rejects,
  },
  {
    name: 'prompt cut silently',
    script: (call) => ({ ...honestModel(3)(call), promptTokens: 90 }) as Behaviour,
    code: null,
    shows: /read less than it was sent/u,
  },
  {
    name: 'dead, with a fallback model',
    script: (call) => (call.body.model === 'spare' ? honestModel(3)(call) : { kind: 'reset' }),
    environment: { OPENAI_FALLBACK_MODEL: 'spare' },
    code: null,
    shows: /loopback-1 did not work \(model-unreachable\), so spare wrote this/u,
  },
]
