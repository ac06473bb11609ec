import type { SendableChannels } from 'discord.js'
import type { ConversationPlace, SummaryResult } from '../../app/ports.ts'
import { changesBetween } from '../../core/compare-readings.ts'
import { type EffectiveSettings, isBlockedDomain } from '../../app/guild-settings.ts'
import type { Article } from '../../core/article.ts'
import { POINTS, type SummaryLength } from '../../core/summary.ts'
import type { Asked } from './asked.ts'
import type { Bot } from '../bot.ts'
import { fetchChannel } from '../places/channel.ts'
import type { Summarised } from '../places/conversation-of.ts'
import { link, type Markup, markup, timestamp } from '../cards/markup.ts'
import { isWantedArticle } from './read-asked.ts'
import { SEEN } from '../texts.ts'
import { isWorthShowing } from './unasked.ts'
import { addressOfMessage, cardPlace } from '../places/card-place.ts'
import { isSeenByAllOf } from '../places/visibility.ts'

/** What this server has had of a link. */
interface Seen {
  /** With a summary as is asked for now; null where there is none. */
  readonly seen: Summarised | null
  /** To an earlier card; null where there is none that everybody here may see. */
  readonly pointer: Markup | null
}

const NEVER: Seen = { seen: null, pointer: null }

/** Of a link that is asked for again, so many earlier cards are looked at. */
const MOST_LOOKED_AT = 5

/** The newest card of this link in this server whose summary is what is asked for now, and the way to an earlier card. */
export async function findSeen(
  bot: Bot,
  asked: Asked & { readonly length: SummaryLength },
  settings: EffectiveSettings,
): Promise<Seen> {
  const { assistant } = bot
  if (asked.guildId === null || asked.away || asked.source.kind !== 'link') return NEVER
  if (isBlockedDomain(settings, asked.source.url)) return NEVER
  const keys = await assistant.addressKeys(asked.source.url)
  const all = await assistant.conversations.listByAddress(asked.guildId, keys)
  const places = all.filter(({ id }) => id !== asked.halfMade)
  if (places.length === 0) return NEVER
  let seen: Summarised | null = null
  for (const { id } of places.slice(0, MOST_LOOKED_AT)) {
    const conversation = await assistant.conversations.find(id)
    const summary = conversation?.summary ?? null
    if (conversation === undefined || summary === null || !isWhatIsAsked(bot, asked, summary)) continue
    const { article } = conversation
    // A site that wants no copy kept is read again for each card.
    if (article.source.noArchive === true || !isWantedArticle(article, settings)) continue
    if (asked.unasked && !isWorthShowing(article, summary, settings)) continue
    seen = { ...conversation, summary }
    break
  }
  return { seen, pointer: pointerTo(bot, places, await fetchChannel(bot, asked.channelId)) }
}

/** Lengths from long to short; one that an older version made is of the shortest that has room for its points. */
const LENGTHS: readonly SummaryLength[] = ['long', 'standard', 'short']

function isWhatIsAsked(
  bot: Bot,
  asked: Asked & { readonly length: SummaryLength },
  { summary, run, length: made }: SummaryResult,
): boolean {
  const engine = asked.withoutModel ? 'extractive' : bot.settings.engine
  if (run.engine !== engine || run.notices.length > 0) return false
  if (asked.language !== null && asked.language !== summary.language) return false
  const points = summary.claims.length
  const length = made ?? LENGTHS.findLast((name) => points <= POINTS[name])
  // Of a link that nobody asked about, a shorter one than usual was made where the article is short.
  const isShortEnough = asked.unasked && points <= POINTS[asked.length]
  return points > 0 && (length === asked.length || isShortEnough)
}

/** To the newest card that everybody who sees this channel can see. */
function pointerTo(
  { client }: Bot,
  places: readonly ConversationPlace[],
  channel: SendableChannels,
): Markup | null {
  if (channel.isDMBased()) return null
  for (const { place, createdAt } of places) {
    const there = client.channels.cache.get(place.channelId)
    if (there === undefined || there.isDMBased() || !isSeenByAllOf(there, channel)) continue
    const card = cardPlace(place)
    if (card === null) continue
    const address = addressOfMessage(place.guildId, card)
    const words = place.threadId === null ? SEEN.earlierCard : SEEN.earlierThread
    return markup`-# ${SEEN.before} ${link(words, address)}, ${timestamp(createdAt, 'R')}`
  }
  return null
}

/**
 * The article of a card with what has changed on its page since: how much, and the words of which points are `gone`. Null
 * where nothing has changed.
 */
export function withChanges(article: Article, gone: readonly number[], newer: Article): Article | null {
  const changes = changesBetween(article, newer)
  if (changes === null) return null
  const message = SEEN.edited(changes.told, gone)
  const notice = { code: 'edited-since', message, evidence: changes.evidence } as const
  const others = article.source.notices.filter(({ code }) => code !== 'edited-since')
  return { ...article, source: { ...article.source, notices: [...others, notice] } }
}
