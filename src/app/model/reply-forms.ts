import type { ModelRequest } from '../ports.ts'

type ReplyForm = ModelRequest['reply']

const CLAIM = {
  type: 'object',
  properties: {
    text: { type: 'string' },
    passage: { type: 'string' },
    quote: { type: 'string' },
    speaker: { type: ['string', 'null'] },
  },
  required: ['text', 'passage', 'quote', 'speaker'],
  additionalProperties: false,
}

const CLAIMS = { type: 'array', items: CLAIM }

const form = (name: string, properties: Readonly<Record<string, unknown>>): ReplyForm => ({
  name,
  schema: { type: 'object', properties, required: Object.keys(properties), additionalProperties: false },
})

/** What each call may answer, as strict JSON Schemas: every field required, nothing beside them. */
export const REPLY_FORMS = {
  claims: form('claims', { claims: CLAIMS }),
  answer: form('answer', {
    status: { type: 'string', enum: ['answered', 'partly-answered', 'not-in-article'] },
    claims: CLAIMS,
    missing: { type: 'array', items: { type: 'string' } },
  }),
  keep: form('keep', { keep: { type: 'array', items: { type: 'integer' } } }),
} as const satisfies Readonly<Record<string, ReplyForm>>
