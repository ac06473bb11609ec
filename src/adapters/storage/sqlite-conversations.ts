import { randomUUID } from 'node:crypto'
import type { DatabaseSync, SQLOutputValue, StatementSync } from 'node:sqlite'
import type { Clock, Conversation, ConversationPlace, Conversations, Place } from '../../app/ports.ts'
import { conversationUnknown } from '../../core/not-kept.ts'
import { kept, stored } from './kept.ts'
import { openArticles } from './sqlite-articles.ts'
import { parseColumn, textOrNull } from './sqlite-columns.ts'
import { DamagedRow } from './storage-failure.ts'

type Row = Record<string, SQLOutputValue>

/** 32 characters: with a word before it, it fits a button's custom id. */
const newId = (): string => randomUUID().replaceAll('-', '')

/** Conversations with their articles and turns. */
export function openConversations(database: DatabaseSync, clock: Clock): Conversations {
  const articles = openArticles(database)
  const insert = database.prepare(`
    INSERT INTO conversations (id, article_id, lines_left_out, summary, placed, guild_id, channel_id, thread_id,
      card_message_id, source_message_id, person_id, address_key, created_at, used_at)
    VALUES (:id, :articleId, :linesLeftOut, :summary, :placed, :guildId, :channelId, :threadId, :cardMessageId,
      :sourceMessageId, :personId, :addressKey, :createdAt, :createdAt)`)
  const setPlace = database.prepare(`
    UPDATE conversations SET placed = :placed, guild_id = :guildId, channel_id = :channelId, thread_id = :threadId,
      card_message_id = :cardMessageId, source_message_id = :sourceMessageId, person_id = :personId
    WHERE id = :id`)
  const setReading = database.prepare(`
    UPDATE conversations SET article_id = :articleId, lines_left_out = :linesLeftOut, summary = :summary, used_at = :now
    WHERE id = :id`)
  const touch = database.prepare('UPDATE conversations SET used_at = :now WHERE id = :id')
  const insertShown = database.prepare(`
    INSERT INTO shown_messages (message_id, channel_id, conversation_id, person_id, asked_message_id)
    SELECT :messageId, :channelId, id, :personId, :askedMessageId FROM conversations WHERE id = :id
    ON CONFLICT (message_id) DO UPDATE SET conversation_id = excluded.conversation_id, person_id = excluded.person_id`)
  const insertTurn = database.prepare(`
    INSERT INTO turns (conversation_id, person_id, asked_message_id, turn, created_at)
    SELECT id, :personId, :messageId, :turn, :createdAt FROM conversations WHERE id = :id`)
  const turnsOf = database.prepare('SELECT turn FROM turns WHERE conversation_id = :id ORDER BY sequence')
  const newest = (condition: string): StatementSync =>
    database.prepare(`SELECT * FROM conversations WHERE ${condition} ORDER BY sequence DESC LIMIT 1`)
  const byId = newest('id = :wanted')
  const byThread = newest('thread_id = :wanted')
  const byMessage = newest(`card_message_id = :wanted
    OR id = (SELECT conversation_id FROM shown_messages WHERE message_id = :wanted)`)
  const byChannel = newest('card_message_id IS NOT NULL AND (channel_id = :wanted OR thread_id = :wanted)')

  const byAddress = database.prepare(`
    SELECT * FROM conversations
    WHERE guild_id = :guildId AND address_key IN (SELECT value FROM json_each(:keys)) AND card_message_id IS NOT NULL
    ORDER BY sequence DESC`)
  const bySource = database.prepare(
    'SELECT * FROM conversations WHERE source_message_id = :messageId ORDER BY sequence',
  )

  const inThread = database.prepare(
    'SELECT * FROM conversations WHERE thread_id = :threadId OR channel_id = :threadId ORDER BY sequence',
  )

  const read = (statement: StatementSync, wanted: string): Promise<Conversation | undefined> =>
    kept(() => {
      const row = statement.get({ wanted })
      return row === undefined ? undefined : conversationOf(row)
    })

  const conversationOf = (row: Row): Conversation => {
    const id = String(row['id'])
    const article = articles.find(String(row['article_id']))
    if (article === undefined) throw new DamagedRow('A conversation has lost its article')
    return {
      id,
      article,
      linesLeftOut: Number(row['lines_left_out']),
      summary: row['summary'] === null ? null : parseColumn(row['summary']),
      turns: turnsOf.all({ id }).map(({ turn }) => parseColumn(turn)),
      place: placeOf(row),
      addressKey: textOrNull(row['address_key']),
      createdAt: Number(row['created_at']),
    }
  }

  return {
    create: ({ article, linesLeftOut, summary, place, addressKey }) =>
      stored(database, () => {
        const id = newId()
        const createdAt = clock()
        const articleId = articles.keep(article)
        const row = { id, articleId, linesLeftOut, summary: jsonOrNull(summary), addressKey, createdAt }
        insert.run({ ...row, ...columnsOf(place) })
        return { id, article, linesLeftOut, summary, turns: [], place, addressKey, createdAt }
      }),
    setPlace: (id, place) =>
      stored(database, () => requireKnown(setPlace.run({ id, ...columnsOf(place) }).changes)),
    setReading: (id, { article, linesLeftOut, summary }) =>
      stored(database, () => {
        const before = byId.get({ wanted: id })?.['article_id']
        const articleId = articles.keep(article)
        const row = { id, articleId, linesLeftOut, summary: jsonOrNull(summary), now: clock() }
        requireKnown(setReading.run(row).changes)
        if (typeof before === 'string') articles.sweep([before])
      }),
    appendTurn: (id, turn, personId, messageId = null) =>
      stored(database, () => {
        const now = clock()
        const row = { id, personId, messageId, turn: JSON.stringify(turn), createdAt: now }
        requireKnown(insertTurn.run(row).changes)
        touch.run({ id, now })
      }),
    noteShown: (id, { channelId, messageId, personId, askedMessageId }) =>
      stored(database, () =>
        requireKnown(insertShown.run({ id, channelId, messageId, personId, askedMessageId }).changes),
      ),
    find: (id) => read(byId, id),
    findByThread: (threadId) => read(byThread, threadId),
    findByMessage: (messageId) => read(byMessage, messageId),
    findLatestInChannel: (channelId) => read(byChannel, channelId),
    listByAddress: (guildId, addressKeys) =>
      kept(() => byAddress.all({ guildId, keys: JSON.stringify(addressKeys) }).flatMap(placedOf)),
    listByThread: (threadId) => kept(() => inThread.all({ threadId }).flatMap(placedOf)),
    listBySource: (messageId) => kept(() => bySource.all({ messageId }).flatMap(placedOf)),
  }
}

