import { randomUUID } from 'node:crypto'
import type { Clock, Conversation, ConversationPlace, Conversations, Place } from '../../../app/ports.ts'
import type { Article } from '../../../core/article.ts'
import { conversationUnknown } from '../../../core/not-kept.ts'
import { toStored } from '../../../core/stored-article.ts'
import { DamagedValue } from '../redis-failure.ts'
import { kept } from './kept.ts'
import { jsonOrNull, parseColumn, type Row, rowOf } from './rows.ts'
import type { Given, Run } from './scripts.ts'

/** 32 characters: with a word before it, it fits a button's custom id. */
const newId = (): string => randomUUID().replaceAll('-', '')

/** A conversation as `lua/conversations.lua` answers it: its row, its article without and with its words, its turns. */
type Whole = readonly [flat: readonly string[], article: string | null, text: string | null, turns: string[]]

/** Conversations with their articles and turns. */
export function openConversations(run: Run, clock: Clock): Conversations {
  const change = async (action: string, given: Given): Promise<void> => {
    if ((await run('conversations', action, given)) !== 1) throw conversationUnknown()
  }
  const read = (action: string, given: Given): Promise<Conversation | undefined> =>
    kept(async () => {
      const whole: Whole | null = await run('conversations', action, given)
      return whole === null ? undefined : conversationOf(whole)
    })
  const list = (action: string, given: Given): Promise<ConversationPlace[]> =>
    kept(async () => {
      const rows: string[][] = await run('conversations', action, given)
      return rows.map(rowOf).flatMap(placedOf)
    })

  return {
    create: async ({ article, linesLeftOut, summary, place, addressKey }) => {
      const id = newId()
      const createdAt = clock()
      await run('conversations', 'create', {
        id,
        ...columnsOfReading({ article, linesLeftOut, summary }),
        ...columnsOfPlace(place),
        address_key: addressKey,
        created_at: createdAt,
        used_at: createdAt,
      })
      return { id, article, linesLeftOut, summary, turns: [], place, addressKey, createdAt }
    },
    setPlace: (id, place) => change('set_place', { id, ...columnsOfPlace(place) }),
    setReading: (id, reading) =>
      change('set_reading', { id, ...columnsOfReading(reading), used_at: clock() }),
    appendTurn: (id, turn, personId, messageId = null) =>
      change('append_turn', {
        id: newId(),
        conversation_id: id,
        person_id: personId,
        asked_message_id: messageId,
        turn: JSON.stringify(turn),
        created_at: clock(),
      }),
    noteShown: (id, { channelId, messageId, personId, askedMessageId }) =>
      change('note_shown', {
        conversation_id: id,
        message_id: messageId,
        channel_id: channelId,
        person_id: personId,
        asked_message_id: askedMessageId,
      }),
    find: (id) => read('find', { id }),
    findByThread: (threadId) => read('find_by_thread', { thread_id: threadId }),
    findByMessage: (messageId) => read('find_by_message', { message_id: messageId }),
    findLatestInChannel: (channelId) => read('find_latest_in_channel', { channel_id: channelId }),
    listByAddress: (guildId, addressKeys) =>
      list('list_by_address', { guild_id: guildId, address_keys: JSON.stringify(addressKeys) }),
    listByThread: (threadId) => list('list_by_thread', { thread_id: threadId }),
    listBySource: (messageId) => list('list_by_source', { message_id: messageId }),
  }
}

function conversationOf([flat, article, text, turns]: Whole): Conversation {
  const row = rowOf(flat)
  if (article === null || text === null) throw new DamagedValue('A conversation has lost its article')
  const rest: Article = parseColumn(article)
  return {
    id: String(row['id']),
    article: { ...rest, text: parseColumn(text) },
    linesLeftOut: Number(row['lines_left_out']),
    summary: row['summary'] === undefined ? null : parseColumn(row['summary']),
    turns: turns.map((turn) => parseColumn(turn)),
    place: placeOf(row),
    addressKey: row['address_key'] ?? null,
    createdAt: Number(row['created_at']),
  }
}

function placedOf(row: Row): ConversationPlace[] {
  const place = placeOf(row)
  if (place === null) return []
  const { id, created_at: createdAt, address_key: addressKey } = row
  return [{ id: String(id), createdAt: Number(createdAt), addressKey: addressKey ?? null, place }]
}

/** What is split off can be looked for by a script, and what is JSON is never opened there: Lua would change numbers in it. */
function columnsOfReading({
  article,
  linesLeftOut,
  summary,
}: Pick<Conversation, 'article' | 'linesLeftOut' | 'summary'>): Given {
  const { id, contentId, textId, text, rest } = toStored(article)
  return {
    article_id: id,
    content_id: contentId,
    text_id: textId,
    text,
    article: rest,
    kind: article.source.kind,
    lines_left_out: linesLeftOut,
    summary: jsonOrNull(summary),
  }
}

const columnsOfPlace = (place: Place | null): Given => ({
  placed: place === null ? 0 : 1,
  guild_id: place?.guildId,
  channel_id: place?.channelId,
  thread_id: place?.threadId,
  card_message_id: place?.cardMessageId,
  source_message_id: place?.sourceMessageId,
  person_id: place?.personId,
})

const placeOf = (row: Row): Place | null =>
  row['placed'] === '0'
    ? null
    : {
        guildId: row['guild_id'] ?? null,
        channelId: String(row['channel_id']),
        threadId: row['thread_id'] ?? null,
        cardMessageId: row['card_message_id'] ?? null,
        sourceMessageId: row['source_message_id'] ?? null,
        personId: row['person_id'] ?? null,
      }
