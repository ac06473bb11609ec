import { lowerCase } from './lower-case.ts'
import { DATE_WORDS } from './no-name.ts'

/**
 * Where a sentence stands decides how much it must say. `line`: alone on its line, above or below the text; `end`: at
 * the end of the text, after other sentences; `inside`: anywhere else in its first and last paragraphs.
 */
export type Standing = 'line' | 'end' | 'inside'

const DATE_FIRST = new RegExp(
  `^[\\s,(]*(?:(?:in|on|am|le|el|il|em|op|den|at|,)\\s+)?(?:the\\s)?${DATE_WORDS}\\)?`,
  'u',
)
/** What may follow the name where the line has no subject: "First published by Penguin in 1950, the book …" is no credit. */
const MORE_OF_THE_CREDIT =
  /^[\s.,;:|)\]–—•·*_"”»-]*(?:view|read|see|click|and (?:is|has|was|re|used|here)|under|with|on|at|by |where|sign|subscribe|original|copyright|all rights|licen|used|link|visit|image|photo|mit|unter|am|vom|sous|avec|le|con|bajo|el|sotto|il|em|op|med|den|под|от|here|hier|vol|no\.|nr|heft|issue|pp?\.|n°|\d|https?|©|\(|in (?:a|the|english|\p{L}{4,})|for|note|it |this )(?!\p{L}*-)/u
const TERMS = /^[\s,]*(?:under|with|and is republished|mit|unter|sous|avec|con|bajo)(?!\p{L})/u

export const isEnd = (rest: string): boolean => /^[\s.)\]*_!;:–—”"»-]*$/u.test(rest)

/** Whether what follows a name belongs to the credit (a date, terms, a link) and is not the rest of a story. */
export function isCleanRest(rest: string, standing: Standing): boolean {
  const small = lowerCase(rest)
  const plain = small.replace(DATE_FIRST, '')
  if (isEnd(plain)) return true
  // A clause that goes on with what the words are about: "… by Verso in 2021, the novel found new readers".
  if (plain !== small && /^\s*[,–—-]/u.test(plain)) return false
  return standing === 'line' ? MORE_OF_THE_CREDIT.test(plain) : TERMS.test(plain)
}

/** “This story was first published by X,” he said: somebody says so of something else. */
export const closesQuotation = (rest: string): boolean =>
  (/^[^“«„]*[”»]/u.test(rest) || rest.split('"').length % 2 === 0) && !/^[\s.,]*["”»][\s.)\]]*$/u.test(rest)

const NO_PART_OF_A_NAME =
  /^(?:le|la|les|du|de|el|en|il|em|no|na|o|a|den|på|i|och|og|w|z|dnia|в|во|на|от|и|под|с|avec|sous|con|bajo|per|sotto|com|sob|et|y|e|par|por|da|di|nel|pour|para|av|med|za|pod|qui|que|che|som|который|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|hoy|ayer|hier|aujourd[’']hui|lunedì|martedì|mercoledì|giovedì|venerdì|ontem|hoje|igår|idag|mais|pero|ma|mas)$/u

/** The lower-case words up to the sentence's end that belong to a name: "Портовый вестник", "La vie des idées". */
export function lowerCaseWords(rest: string): string {
  const words = /^(?:\s+\p{Ll}[\p{L}’'-]{1,20}){1,3}(?=[.)\]\s»”"]*$)/u.exec(rest)?.[0] ?? ''
  return words
    .trim()
    .split(/\s+/u)
    .some((word) => NO_PART_OF_A_NAME.test(word))
    ? ''
    : words
}
