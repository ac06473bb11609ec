/** Where servers say how many tokens of a prompt they had in memory already. The first that holds a count is believed. */
const SPELLINGS: readonly (readonly string[])[] = [
  // OpenAI, vLLM, SGLang, llama.cpp, xAI, Groq, OpenRouter, Gemini, Mistral
  ['prompt_tokens_details', 'cached_tokens'],
  // DeepSeek
  ['prompt_cache_hit_tokens'],
  // Moonshot, Together
  ['cached_tokens'],
  // Proxies that hand on Anthropic's or the Responses API's own words
  ['cache_read_input_tokens'],
  ['input_tokens_details', 'cached_tokens'],
  // Mistral, older
  ['num_cached_tokens'],
  ['prompt_token_details', 'cached_tokens'],
]

/** Tokens that the server reused, 0 where it does not say. `usage` is a stranger's: whatever stands in it. */
export function cachedTokens(usage: unknown): number {
  for (const path of SPELLINGS) {
    const value = path.reduce<unknown>(valueOf, usage)
    if (typeof value === 'number' && value > 0) return value
  }
  return 0
}

const valueOf = (holder: unknown, key: string): unknown =>
  typeof holder === 'object' && holder !== null ? (holder as Record<string, unknown>)[key] : undefined
