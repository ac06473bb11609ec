import { createHash } from 'node:crypto'
import type { DatabaseSync } from 'node:sqlite'
import type { Article } from '../../core/article.ts'
import { parseColumn } from './sqlite-columns.ts'

export interface Articles {
  /** Stores what of the article is new, and returns the id of its row. Call it inside a transaction. */
  keep(article: Article): string
  find(rowId: string): Article | undefined
  /** Takes out those of these rows that no conversation refers to any more. Call it inside a transaction. */
  sweep(rowIds: Iterable<string>): void
}

const hash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 32)

/**
 * Articles that conversations refer to. The words are stored once; the rest (source, passages, notices) once for each
 * different reading, so that a conversation about a copy never shows the address of another copy.
 */
export function openArticles(database: DatabaseSync): Articles {
  const keepText = database.prepare(
    'INSERT INTO texts (id, text) VALUES (:id, :text) ON CONFLICT (id) DO NOTHING',
  )
  const keepArticle = database.prepare(`
    INSERT INTO articles (id, content_id, text_id, article) VALUES (:id, :contentId, :textId, :article)
    ON CONFLICT (id) DO NOTHING`)
  const find = database.prepare(`
    SELECT article, text FROM articles JOIN texts ON texts.id = articles.text_id WHERE articles.id = :id`)

  const unused = database.prepare(`
    SELECT content_id, text_id FROM articles
    WHERE id = :id AND NOT EXISTS (SELECT 1 FROM conversations WHERE article_id = articles.id)`)
  // Keys of summaries begin with the id of their article.
  const sweepSummaries = database.prepare(
    "DELETE FROM cache WHERE namespace = 'summary' AND key >= :id AND key < :id || '~'",
  )
  const sweepArticle = database.prepare('DELETE FROM articles WHERE id = :id')
  const sweepText = database.prepare(
    'DELETE FROM texts WHERE id = :id AND NOT EXISTS (SELECT 1 FROM articles WHERE text_id = texts.id)',
  )

  return {
    sweep: (rowIds) => {
      for (const id of rowIds) {
        const row = unused.get({ id })
        if (row === undefined) continue
        sweepSummaries.run({ id: String(row['content_id']) })
        sweepArticle.run({ id })
        sweepText.run({ id: String(row['text_id']) })
      }
    },
    keep: (article) => {
      const text = JSON.stringify(article.text)
      const textId = hash(text)
      keepText.run({ id: textId, text })
      // The empty text keeps the place of the key, so that the JSON comes back in the same order.
      const rest = JSON.stringify({ ...article, text: '' })
      const id = hash(`${textId} ${rest}`)
      keepArticle.run({ id, contentId: article.id, textId, article: rest })
      return id
    },
    find: (id) => {
      const row = find.get({ id })
      if (row === undefined) return undefined
      const article: Article = parseColumn(row['article'])
      return { ...article, text: parseColumn(row['text']) }
    },
  }
}
