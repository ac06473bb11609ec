/** A document that was made to hold up whoever reads it. */
export interface HostileDocument {
  readonly name: string
  readonly contentType: string
  /** Made when it is wanted: all of them together fill the memory. */
  readonly bytes: () => Uint8Array | Promise<Uint8Array>
}

/** How large they are: 1 for the worst that the fetcher lets in, less for a quick look. */
export type Scale = (most: number) => number

export const scaleOf =
  (share: number): Scale =>
  (most) =>
    Math.max(1, Math.round(most * share))

const encoder = new TextEncoder()

export const ofText = (name: string, text: () => string): HostileDocument => ({
  name,
  contentType: 'text/plain; charset=utf-8',
  bytes: () => encoder.encode(text()),
})

export const ofHtml = (name: string, html: () => string): HostileDocument => ({
  name,
  contentType: 'text/html; charset=utf-8',
  bytes: () => encoder.encode(html()),
})

export const ofMarkdown = (name: string, markdown: () => string): HostileDocument => ({
  name,
  contentType: 'text/markdown; charset=utf-8',
  bytes: () => encoder.encode(markdown()),
})

const SENTENCE =
  'In the NUMBER. week of the survey the rangers of Brennholm counted the herons on the lower lake, wrote the figures into the old book, and compared them with those that their colleagues had sent from the coast.'

/** Running text of so many paragraphs, all different, of about 36 words each. */
export const prose = (paragraphs: number): string[] =>
  Array.from({ length: paragraphs }, (_, index) => SENTENCE.replace('NUMBER', String(index + 1)))

export const paragraphs = (count: number): string =>
  prose(count)
    .map((text) => `<p>${text}</p>`)
    .join('\n')

/** The piece again and again, up to so many characters. */
export const filled = (piece: string, length: number): string =>
  piece.repeat(Math.max(1, Math.floor(length / piece.length)))
