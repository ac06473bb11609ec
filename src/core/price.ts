/** What a model costs, in picodollars (10⁻¹² US dollars) a token: whole numbers, so that nothing is lost in adding. */
export interface Price {
  readonly input: number
  /** Of input tokens that the server had in its cache. */
  readonly cached: number
  readonly output: number
}

export interface Tokens {
  readonly input: number
  /** Those of `input` that the server had in its cache. */
  readonly cached: number
  readonly output: number
}

export const NO_TOKENS: Tokens = { input: 0, cached: 0, output: 0 }

export const addTokens = (one: Tokens, other: Tokens): Tokens => ({
  input: one.input + other.input,
  cached: one.cached + other.cached,
  output: one.output + other.output,
})

export const NANODOLLARS_PER_DOLLAR = 1_000_000_000
const PICODOLLARS_PER_NANODOLLAR = 1000
/** Prices are published in dollars for a million tokens; so much of that is one picodollar a token. */
const PICODOLLARS_PER_TOKEN = 1_000_000

/** A published price, dollars for a million tokens, as picodollars a token. Finer than that is rounded up. */
export const pricePerMillion = (dollars: number): number =>
  // Half of a millionth is below what any price is written with: it only takes off what binary fractions add.
  Math.max(0, Math.ceil(dollars * PICODOLLARS_PER_TOKEN - 1e-6))

/** Nanodollars (10⁻⁹ US dollars) for so many tokens, rounded up: a sum of them is never too small. */
export function costOf(price: Price, { input, cached, output }: Tokens): number {
  // Most servers count what was cached as part of the input, a few beside it.
  const fresh = cached <= input ? input - cached : input
  const picodollars = fresh * price.input + cached * price.cached + output * price.output
  return Math.ceil(picodollars / PICODOLLARS_PER_NANODOLLAR)
}

export const toDollars = (nanodollars: number): number => nanodollars / NANODOLLARS_PER_DOLLAR
export const toNanodollars = (dollars: number): number => Math.round(dollars * NANODOLLARS_PER_DOLLAR)

/** `$1.00`, `$0.0042`: two places, or as many as show two digits of a small sum. */
export function sayDollars(nanodollars: number): string {
  const dollars = toDollars(nanodollars)
  if (dollars === 0 || dollars >= 0.1) return `$${dollars.toFixed(2)}`
  return `$${dollars.toFixed(Math.min(9, 1 - Math.floor(Math.log10(dollars))))}`
}
