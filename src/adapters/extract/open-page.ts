import { type Page, parsePage } from './dom.ts'
import { openPanels } from './panels.ts'
import { removeHidden } from './remove-hidden.ts'
import type { SimpleMarkup } from './simplify-markup.ts'
import { readStyleSheets } from './style-sheet.ts'

/** A function that gives the page as a reader sees it, a new one with each call: reading takes pages apart. */
export function pageOpener({ markup, styles }: SimpleMarkup): () => Page {
  const sheet = readStyleSheets(styles)
  return () => {
    const page = parsePage(markup)
    removeHidden(page, sheet, openPanels(page))
    // They say what ground the text stands on, and nothing about the article.
    for (const name of ['class', 'style', 'bgcolor']) page.body.removeAttribute(name)
    return page
  }
}
