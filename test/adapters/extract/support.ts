import type { RawDocument } from '../../../src/app/ports.ts'

/** Running text of so many paragraphs, all different, about 30 words each. */
export const paragraphs = (count: number): string =>
  Array.from({ length: count }, (_, index) => `<p>${SENTENCE.replace('NUMBER', String(index + 1))}</p>`).join(
    '\n',
  )

const SENTENCE =
  'In the NUMBER. week of the survey the rangers counted the herons on the lower lake, wrote the figures into the old book, and compared them with those that their colleagues had sent from the coast.'

/** A document as a fetcher would hand it over. */
export const documentOf = (content: string | Uint8Array, facts: Partial<RawDocument> = {}): RawDocument => ({
  bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content,
  contentType: 'text/html',
  url: 'https://herons.example.org/survey',
  name: null,
  ...facts,
})
