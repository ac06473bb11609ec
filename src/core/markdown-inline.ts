const ESCAPED = /\\([!-/:-@[-`{-~])/gu
/** Where escaped characters wait while marks are taken out; a private character, so no text of ours holds it. */
const PLACE = 0xf700

/** The words that a reader sees of Markdown's inline marks: emphasis, links, images, code, footnote marks, HTML tags. */
export function plainWords(markdown: string): string {
  return markdown
    .replace(ESCAPED, (_match, character: string) => String.fromCharCode(PLACE + character.charCodeAt(0)))
    .replace(/(?<!`)(`{1,4})(?!`)([^`]{1,1000})\1(?!`)/gu, (_match, _fence, code: string) =>
      code
        .trim()
        .replace(/[!-/:-@[-`{-~]/gu, (character) => String.fromCharCode(PLACE + character.charCodeAt(0))),
    )
    .replace(/!\[[^[\]\n]*\](?:\([^()\n]*(?:\([^()\n]*\)[^()\n]*)?\)|\[[^[\]\n]*\])/gu, '')
    .replace(/\[([^[\]\n]+)\](?:\([^()\n]*(?:\([^()\n]*\)[^()\n]*)?\)|\[[^[\]\n]*\])/gu, '$1')
    .replace(/^\[[^\]\n]+\]:\s+\S+.*$/gmu, '')
    .replace(/\[\^[^[\]\n]+\]:?/gu, '')
    .replace(/<((?:https?:\/\/|mailto:)[^\s<>]+)>/gu, '$1')
    .replace(/<\/?[a-z][a-z0-9-]*(?:\s[^<>\n]*)?\/?>/giu, '')
    .replace(/(\*\*\*|\*\*|\*)(?=\S)([^*\n]*[^*\s])\1/gu, '$2')
    .replace(/(?<![\p{L}\p{N}_])(___|__|_)(?=\S)([^\n]{0,500}?[^_\s])\1(?![\p{L}\p{N}_])/gu, '$2')
    .replace(/~~(?=\S)([^~\n]*\S)~~/gu, '$1')
    .replace(/[\uf700-\uf77f]/gu, (place) => String.fromCharCode(place.charCodeAt(0) - PLACE))
    .replace(/&(amp|lt|gt|quot|nbsp|#39);/gu, (entity, name: string) => ENTITIES[name] ?? entity)
    .replace(/ {2,}/gu, ' ')
    .trim()
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  nbsp: ' ',
  '#39': "'",
}
