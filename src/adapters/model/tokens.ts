/** A run of letters without a border takes the encoder quadratic time; slices keep hostile text linear. */
const SLICE_LENGTH = 2000

// The words of a stranger may hold `<|endoftext|>`: here it is text like any other.
const AS_PLAIN_TEXT = { disallowedSpecial: new Set<string>() }

let loading: Promise<(text: string) => number> | null = null

/** Loaded on first use: the vocabulary takes a third of a second. */
export function loadTokenCounter(): Promise<(text: string) => number> {
  loading ??= import('gpt-tokenizer/encoding/o200k_base').then(
    ({ countTokens: countSlice }) =>
      (text: string) => {
        let tokens = 0
        for (let at = 0; at < text.length; at += SLICE_LENGTH) {
          tokens += countSlice(text.slice(at, at + SLICE_LENGTH), AS_PLAIN_TEXT)
        }
        return tokens
      },
  )
  return loading
}

/** Tokens of a text by OpenAI's o200k vocabulary: an estimate for every other model. */
export async function countTokens(text: string): Promise<number> {
  const count = await loadTokenCounter()
  return count(text)
}
