import { countWords } from '../core/words.ts'

/** What a person typed or pasted into `chat`. */
export type ChatEntry =
  | { readonly kind: 'command'; readonly name: string }
  | { readonly kind: 'link'; readonly url: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'question'; readonly question: string }

/** Fewer words are no article; the reader refuses them too. */
const FEWEST_WORDS = 40

const LINK_FIRST = /^<?(https?:\/\/[^\s<>]+)>?(?:\s+|$)/i

/** Whether one line is the beginning of a text rather than a question. */
export function startsText(line: string): boolean {
  return !line.trimEnd().endsWith('?') && !LINK_FIRST.test(line) && countWords(line) >= FEWEST_WORDS
}

/** Tells links, an article's text, commands and questions apart. Words after a link are asked about it. */
export function parseEntries(typed: string): ChatEntry[] {
  const text = typed.trim()
  if (text === '') return []
  const command = /^\/(\p{L}+)$/u.exec(text)?.[1]
  if (command !== undefined) return [{ kind: 'command', name: command.toLowerCase() }]
  const link = LINK_FIRST.exec(text)
  if (link?.[1] !== undefined) {
    const question = oneLine(text.slice(link[0].length))
    const opened: ChatEntry = { kind: 'link', url: link[1] }
    return question === '' ? [opened] : [opened, { kind: 'question', question }]
  }
  const isText = text.includes('\n') ? countWords(text) >= FEWEST_WORDS : startsText(text)
  return [isText ? { kind: 'text', text: typed } : { kind: 'question', question: oneLine(text) }]
}

const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim()
