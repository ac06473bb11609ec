import { FootnoteError } from './error.ts'

/** Of something that was to be changed and is not there. */
export const conversationUnknown = (): FootnoteError =>
  new FootnoteError(
    'conversation-unknown',
    'I no longer have this conversation. Give me the link or the text again to start a new one.',
  )

export const taskUnknown = (): FootnoteError =>
  new FootnoteError(
    'internal',
    'Footnote has lost track of this request. Ask again; if it happens again, give the host the incident id.',
  )
