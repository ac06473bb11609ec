import { randomUUID } from 'node:crypto'
import type { DatabaseSync, SQLOutputValue, StatementSync } from 'node:sqlite'
import type { Clock, Conversation, Conversations, Place } from '../../app/ports.ts'
import { FootnoteError } from '../../core/error.ts'
import { inTransaction } from './in-transaction.ts'
import { openArticles } from './sqlite-articles.ts'
import { parseColumn, textOrNull } from './sqlite-columns.ts'
import { DamagedRow, kept } from './storage-failure.ts'

type Row = Record<string, SQLOutputValue>

/** 32 characters: with a word before it, it fits a button's custom id. */
const newId = (): string => randomUUID().replaceAll('-', '')

/** Conversations with their articles and turns. */
export function openConversations(database: DatabaseSync, clock: Clock): Conversations {
  const articles = openArticles(database)
  const insert = database.prepare(`
    INSERT INTO conversations (id, article_id, lines_left_out, summary, placed, guild_id, channel_id, thread_id,
      card_message_id, person_id, created_at)
    VALUES (:id, :articleId, :linesLeftOut, :summary, :placed, :guildId, :channelId, :threadId, :cardMessageId,
      :personId, :createdAt)`)
  const setPlace = database.prepare(`
    UPDATE conversations SET placed = :placed, guild_id = :guildId, channel_id = :channelId, thread_id = :threadId,
      card_message_id = :cardMessageId, person_id = :personId
    WHERE id = :id`)
  const insertTurn = database.prepare(`
    INSERT INTO turns (conversation_id, person_id, turn, created_at)
    SELECT id, :personId, :turn, :createdAt FROM conversations WHERE id = :id`)
  const turnsOf = database.prepare('SELECT turn FROM turns WHERE conversation_id = :id ORDER BY sequence')
  const newest = (condition: string): StatementSync =>
    database.prepare(`SELECT * FROM conversations WHERE ${condition} ORDER BY sequence DESC LIMIT 1`)
  const byId = newest('id = :wanted')
  const byThread = newest('thread_id = :wanted')
  const byCard = newest('card_message_id = :wanted')
  const byChannel = newest('card_message_id IS NOT NULL AND (channel_id = :wanted OR thread_id = :wanted)')

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
      createdAt: Number(row['created_at']),
    }
  }

  return {
    create: ({ article, linesLeftOut, summary, place }) =>
      kept(() => {
        const id = newId()
        const createdAt = clock()
        inTransaction(database, () => {
          const articleId = articles.keep(article)
          const summaryJson = summary === null ? null : JSON.stringify(summary)
          insert.run({ id, articleId, linesLeftOut, summary: summaryJson, createdAt, ...columnsOf(place) })
        })
        return { id, article, linesLeftOut, summary, turns: [], place, createdAt }
      }),
    setPlace: (id, place) => kept(() => requireKnown(setPlace.run({ id, ...columnsOf(place) }).changes)),
    appendTurn: (id, turn, personId) =>
      kept(() => {
        const row = { id, personId, turn: JSON.stringify(turn), createdAt: clock() }
        requireKnown(insertTurn.run(row).changes)
      }),
    find: (id) => read(byId, id),
    findByThread: (threadId) => read(byThread, threadId),
    findByCard: (messageId) => read(byCard, messageId),
    findLatestInChannel: (channelId) => read(byChannel, channelId),
  }
}

function requireKnown(changes: number | bigint): void {
  if (changes === 1) return
  throw new FootnoteError(
    'conversation-unknown',
    'I no longer have this conversation. Give me the link or the text again to start a new one.',
  )
}

const NOWHERE = { guildId: null, channelId: null, threadId: null, cardMessageId: null, personId: null }

/** Named one by one: SQLite refuses a key that no statement asks for. */
const columnsOf = (place: Place | null) => {
  const { guildId, channelId, threadId, cardMessageId, personId } = place ?? NOWHERE
  return { placed: place === null ? 0 : 1, guildId, channelId, threadId, cardMessageId, personId }
}

const placeOf = (row: Row): Place | null =>
  row['placed'] === 0
    ? null
    : {
        guildId: textOrNull(row['guild_id']),
        channelId: String(row['channel_id']),
        threadId: textOrNull(row['thread_id']),
        cardMessageId: textOrNull(row['card_message_id']),
        personId: textOrNull(row['person_id']),
      }
