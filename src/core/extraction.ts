import type { Block } from './article.ts'
import type { Author, DatedFact, Notice, Origin, Publisher } from './source.ts'

/**
 * What an extractor (HTML, Markdown, plain text) found in a document: the article's blocks and what the document
 * says about itself. `buildArticle` turns it into an `Article`; nothing else reads documents.
 */
export interface Extraction {
  readonly blocks: readonly Block[]
  readonly title: string | null
  /** BCP 47 primary language as the document declares it, else null: then it is told from the words. */
  readonly language: string | null
  readonly publisher: Publisher | null
  readonly origin: Origin | null
  readonly authors: readonly Author[]
  readonly published: DatedFact
  readonly modified: DatedFact
  /** The address the page names as its own (only within the same site), else null. */
  readonly canonicalUrl: string | null
  readonly notices: readonly Notice[]
  /** Lines of page furniture (menus, masthead, widgets) that were left out. */
  readonly linesLeftOut: number
  /** Words of the whole article as the page counts them, where it does. */
  readonly statedWords?: number | null
  /** Whether the page itself says that it is an article (og:type, JSON-LD) or has the shape of one. */
  readonly looksLikeArticle: boolean
  /** The page asks that no copy of it is kept. */
  readonly noArchive?: boolean | undefined
  /** How the words of the blocks stand on the page (`standingOnPage`), where the document is a page. */
  readonly onPage?: string | undefined
}
