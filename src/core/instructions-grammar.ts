// How a rule against orders is written. In the tables of languages `~` is the edge of a word, `\p{L}` one of the language's
// letters, `AI` its names for programs that read pages, `START` where a clause begins, and `…` a gap within one sentence.
// Words stand there as `foldSpelling` leaves them: lower case, Latin letters without accents.

/** The orders of one language. */
export interface OrderGrammar {
  /** Some word that every order of the language holds: sentences without one are not looked at any closer. */
  readonly hint: string
  /** What the language calls a program that reads the page. */
  readonly ai: string
  /** What may stand before an order within its sentence, besides a mark. */
  readonly clauseStart?: string
  /** Its letters as ranges of a class; Latin ones where it has none of its own. */
  readonly letters?: string
  readonly orders: readonly string[]
}

/** A grammar ready for use. */
export interface OrderRules {
  readonly hint: RegExp
  readonly orders: readonly RegExp[]
}

/** Folded Latin has no accents; whole properties of Unicode would take a second to compile for all rules. */
const LATIN = 'a-zßæøœđł'
const GAP = '[^.!?。！？]{0,60}?'

/** Rules from a table. */
export function rulesOf({ hint, ai, clauseStart, letters = LATIN, orders }: OrderGrammar): OrderRules {
  const start = `(?:^[^${letters}0-9]*|[,:;.!?)\\]–—-] ?["“„«‘(*_]*${clauseStart === undefined ? '' : `|~(?:${clauseStart}) `})`
  const compile = (source: string): RegExp => compileRule(source.replaceAll('START', start), { ai, letters })
  return { hint: new RegExp(hint.replaceAll('~', '\\b')), orders: orders.map(compile) }
}

/** One rule as an expression, in the letters of a language and with its names for programs. */
export function compileRule(
  source: string,
  { ai, letters = LATIN }: { readonly ai: string; readonly letters?: string | undefined },
): RegExp {
  const inWord = `[${letters}0-9]`
  const edge = `(?:(?<!${inWord})(?=${inWord})|(?<=${inWord})(?!${inWord}))`
  return new RegExp(
    source
      .replaceAll('AI', `(?:${ai})`)
      .replaceAll('…', GAP)
      .replaceAll(/\[(\^?)\\p\{L\}/g, `[$1${letters}`)
      .replaceAll('\\p{L}', `[${letters}]`)
      .replaceAll('~', edge),
  )
}
