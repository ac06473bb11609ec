import { groupVoices } from '../core/voices/group-voices.ts'
import { namedNotQuoted } from '../core/voices/named-not-quoted.ts'
import type { Invocation } from './host.ts'
import { type SourceArguments, withArticle } from './read.ts'
import { renderVoices } from './render-voices.ts'

/** `footnote who SOURCE`: who says what, each with its words. No model is asked. */
export function whoCommand(source: SourceArguments, invocation: Invocation): Promise<void> {
  return withArticle(source, invocation, (read) => {
    const voices = groupVoices(read.article)
    const silent = namedNotQuoted(read.article)
    return Promise.resolve({
      json: { article: read.article, voices },
      blocks: renderVoices(read, voices, silent),
    })
  })
}
