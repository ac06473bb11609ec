import { sayAmount, sayShare } from '../../app/caps.ts'
import type { AutoSummarize, EffectiveSettings, HostSettings } from '../../app/guild-settings.ts'
import type { GuildUsage } from '../../app/guild-usage.ts'
import type { Cap } from '../../app/ports.ts'
import { counted } from '../../core/counted.ts'
import { POINTS, type SummaryLength } from '../../core/summary.ts'
import { joinMarkup, type Markup, markup } from '../cards/markup.ts'

// All words of `/settings`, and what is said where settings forbid something.

export const SETTINGS = {
  command: 'What I do in this server: where, for whom, how long, how much',
  note: markup`-# In effect at once. Only you see this panel.`,
  unseen: markup`⚠ **I can't see links that people post**: Discord does not grant me the Message Content intent. Commands, mentions and replies work.`,
  where: markup`**Links that people post**`,
  whereOff: markup`-# Whoever runs me has switched this off in all servers.`,
  whereChosen: markup`-# Whoever runs me allows this in chosen channels only.`,
  who: markup`**Who may use me** (none: everybody)`,
  length: markup`**Length**`,
  language: markup`**Language of the points**`,
  builtInLanguage: markup`-# Without a model I only pick the article's own sentences.`,
  choosePlace: 'Where links are summarised by themselves',
  chooseChannels: 'Choose channels: then only in these',
  chooseRoles: 'Everybody',
  chooseLength: 'How many points',
  chooseLanguage: 'Language',
  ownLanguage: "The article's own",
  more: 'Minimum words, limits, sites',
  defaults: 'Back to defaults',
  gone: 'This panel is of an older version of me. Open it again: /settings.',
  notHere: 'Settings are for servers that I am in. Use this in one.',
} as const

export const PLACES: Readonly<
  Record<AutoSummarize, { readonly label: string; readonly description: string }>
> = {
  everywhere: { label: 'Everywhere', description: 'In every channel that I can read' },
  chosen: {
    label: 'Only in chosen channels',
    description: 'In the channels below, and what belongs to them',
  },
  off: { label: 'Nowhere', description: 'Only when somebody asks' },
}

const NAMES: Readonly<Record<SummaryLength, string>> = {
  short: 'Short',
  standard: 'Standard',
  long: 'Long',
}
export const lengthName = (length: SummaryLength): string =>
  `${NAMES[length]}: up to ${counted(POINTS[length], 'point')}`

/** Links are summarised in these languages beside the article's own; each is named by Discord's English and by itself. */
export const LANGUAGES: readonly string[] =
  'en de fr es it pt nl pl cs sv da no fi tr el ru uk ar he hi ja ko zh'.split(' ')

const english = new Intl.DisplayNames('en', { type: 'language' })
export const languageName = (tag: string): string => english.of(tag) ?? tag
export const ownNameOfLanguage = (tag: string): string =>
  new Intl.DisplayNames(tag, { type: 'language' }).of(tag) ?? tag

export const panelHeading = (guild: string): Markup => markup`### Settings of ${guild}`

/** Up to so many names; how many more there are. */
const MOST_NAMES = 5
function listed(names: readonly Markup[], last: 'and' | 'or'): Markup {
  const shown = names.slice(0, MOST_NAMES)
  const rest = names.length - shown.length
  const all = rest === 0 ? shown : [...shown, markup`${rest} more`]
  const end = all.length < 2 ? [] : all.splice(-1)
  return joinMarkup([joinMarkup(all, ', '), ...end], ` ${last} `)
}

const asIs = (name: string): Markup => markup`${name}`

export interface Named {
  /** Of chosen channels and roles that are still there. */
  readonly channels: readonly string[]
  readonly roles: readonly string[]
  /** Never read, as people spell them. */
  readonly sites: readonly string[]
}

