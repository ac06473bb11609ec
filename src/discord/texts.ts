import type { Progress } from '../app/assistant.ts'
import { counted } from '../core/counted.ts'
import type { ErrorCode, FootnoteError } from '../core/error.ts'
import { type Markup, markup } from './cards/markup.ts'

// All of the bot's own words, in one place for whoever translates them.

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
export const LOOKING_FOR_ANSWER = markup`Looking in the article …`

// --- answers ---

export const ANSWER = {
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
  missingRights: (rights: readonly string[], place: string): string =>
    `I lack a right in ${place}: ${rights.join(', ')}. Ask someone who manages this server to give it to me there.`,
} as const

// --- acknowledgements ---

export const cardIsHere = (link: Markup): Markup => markup`Done: ${link}`
export const CARD_LINK = 'the card'
export const ANSWER_LINK = 'the answer'

export const goodbye = markup`I may only stay in servers that my host has listed, and this is none of them. Goodbye.`
