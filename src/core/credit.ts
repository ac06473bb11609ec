import { readLabel } from './credit-label.ts'
import type { CreditedName, CreditLinks } from './credit-name.ts'
import type { Standing } from './credit-rest.ts'
import { readStatement } from './credit-statement.ts'
import { readUnspacedStatement } from './credit-unspaced.ts'
import { splitSentences } from './sentence.ts'
import type { Origin } from './source.ts'
import { readSignOff, readWireLine } from './wire-line.ts'

const LONGEST_CREDIT = 300
/** How long a paragraph may be whose sentences are examined. */
const LONGEST_PARAGRAPH = 1500
const LONGEST_SENTENCE = 260
/** "The post The ferry is late appeared first on X": what WordPress writes below the articles in its feeds. */
const FEED_FOOTER =
  /^(?:the|this) (?:post|article|story|entry) .{3,200}? (?:appeared first|first appeared) (?:on|at|in) (?<name>[^.]{2,60}(?:\.\p{L}{2,10})?)\.?$/iu

/** Whom a line by itself credits for the words ("Courtesy of X", "first published in X"), or null. */
export function readCredit(line: string, links: CreditLinks = []): Origin | null {
  if (line.length > LONGEST_CREDIT || line.length < 2) return null
  const wire = readWireLine(line)
  if (wire !== null) return { name: wire.name, url: null, basis: line }
  const [first, ...others] = sentencesOf(line)
  if (first === undefined) return null
  const whole = readLabel(line, links) ?? readFooter(line)
  if (whole !== null) return originOf(whole, line)
  const found = readWords(first, 'line', links) ?? (others.length > 0 ? readLabel(first, links) : null)
  // So many sentences are a paragraph of the text, not a line that credits.
  return found === null || others.length > 4 ? null : originOf(found, line)
}

/**
 * Whom a sentence of a paragraph credits ("Jane Roe is a reporter. This story was originally published by X."), or
 * null. `isLast`: the paragraph ends the text, where a credit may also stand without its subject or in brackets.
 */
export function readCreditInside(paragraph: string, isLast: boolean, links: CreditLinks = []): Origin | null {
  if (paragraph.length > LONGEST_PARAGRAPH) return null
  const sentences = sentencesOf(paragraph)
  for (const [index, sentence] of sentences.entries()) {
    if (sentence.length > LONGEST_SENTENCE) continue
    const standing: Standing = isLast && index > 0 ? 'end' : 'inside'
    const found = readWords(sentence, standing, links)
    if (found !== null) return originOf(found, sentence)
  }
  const signed = isLast ? readSignOff(paragraph) : null
  return signed === null
    ? null
    : { name: signed.name, url: null, basis: paragraph.slice(-60).replace(/^.*?(?=[([（][^([（]*$)/su, '') }
}

/**
 * Whether a line says in words of its own whom it credits. `standing`: between two paragraphs (`inside`) a credit has to
 * name the work it speaks of.
 */
export function isSureCredit(line: string, standing: Standing = 'line'): boolean {
  const [first] = line.length > LONGEST_CREDIT ? [] : sentencesOf(line)
  return first !== undefined && (readWords(first, standing, []) !== null || readFooter(line) !== null)
}

const readWords = (sentence: string, standing: Standing, links: CreditLinks): CreditedName | null =>
  readStatement(sentence, standing, links) ?? readUnspacedStatement(sentence)

function readFooter(line: string): CreditedName | null {
  const name = FEED_FOOTER.exec(line)?.groups?.['name']
  return name === undefined ? null : { name, url: null, rest: '' }
}

const sentencesOf = (text: string): string[] =>
  splitSentences(text).map(({ start, end }) => text.slice(start, end))

function originOf({ name, url }: CreditedName, basis: string): Origin {
  const address = url ?? /https?:\/\/[^\s)>\]]+/u.exec(basis)?.[0]?.replace(/[.,;]+$/u, '') ?? null
  return { name: name.replace(/[\s.,;:]+$/u, ''), url: address, basis }
}
