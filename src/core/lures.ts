import type { Article, Passage } from './article.ts'
import { splitSentences } from './sentence.ts'
import type { Span } from './span.ts'
import { usablePassages, withoutSpans } from './usable-as-proof.ts'

/**
 * Invitations to a chat, calls of everybody in it, scripts to paste, links that show another address than their own:
 * spam, whoever wrote it. Plain addresses and names of services are none.
 */
export const LURE =
  /(?<![\p{L}\p{N}._/])(?:(?:discord(?:app)?\.(?:gg|com\/invite)|t\.me|wa\.me|chat\.whatsapp\.com)\/\S|@(?:everyone|here)(?![\p{L}\p{N}_])|<@[!&]?\d+>|javascript:\S)|\]\(\s*(?:https?|javascript):|(?:^|[.!?]\s+)(?:click|tap|log in|sign in) (?:here|below) to (?:verify|confirm|claim|unlock|log in)/iu

/** The passages without orders to programs and without sentences that lure: what may be shown unasked. */
export function pickablePassages(article: Pick<Article, 'text' | 'passages'>): readonly Passage[] {
  const { text, passages } = article
  const lures = passages.flatMap((passage) => luresIn(text, passage))
  return withoutSpans(text, usablePassages(article), lures)
}

function luresIn(text: string, { start, end }: Span): Span[] {
  if (!LURE.test(text.slice(start, end))) return []
  return splitSentences(text, start, end).filter((sentence) =>
    LURE.test(text.slice(sentence.start, sentence.end)),
  )
}