const jsonOrNull = (value: unknown): string | null => (value === null ? null : JSON.stringify(value))

function placedOf(row: Row): ConversationPlace[] {
  const place = placeOf(row)
  if (place === null) return []
  const addressKey = textOrNull(row['address_key'])
  return [{ id: String(row['id']), createdAt: Number(row['created_at']), addressKey, place }]
}

function requireKnown(changes: number | bigint): void {
  if (changes !== 1) throw conversationUnknown()
}

const NOWHERE = {
  guildId: null,
  channelId: null,
  threadId: null,
  cardMessageId: null,
  sourceMessageId: null,
  personId: null,
}

/** Named one by one: SQLite refuses a key that no statement asks for. */
const columnsOf = (place: Place | null) => {
  const { guildId, channelId, threadId, cardMessageId, sourceMessageId, personId } = place ?? NOWHERE
  const placed = place === null ? 0 : 1
  return { placed, guildId, channelId, threadId, cardMessageId, sourceMessageId, personId }
}

const placeOf = (row: Row): Place | null =>
  row['placed'] === 0
    ? null
    : {
        guildId: textOrNull(row['guild_id']),
        channelId: String(row['channel_id']),
        threadId: textOrNull(row['thread_id']),
        cardMessageId: textOrNull(row['card_message_id']),
        sourceMessageId: textOrNull(row['source_message_id']),
        personId: textOrNull(row['person_id']),
      }
