const AND = 'and|und|et|y|e|и|а|ve'
const BEFORE_THE_QUESTION_WORD =
  'for|in|at|by|since|with|from|to|on|seit|für|mit|von|pour|avec|depuis|por|con|desde'
const QUESTION_WORD =
  'who(?:m|se)?|what|when|where|why|how|which|did|was|were|is|are|' +
  'we[rnm]|was|wann|wo|warum|wie|welche[rsnm]?|qui|que|quand|où|pourquoi|comment|combien|quel(?:le)?s?|' +
  'quién(?:es)?|qué|cuándo|dónde|cómo|cuánt[oa]s?|кто|что|когда|где|почему|как|сколько|kim|ne|nerede|nasıl|kaç'

const SEAM = new RegExp(
  `(?:[,;]?\\s+(?:${AND})\\s+|[,;]\\s+)(?=(?:(?:${BEFORE_THE_QUESTION_WORD})\\s+)?(?:${QUESTION_WORD})(?!\\p{L}))`,
  'iu',
)

/**
 * The questions that stand in one: "Who called whom, and for how long?" asks two things. One part where there is one.
 */
export function questionParts(question: string): string[] {
  return question
    .split(/(?<=[?？؟])/u)
    .flatMap((each) => each.split(SEAM))
    .map((part) => part.trim())
    .filter((part) => /[\p{L}\p{N}]/u.test(part))
}
