import { countWords } from '../../core/words.ts'
import { elementNames, hyphenated, type Page, type PageElement } from './dom.ts'
import type { Frame, PageLine } from './page-lines.ts'
import { openPanels } from './panels.ts'

// What stands around an article: judged by role and shape, and by the names that publishers give to such containers.

const HIDDEN_STYLE = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i
const FURNITURE_TAG = /^(?:NAV|FOOTER|FORM|BUTTON|MENU|ASIDE|DIALOG)$/
const FURNITURE_ROLE =
  /^(?:dialog|alertdialog|navigation|search|banner|contentinfo|menu|toolbar|tooltip|complementary)$/

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
    'bio|hovercard|popover|rollover-people-block|rollover-block|slideshow|video-player|messenger|recent-posts|most-recent|partner|partners|accordion-menu',
    'toc|table-of-contents|print-only|noprint|no-print|back-to-top|masthead|site-header|site-footer|toolbar',
  ].join('|')})(?:$|[\\s_-])`,
  'i',
)

/** Posts quoted in the article stand in containers named after the network they come from. */
const EMBEDDED = /embed|tweet/i

const SHORT_LINE_WORDS = 8

/** An element that holds this share of the page's paragraph text is no furniture, whatever its name. */
const MOST_OF_PAGE = 0.35
const NEVER_ARTICLE =
  /(?:^|[\s_-])(?:comments?|disqus|respond|replies|cookies?|gdpr|consent|popup|modal|overlay|lightbox)(?:$|[\s_-])/i
/** Words of running text that must be left for the article. */
const LEAST_BESIDE = 60

/**
 * Removes what no reader sees, then menus, side columns, share bars, related links, comments and the like. Whatever
 * its name, an element stays that holds a good part of the page's running text: some pages hide all until a script
 * has run, and some call the article's own container "widget".
 * Gives the words of running text that each element held.
 */
export function stripFurniture(page: Page, lines: readonly PageLine[]): ReadonlyMap<PageElement, number> {
  const words = runningWords(lines)
  const all = words.get(page.body) ?? 0
  const most = all * MOST_OF_PAGE
  const panels = openPanels(page)
  const walk = (parent: PageElement): void => {
    for (const element of parent.children) {
      const own = words.get(element) ?? 0
      const isPanel = panels.has(element.getAttribute('id') ?? '')
      const mayGo = own <= most || (all - own >= LEAST_BESIDE && isNeverArticle(element))
      if (mayGo && !isPanel && isFurniture(element)) element.remove()
      else walk(element)
    }
  }
  walk(page.body)
  return words
}

/** What readers wrote, and what is laid over a page, is often longer than the article beside it. */
function isNeverArticle(element: PageElement): boolean {
  return NEVER_ARTICLE.test(spaceOut(elementNames(element))) && element.querySelector('h1, main') === null
}

function isFurniture(element: PageElement): boolean {
  const attribute = (name: string): string => element.getAttribute(name) ?? ''
  if (FURNITURE_TAG.test(element.tagName) || FURNITURE_ROLE.test(attribute('role'))) return true
  if (element.hasAttribute('hidden') || attribute('aria-hidden') === 'true') return true
  if (attribute('aria-modal') === 'true' || HIDDEN_STYLE.test(attribute('style'))) return true
  if (/^(?:MAIN|ARTICLE|H1)$/.test(element.tagName)) return false
  const names = elementNames(element)
  return names !== ' ' && FURNITURE_NAME.test(spaceOut(names)) && !EMBEDDED.test(names)
}

/** Utility classes with a colon or slash (`print:hidden`) name no thing. */
const spaceOut = (names: string): string => hyphenated(names.replace(/\S*[:/[\]]\S*/g, ''))

const isParagraph = (element: PageElement | undefined): boolean =>
  /^(?:P|LI|BLOCKQUOTE|TD)$/.test(element?.tagName ?? '')

/** Words of running text below every block that has any; those of links lead elsewhere and do not count. */
function runningWords(lines: readonly PageLine[]): Map<PageElement, number> {
  const words = new Map<PageElement, number>()
  for (const { text, links, frame } of lines) {
    if (!isParagraph(frame.element) && !isParagraph(frame.above?.element)) continue
    const linked = links.reduce((sum, link) => sum + countWords(link.text), 0)
    const own = countWords(text) - linked
    if (own < SHORT_LINE_WORDS) continue
    for (let at: Frame | null = frame; at !== null; at = at.above) {
      words.set(at.element, (words.get(at.element) ?? 0) + own)
    }
  }
  return words
}
