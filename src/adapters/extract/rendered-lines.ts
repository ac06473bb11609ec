import { elementNames, isElement, isText, type Page, type PageElement, type PageNode } from './dom.ts'

/** What browsers lay out as a line or box of its own, when no style sheet says otherwise. */
const BOX =
  /^(?:ADDRESS|ARTICLE|ASIDE|BLOCKQUOTE|BODY|BR|BUTTON|CAPTION|CENTER|DD|DETAILS|DIALOG|DIV|DL|DT|FIELDSET|FIGCAPTION|FIGURE|FOOTER|FORM|H[1-6]|HEADER|HGROUP|HR|IMG|INPUT|LABEL|LEGEND|LI|MAIN|MENU|NAV|OL|P|PICTURE|PRE|SEARCH|SECTION|SUMMARY|TABLE|TBODY|TD|TFOOT|TH|THEAD|TR|UL)$/
const NEVER_SHOWN = /^(?:SCRIPT|STYLE|TEMPLATE|NOSCRIPT|TITLE|RP|DATALIST)$/
const HIDDEN_STYLE = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i
const FLOAT_STYLE = /(?:^|;)\s*(?:float\s*:\s*(?:left|right)|display\s*:\s*(?:inline-block|block))/i
const DROP_CAP = /drop-?_?cap|lettrine/i

/**
 * The lines of a page as a browser's find sees them: all words that it shows, whatever they are for, with an end of
 * the line wherever a match may not go on. The page is left as it is.
 */
export function renderedLines(page: Page): string[] {
  const lines: string[] = []
  let line = ''
  const flush = (): void => {
    const words = line.replace(/\s+/gu, ' ').trim()
    if (words !== '') lines.push(words)
    line = ''
  }
  const walk = (node: PageNode, isVerbatim: boolean): void => {
    if (isText(node)) {
      const [first = '', ...others] = isVerbatim
        ? (node.textContent ?? '').split('\n')
        : [node.textContent ?? '']
      line += first
      for (const other of others) {
        flush()
        line = other
      }
      return
    }
    if (!isElement(node) || isHidden(node)) return
    const isBox = BOX.test(node.tagName) || isSetApart(node)
    if (isBox) flush()
    for (const child of node.childNodes) walk(child, isVerbatim || node.tagName === 'PRE')
    if (isBox) flush()
  }
  walk(page.body, false)
  flush()
  return lines
}

const isHidden = (element: PageElement): boolean =>
  NEVER_SHOWN.test(element.tagName) ||
  element.hasAttribute('hidden') ||
  HIDDEN_STYLE.test(element.getAttribute('style') ?? '')

/** A drop cap floats: the rest of its word stands in another box. */
const isSetApart = (element: PageElement): boolean =>
  FLOAT_STYLE.test(element.getAttribute('style') ?? '') || DROP_CAP.test(elementNames(element, ['class']))
