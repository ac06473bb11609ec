import { type EffectiveSettings, isBlockedDomain } from '../../app/guild-settings.ts'
import type { ReadArticle } from '../../app/ports.ts'
import { parseAddress } from '../../core/address.ts'
import type { Article } from '../../core/article.ts'
import { FootnoteError } from '../../core/error.ts'
import { unwrapAddress } from '../../core/wrapped-address.ts'
import { type Asked, toSourceRequest } from './asked.ts'
import type { Bot } from '../bot.ts'
import { REFUSALS } from '../texts.ts'

/**
 * Reads what was asked for, where the guild wants it read: asked of the address before anything is opened, and of where it
 * led before anything is shown. Throws `link-refused`, and what reading throws.
 */
export async function readAsked(
  bot: Bot,
  asked: Asked,
  settings: EffectiveSettings,
  signal: AbortSignal,
): Promise<ReadArticle> {
  const { source } = asked
  const isLink = source.kind === 'link'
  const address = isLink ? parseAddress(source.url) : null
  const given = address === null ? [] : [address.href, unwrapAddress(address).href]
  requireWanted(given, settings)
  const read = await bot.assistant.read(await toSourceRequest(bot, source, signal), {
    signal,
    urgency: asked.unasked ? 'unasked' : undefined,
  })
  if (isLink) requireWantedArticle(read.article, settings)
  return read
}

/** Whether the guild wants an article of a link read: none of a site that its moderators have named. */
export const isWantedArticle = (article: Article, settings: EffectiveSettings): boolean =>
  !sitesOf(article).some((site) => isBlockedDomain(settings, site))

/** Where an article was read. A copy in an archive belongs to the site that it was copied from. */
const sitesOf = ({ source: { url, publisher } }: Article): string[] =>
  [url, publisher?.domain].filter((site) => typeof site === 'string')

/** Throws `link-refused` where the guild wants no article of this site. */
export const requireWantedArticle = (article: Article, settings: EffectiveSettings): void =>
  requireWanted(sitesOf(article), settings)

function requireWanted(sites: readonly string[], settings: EffectiveSettings): void {
  const unwanted = sites.find((site) => isBlockedDomain(settings, site))
  if (unwanted === undefined) return
  throw new FootnoteError('link-refused', REFUSALS.blocked(URL.parse(unwanted)?.hostname ?? unwanted))
}
