import { FootnoteError } from '../../../core/error.ts'

export const MOST_PAGES = 500
/** 500 closely printed pages and half as much again; what is more is a file made to be too much. */
export const MOST_CHARACTERS = 3_000_000

const PASTE = 'copy the text, paste it, and I will use that'

// A file that does not open for anybody without more (a password, a repair) is `file-unreadable`; one that opens but
// holds no text is `page-unreadable`, as a page without an article.

export const lockedPdf = (cause: unknown): FootnoteError =>
  new FootnoteError(
    'file-unreadable',
    `This PDF is locked with a password. Save a copy without one and give me that; or ${PASTE}.`,
    { cause },
  )

export const damagedPdf = (cause: unknown): FootnoteError =>
  new FootnoteError(
    'file-unreadable',
    `This PDF is damaged or incomplete. Download or save it again and give me that; or, if it opens for you, ${PASTE}.`,
    { cause },
  )

export const picturesOnly = (): FootnoteError =>
  new FootnoteError(
    'page-unreadable',
    `The pages of this PDF are pictures without text. Run text recognition (OCR) on it and give me the result; or ${PASTE}.`,
  )

export const noText = (): FootnoteError =>
  new FootnoteError('page-unreadable', `There is no text in this PDF. If you see some, ${PASTE}.`)

export const unknownLetters = (): FootnoteError =>
  new FootnoteError(
    'page-unreadable',
    `This PDF does not say which letters its signs stand for. Print it to a new PDF or run text recognition (OCR) on it; or, if that gives readable words, ${PASTE}.`,
  )

export const formOnly = (): FootnoteError =>
  new FootnoteError(
    'page-unreadable',
    `This PDF is a form that is filled in by Adobe's own program. Print it to a new PDF there and give me that; or ${PASTE}.`,
  )

export const portfolio = (): FootnoteError =>
  new FootnoteError(
    'page-unreadable',
    'This PDF is a folder of other files (a portfolio). Open it, save the file that you mean, and give me that.',
  )

export const tooManyPages = (pages: number): FootnoteError =>
  new FootnoteError(
    'page-too-large',
    `This PDF has ${pages} pages, and I read up to ${MOST_PAGES}. Give me the chapter that you need as a PDF of its own, or paste its text.`,
  )

export const tooMuchText = (): FootnoteError =>
  new FootnoteError(
    'article-too-long',
    'This PDF holds more text than I read at once. Give me the chapter that you need as a PDF of its own, or paste its text.',
  )
