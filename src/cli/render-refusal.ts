import type { Answer } from '../core/answer.ts'
import type { Run } from '../core/run.ts'
import { block, type Block, faint } from './styled.ts'

/** The built-in engine only searches words, so it cannot say that something is not in the article. */
export function renderRefusal(answer: Answer, run: Run): Block[] {
  const { status, missing, question } = answer
  const isAllOpen = missing.every((open) => open === question)
  if (run.engine === 'extractive') {
    const refusal = sentence('I found no sentence that answers this.')
    return isAllOpen ? [refusal] : [refusal, faint(`Nowhere in it: ${missing.join(', ')}`)]
  }
  if (status === 'unproven') return [sentence('I found no answer that I can prove from the article.')]
  return isAllOpen ? [sentence(`Not in the ${searched(run)}.`)] : [renderOpen(answer, run)]
}

/** What of a question stays open, and where it was looked for. */
export function renderOpen({ missing }: Answer, run: Run): Block {
  const lead = run.engine === 'extractive' ? 'I found no sentence on' : `Not in the ${searched(run)}`
  return block([{ text: `${lead}: `, bold: true }, { text: missing.join('; ') }])
}

/** Of an article that the model was not given whole nobody can say what is not in it. */
const searched = ({ read }: Run): string =>
  read === undefined ? 'article' : 'paragraphs nearest to the question'

const sentence = (text: string): Block => block([{ text, bold: true }])
