import type { Progress } from '../app/assistant.ts'
import { sayAmount, sayShare } from '../app/caps.ts'
import type { AutoSummarize, EffectiveSettings, HostSettings } from '../app/guild-settings.ts'
import type { GuildUsage } from '../app/guild-usage.ts'
import type { Cap } from '../app/ports.ts'
import { counted } from '../core/counted.ts'
import type { ErrorCode, FootnoteError } from '../core/error.ts'
import { POINTS, type SummaryLength } from '../core/summary.ts'
import type { DiscordSettings } from './bot.ts'
import { joinMarkup, markup, type Markup, timestamp } from './cards/markup.ts'

// All of the bot's own words, in one file for whoever translates them: only names and numbers are filled in. What failed is
// said by the sentence that its error brings, the same in the terminal; names of rights are Discord's.

/** “point 2”, “points 2, 5 and 6”. */
const pointsNamed = (points: readonly number[]): string =>
  points.length === 1 ? `point ${points[0]}` : `points ${points.slice(0, -1).join(', ')} and ${points.at(-1)}`

export const BUTTONS = {
  ask: 'Ask',
  sources: 'Sources',
  retry: 'Retry',
  withoutModel: 'Without a model',
} as const

export const COMMANDS = {
  summarize: 'Summarize an article, each point proven by its own words',
  url: 'Address of the article',
  text: 'Text of the article',
  file: 'A .txt, .md, .html or .pdf file',
  length: 'How long the summary may be (standard)',
  language: "Language of the points, such as en or de (the article's own)",
  ask: 'Ask something about an article',
  question: 'What do you want to know?',
  askUrl: "Address of the article (this thread's, else this channel's latest)",
  help: 'What I do and how to use me',
  privacy: 'What I read, keep and pass on',
  summarizeMessage: 'Summarize',
  askMessage: 'Ask about this',
} as const

export const ASK_FORM = {
  title: 'Ask about this article',
  label: 'Your question',
  hint: 'The answer comes from the article alone',
} as const

export const progressLine = (progress: Progress): Markup => {
  switch (progress.phase) {
    case 'reading':
      return markup`Reading ${progress.from} …`
    case 'writing':
      return markup`Read ${counted(progress.words, 'word')}, writing the points …`
    case 'part':
      return markup`Part ${progress.part} of ${progress.of} read, ${counted(progress.claims.length, 'point')} proven so far …`
    case 'checking':
      return markup`Checking ${counted(progress.quotes, 'quote')} …`
  }
}

/** Of what a process left undone, by the next one. */
export const READING_AGAIN = markup`I was restarted, reading this again …`

