import { type EffectiveSettings, isBlockedDomain } from '../app/guild-settings.ts'
import type { ReadArticle } from '../app/ports.ts'
import { parseAddress } from '../core/address.ts'
import { FootnoteError } from '../core/error.ts'
import { unwrapAddress } from '../core/wrapped-address.ts'
import { type Asked, toSourceRequest } from './asked.ts'
import type { Bot } from './bot.ts'
import { REFUSALS } from './texts/settings.ts'

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
  if (address !== null)
    for (const { href } of [address, unwrapAddress(address)]) requireWanted(settings, href)
  const read = await bot.assistant.read(await toSourceRequest(bot, source, signal), { signal })
  const { url, publisher } = read.article.source
  // A copy in an archive belongs to the site that it was copied from.
  if (isLink) for (const site of [url, publisher?.domain ?? null]) requireWanted(settings, site)
  return read
}

function requireWanted(settings: EffectiveSettings, site: string | null): void {
  if (site === null || !isBlockedDomain(settings, site)) return
  throw new FootnoteError('link-refused', REFUSALS.blocked(URL.parse(site)?.hostname ?? site))
}
