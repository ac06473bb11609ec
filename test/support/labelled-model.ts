import { readdirSync, readFileSync } from 'node:fs'
import type { LabelledArticle } from '../../src/cli/eval/evaluation-set.ts'
import { passagesIn, promptOf } from './honest-model.ts'
import type { Behaviour, ModelCall } from './loopback-model.ts'

const SET = new URL('../eval/articles/', import.meta.url)

type Labels = Pick<LabelledArticle, 'claims' | 'lies' | 'facts'>

const articles: readonly Labels[] = readdirSync(SET).map(
  (name) => JSON.parse(readFileSync(new URL(`${name}/expected.json`, SET), 'utf8')) as Labels,
)

/**
 * A model that knows the evaluation set by heart and says of each article what is labelled as true, or what is labelled as a
 * lie; asked to repair, it insists. Its passage ids are invented.
 */
export const labelledModel =
  (says: 'claims' | 'lies') =>
  (call: ModelCall): Behaviour => {
    const text = passagesIn(call)
      .map((passage) => passage.text)
      .join('\n')
    const known = articles.find(({ facts }) => facts.filter(({ quote }) => text.includes(quote)).length > 1)
    // All in one language: a summary is written in one.
    const points = (known?.[says] ?? []).filter(
      (point) => !('tests' in point && point.tests === 'cross-language'),
    )
    const claims = points.map(({ text: said, quote, speaker }) => ({
      text: said,
      quote,
      speaker,
      passage: 'P999',
    }))
    const reply =
      promptOf(call) === 'answer'
        ? { status: 'answered', claims: claims.slice(0, 4), missing: [] }
        : { claims }
    return { kind: 'reply', text: JSON.stringify(reply) }
  }
