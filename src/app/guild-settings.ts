import { domainOf, isWithinDomain, parseDomain } from '../core/domain.ts'
import type { SummaryLength } from '../core/summary.ts'
import type { SettingsStore } from './ports.ts'

/** Where links are summarised that somebody posts without asking for it. */
export type AutoSummarize = 'everywhere' | 'chosen' | 'off'

/** What the moderators of a guild have set. Null, or an empty list: as the host has it. */
export interface GuildSettings {
  readonly autoSummarize: AutoSummarize | null
  /** The channels of `chosen`: a category stands for all that is in it. */
  readonly channels: readonly string[]
  /** Shorter articles are not summarised unasked. */
  readonly fewestWords: number | null
  /** BCP 47 primary language of the points; null: the article's own. */
  readonly language: string | null
  readonly length: SummaryLength | null
  /** Who may ask for something; empty: everybody. */
  readonly roles: readonly string[]
  /** Never read, their subdomains neither. As `core/domain.ts` spells them. */
  readonly blockedDomains: readonly string[]
  readonly summariesPerDay: number | null
  readonly questionsPerDay: number | null
}

/** What the host sets for every guild. */
export interface HostSettings {
  readonly autoSummarize: AutoSummarize
  readonly summariesPerDay: number | null
  readonly questionsPerDay: number | null
}

/** What holds in a guild. Null: no limit, or the article's own language. */
export interface EffectiveSettings extends Omit<GuildSettings, 'autoSummarize' | 'fewestWords' | 'length'> {
  readonly autoSummarize: AutoSummarize
  readonly fewestWords: number
  readonly length: SummaryLength
}

/** As far as it matters for what somebody may do here. */
export interface Member {
  /** Ids, the one of @everyone among them. */
  readonly roles: Iterable<string>
  /** Whether they may manage the server. */
  readonly manages: boolean
}

/** What fits into a menu of Discord. */
export const MOST_CHOSEN = 25
/** Of words, summaries and questions. */
export const HIGHEST_NUMBER = 99_999
const MOST_DOMAINS = 300
/** Fewer words are not what somebody wants summarised without asking for it. */
export const FEWEST_WORDS_UNASKED = 250

const PLACES: readonly AutoSummarize[] = ['everywhere', 'chosen', 'off']
export const LENGTHS: readonly SummaryLength[] = ['short', 'standard', 'long']

/** What was stored, perhaps by another version: what is not understood is as if it had not been set. */
export function parseGuildSettings(stored: unknown): GuildSettings {
  const given: Readonly<Partial<Record<keyof GuildSettings, unknown>>> =
    typeof stored === 'object' && stored !== null ? stored : {}
  const { language } = given
  return {
    autoSummarize: PLACES.find((place) => place === given.autoSummarize) ?? null,
    channels: idsIn(given.channels),
    fewestWords: numberIn(given.fewestWords),
    language: typeof language === 'string' && /^[a-z]{2,3}$/u.test(language) ? language : null,
    length: LENGTHS.find((length) => length === given.length) ?? null,
    roles: idsIn(given.roles),
    blockedDomains: textsIn(given.blockedDomains)
      .flatMap((domain) => parseDomain(domain) ?? [])
      .slice(0, MOST_DOMAINS),
    summariesPerDay: numberIn(given.summariesPerDay),
    questionsPerDay: numberIn(given.questionsPerDay),
  }
}

const textsIn = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((item) => typeof item === 'string') : []

const idsIn = (value: unknown): string[] =>
  [...new Set(textsIn(value).filter((id) => /^\d{1,20}$/u.test(id)))].slice(0, MOST_CHOSEN)

const numberIn = (value: unknown): number | null =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= HIGHEST_NUMBER ? value : null

/** What holds: as the guild set it, but no more than the host allows. */
export function effective(settings: GuildSettings, host: HostSettings): EffectiveSettings {
  return {
    ...settings,
    autoSummarize: narrower(settings.autoSummarize ?? host.autoSummarize, host.autoSummarize),
    fewestWords: settings.fewestWords ?? FEWEST_WORDS_UNASKED,
    length: settings.length ?? 'standard',
    summariesPerDay: lower(settings.summariesPerDay, host.summariesPerDay),
    questionsPerDay: lower(settings.questionsPerDay, host.questionsPerDay),
  }
}

const narrower = (one: AutoSummarize, other: AutoSummarize): AutoSummarize =>
  PLACES.indexOf(one) > PLACES.indexOf(other) ? one : other

const lower = (one: number | null, other: number | null): number | null =>
  one === null || other === null ? (one ?? other) : Math.min(one, other)

/** Whether somebody may ask for a summary or an answer. Whoever manages the server always may. */
export function mayUse({ roles }: Pick<EffectiveSettings, 'roles'>, member: Member): boolean {
  return roles.length === 0 || member.manages || [...member.roles].some((id) => roles.includes(id))
}

/** Whether links are summarised unasked in a place; `channelIds`: its own, and those of the channel and category around it. */
export function summarizesByItself(
  { autoSummarize, channels }: Pick<EffectiveSettings, 'autoSummarize' | 'channels'>,
  channelIds: readonly string[],
): boolean {
  if (autoSummarize !== 'chosen') return autoSummarize === 'everywhere'
  return channelIds.some((id) => channels.includes(id))
}

/** Whether this address, or that domain, is one that is never read here. */
export function isBlockedDomain(
  { blockedDomains }: Pick<EffectiveSettings, 'blockedDomains'>,
  addressOrDomain: string,
): boolean {
  const url = URL.parse(addressOrDomain)
  const domain = url === null ? parseDomain(addressOrDomain) : domainOf(url)
  return domain !== null && blockedDomains.some((blocked) => isWithinDomain(domain, blocked))
}

/** The settings of guilds, asked of the store each time: another process may have changed them. */
export interface SettingsOfGuilds extends Pick<SettingsStore, 'greet'> {
  readonly host: HostSettings
  of(guildId: string): Promise<GuildSettings>
  /** Null, a direct message: as the host has it. */
  inEffect(guildId: string | null): Promise<EffectiveSettings>
  /** Changes these fields and no others. */
  change(guildId: string, fields: Partial<GuildSettings>): Promise<void>
  reset(guildId: string): Promise<void>
}

export function createGuildSettings(store: SettingsStore, host: HostSettings): SettingsOfGuilds {
  const of = async (guildId: string): Promise<GuildSettings> => parseGuildSettings(await store.find(guildId))
  return {
    host,
    of,
    inEffect: async (guildId) =>
      effective(guildId === null ? parseGuildSettings(null) : await of(guildId), host),
    change: (guildId, fields) => store.change(guildId, fields),
    reset: (guildId) => store.set(guildId, {}),
    greet: (guildId) => store.greet(guildId),
  }
}
