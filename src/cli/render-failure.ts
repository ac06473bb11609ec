import type { FailureJson } from './failure.ts'
import { isHelpedByNoModel } from '../core/error.ts'
import { block, type Block, faint } from './styled.ts'

/** `code: sentence (incident …)`; further lines of the sentence, such as a list of problems, stay lines. */
export function renderFailure({ error: { code, message, incident } }: FailureJson): Block[] {
  const [sentence = '', ...rest] = message.split('\n')
  const id = code === 'cancelled' ? '' : ` (incident ${incident})`
  return [
    block([{ text: `${code}: `, bold: true, colour: 'red' }, { text: `${sentence}${id}` }]),
    ...rest.map((line) => block(line.trimStart(), ' '.repeat(line.length - line.trimStart().length))),
  ]
}

const WITHOUT_MODEL = 'With --without-model you get the article’s own sentences, at no cost.'

/** The way without a model, where that helps: every command that asks one has the flag. */
export const renderWithoutModel = ({ error: { code } }: FailureJson): Block[] =>
  isHelpedByNoModel(code) ? [faint(WITHOUT_MODEL)] : []
