import type { Article } from './article.ts'
import { articleSentences } from './article-sentences.ts'
import { type ArticleWords, articleWords } from './article-words.ts'
import type { Quote } from './claim.ts'
import { linkToPage, linkToWords } from './link.ts'
import { normaliseText } from './normalise.ts'
import type { Span } from './span.ts'
import { spanAt, spansTouching } from './spans-at.ts'
import { type Token, normaliseMarks, wordSequence } from './word-sequence.ts'
import { isUsableAsProof } from './usable-as-proof.ts'
import { countWords } from './words.ts'

/** Shorter quotes prove nothing, unless they are a whole sentence. In scripts without spaces: eight characters. */
const LEAST_WORDS = 4

/** An ellipsis or an insertion in brackets ends a quote: "does … confirm" must not pass for "does not confirm". */
const BREAK = /\s*(?:\[[^\]\n]{0,80}\]|\(\s*(?:\.{3,}|…)\s*\)|\.{3,}|…|(?:\. ){2}\.)\s*/u

export type QuoteFinding =
  | { readonly found: true; readonly quotes: readonly Quote[] }
  | { readonly found: false; readonly why: 'quote-not-found' | 'quote-too-short' }

/**
 * Finds words that somebody says stand in the article, as an exact sequence of words: white space, the style of
 * quotation marks and dashes, and punctuation between the words do not count; every word, number and sign does. There
 * is no similarity score: at 85 % likeness every swapped number and inserted "not" passes.
 *
 * The named passage is searched first, then all of them; the first occurrence wins, and it may run into the next
 * passage. The quotes returned are slices of the article's own text, one for each piece of a quote with an ellipsis.
 */
export function findQuote(article: Article, words: string, passageId: string | null): QuoteFinding {
  const wanted = normaliseText(words).trim()
  const whole = findPiece(article, wanted, passageId)
  if (whole.found || !BREAK.test(wanted)) return whole

  const pieces = wanted.split(BREAK).filter((piece) => wordSequence(piece).length > 0)
  const quotes: Quote[] = []
  for (const piece of pieces) {
    const finding = findPiece(article, piece, passageId)
    if (!finding.found) return finding
    quotes.push(...finding.quotes)
  }
  return quotes.length > 0 ? { found: true, quotes } : whole
}

/** A quote of exactly these characters of the article, which the caller took from the article itself. */
export function quoteAt(article: Article, span: Span): Quote {
  const passage = spanAt(article.passages, span.start)
  if (passage === undefined) throw new RangeError(`No passage of the article holds ${span.start}`)
  return {
    passage: passage.id,
    start: span.start,
    end: span.end,
    text: article.text.slice(span.start, span.end),
    sentence: sentencesAround(article, span),
    link: passage.page === null ? linkToWords(article, span) : linkToPage(article, span, passage.page),
    page: passage.page,
  }
}

function findPiece(article: Article, piece: string, passageId: string | null): QuoteFinding {
  const wanted = wordSequence(piece)
  if (wanted.length === 0) return { found: false, why: 'quote-too-short' }
  const indexed = articleWords(article)
  const named = article.passages.find(({ id }) => id === passageId)

  let first: Span | null = null
  let isTooShort = false
  for (const at of occurrences(indexed, wanted)) {
    const span = withOwnPunctuation(article.text, piece, wanted, {
      start: indexed.tokens[at]!.start,
      end: indexed.tokens[at + wanted.length - 1]!.end,
    })
    if (spansTouching(article.passages, span).length > 2) continue
    if (!isUsableAsProof(article, span)) continue
    if (!isLongEnough(article, span)) {
      isTooShort = true
      continue
    }
    first ??= span
    if (named === undefined || (named.start <= span.start && span.start < named.end)) {
      return { found: true, quotes: [quoteAt(article, span)] }
    }
  }
  if (first !== null) return { found: true, quotes: [quoteAt(article, first)] }
  return { found: false, why: isTooShort ? 'quote-too-short' : 'quote-not-found' }
}

/** Where the words stand in this order, in reading order. Only the first letter of the first word may differ in case. */
function* occurrences(index: ArticleWords, wanted: readonly Token[]): Generator<number> {
  const [head, ...rest] = wanted.map(({ word }) => word)
  const starts = new Set([head!, capitalised(head!), uncapitalised(head!)])
  const places = [...starts].flatMap((word) => index.places.get(word) ?? []).toSorted((a, b) => a - b)
  for (const place of places) {
    if (rest.every((word, offset) => index.tokens[place + offset + 1]?.word === word)) yield place
  }
}

const capitalised = (word: string): string => word.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase())
const uncapitalised = (word: string): string => word.replace(/^\p{Lu}/u, (letter) => letter.toLowerCase())

/** Takes in the marks around the words that quote and article share (a closing full stop, opening quotation marks). */
function withOwnPunctuation(text: string, piece: string, wanted: readonly Token[], span: Span): Span {
  let { start, end } = span
  const before = normaliseMarks(piece.slice(0, wanted[0]!.start))
  const after = normaliseMarks(piece.slice(wanted.at(-1)!.end))
  for (let at = before.length - 1; at >= 0 && start > 0; at--) {
    if (normaliseMarks(text[start - 1]!) !== before[at]) break
    start--
  }
  for (let at = 0; at < after.length && end < text.length; at++) {
    if (normaliseMarks(text[end]!) !== after[at]) break
    end++
  }
  // A sign that belongs to a number is never cut off it: "5 degrees" is not what "-5 degrees" says.
  while (/[\p{Sc}\-−+±~≈<>]/u.test(text[start - 1] ?? '') && /\p{N}/u.test(text[start] ?? '')) start--
  while (/[%‰°]/u.test(text[end] ?? '')) end++
  const slice = text.slice(start, end)
  return {
    start: start + slice.length - slice.trimStart().length,
    end: end - slice.length + slice.trimEnd().length,
  }
}

function isLongEnough(article: Article, span: Span): boolean {
  if (countWords(article.text.slice(span.start, span.end)) >= LEAST_WORDS) return true
  const sentence = sentencesAround(article, span)
  const sameWords = (from: Span): string =>
    wordSequence(article.text, from.start, from.end)
      .map(({ word }) => word)
      .join(' ')
  return sameWords(sentence) === sameWords(span)
}

/** From the start of the sentence in which the span starts to the end of the one in which it ends. */
function sentencesAround(article: Article, span: Span): Span {
  const sentences = spansTouching(articleSentences(article), span)
  return {
    start: Math.min(span.start, sentences[0]?.start ?? span.start),
    end: Math.max(span.end, sentences.at(-1)?.end ?? span.end),
  }
}
