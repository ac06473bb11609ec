import type { Claim } from '../../core/claim.ts'
import { FootnoteError } from '../../core/error.ts'
import { requestRoom } from './article-room.ts'
import { decodeKeep } from './decode-reply.ts'
import { escapeMarks } from './fence-passages.ts'
import type { ModelTalk } from './model-talk.ts'
import type { Prompt } from '../ports.ts'
import { REPLY_FORMS } from './reply-forms.ts'

/**
 * The claims of all parts brought down to `points`. The model chooses by number and cannot write; whatever it answers,
 * or fails to, the claims that it does not choose among are spread over the parts.
 */
export async function chooseClaims(
  talk: ModelTalk,
  merge: Prompt,
  parts: readonly (readonly Claim[])[],
  points: number,
): Promise<readonly Claim[]> {
  const claims = parts.flat()
  if (claims.length <= points) return claims
  const kept = (await askForNumbers(talk, merge, claims, points)).flatMap(
    (number) => claims[number - 1] ?? [],
  )
  return kept.length > 0 ? kept.slice(0, points) : spreadClaims(parts, points)
}

async function askForNumbers(
  talk: ModelTalk,
  merge: Prompt,
  claims: readonly Claim[],
  points: number,
): Promise<readonly number[]> {
  const lines = claims.map(({ text, speaker }, index) => {
    const said = speaker === null ? '' : `${escapeMarks(speaker.name)}: `
    return `${index + 1}. ${said}${escapeMarks(text)}`
  })
  const messages = merge.toMessages({ claims: lines.join('\n'), points: String(points) })
  if ((await talk.estimate(messages)) > requestRoom(talk)) return []
  try {
    return decodeKeep(await talk.ask(messages, REPLY_FORMS.keep))
  } catch (error) {
    // The claims are proven and paid for: a failure to choose must not lose them.
    if (error instanceof FootnoteError && error.code !== 'cancelled') return []
    throw error
  }
}

/** The first claim of parts spread evenly over the article, then the second ones, in the article's order. */
function spreadClaims(parts: readonly (readonly Claim[])[], points: number): readonly Claim[] {
  const chosen: { readonly part: number; readonly rank: number; readonly claim: Claim }[] = []
  const deepest = Math.max(0, ...parts.map((claims) => claims.length))
  for (let rank = 0; rank < deepest && chosen.length < points; rank++) {
    const row = parts.flatMap((claims, part) => {
      const claim = claims[rank]
      return claim === undefined ? [] : [{ part, rank, claim }]
    })
    const wanted = Math.min(points - chosen.length, row.length)
    for (let at = 0; at < wanted; at++) chosen.push(row[Math.floor((at * row.length) / wanted)]!)
  }
  return chosen
    .toSorted((one, other) => one.part - other.part || one.rank - other.rank)
    .map(({ claim }) => claim)
}
