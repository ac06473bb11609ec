import type { FailureJson } from './failure.ts'
import { block, type Block } from './styled.ts'

/** `code: sentence (incident …)`; further lines of the sentence, such as a list of problems, stay lines. */
export function renderFailure({ error: { code, message, incident } }: FailureJson): Block[] {
  const [sentence = '', ...rest] = message.split('\n')
  const id = code === 'cancelled' ? '' : ` (incident ${incident})`
  return [
    block([{ text: `${code}: `, bold: true, colour: 'red' }, { text: `${sentence}${id}` }]),
    ...rest.map((line) => block(line.trimStart(), ' '.repeat(line.length - line.trimStart().length))),
  ]
}