/** Where links are summarised that nobody asked about. */
function sayPlaces(settings: EffectiveSettings, channels: readonly string[]): Markup {
  const { autoSummarize } = settings
  if (autoSummarize === 'off') return markup`only when somebody asks`
  if (autoSummarize === 'everywhere') return markup`in every channel that I can read`
  return channels.length === 0
    ? markup`nowhere yet: no channel is chosen`
    : markup`in ${listed(
        channels.map((name) => markup`#${name}`),
        'and',
      )}`
}

/** What is in effect now, a line each. */
export function sayInEffect(settings: EffectiveSettings, named: Named): Markup {
  const { autoSummarize, fewestWords, language, length, roles } = settings
  const isAnywhere =
    autoSummarize === 'everywhere' || (autoSummarize === 'chosen' && named.channels.length > 0)
  const words = isAnywhere
    ? markup`: articles of ${counted(fewestWords, 'word')} or more, if the points are at most 30 % as long`
    : markup``
  const lines = [
    markup`**Posted links:** ${sayPlaces(settings, named.channels)}${words}`,
    markup`**Who:** ${roles.length === 0 ? 'everybody' : sayRoles(named.roles)}`,
    markup`**Summaries:** up to ${counted(POINTS[length], 'point')}, ${language === null ? "in the article's own language" : `in ${languageName(language)}`}`,
  ]
  if (named.sites.length > 0) lines.push(markup`**Never read:** ${listed(named.sites.map(asIs), 'and')}`)
  return joinMarkup(lines, '\n')
}

const sayRoles = (names: readonly string[]): Markup =>
  names.length === 0
    ? markup`only who manages this server: the chosen roles are gone`
    : markup`${listed(names.map(asIs), 'or')}, and who manages this server`

const share = (used: number, most: number | null, nouns: readonly [string, string]): string =>
  most === null
    ? `${used.toLocaleString('en')} ${nouns[used === 1 ? 0 : 1]}`
    : `${used.toLocaleString('en')} of ${most.toLocaleString('en')} ${nouns[most === 1 ? 0 : 1]}`

/** What was used, of what is allowed. */
export function sayUsage(usage: GuildUsage, { summariesPerDay, questionsPerDay }: EffectiveSettings): Markup {
  const { summaries, questions, budgets } = usage
  const counts = `${share(summaries, summariesPerDay, ['summary', 'summaries'])}, ${share(questions, questionsPerDay, ['question', 'questions'])}`
  const lines = [markup`**Last 24 hours:** ${counts}`]
  const money = budgets.map(({ most, used, ...budget }) => {
    const cap: Cap = { ...budget, per: 'guild', most: most ?? 0 }
    const said = most === null ? sayAmount(cap, used) : sayShare(cap, used)
    return `${said} ${budget.period === 'day' ? 'today' : 'this month'}`
  })
  if (money.length > 0) lines.push(markup`**Model:** ${money.join(', ')}`)
  return joinMarkup(lines, '\n')
}

// --- the form ---

export const FORM = {
  title: 'Minimum words, limits, sites',
  words: 'Fewest words of a link nobody asked about',
  summaries: 'Summaries a day, for all of this server',
  questions: 'Questions a day, for all of this server',
  sites: 'Sites that are never read, one a line',
  sitesHint: 'example.com stands for blog.example.com too',
} as const

export const emptyMeans = (most: number | string | null): string =>
  `Empty: ${most === null ? 'no limit' : most.toLocaleString('en')}`

export const hostAllows = (most: number | null): string =>
  most === null
    ? 'Empty: no limit. 0: none'
    : `At most ${most.toLocaleString('en')}, as the host allows. 0: none`

/** What of a form could not be used; everything else in it was stored. */
export function formProblems(problems: readonly string[]): Markup {
  const lines = problems.map((problem) => markup`- ${problem}`)
  return joinMarkup(
    [markup`**Not everything could be used.** The rest is stored and in effect:`, ...lines],
    '\n',
  )
}

export const notANumber = (label: string, typed: string, highest: number): string =>
  `${label}: “${typed}” is no whole number from 0 to ${highest.toLocaleString('en')}. It stays as it was.`
export const moreThanHost = (label: string, typed: string, most: number): string =>
  `${label}: “${typed}” is more than the ${most.toLocaleString('en')} that the host allows. It stays as it was.`
export const notADomain = (typed: string): string => `“${typed}” is no site. Write it as example.com.`

// --- what is not allowed ---

export const REFUSALS = {
  notAManager: 'Settings are for people who may manage this server (the right Manage Server).',
  notForYou:
    "This server's moderators let only people with certain roles use me. Ask one of them, or send me a direct message.",
  blocked: (site: string): string =>
    `This server's moderators do not want ${site} read here. Choose another article, or send me a direct message.`,
} as const

export const whyNarrowed = ({ autoSummarize }: HostSettings): Markup | null =>
  autoSummarize === 'everywhere' ? null : autoSummarize === 'off' ? SETTINGS.whereOff : SETTINGS.whereChosen

// --- the first message in a server ---

export const GREETING = {
  what: markup`### Thank you for adding me
I read one article, say what is in it in a few points, and prove each point with its own words. I answer questions from that article and from nothing else. \`/help\` says how to ask.`,
  only: markup`-# For people who may manage this server; \`/settings\` has more. Besides summaries, this is all that I ever post unasked.`,
  chooseChannels: 'Only in these channels …',
  stop: 'Only when somebody asks',
} as const

export const greetingPlaces = (settings: EffectiveSettings, channels: readonly string[]): Markup =>
  settings.autoSummarize === 'off'
    ? markup`**Links that people post** I read ${sayPlaces(settings, channels)}.`
    : markup`**Links that people post:** one link to an article, in a message that is no reply, gets a thread with a summary, ${sayPlaces(settings, channels)}.`

/** What is kept, who reads along, and what it may cost. */
export function greetingTerms(
  days: number,
  model: string | null,
  { budgets, shared }: Pick<GuildUsage, 'budgets' | 'shared'>,
): Markup {
  const kept = markup`-# **Kept** on the machine of whoever runs me: articles, summaries and questions, until nobody has come back to them for ${counted(days, 'day')}. \`/privacy\` says more.`
  if (model === null)
    return joinMarkup(
      [kept, markup`-# **Model:** none. The built-in engine picks the article's own sentences, at no cost.`],
      '\n',
    )
  const own = budgets.flatMap(({ most, period, unit }) =>
    most === null ? [] : [sayCap({ per: 'guild', period, unit, most })],
  )
  const ofServer = own.length === 0 ? '' : `${own.join(' and ')} for this server; `
  return joinMarkup(
    [
      kept,
      markup`-# **Model:** ${model}. It gets the article and the question, never a name or another message.`,
      markup`-# **Budget:** ${ofServer}${shared.map(sayCap).join(', ')} for all servers together.`,
    ],
    '\n',
  )
}

const sayCap = (cap: Cap): string => `${sayAmount(cap, cap.most)} a ${cap.period}`
