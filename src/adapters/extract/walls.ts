import { FootnoteError } from '../../core/error.ts'
import { countWords } from '../../core/words.ts'
import { parsePage, textOf } from './dom.ts'
import type { PageLine } from './page-lines.ts'

// Walls are known by what they are made of. The same elements stand on free pages too (a comment form with a captcha, a
// log-in form in the header), so they count only where next to no article was found beside them.

/** With more words than this beside it, a form or a script is no wall. */
const FEW_WORDS = 80
/** A challenge page explains itself at some length. */
const CHALLENGE_WORDS = 250

const CHALLENGE_ELEMENT =
  '#challenge-form, #challenge-running, #challenge-error-text, #cf-challenge, [class*="cf-challenge"], .cf-browser-verification, #cf-please-wait, #px-captcha, #captcha-container, #ddv1-captcha-container, #sec-if-cpt-container'
/** A look at the markup before a page is built of it: one of these names stands in every such element. */
const CHALLENGE_NAME = /challenge|cf-browser-verification|cf-please-wait|captcha|sec-if-cpt/i
const CAPTCHA_ELEMENT = '.h-captcha, .g-recaptcha, .cf-turnstile, [class*="captcha" i], [id*="captcha" i]'
const CHALLENGE_SCRIPT =
  /_cf_chl_opt|\/cdn-cgi\/challenge-platform\/|challenges\.cloudflare\.com|captcha-delivery\.com|hcaptcha\.com|recaptcha\/(?:api|enterprise)|px-cloud\.net|_pxAppId|_Incapsula_Resource|awswaf|arkoselabs\.com/i
/** A page that only says that it is not for this region is this short; its words alone would prove nothing. */
const REGION_WORDS = 150
const REGION_CHARACTERS = 2000
const REGION =
  /(?:not|un)[ -]?available in your (?:country|region|location|area)|unavailable (?:due to|for) legal reasons|access from (?:your|the) (?:country|region|european)|(?:country|countries) (?:belonging to|in|of) the european (?:economic area|union)|in deinem land nicht verfügbar|in ihrer region nicht|pas disponible dans votre (?:pays|région)|no (?:está )?disponible en tu (?:país|región)/iu
const CONSENT_ELEMENT =
  '[id*="consent" i], [class*="consent" i], [id*="gdpr" i], [class*="gdpr" i], [id*="cookie" i], [class*="cookie" i], [id^="sp_message"], #onetrust-banner-sdk, #didomi-host'
const PAY_ELEMENT = '[class*="paywall" i], [id*="paywall" i], [class*="regwall" i], [id*="regwall" i]'

/** What is known of a page before its walls are looked for. */
export interface WallFacts {
  /** As `simplifyMarkup` wrote it. */
  readonly markup: string
  readonly lines: readonly PageLine[]
  readonly scripts: readonly string[]
  /** How many were found of the article. */
  readonly words: number
  /** The page's own data describe an article. */
  readonly isDeclared: boolean
  /** The page says of itself that not everybody may read the whole. */
  readonly isPaid: boolean
}

/**
 * Throws where a page keeps its article behind a wall. The page is built anew, as it came, only where it shows little.
 * @throws {FootnoteError} `page-blocked`
 */
export function refuseWalls({ markup, lines, scripts, words, isDeclared, isPaid }: WallFacts): void {
  if (words >= CHALLENGE_WORDS) return
  if (!isDeclared && isForeign(lines)) throw blocked('The site does not show this page where I am')
  const mayChallenge = !isDeclared && CHALLENGE_NAME.test(markup)
  if (words >= FEW_WORDS && !mayChallenge) return
  const page = parsePage(markup)
  const has = (selector: string): boolean => page.querySelector(selector) !== null
  if (mayChallenge && has(CHALLENGE_ELEMENT)) throw challenged()
  if (words >= FEW_WORDS) return
  if (has(CAPTCHA_ELEMENT) || scripts.some((script) => CHALLENGE_SCRIPT.test(script))) throw challenged()
  if (has('input[type="password" i]')) throw blocked('The site shows a log-in page here')
  if (isPaid || has(PAY_ELEMENT)) throw blocked('Only the opening of this article is public', AN_OPENING)
  const consent = [...page.querySelectorAll(CONSENT_ELEMENT)].map((element) => countWords(textOf(element)))
  if (Math.max(0, ...consent) * 2 > countWords(textOf(page.body)))
    throw blocked('The site asks for consent before it shows this page')
}

function isForeign(lines: readonly PageLine[]): boolean {
  const text = lines.map((line) => line.text).join(' ')
  return text.length < REGION_CHARACTERS && countWords(text) < REGION_WORDS && REGION.test(text)
}

const challenged = (): FootnoteError => blocked('The site wants to know first whether a person is reading')

const GIVE_TEXT = 'Open it, copy the text, paste it, and I will use that.'
const AN_OPENING =
  'An opening is not an article, so I make no summary of it. If you can read the rest, copy that, paste it, and I will use it.'

const blocked = (what: string, advice = GIVE_TEXT): FootnoteError =>
  new FootnoteError('page-blocked', `${what}. ${advice}`)
