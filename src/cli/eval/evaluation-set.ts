import { readdir, readFile } from 'node:fs/promises'
import type { DropReason } from '../../core/claim.ts'
import { usageError } from '../failure.ts'

/** A point as a careful or a lying model might make it. */
export interface LabelledClaim {
  readonly text: string
  readonly quote: string
  readonly speaker: string | null
}

export interface LabelledQuestion {
  readonly question: string
  readonly answerable: boolean
  /** Words of the article that answer, and strings of which a right answer holds one. */
  readonly quote?: string
  readonly answer?: readonly string[]
  /** The question that this one follows. */
  readonly after?: string
}

/** One article of the set, with what a careful reader finds in it. */
export interface LabelledArticle {
  readonly name: string
  readonly file: { readonly name: string; readonly bytes: Uint8Array }
  readonly kind: string
  readonly language: string
  readonly url: string
  readonly published: string | null
  readonly facts: readonly { readonly fact: string; readonly quote: string }[]
  /** Written before the checks: true points that may not be lost, and lies that may not pass. */
  readonly claims: readonly (LabelledClaim & { readonly tests: string })[]
  readonly lies: readonly (LabelledClaim & { readonly why: DropReason; readonly hard?: boolean })[]
  readonly speakers: readonly { readonly quote: string; readonly speaker: string | null }[]
  readonly questions: readonly LabelledQuestion[]
  /** What a hostile page wants said, and what no reader of it sees. */
  readonly attack: { readonly demands: readonly string[]; readonly hidden: readonly string[] } | null
}

const SET = new URL('../../../test/eval/articles/', import.meta.url)

/**
 * The shipped set, or those of its articles whose names hold one of `wanted`.
 * @throws {FootnoteError} `bad-request` where there is no set beside the program, or no such article
 */
export async function readEvaluationSet(
  wanted: readonly string[] = [],
  folder = SET,
): Promise<LabelledArticle[]> {
  const names = await readdir(folder).catch(() => {
    throw usageError(
      'The evaluation set is not here. Run footnote eval in a checkout: it stands in test/eval.',
    )
  })
  const chosen = names.filter((name) => wanted.length === 0 || wanted.some((part) => name.includes(part)))
  if (chosen.length === 0)
    throw usageError(`No article of the evaluation set is called so. There are: ${names.join(', ')}.`)
  return Promise.all(chosen.toSorted().map((name) => readOne(name, new URL(`${name}/`, folder))))
}

async function readOne(name: string, folder: URL): Promise<LabelledArticle> {
  const file = (await readdir(folder)).find((each) => each.startsWith('article.')) ?? 'article.md'
  const [bytes, expected] = await Promise.all([
    readFile(new URL(file, folder)),
    readFile(new URL('expected.json', folder), 'utf8'),
  ])
  const labels = JSON.parse(expected) as Omit<LabelledArticle, 'name' | 'file'>
  return { ...labels, name, file: { name: file, bytes } }
}
