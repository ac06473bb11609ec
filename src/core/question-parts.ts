const AND = 'and|und|et|y|e|ed|en|и|а|ve'
const BEFORE_THE_QUESTION_WORD =
  'for|in|at|by|since|with|from|to|on|seit|für|mit|von|pour|avec|depuis|por|con|desde|per|da|com|met|sinds|voor|с|для|от|из|по|на|в'
const QUESTION_WORD =
  'who(?:m|se)?|what|when|where|why|how|which|did|was|were|is|are|' +
  'we[rnm]|was|wann|wo|warum|wie|welche[rsnm]?|qui|que|quand|où|pourquoi|comment|combien|quel(?:le)?s?|' +
  'quién(?:es)?|qué|cuándo|dónde|cómo|cuánt[oa]s?|chi|che cosa|cosa|quando|dove|perché|come|quanto|quanti|quante|' +
  'quem|o que|onde|por que|quantos|quantas|wie|wat|wanneer|waar|waarom|hoe|welke?|' +
  'кто|что|когда|где|почему|как|сколько|kim|ne|nerede|nasıl|kaç|neden'

const SEAM = new RegExp(
  `(?:[,;]?\\s+(?:${AND})\\s+|[,;]\\s+)(?=(?:(?:${BEFORE_THE_QUESTION_WORD})\\s+)?(?:${QUESTION_WORD})(?!\\p{L}))`,
  'iu',
)
/** Arabic writes "and" as a letter of the next word. */
const ARABIC_SEAM =
  /[،؛]?\s+(?=و(?:متى|أين|من|ماذا|كيف|لماذا|كم|أي)(?!\p{L}))|[،؛]\s+(?=(?:متى|أين|من|ماذا|كيف|لماذا|كم)(?!\p{L}))/u
const UNSPACED_SEAM = /[，、；]/u
const UNSPACED_QUESTION = /[谁誰何哪几]|什么|为什么|怎么|多少|多久|多长|いつ|どこ|なぜ|どう|どの|いくら/u

/**
 * The questions that stand in one: "Who called whom, and for how long?" asks two things. One part where there is one.
 */
export function questionParts(question: string): string[] {
  return question
    .split(/(?<=[?？؟])/u)
    .flatMap((each) => each.split(SEAM))
    .flatMap((each) => each.split(ARABIC_SEAM))
    .flatMap(unspacedParts)
    .map((part) => part.trim())
    .filter((part) => /[\p{L}\p{N}]/u.test(part))
}

/** Between characters that stand together, a comma parts questions only where both sides ask something. */
function unspacedParts(text: string): string[] {
  const pieces = text.split(UNSPACED_SEAM)
  return pieces.length > 1 && pieces.every((piece) => UNSPACED_QUESTION.test(piece)) ? pieces : [text]
}
