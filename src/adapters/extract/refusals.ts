import { FootnoteError } from '../../core/error.ts'

export const tooLarge = (): FootnoteError =>
  new FootnoteError(
    'page-too-large',
    'This page is too large or too tangled to read. Paste the text and I will use that.',
  )
