import { countWords } from '../../core/words.ts'
import { type Page, type PageElement, textOf } from './dom.ts'

// What stands around an article: judged by role and shape, and by the names that publishers give to such containers.

/** Not shown, or shown over the page. */
const HIDDEN = '[hidden], [aria-modal="true"], dialog, [role="dialog"], [role="alertdialog"]'
const HIDDEN_STYLE = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i

const FURNITURE = [
  'nav, footer, form, button, menu, aside',
  '[role="navigation"], [role="search"], [role="banner"], [role="contentinfo"], [role="menu"], [role="toolbar"]',
  '[role="tooltip"], [role="complementary"], [aria-hidden="true"]',
].join(', ')

/** Whole words of a class or id (`share-bar`, `js_related`, `RelatedPosts`) that name furniture wherever they stand. */
const FURNITURE_NAME = new RegExp(
  `(?:^|[\\s_-])(?:${[
    'share|shares|sharing|sharebar|sharedaddy|social|socials|addtoany|follow-us',
    'newsletter|newsletters|subscribe|subscription|signup|sign-up|optin|mailchimp|donate|donation',
    'cookie|cookies|gdpr|consent|popup|modal|overlay|lightbox|tooltip|paywall',
    'related|relatedposts|recommended|recommendations|recirc|recirculation|read-next|readmore|read-more|see-also|more-from|more-stories',
    'trending|most-read|most-popular|popular-posts|latest-news|you-may-also-like|also-like|outbrain|taboola',
    'comment|comments|disqus|respond|replies',
    'advert|advertisement|advertising|ad|ads|adsense|adslot|ad-slot|dfp|sponsor|sponsored|promo|promos|promotion|promoted',
    'sidebar|widget|widgets|breadcrumb|breadcrumbs|pagination|pager|pagenav|post-navigation|prev-next|skip-link|screen-reader-text|visually-hidden|sr-only',
    'byline|author-bio|author-box|author-info|about-author|about-the-author|authorbox|post-meta|entry-meta|article-meta|post-author|posted-on',
    'tags|tag-list|taglist|tagcloud|post-tags|entry-tags|categories|cat-links',
    'caption|wp-caption-text|image-caption|photo-credit|image-credit|gallery-caption|credit',
    'bio|hovercard|popover|rollover-people|slideshow|video-player|messenger|recent-posts|most-recent|partner|partners|accordion-menu',
    'toc|table-of-contents|print-only|noprint|no-print|back-to-top|masthead|site-header|site-footer|toolbar',
  ].join('|')})(?:$|[\\s_-])`,
  'i',
)

/** Posts quoted in the article stand in containers named after the network they come from. */
const EMBEDDED = /embed|tweet/i

const SHORT_LINE_WORDS = 8

/** An element that holds this share of the page's paragraph text is no furniture, whatever its name. */
const MOST_OF_PAGE = 0.35
const PARAGRAPHS = 'p, li, blockquote, td'

/**
 * Removes what no reader sees, then menus, side columns, share bars, related links, comments and the like. Whatever
 * its name, an element stays that holds a good part of the page's running text: some pages hide all until a script
 * has run, and some call the article's own container "widget".
 * Gives the words of running text that each element held.
 */
export function stripFurniture(page: Page): ReadonlyMap<PageElement, number> {
  const words = paragraphWords(page)
  const most = (words.get(page.body) ?? 0) * MOST_OF_PAGE
  const drop = (element: PageElement): void => {
    if ((words.get(element) ?? 0) <= most) element.remove()
  }
  const panels = openPanels(page)
  for (const element of page.querySelectorAll(HIDDEN)) drop(element)
  for (const element of page.querySelectorAll('[style]')) {
    if (HIDDEN_STYLE.test(element.getAttribute('style') ?? '')) drop(element)
  }
  for (const element of page.querySelectorAll(FURNITURE)) {
    if (!panels.has(element.getAttribute('id') ?? '')) drop(element)
  }
  for (const element of page.querySelectorAll('[class], [id]')) {
    if (/^(?:HTML|BODY|MAIN|ARTICLE|H1)$/.test(element.tagName)) continue
    const names = `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`
    if (FURNITURE_NAME.test(spaceOut(names)) && !EMBEDDED.test(names)) drop(element)
  }
  return words
}

/**
 * A question in a list of questions is a button that opens its answer: neither is furniture. Opens the answers, makes
 * plain headings of the questions, and gives the ids of what was opened.
 */
function openPanels(page: Page): ReadonlySet<string> {
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

/** `RelatedPosts` → `Related-Posts`; utility classes with a colon or slash (`print:hidden`) name no thing. */
const spaceOut = (names: string): string =>
  names.replace(/\S*[:/[\]]\S*/g, '').replace(/([a-z])([A-Z])/g, '$1-$2')

/** Words of running text below every element that has any. */
function paragraphWords(page: Page): Map<PageElement, number> {
  const words = new Map<PageElement, number>()
  for (const paragraph of page.querySelectorAll(PARAGRAPHS)) {
    const links = [...paragraph.querySelectorAll('a')].reduce(
      (sum, link) => sum + countWords(textOf(link)),
      0,
    )
    const own = countWords(textOf(paragraph)) - links
    if (own < SHORT_LINE_WORDS) continue
    for (let above: PageElement | null = paragraph; above !== null; above = above.parentElement) {
      words.set(above, (words.get(above) ?? 0) + own)
    }
  }
  return words
}
