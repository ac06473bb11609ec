import type { Behaviour, ModelCall } from './loopback-model.ts'

// A model that reads its prompt and answers with true quotes from the passages in it, for tests from end to end.

export interface PromptPassage {
  readonly id: string
  readonly text: string
}

/** The passages as they stand in a prompt: `[P12] words`, a line each, between fence lines, one fence a message at most. */
export function passagesIn(call: ModelCall): PromptPassage[] {
  return call.body.messages.flatMap(({ content }) => {
    const fenced = /^<(article-\w+)>\n([^]*?)\n<\/\1>$/m.exec(content)?.[2] ?? ''
    return [...fenced.matchAll(/^\[(P\d+)\] (.*)$/gm)].map(([, id = '', text = '']) => ({ id, text }))
  })
}

/** Which prompt this call was made from, told by the form of reply that it asks for. */
export function promptOf(call: ModelCall): 'summarize' | 'answer' | 'merge' | 'other' {
  const [system] = call.body.messages
  if (system?.content.includes('"keep"') === true) return 'merge'
  if (system?.content.includes('"status"') === true) return 'answer'
  return system?.content.includes('"claims"') === true ? 'summarize' : 'other'
}

/** A claim that says no more than its quote: the beginning of the sentence nearest to `wanted`, else of the first. */
export function honestClaim(
  { id, text }: PromptPassage,
  wanted: ReadonlySet<string> = new Set(),
): { text: string; passage: string; quote: string; speaker: null } {
  const sentences = text.split(/(?<=[.!?。]["”’]?)\s+/u).filter((sentence) => sentence.split(' ').length >= 5)
  const best = sentences.toSorted((one, other) => shared(wanted, other) - shared(wanted, one))[0] ?? text
  const quote = best.split(' ').slice(0, 20).join(' ')
  return { text: quote, passage: id, quote, speaker: null }
}

/** Summarises by the first words of the first `points` passages that have at least eight; merges by keeping in order. */
export const honestSummary =
  (points: number) =>
  (call: ModelCall): Behaviour => {
    if (promptOf(call) === 'merge') {
      const keep = Array.from({ length: points }, (_, index) => index + 1)
      return { kind: 'reply', text: JSON.stringify({ keep }) }
    }
    const claims = passagesIn(call)
      .filter(({ text }) => text.split(' ').length >= 8)
      .slice(0, points)
      .map((passage) => honestClaim(passage))
    return { kind: 'reply', text: JSON.stringify({ claims }) }
  }

/** Answers with the passage that shares most words with the question; `not-in-article` where most are in none. */
export const honestAnswer =
  () =>
  (call: ModelCall): Behaviour => {
    const asked = call.body.messages.at(-1)?.content ?? ''
    const wanted = contentWords(/^Question: (.*)$/m.exec(asked)?.[1] ?? asked)
    const [best] = passagesIn(call).toSorted(
      (one, other) => shared(wanted, other.text) - shared(wanted, one.text),
    )
    const reply =
      best === undefined || wanted.size === 0 || shared(wanted, best.text) < wanted.size / 2
        ? { status: 'not-in-article', claims: [], missing: [] }
        : { status: 'answered', claims: [honestClaim(best, wanted)], missing: [] }
    return { kind: 'reply', text: JSON.stringify(reply) }
  }

/** Both: what a well-behaved model does with whichever prompt arrives. */
export const honestModel = (points = 5): ((call: ModelCall) => Behaviour) => {
  const summary = honestSummary(points)
  const reply = honestAnswer()
  return (call) => (promptOf(call) === 'answer' ? reply(call) : summary(call))
}

const ASKING = new Set(
  'about after before could does from have into long many much said says that their them they this were what when where which will with would'.split(
    ' ',
  ),
)

const contentWords = (text: string): Set<string> => {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  return new Set(words.filter((word) => word.length > 3 && !ASKING.has(word)))
}

const shared = (wanted: ReadonlySet<string>, text: string): number => {
  const words = contentWords(text)
  return [...wanted].filter((word) => words.has(word)).length
}
