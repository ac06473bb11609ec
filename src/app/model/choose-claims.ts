import type { Claim } from '../../core/claim.ts'
import { FootnoteError, isModelFault } from '../../core/error.ts'
import { requestRoom } from './article-room.ts'
import { decodeKeep } from './decode-reply.ts'
import { escapeMarks } from './fence-passages.ts'
import type { ModelTalk } from './model-talk.ts'
import type { Prompt } from '../ports.ts'
import { REPLY_FORMS } from './reply-forms.ts'

/** Of each round so many times the points that are wanted go on to the next. */
const MORE_THAN_WANTED = 2
const LEAST_KEPT = 2

export interface Choosing {
  readonly talk: ModelTalk
  readonly merge: Prompt
  /** Leaves the server alone for a moment, where it is after failures of the parts. */
  readonly rest: () => Promise<void>
}

/**
 * The claims of all parts brought down to `points`. The model chooses by number and cannot write; whatever it answers,
 * or fails to, the claims that it does not choose among are spread over the parts. Where there are too many for one
 * prompt, groups of neighbours are chosen from first, side by side, and then from what they kept.
 */
export async function chooseClaims(
  choosing: Choosing,
  parts: readonly (readonly Claim[])[],
  points: number,
): Promise<readonly Claim[]> {
  let claims = parts.flat()
  while (claims.length > points) {
    const groups = await groupsThatFit(choosing, claims)
    if (groups === null) break
    if (groups.length === 1) {
      const kept = await choose(choosing, claims, points)
      if (kept !== null) return kept
      break
    }
    const keep = Math.max(LEAST_KEPT, Math.ceil((points * MORE_THAN_WANTED) / groups.length))
    const kept = await Promise.all(groups.map((group) => keepOf(choosing, group, keep)))
    claims = kept.flat()
  }
  const left = parts.map((part) => part.filter((claim) => claims.includes(claim)))
  return claims.length <= points ? claims : spreadClaims(left, points)
}

/** What a group keeps, in the article's order; never all of it, so that rounds have an end. */
async function keepOf(choosing: Choosing, group: readonly Claim[], keep: number): Promise<readonly Claim[]> {
  const most = Math.min(keep, Math.ceil(group.length / 2))
  const kept =
    (await choose(choosing, group, most)) ??
    spreadClaims(
      group.map((claim) => [claim]),
      most,
    )
  return group.filter((claim) => kept.includes(claim))
}

/** Chosen by the model, in its order; null where it chose nothing that there is. */
async function choose(
  { talk, merge, rest }: Choosing,
  claims: readonly Claim[],
  points: number,
): Promise<readonly Claim[] | null> {
  const ask = (): Promise<string> => talk.ask(messagesFor(merge, claims, points), REPLY_FORMS.keep)
  try {
    const reply = await ask().catch(async (error: unknown) => {
      const isLeftAlone = error instanceof FootnoteError && isModelFault(error.code) && error.retryAt !== null
      if (!isLeftAlone) throw error
      await rest()
      return ask()
    })
    const kept = decodeKeep(reply).flatMap((number) => claims[number - 1] ?? [])
    return kept.length === 0 ? null : kept.slice(0, points)
  } catch (error) {
    // The claims are proven and paid for: a failure to choose must not lose them.
    if (error instanceof FootnoteError && error.code !== 'cancelled') return null
    throw error
  }
}

const messagesFor = (
  merge: Prompt,
  claims: readonly Claim[],
  points: number,
): ReturnType<Prompt['toMessages']> =>
  merge.toMessages({
    claims: claims.map((claim, index) => lineOf(claim, index + 1)).join('\n'),
    points: String(points),
  })

function lineOf({ text, speaker }: Claim, number: number): string {
  const said = speaker === null ? '' : `${escapeMarks(speaker.name)}: `
  return `${number}. ${said}${escapeMarks(text)}`
}

/** Neighbours in groups that each fit a prompt, as few and as even as they can be; null where no two claims do. */
async function groupsThatFit(
  { talk, merge }: Choosing,
  claims: readonly Claim[],
): Promise<readonly (readonly Claim[])[] | null> {
  const room = requestRoom(talk) - (await talk.estimate(messagesFor(merge, [], claims.length)))
  const counts = await Promise.all(
    claims.map((claim) => talk.model.countTokens(`${lineOf(claim, claims.length)}\n`)),
  )
  const all = counts.reduce((sum, count) => sum + count, 0)
  if (all <= room) return [claims]
  const wanted = all / Math.ceil(all / room)
  const groups: Claim[][] = []
  let left = 0
  for (const [index, claim] of claims.entries()) {
    const count = counts[index]!
    const group = groups.at(-1)
    if (group === undefined || left <= 0 || count > left + (room - wanted)) {
      groups.push([claim])
      left = wanted - count
    } else {
      group.push(claim)
      left -= count
    }
  }
  return groups.length < claims.length && counts.every((count) => count <= room) ? groups : null
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
