import type { ReadArticle } from '../app/ports.ts'
import type { Quote, Speaker } from '../core/claim.ts'
import { counted } from '../core/counted.ts'
import type { Voice } from '../core/voices/group-voices.ts'
import { clipped } from './excerpt.ts'
import { placeOf } from './render-claim.ts'
import { renderFooter } from './render-footer.ts'
import { renderHead } from './render-source.ts'
import { block, type Block, emptyLine, faint, type Piece } from './styled.ts'

const WORDS_CHARACTERS = 600

/** Who says what, nearest voice first, then those who are named and say nothing. */
export function renderVoices(
  { article, linesLeftOut }: ReadArticle,
  voices: readonly Voice[],
  silent: readonly string[],
): Block[] {
  const none = [block('I found nobody’s words in it: no quotation, no “said”, no “according to”.')]
  const named = silent.length === 0 ? [] : [faint(`Named, not quoted: ${silent.join(', ')}`), emptyLine]
  const found = voices.reduce((sum, { quotes }) => sum + quotes.length, 0)
  return [
    ...renderHead(article, article.title, null),
    ...(voices.length === 0 ? none : voices.flatMap(renderVoice)),
    emptyLine,
    ...named,
    renderFooter(article, linesLeftOut, null, [`${counted(found, 'quote')}, found by rules`]),
  ]
}

function renderVoice({ speaker, quotes, direct }: Voice): Block[] {
  return [block(headOf(speaker, direct)), ...quotes.map((quote) => renderWords(quote, direct))]
}

const KINDS = { named: '', unnamed: ' (unnamed)', document: ' (document)', writer: '' } as const

function headOf(speaker: Speaker | null, direct: boolean): Piece[] {
  if (speaker === null) return [{ text: 'By whom is not said', bold: true }]
  const name = speaker.kind === 'writer' ? 'The writer' : speaker.name
  const via = speaker.via.length === 0 ? '' : `, by way of ${speaker.via.join(' and ')}`
  const marks = direct || speaker.kind === 'writer' ? '' : ', not in quotation marks'
  return [{ text: name, bold: true }, { text: `${KINDS[speaker.kind]}${via}${marks}` }]
}

function renderWords(quote: Quote, direct: boolean): Block {
  const words: Piece = {
    text: clipped(quote.text, WORDS_CHARACTERS),
    link: quote.link,
    underline: quote.link !== null,
  }
  const pieces = direct ? [{ text: '“' }, words, { text: '”' }] : [words]
  return block([...pieces, { text: ` (${placeOf(quote)})`, dim: true }], '  ')
}
