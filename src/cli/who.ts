import type { Invocation } from './host.ts'
import { type SourceArguments, withArticle } from './read.ts'
import { renderVoices } from './render-voices.ts'

/** `footnote who SOURCE`: who says what, each with its words. No model is asked. */
export function whoCommand(source: SourceArguments, invocation: Invocation): Promise<void> {
  return withArticle(source, invocation, async (read, { assistant }, options) => {
    const { voices, silent } = await assistant.voices(read.article, options)
    return {
      json: { article: read.article, voices },
      blocks: renderVoices(read, voices, silent),
    }
  })
}