/** Whether a message of ours says that something is under way: those lines, and no others, end so. */
export const isUnderWay = (content: string): boolean => /^(?!-#|\*\*|#)[^\n]* …(?:\n|$)/u.test(content)

const ENDINGS: Readonly<Record<string, string>> = { one: 'st', two: 'nd', few: 'rd', other: 'th' }
const ordinals = new Intl.PluralRules('en', { type: 'ordinal' })

/** Of a message that Discord does not show to the bot. */
export const UNSEEN = markup`I can't see what that message says. Right-click it (or hold it) → Apps → Summarize: then Discord shows it to me.`

/** Of one message that holds more than is read at once. */
export const onlySoMany = (read: number, of: number): Markup =>
  markup`I read the first ${read} of ${of} here. Give me the others in a message of their own.`

export const alreadyReadFor = (name: string): Markup =>
  markup`Already being read for ${name}: one card for you both.`

export const waitingLine = (place: number): Markup =>
  place === 1
    ? markup`Waiting: next in line …`
    : markup`Waiting: ${place}${ENDINGS[ordinals.select(place)] ?? ''} in line …`

export const READING_TEXT = 'your text'

/** In the place of mentions, which hold ids: a question or a text is kept, shown and passed on without them. */
export const MENTIONED = { person: '@someone', role: '@role', channel: '#channel' } as const
export const LOOKING_FOR_ANSWER = markup`Looking in the article …`

// --- answers ---

export const ANSWER = {
  asks: (name: string, question: string): Markup => markup`-# ${name} asks: ${question}`,
  dropped: (claims: number): Markup => markup`-# Dropped for want of proof: ${claims}`,
  /** Where a quote stands. */
  place: (paragraph: string, page: number | null): string =>
    page === null ? `Paragraph ${paragraph}` : `Paragraph ${paragraph}, p. ${page}`,
  notInArticle: markup`**Not in the article.**`,
  /** Of an article that the model was not given whole. */
  notInPassages: markup`**Not in the paragraphs nearest to the question.**`,
  noSentence: markup`**I found no sentence that answers this.**`,
  openInArticle: markup`**Not in the article:**`,
  openInPassages: markup`**Not in the paragraphs nearest to the question:**`,
  openSentences: markup`**I found no sentence on:**`,
  nowhere: 'Nowhere in it: ',
  unproven: markup`**I have no answer that I can prove with the article's words.**`,
  partly: 'In part: ',
  closest: markup`Closest, and not an answer:`,
} as const

// --- failures ---

const GIVE_TEXT = '`/summarize text` takes it; so do a file, and a mention of me above what you paste.'
const NOTHING_LOST = 'The article is kept: a retry costs no second reading.'
const OWN_SENTENCES = "**Without a model** picks the article's own sentences."
const AT_NO_COST =
  "Links read before still open. **Without a model** picks the article's own sentences, at no cost."
const NEXT_STEPS: Partial<Readonly<Record<ErrorCode, string>>> = {
  'page-blocked': GIVE_TEXT,
  'page-unreadable': GIVE_TEXT,
  'page-too-large': GIVE_TEXT,
  'link-unreachable': GIVE_TEXT,
  'link-timeout': GIVE_TEXT,
  'text-too-short': GIVE_TEXT,
  'source-unsupported': GIVE_TEXT,
  'model-unreachable': `${NOTHING_LOST} ${OWN_SENTENCES}`,
  'model-busy': `${NOTHING_LOST} ${OWN_SENTENCES}`,
  'model-refused': OWN_SENTENCES,
  'model-rejected': OWN_SENTENCES,
  'model-unusable-reply': OWN_SENTENCES,
  'budget-spent': AT_NO_COST,
  'file-unreadable': GIVE_TEXT,
}

/** For people in a chat: what the host has to look at stands in the log. */
const MODEL_SENTENCES: Partial<Readonly<Record<ErrorCode, string>>> = {
  'model-unreachable': 'The model does not answer. Try again in a minute.',
  'model-busy': 'The model is busy. Try again in a minute.',
  'model-refused': 'The model declined to read this article.',
  'model-rejected':
    'The model does not take my requests. Whoever runs me finds out why in the log, by the number below.',
  'model-unusable-reply': 'The model said nothing that the article proves. Try again.',
}

/** A status that says that all is well, beside words that say what is not. */
const ALL_WELL = ' (HTTP 200)'

/** What happened, as people in Discord are told. */
export function sentenceFor({ code, message, retryAt }: FootnoteError): string {
  const words = MODEL_SENTENCES[code] ?? message.replace(ALL_WELL, '')
  // What follows says when to try again, in words, and names the host's variables: a card shows each reader's own time.
  const isFirstEnough = code === 'budget-spent' || (MODEL_SENTENCES[code] !== undefined && retryAt !== null)
  return isFirstEnough ? firstSentence(words) : words
}

const firstSentence = (message: string): string => /^.*?[.](?=\s|$)/u.exec(message)?.[0] ?? message

export const possibleAgain = (code: ErrorCode, time: Markup): Markup =>
  code === 'budget-spent' ? markup`It returns ${time}.` : markup`Possible again ${time}.`

/** What the host is told by the log beside the code, where people in Discord are not. */
export const remedyFor = ({ code, message }: FootnoteError): { remedy?: string } =>
  MODEL_SENTENCES[code] === undefined && code !== 'budget-spent' ? {} : { remedy: message }

/** How to go on in Discord, after the sentence that the failure brings itself. */
export const nextStep = (code: ErrorCode): Markup | null => {
  const words = NEXT_STEPS[code]
  return words === undefined ? null : { text: words, links: [] }
}

/** As Discord's own settings call them. */
export const RIGHT_NAMES = {
  ViewChannel: 'View Channel',
  SendMessages: 'Send Messages',
  ReadMessageHistory: 'Read Message History',
  CreatePublicThreads: 'Create Public Threads',
  SendMessagesInThreads: 'Send Messages in Threads',
  ManageThreads: 'Manage Threads',
} as const

export const FAILURES = {
  exactlyOne:
    'Give me exactly one of url, text and file. Example: /summarize with the option url and nothing else.',
  badLanguage: 'That is no language that I know by its code. Use one such as en, de or pt-BR.',
  unreadableFile:
    'I cannot read a file of this kind. Attach it as .txt, .md, .html or .pdf, or copy its text.',
  nothingToAsk: 'I know no article here yet. Give me its address with the question: /ask question url.',
  nothingInMessage:
    'There is no link, readable file or longer text in this message. Choose a message that has one.',
  ownMessage:
    'This message is mine. Press Ask or Sources on it, or choose the message that gave the article.',
  restarted: 'I was restarted while reading this. Press Retry and I read it again.',
  gone: 'What this was about, or the place where it was to stand, was deleted meanwhile. So I stopped.',
  conversationGone: 'I no longer have this article. Give me the link or the text again.',
  requestGone: 'I no longer know what this was about. Give me the link or the text again.',
  shuttingDown: 'I am being restarted. Try again in a minute.',
  alreadyTrying: markup`I am at it already.`,
  notHere: 'I only work in servers that my host has listed, and this is none of them.',
  thisChannel: 'this channel',
  thisConversation: 'this conversation',
  channel: (name: string, isLocked: boolean): string =>
    isLocked ? `the locked thread “${name}”` : `“${name}”`,
  someRight: 'Send Messages or Create Public Threads',
  missingRights: (rights: readonly string[], place: string): string =>
    `I lack a right in ${place}: ${rights.join(', ')}. Ask someone who manages this server to give it to me there.`,
} as const

// --- acknowledgements ---

export const cardIsHere = (link: Markup): Markup => markup`Done: ${link}`
export const CARD_LINK = 'the card'
export const ANSWER_LINK = 'the answer'

export const goodbye = markup`I may only stay in servers that my host has listed, and this is none of them. Goodbye.`

// --- card ---

export const CARD = {
  pasted: 'pasted text',
  file: 'file',
  pastedName: 'Pasted text',
  fileName: 'File',
  comparedWithNoPage: markup`compared with no page`,
  noAuthor: markup`no author named`,
  noDate: markup`**no date**`,
  credits: (name: string, isPage: boolean): Markup =>
    isPage ? markup`credits **${name}**` : markup`it credits **${name}**`,
  published: (date: Markup): Markup => markup`published ${date}`,
  updated: (date: Markup): Markup => markup`updated ${date}`,
  saidToBeFrom: (domain: string): Markup => markup`said to be from ${domain}`,
  /** `more` authors are not shown. */
  by: (names: readonly string[], more: number): Markup =>
    markup`by ${names.join(', ')}${more === 0 ? '' : ` and ${more} more`}`,
  coverage: (paragraphs: number, of: number): Markup =>
    markup`From ${paragraphs} of ${counted(of, 'paragraph')}`,
  furniture: (lines: number): string =>
    lines === 0 ? '' : `, ${counted(lines, 'line')} of page furniture left out`,
  dropped: (points: number): Markup => markup`${counted(points, 'point')} dropped for want of proof`,
  words: (words: number, how: { readonly done: 'read' | 'searched'; readonly pasted: boolean }): string =>
    `all ${words.toLocaleString('en')} ${how.pasted ? 'pasted ' : ''}words ${how.done}`,
  /** `of`: how many there are; null where nobody knows. */
  wordsOf: (words: number, of: number | null, done: 'read' | 'searched'): string =>
    of === null
      ? `${words.toLocaleString('en')} words ${done}, not the whole`
      : `${words.toLocaleString('en')} of ${of.toLocaleString('en')} words ${done}`,
  seconds: (milliseconds: number): string =>
    milliseconds < 50 ? 'under 0.1 s' : `${(milliseconds / 1000).toFixed(1)} s`,
  quote: (number: number): string => `quote ${number}`,
  page: (page: number): string => ` (p. ${page})`,
  builtIn: 'built-in engine',
  /** Of a cached summary: when it was made. */
  made: (at: number | undefined): Markup =>
    at === undefined ? markup`made earlier` : markup`made ${timestamp(at, 'R')}`,
  /** People whom the article names and who say nothing in it; `more` of them are not shown. */
  namedNotQuoted: (names: readonly string[], more: number): Markup =>
    markup`named, not quoted: ${names.join(', ')}${more === 0 ? '' : ` and ${more} more`}`,
  writer: "The writer's own view",
  howToAskUnseen: markup`To ask: press Ask or @mention me, I can't see plain messages here.`,
  howToAskHere: markup`To ask: press Ask, or reply to this card.`,
} as const

/** What stands on further buttons of cards. */
export const CARD_BUTTONS = {
  more: 'More',
  nextPage: 'Next page',
  back: 'Back',
  next: 'Next',
  readAgain: 'Read again',
} as const

/** Said where what a button was about was removed, by somebody or because nobody had used it for long. */
export const GONE = {
  readAgain: markup`**I no longer have this article.** It was removed, or nobody had used it for a long time. I can read it again and post a new card here.`,
  giveAgain: markup`**I no longer have this article.** It was removed, or nobody had used it for a long time. Give me the link or the text again.`,
} as const

// --- pages ---

export const PAGES = {
  /** Which points of how many are shown, where that is not all of them. */
  points: (from: number, to: number, of: number): Markup => {
    const range = from === to ? `Point ${from}` : `Points ${from}–${to}`
    return markup`${range} of ${of}`
  },
  rest: (points: number): Markup => markup` · ${counted(points, 'more point')} on page 2`,
  page: (page: number, of: number): Markup => markup`Page ${page} of ${of}`,
} as const

// --- sources ---

export const SOURCES = {
  heading: markup`### Sources: the words behind each point`,
  note: markup`-# Copied as they stand, misprints too. **Bold** = the proof. Quote found is not the same as true.`,
  more: markup`### Sources, continued`,
  theArticle: 'the article',
  readAt: (time: Markup, age: Markup): Markup => markup`Read ${time}, ${age}`,
  notUsed: (paragraphs: string): Markup => markup`Not used: paragraphs ${paragraphs}`,
  dropped: (points: number): Markup => markup`points dropped for want of proof: ${points}`,
  none: markup`There are no points here yet. Press Ask, or ask in the thread.`,
} as const

/** What kind of voice it is that says something. */
export const SPEAKERS = {
  /** Through whom it came, nearest first. */
  via: (names: readonly string[]): string => `via ${names.join(', via ')}`,
  writer: 'the writer',
  theWriter: 'The writer',
  kinds: { named: '', unnamed: ' (unnamed)', document: ' (document)' },
} as const

// --- More ---

export const MORE_BUTTONS = {
  who: 'Who says what',
  longer: 'Longer',
  copy: 'Copy with quotes',
  refresh: 'Refresh',
  remove: 'Remove',
} as const

export const MORE = {
  about: (title: Markup): Markup => markup`**More** on ${title}`,
  notForYou: markup`-# Refresh and Remove are for whoever asked for this card, and for people who may manage messages here.`,
  noPage: markup`-# This text came with a message: there is no page to read again.`,
  onlyAsker:
    'Only whoever asked for this card, or somebody who may manage messages here, can refresh or remove it.',
} as const

export const LONGER = {
  reading: markup`Reading again for more points …`,
  alreadyLong: markup`**This is the longest summary that I make.** Ask me about whatever is not in it.`,
  noMore: 'no further point that I can prove',
  forgotten: markup`I no longer have this longer summary. Press **More** → **Longer** on the card and I make it again.`,
} as const

export const REFRESH = {
  reading: markup`Reading the page again …`,
  noPage: 'This text came with a message: there is no page to read again.',
  unchanged: (time: Markup, age: Markup): Markup =>
    markup`**Nothing has changed** since I read it on ${time}, ${age}.`,
  /** `changes`: “3 of 12 paragraphs changed”; `gone`: the points whose words are no longer there. */
  changed: (changes: string, gone: readonly number[]): Markup => {
    const quotes = gone.length === 1 ? 'quote' : 'quotes'
    const lost =
      gone.length === 0
        ? 'every quote of the card before still stands there'
        : `the ${quotes} of ${pointsNamed(gone)} are gone`
    return markup`**${changes}**; ${gone.length === 1 ? lost.replace(' are ', ' is ') : lost}. The card shows the page as it is now.`
  },
  cardGone: markup`The card itself is gone, so there is nothing to change. Give me the link again for a new one.`,
} as const

export const REMOVE = {
  removing: markup`Removing …`,
  removed: (questions: number): Markup =>
    markup`**Removed:** the card${questions === 0 ? '' : `, ${counted(questions, 'question')} with the answers`} and what I kept of the article for it.`,
} as const

export const WHO = {
  heading: markup`### Who says what`,
  nobody: markup`I found nobody’s words in it: no quotation, no “said”, no “according to”.`,
  notSaid: 'By whom is not said',
  indirect: ', not in quotation marks',
  continued: ', continued',
  found: (quotes: number): Markup => markup`${counted(quotes, 'quote')}, found by rules`,
  foundMore: (quotes: number, shown: number): Markup =>
    markup`${counted(quotes, 'quote')}, found by rules: the first ${shown.toLocaleString('en')} are shown`,
  silent: (names: string): Markup => markup`Named, not quoted: ${names}`,
} as const

export const COPY = {
  published: (day: string): string => `published ${day}`,
  updated: (day: string): string => `updated ${day}`,
  noDate: 'no date',
  read: (day: string): string => `read ${day}`,
  credits: (name: string): string => `credits ${name}`,
  pasted: 'pasted text, compared with no page',
  file: 'file, compared with no page',
} as const

// --- links seen before ---

export const SEEN = {
  before: 'Read here before:',
  earlierThread: 'earlier thread',
  earlierCard: 'earlier card',
  /** `changes`: “3 of 12 paragraphs changed”; `gone`: numbers of the points whose words are no longer there. */
  edited: (changes: string, gone: readonly number[]): string => {
    const quotes =
      gone.length === 0
        ? 'All quotes below still stand there.'
        : `The words of ${pointsNamed(gone)} are gone.`
    return `Edited since this was read: ${changes}. ${quotes} More → Refresh reads it anew.`
  },
} as const

// --- forgetting ---

export const FORGET = {
  command: 'Forget what I keep about you, this thread or this server',
  scope: 'What to forget',
  me: 'me',
  thread: 'thread',
  server: 'server',
  noThread: 'This is no thread. Use /forget scope:thread in the thread of an article.',
  notTogether: 'Here I keep nothing that others see. Use scope:me for what I keep about you.',
  noServer: 'This is no server. Use scope:me, or scope:thread for what we have here.',
  notYours:
    'Only who asked for all cards of this thread, or somebody who may manage messages, can make me forget it.',
  notManager: 'Only somebody who may manage this server can make me forget all of it.',
} as const

export const forgotMe = (given: number, asked: number): Markup =>
  markup`**Forgotten:** ${counted(given, 'text or file')} that you gave me, and ${counted(asked, 'question')} of yours, with the cards and answers. Cards of links that others see stay, and no longer know who asked for them. For a day I still know how often somebody with your id asked, so that limits hold.`

export const forgotThread = (conversations: number, asked: number): Markup =>
  markup`**Forgotten:** ${counted(conversations, 'article')} and ${counted(asked, 'question')} of this thread, with the cards and answers.`

export const forgotServer = (conversations: number, asked: number): Markup =>
  markup`**Forgotten:** ${counted(conversations, 'article')} and ${counted(asked, 'question')} of this server. My messages stay where they are, their buttons no longer know what they were about. The settings stay too, and what models cost.`

// --- settings ---

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

// --- /help and /privacy ---

const BULLET = '- '

export const help = (seesPlainMessages: boolean): Markup => {
  const lines = [
    '### What I do',
    'I read one article, say what is in it in a few points, and prove each point with its own words. I answer questions from that article and from nothing else.',
    seesPlainMessages
      ? `${BULLET}Post a link to an article: I open a thread with the summary, unless this server has it otherwise.`
      : '',
    `${BULLET}\`/summarize\` with a link, a text or a file, or with nothing for a form; or right-click a message → Apps → Summarize.`,
    `${BULLET}Mention me with links, a text or a file, or in reply to a message that has them.`,
    seesPlainMessages
      ? `${BULLET}Ask in the thread, press **Ask** on a card, or use \`/ask\`.`
      : `${BULLET}Press **Ask** on a card, reply to it, mention me in the thread, or use \`/ask\`. I can't see plain messages here.`,
    `${BULLET}**Sources** shows the exact words behind each point; **More** has who says what, a longer summary, text to copy, and, for who asked, refresh and remove.`,
    `${BULLET}\`/forget\` takes out what I keep about you, a thread or this server; \`/privacy\` says what that is.`,
    `${BULLET}\`/settings\`, for people who manage this server: where I act by myself, for whom, how much.`,
    'A quote that I found is there in the article. That does not make it true.',
  ]
  return { text: lines.filter((line) => line !== '').join('\n'), links: [] }
}

interface Kept {
  readonly models: DiscordSettings['models']
  readonly retentionDays: number
}

/** What docs/privacy.md says at length. */
export const privacy = ({ models, retentionDays }: Kept): Markup => {
  const points = [
    markup`**I read** what you give me, links that people post where I am, and questions in my threads. Other messages I look at once, to see that they are not for me, and keep nothing of them.`,
    markup`**I keep**, on the machine of whoever runs me: articles, summaries, questions, answers, who asked, and where the card stands, until nobody has come back to them for ${counted(retentionDays, 'day')}. What failed, as you gave it, for 2 days; who asked how often, for a day; pages in the cache, with nobody's name, for 7 days at most. What models cost stays, by server and not by person.`,
    ...sayModels(models),
    markup`**A site** that I read sees a request from that machine, not from you. **Discord** gets what I post, as of anybody.`,
    markup`**Seen by:** cards and answers, everybody in their channel; Sources and More, you alone; what is kept, whoever runs me.`,
    markup`**Never kept, shown or passed on:** tokens, keys and passwords in addresses. The log and the figures of whoever runs me hold no words of yours and nobody's id.`,
    markup`**To delete:** \`/forget\`, for what you gave and asked (me), a thread, or all of this server. A message that is deleted takes its card or answer with it; a server that removes me is forgotten. What Discord, the model's server and backups hold is out of my reach.`,
  ]
  return joinMarkup(
    [markup`### What I read, keep and pass on`, ...points.map((point) => markup`- ${point}`)],
    '\n',
  )
}

function sayModels([first, ...others]: DiscordSettings['models']): Markup[] {
  if (first === undefined)
    return [
      markup`**No model** is set up: nothing leaves that machine but the request for the page, and what I post.`,
    ]
  const instead = others.map((model) => markup` If it fails, ${sayModel(model)} gets the same.`)
  return [
    joinMarkup(
      [
        markup`**A model**, ${sayModel(first)}, gets the article, the question and those asked before it: no name, no id, no address, no other message.`,
        ...instead,
      ],
      '',
    ),
  ]
}

const sayModel = ({ name, host }: DiscordSettings['models'][number]): Markup =>
  host === null ? markup`${name} on a machine of whoever runs me` : markup`${name} at ${host}`

// --- the form for a text or a file ---

export const GIVE_FORM = {
  title: 'Summarize a text or a file',
  text: 'Text of the article',
  textHint: 'Up to 4,000 characters; a longer text goes into a file below',
  file: 'File',
  fileHint: '.txt, .md, .html or .pdf',
  nothing:
    'The form was empty. Use /summarize again and give me a text or a file, or a link with its option url.',
} as const
