/** Names that begin a list for one reader of pages alone: `otherbot: noarchive`. */
const NAMED = /^([a-z][\w-]{0,60})\s*:(.*)$/u
/** Directives that have a value themselves, and so look like names. */
const WITH_VALUE = /^(?:unavailable_after|max-(?:snippet|image-preview|video-preview))$/u

/**
 * Whether a list of robots directives, as in `X-Robots-Tag` or `<meta name="robots">`, asks everybody not to keep a copy
 * (`noarchive`). What is said to another reader by name does not count; `none` says nothing about copies.
 * https://developers.google.com/search/docs/crawling-indexing/robots-meta-tag
 */
export function asksNoArchive(directives: string): boolean {
  let isForUs = true
  for (const part of directives.toLowerCase().split(',')) {
    let directive = part.trim()
    const [, name, rest = ''] = NAMED.exec(directive) ?? []
    if (name !== undefined && !WITH_VALUE.test(name)) {
      isForUs = name === 'footnote' || name === 'robots'
      directive = rest.trim()
    }
    if (isForUs && directive === 'noarchive') return true
  }
  return false
}
