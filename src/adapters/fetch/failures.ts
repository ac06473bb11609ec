import { FootnoteError } from '../../core/error.ts'

/** The same words for every address that is not public, whether anything answers there or not. */
export const refused = (cause?: unknown): FootnoteError =>
  new FootnoteError(
    'link-refused',
    "I don't open this address. It is not on the public web. " +
      'If it is a page of your own community, the person who runs this bot can allow it.',
    { cause },
  )

export const malformed = (): FootnoteError =>
  new FootnoteError(
    'link-refused',
    'This is not a web address that I can open. Give me one that begins with https:// or http:// and has at most 4,096 characters.',
  )

/** A redirect to what is no web address: nothing that the person gave is wrong. */
export const misdirected = (host: string): FootnoteError =>
  new FootnoteError(
    'link-refused',
    `${host} sends me on to something that I cannot open. If the page opens for you, copy its text and give me that.`,
  )

export const unreachable = (host: string, what: string, cause?: unknown): FootnoteError =>
  new FootnoteError(
    'link-unreachable',
    `${host} ${what}. Check the address; if the page opens for you, copy its text and give me that.`,
    { cause },
  )

export const timedOut = (host: string): FootnoteError =>
  new FootnoteError(
    'link-timeout',
    `${host} takes too long to answer. Try again later, or copy the text of the page and give me that.`,
  )

export const tooLarge = (host: string, cause?: unknown): FootnoteError =>
  new FootnoteError(
    'page-too-large',
    `${host} sends more than I read of one page. Copy the part that you need and give me that as text.`,
    { cause },
  )

export const cancelled = (cause?: unknown): FootnoteError =>
  new FootnoteError('cancelled', 'Cancelled.', { cause })
