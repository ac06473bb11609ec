import { FootnoteError } from '../../core/error.ts'
import type { DocumentKind } from './document-kind.ts'

/** What is no document for us. */
type RefusedKind = Exclude<DocumentKind, 'html' | 'pdf' | 'text' | 'markdown'>

const PASTE = 'copy the text, paste it, and I will use that'
const REFUSED: Readonly<Record<RefusedKind, string>> = {
  media: 'I read text, and this is a picture, a sound or a video. Give me an article, or paste its text.',
  archive: `I don't open archives: unpack it and give me the article as .txt, .md, .html or .pdf, or ${PASTE}.`,
  office: `I can't read office files: save it as .pdf, .txt or .html, or ${PASTE}.`,
  data: 'This is data for programs, not an article. Give me the page that people read, or paste its text.',
  binary: `I can't read this kind of file: give me .txt, .md, .html or .pdf, or ${PASTE}.`,
}

export const isRefused = (kind: DocumentKind): kind is RefusedKind => kind in REFUSED

export const refusalOf = (kind: RefusedKind): FootnoteError =>
  new FootnoteError('unsupported-type', REFUSED[kind])
