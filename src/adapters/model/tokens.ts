import { breathe } from './breathe.ts'

/** A run of letters without a border takes the encoder quadratic time; slices keep hostile text linear. */
const SLICE_LENGTH = 2000

// The words of a stranger may hold `<|endoftext|>`: here it is text like any other.
const AS_PLAIN_TEXT = { disallowedSpecial: new Set<string>() }

type CountSlice = (text: string) => number

let loading: Promise<CountSlice> | null = null

/** Loaded on first use: the vocabulary takes a third of a second. */
function load(): Promise<CountSlice> {
  loading ??= import('gpt-tokenizer/encoding/o200k_base').then(
    ({ countTokens: count }) =>
      (text: string) =>
        count(text, AS_PLAIN_TEXT),
  )
  return loading
}

/**
 * Tokens of a text by OpenAI's o200k vocabulary: an estimate for every other model. In turns with everything else that the
 * thread does, however long the text is.
 */
export async function countTokens(text: string): Promise<number> {
  const countSlice = await load()
  let tokens = 0
  for (let at = 0; at < text.length; at += SLICE_LENGTH) {
    await breathe()
    tokens += countSlice(text.slice(at, at + SLICE_LENGTH))
  }
  return tokens
}
