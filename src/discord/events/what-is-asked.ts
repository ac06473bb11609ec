import { findLinks } from '../../core/address.ts'
import { countWords } from '../../core/words.ts'
import { isReadableFile, type AskedSource } from '../tasks/asked.ts'
import { asksSomething, isCourtesy } from './asks-something.ts'

/** What a message holds, beside the mention of the bot. */
export interface Holdings {
  readonly text: string
  /** Links that stand open, pictures, films and Discord's own left out. */
  readonly links: readonly string[]
  /** Every link, also those inside `<…>` and those to pictures. */
  readonly allLinks: readonly string[]
  readonly attachments: readonly {
    readonly url: string
    readonly name: string
    readonly contentType: string | null
  }[]
}

/** What decides whether a message by a person is for the bot. */
export interface MessageFacts extends Holdings {
  readonly isDirect: boolean
  readonly isMention: boolean
  /** Whether it speaks to somebody else by name. */
  readonly mentionsOthers: boolean
  /** The conversation of the thread in which it stands, where that thread is ours. */
  readonly threadConversation: string | null
  /** Whether only the one who asked for the card, and nobody else, has written in that thread. */
  readonly isAlone: boolean
  /** The message that it replies to. */
  readonly repliedTo: (Holdings & { readonly id: string; readonly conversation: string | null }) | null
}

export type GivenSource = Exclude<AskedSource, { kind: 'conversation' }>

export type WhatIsAsked =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'help' }
  /** The message that it replies to is not shown to the bot. */
  | { readonly kind: 'unseen' }
  | {
      readonly kind: 'summary'
      /** One at least; a card each. */
      readonly sources: readonly GivenSource[]
      readonly unasked: boolean
      /** Whether the source stands in the message replied to. */
      readonly fromRepliedTo: boolean
    }
  /** `conversation` null: whatever article this channel had last. */
  | { readonly kind: 'question'; readonly question: string; readonly conversation: string | null }

const NOTHING: WhatIsAsked = { kind: 'nothing' }
/** From here on the words of a message are the article, not what somebody says about its link. */
const FEWEST_WORDS_OF_ARTICLE = 100
const FEWEST_WORDS_OF_PASTE = 5

/** What a person wants with a message: everything that is sent to the bot, and little else. */
export function whatIsAsked(message: MessageFacts, autoSummarize: boolean): WhatIsAsked {
  if (message.isDirect || message.isMention) return whatIsAskedOfUs(message)
  const words = wordsBesideLinks(message)
  const inReplyToUs = message.repliedTo?.conversation ?? null
  if (inReplyToUs !== null && words !== '') return question(message.text, inReplyToUs)
  if (message.threadConversation !== null && words !== '') {
    const isTalk = message.repliedTo !== null || message.mentionsOthers || isCourtesy(words)
    const isForUs = !isTalk && (message.isAlone || asksSomething(message.text))
    return isForUs ? question(message.text, message.threadConversation) : NOTHING
  }
  const [link, ...others] = message.links
  if (!autoSummarize || link === undefined || others.length > 0 || message.repliedTo !== null) return NOTHING
  return { kind: 'summary', sources: [{ kind: 'link', url: link }], unasked: true, fromRepliedTo: false }
}

function whatIsAskedOfUs(message: MessageFacts): WhatIsAsked {
  const own = sourcesIn(message, FEWEST_WORDS_OF_ARTICLE)
  if (own.length > 0) return { kind: 'summary', sources: own, unasked: false, fromRepliedTo: false }
  const hasWords = message.text !== ''
  const conversation = message.repliedTo?.conversation ?? null
  if (conversation !== null && hasWords) return question(message.text, conversation)
  if (message.repliedTo !== null && conversation === null) {
    const sources = sourcesIn(message.repliedTo, 1)
    if (sources.length > 0) return { kind: 'summary', sources, unasked: false, fromRepliedTo: true }
  }
  if (message.threadConversation !== null && hasWords)
    return question(message.text, message.threadConversation)
  if (isUnseen(message.repliedTo)) return { kind: 'unseen' }
  if (asksSomething(message.text)) return question(message.text, null)
  if (countWords(message.text) < FEWEST_WORDS_OF_PASTE) return { kind: 'help' }
  if (message.isDirect && countWords(message.text) < FEWEST_WORDS_OF_ARTICLE)
    return question(message.text, null)
  const source = { kind: 'text', text: message.text } as const
  return { kind: 'summary', sources: [source], unasked: false, fromRepliedTo: false }
}

/** Without the Message Content intent, what others write to each other is empty. */
const isUnseen = (repliedTo: MessageFacts['repliedTo']): boolean =>
  repliedTo !== null &&
  repliedTo.conversation === null &&
  repliedTo.text === '' &&
  repliedTo.allLinks.length + repliedTo.attachments.length === 0

const question = (words: string, conversation: string | null): WhatIsAsked => ({
  kind: 'question',
  question: words,
  conversation,
})

/** What of a message can be read: files that we read, a long text, links, any other file; empty where there is nothing. */
export function sourcesIn(holdings: Holdings, fewestWords: number): GivenSource[] {
  const readable = holdings.attachments.filter(({ name, contentType }) => isReadableFile(name, contentType))
  if (readable.length > 0) return readable.map((file) => ({ kind: 'attachment', ...file }))
  const words = countWords(wordsBesideLinks(holdings))
  if (words >= FEWEST_WORDS_OF_ARTICLE) return [{ kind: 'text', text: holdings.text }]
  const links = holdings.links.length > 0 ? holdings.links : holdings.allLinks.slice(0, 1)
  if (links.length > 0) return [...new Set(links)].map((url) => ({ kind: 'link', url }))
  const [other] = holdings.attachments
  if (other !== undefined) return [{ kind: 'attachment', ...other }]
  return words >= fewestWords ? [{ kind: 'text', text: holdings.text }] : []
}

/** A text that somebody gave; one of nothing but links is meant as those. */
export function givenText(text: string): GivenSource[] {
  const links = findLinks(text)
  const isOnlyLinks = links.length > 0 && wordsBesideLinks({ text, allLinks: links }) === ''
  return isOnlyLinks ? [...new Set(links)].map((url) => ({ kind: 'link', url })) : [{ kind: 'text', text }]
}

function wordsBesideLinks({ text, allLinks }: Pick<Holdings, 'text' | 'allLinks'>): string {
  let words = text
  for (const link of allLinks) words = words.replaceAll(link, ' ')
  return words.replace(/[<>]/gu, ' ').trim()
}
