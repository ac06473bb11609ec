import { type Page, type PageElement, textOf } from './dom.ts'

/**
 * A question in a list of questions is a button that opens its answer: neither is furniture. Opens the answers, makes
 * plain headings of the questions, and gives the ids of what was opened.
 */
export function openPanels(page: Page): ReadonlySet<string> {
  const ids = new Set<string>()
  for (const control of page.querySelectorAll('[aria-controls]')) {
    const heading = [control, control.parentElement].find(isHeading)
    if (heading === undefined || heading === null) continue
    heading.textContent = textOf(heading)
    for (const id of (control.getAttribute('aria-controls') ?? '').split(/\s+/)) if (id !== '') ids.add(id)
  }
  if (ids.size === 0) return ids
  for (const panel of page.querySelectorAll('[id]')) {
    if (!ids.has(panel.getAttribute('id') ?? '')) continue
    for (const name of ['hidden', 'aria-hidden', 'style']) panel.removeAttribute(name)
  }
  return ids
}

const isHeading = (element: PageElement | null): boolean =>
  /^(?:H[2-6]|DT|SUMMARY)$/.test(element?.tagName ?? '')
