import { COMMON_WORDS } from './common-words.ts'
import { detectLanguage, findOtherLanguage } from './language.ts'
import { foldWord } from './tokenise.ts'

/** Letters that tell, whatever the words, that a text is in none of the languages beside them. */
const SCRIPTS: readonly (readonly [letters: RegExp, languages: ReadonlySet<string>])[] = [
  [/\p{Script=Cyrillic}/gu, new Set(['ru', 'uk', 'be', 'bg', 'sr', 'mk', 'kk', 'ky', 'mn'])],
  [/\p{Script=Arabic}/gu, new Set(['ar', 'fa', 'ur', 'ps', 'ckb'])],
  [/\p{Script=Han}/gu, new Set(['zh', 'ja'])],
]
const MOST_LETTERS = 0.5

/** Whether a question is clearly not in this language (a BCP 47 primary tag); false where nobody can be sure. */
export function isInOtherLanguage(question: string, language: string): boolean {
  if (language === 'und') return false
  if (findOtherLanguage(question, language) !== null) return true
  const letters = question.match(/\p{L}/gu)?.length ?? 0
  return SCRIPTS.some(([script, languages]) => {
    const share = (question.match(script)?.length ?? 0) / Math.max(1, letters)
    return share > MOST_LETTERS && !languages.has(language)
  })
}

/** A question without its own language's function words: what may be a name or a number. */
export function withoutFunctionWords(question: string): string {
  const common = new Set((COMMON_WORDS[detectLanguage(question)] ?? []).map(foldWord))
  return question.replace(/\p{L}[\p{L}\p{M}]*/gu, (word) => (common.has(foldWord(word)) ? ' ' : word))
}
