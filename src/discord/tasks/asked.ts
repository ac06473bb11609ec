import type { SourceRequest } from '../../app/assistant.ts'
import { FootnoteError } from '../../core/error.ts'
import type { SummaryLength } from '../../core/summary.ts'
import type { Bot } from '../bot.ts'
import { FAILURES } from '../texts.ts'
import { withoutIds } from './without-ids.ts'

/** What a person wants read. An attachment is read when the work begins, by its address on Discord's CDN. */
export type AskedSource =
  | { readonly kind: 'link'; readonly url: string }
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'attachment'
      readonly url: string
      readonly name: string
      readonly contentType: string | null
    }
  | { readonly kind: 'conversation'; readonly id: string }

/** What was asked for, as plain JSON: stored with the task, and enough to do it again after a restart. */
export interface Asked {
  readonly source: AskedSource
  /** Null: a summary. */
  readonly question: string | null
  readonly length: SummaryLength | null
  readonly language: string | null
  /** Of an article with a card: a longer summary for one person, or the page read anew. */
  readonly again?: 'longer' | 'refresh'
  readonly withoutModel: boolean
  /** What failed before, and who pressed a button to have it done again; null for the first time. */
  readonly retryOf: { readonly taskId: string; readonly personId: string } | null
  /** A link that was picked up by itself: if it fails, nobody hears of it. */
  readonly unasked: boolean
  /** Of several things in one message: the task of the first. The pause between two requests is not for them. */
  readonly partOf: string | null
  /** Asked where nobody added the bot: what comes of it is shown to whoever asked, and to nobody else. */
  readonly away: boolean
  /** What the bot may do in that channel, as Discord says with an interaction; null or missing for a message. */
  readonly rights?: string | null
  readonly guildId: string | null
  readonly channelId: string
  /** The message that holds the source: the thread starts from it. Null for a command. */
  readonly messageId: string | null
  /** Lets a command's own reply be filled, also by the next process. Null for a message. */
  readonly interactionToken: string | null
  readonly person: { readonly id: string; readonly name: string }
  /** Not stored: the task is known already, `here`: with the others of its message; `before`: an earlier process began it. */
  readonly begun?: 'here' | 'before'
  /** Not stored: a conversation that an earlier process made for it, and that nobody was shown. */
  readonly halfMade?: string | null
}

/** What is so of most requests. */
export const PLAIN_REQUEST = {
  question: null,
  length: null,
  language: null,
  withoutModel: false,
  retryOf: null,
  unasked: false,
  partOf: null,
  away: false,
} as const

/** A stored request, or null where it is none that this version knows. */
export function parseAsked(stored: unknown): Asked | null {
  if (typeof stored !== 'object' || stored === null) return null
  const { source, person, channelId } = stored as Partial<Asked>
  return typeof source?.kind === 'string' && typeof person?.id === 'string' && typeof channelId === 'string'
    ? (stored as Asked)
    : null
}

const READABLE_NAME = /\.(?:txt|text|md|markdown|html?|xhtml|pdf)$/iu
const READABLE_TYPE = /^(?:text\/(?:plain|markdown|html)|application\/(?:xhtml\+xml|(?:x-)?pdf))\b/iu

export const isReadableFile = (name: string, contentType: string | null): boolean =>
  READABLE_NAME.test(name) || (contentType !== null && READABLE_TYPE.test(contentType))

/** Discord turns a paste that is too long for a message into a file of this name. */
const LONG_PASTE = 'message.txt'

/** What the assistant is to read. Fetches attachments. Throws what `readAttachment` throws, and `unsupported-type`. */
export async function toSourceRequest(
  bot: Bot,
  source: AskedSource,
  signal: AbortSignal,
): Promise<SourceRequest> {
  if (source.kind === 'conversation') throw new FootnoteError('internal', FAILURES.requestGone)
  if (source.kind === 'text') return { kind: 'text', text: withoutIds(source.text) }
  if (source.kind === 'link') return source
  const { name, contentType } = source
  if (!isReadableFile(name, contentType)) throw new FootnoteError('unsupported-type', FAILURES.unreadableFile)
  const { bytes } = await bot.readAttachment(source.url, signal)
  if (name === LONG_PASTE) return { kind: 'text', text: withoutIds(new TextDecoder().decode(bytes)) }
  return { kind: 'file', name, bytes, contentType: contentType ?? undefined }
}

/** The key of the address that was given, null for anything else. */
export async function addressKeyOf({ assistant }: Bot, { source }: Asked): Promise<string | null> {
  if (source.kind !== 'link') return null
  const [key = null] = await assistant.addressKeys(source.url)
  return key
}
