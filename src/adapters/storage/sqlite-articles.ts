import type { DatabaseSync } from 'node:sqlite'
import type { Article } from '../../core/article.ts'
import { toStored } from '../../core/stored-article.ts'
import { parseColumn } from './sqlite-columns.ts'

export interface Articles {
  /** Stores what of the article is new, and returns the id of its row. Call it inside a transaction. */
  keep(article: Article): string
  find(rowId: string): Article | undefined
  /** Takes out those of these rows that no conversation refers to any more. Call it inside a transaction. */
  sweep(rowIds: Iterable<string>): void
}

/** Articles that conversations refer to. */
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
      const { id, contentId, textId, text, rest } = toStored(article)
      keepText.run({ id: textId, text })
      keepArticle.run({ id, contentId, textId, article: rest })
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
