import type { Assistant, EngineChoice, SourceRequest, WorkOptions } from '../app/assistant.ts'
import type { ReadArticle } from '../app/ports.ts'
import type { Claim } from '../core/claim.ts'
import type { ChatEntry } from './chat-entry.ts'
import { renderSources, renderSummary, renderTurn } from './render-result.ts'
import { block, type Block, emptyLine } from './styled.ts'

/** The article that is talked about and the points last made about it; null before the first. */
export type Talk = {
  readonly conversationId: string
  readonly read: ReadArticle
  readonly claims: readonly Claim[]
} | null

/** What an entry led to: the talk as it stands now, and what is printed. */
export interface Reply {
  readonly talk: Talk
  readonly blocks: readonly Block[]
}

export interface ReplyOptions extends WorkOptions, EngineChoice {
  /** False where the person sees the question that was just typed. */
  readonly withQuestion: boolean
}

const HELP = [
  'Paste a link or the text of an article: its summary comes first, then every line is a question about it.',
  'A new link or text starts a new article. Where lines come through a pipe, an empty line ends a text.',
  '/sources shows the exact words behind the last points, /quit leaves (Ctrl-D too), Ctrl-C cancels what runs.',
]

export const FIRST_STEP =
  'Paste a link or the text of an article (40 words or more) first, then ask about it.'

/** Answers one entry. Throws what the assistant throws. */
export async function replyTo(
  entry: ChatEntry,
  talk: Talk,
  assistant: Assistant,
  options: ReplyOptions,
): Promise<Reply> {
  switch (entry.kind) {
    case 'link':
    case 'text':
      return openArticle(entry, assistant, options)
    case 'question':
      return talk === null
        ? { talk, blocks: [block(FIRST_STEP)] }
        : ask(entry.question, talk, assistant, options)
    case 'command':
      return { talk, blocks: commandReply(entry.name, talk) }
  }
}

/** Reads a source and summarises it; questions then go to a conversation of its own. */
export async function openArticle(
  request: SourceRequest,
  assistant: Assistant,
  options: WorkOptions & EngineChoice,
): Promise<Reply> {
  const read = await assistant.read(request, options)
  const summary = await assistant.summarize(read.article, options)
  const { article, linesLeftOut } = read
  const { id } = await assistant.conversations.create({
    article,
    linesLeftOut,
    summary,
    place: null,
    addressKey: null,
  })
  return {
    talk: { conversationId: id, read, claims: summary.summary.claims },
    blocks: [...renderSummary(read, summary), emptyLine],
  }
}

async function ask(
  question: string,
  talk: NonNullable<Talk>,
  assistant: Assistant,
  options: ReplyOptions,
): Promise<Reply> {
  const result = await assistant.ask(talk.conversationId, question, options)
  const { claims } = result.answer
  return {
    talk: claims.length === 0 ? talk : { ...talk, claims },
    blocks: [...renderTurn(talk.read.article, result, options), emptyLine],
  }
}

function commandReply(name: string, talk: Talk): readonly Block[] {
  if (name === 'help') return HELP.map((line) => block(line))
  if (name !== 'sources') return [block(`There is no /${name}: only /help, /sources and /quit.`)]
  if (talk === null) return [block(FIRST_STEP)]
  return [...renderSources(talk.read.article, talk.claims), emptyLine]
}
