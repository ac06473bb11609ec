import type { Span } from './span.ts'

/** The paragraphs of a text as it stands, nothing stripped: what an empty line separates. */
export function splitPassages(text: string): Span[] {
  const passages: Span[] = []
  for (const match of text.matchAll(/\S[^]*?(?=\n\s*\n|\s*$(?![^]))/g)) {
    passages.push({ start: match.index, end: match.index + match[0].trimEnd().length })
  }
  return passages
}
