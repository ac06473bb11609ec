export interface NamedLanguage {
  /** As the prompt says it. */
  readonly name: string
  /** BCP 47 primary tag. */
  readonly tag: string
  /** Whether a wish was given that names no language. */
  readonly isIgnored: boolean
}

/** The language to write in, in English words: the one wished for, else the article's. */
export function nameLanguage(wished: string | null, ofArticle: string): NamedLanguage {
  const name = wished === null ? null : displayName(wished)
  if (name !== null && wished !== null) return { name, tag: wished, isIgnored: false }
  return {
    name: displayName(ofArticle) ?? 'the language of the article',
    tag: ofArticle,
    isIgnored: wished !== null,
  }
}

/** Null for what is no tag, or no language that there is a name for: nothing a person typed reaches the prompt. */
function displayName(tag: string): string | null {
  if (!/^[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,2}$/iu.test(tag) || /^und\b/iu.test(tag)) return null
  try {
    return new Intl.DisplayNames('en', { type: 'language', fallback: 'none' }).of(tag) ?? null
  } catch {
    return null
  }
}
