import { UNSPACED } from '../../../core/unspaced-scripts.ts'

/** What is written without spaces around it: letters of such scripts and full-width marks. */
const CHARACTER = `[${UNSPACED}\\u3000-\\u303f\\uff00-\\uffef]`
const AT_END = new RegExp(`${CHARACTER}$`, 'v')
const AT_START = new RegExp(`^${CHARACTER}`, 'v')
const SPACED_PAIR = new RegExp(`(?<=${CHARACTER}) (?=${CHARACTER})`, 'gv')
const PAIR = new RegExp(`${CHARACTER} ?(?=${CHARACTER})`, 'gv')

/** No space belongs between these two texts when one follows the other. */
export const meetWithoutSpace = (before: string, after: string): boolean =>
  AT_END.test(before) && AT_START.test(after)

/** A run whose characters were spread over the line: spaces between most of them were never written. */
export function withoutSpread(text: string): string {
  const spaced = text.match(SPACED_PAIR)?.length ?? 0
  if (spaced === 0) return text
  return spaced * 3 > (text.match(PAIR)?.length ?? 0) ? text.replace(SPACED_PAIR, '') : text
}
