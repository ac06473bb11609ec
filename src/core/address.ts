import { parametersOf, setParameters } from './address-parameters.ts'
import { withoutSecrets } from './address-secrets.ts'
import { FootnoteError } from './error.ts'

/** Longer addresses than this are not opened; browsers and servers agree on little beyond it. */
export const MAX_ADDRESS_LENGTH = 4096

/**
 * An http(s) address as a person gave it, white space and `<…>` around it removed. Null for anything else: another
 * scheme, no host, longer than 4,096 characters, white space or control characters inside.
 */
export function parseAddress(raw: string): URL | null {
  const trimmed = raw.trim().replace(/^<([^<>]*)>$/u, '$1')
  if (trimmed.length > MAX_ADDRESS_LENGTH || /[\s\p{Cc}]/u.test(trimmed)) return null
  // `http:host` and `https:\\host` are read by browsers, but nobody means them.
  if (!/^https?:\/\/[^/\\]/iu.test(trimmed)) return null
  const url = URL.parse(trimmed)
  return url !== null && url.href.length <= MAX_ADDRESS_LENGTH ? url : null
}

/** @throws {FootnoteError} `link-refused` for an address that would log somebody in. */
export function requireNoCredentials(address: URL): void {
  if (address.username === '' && address.password === '') return
  throw new FootnoteError(
    'link-refused',
    "I don't open an address that holds a user name or a password. Take them out and give me the rest.",
  )
}

/** Whether a parameter only tells how somebody came to the page. `name` is decoded and in lower case. */
export type IsTracker = (hostname: string, name: string) => boolean

const TRACKER_PREFIXES = ['utm_', 'pk_', 'mtm_', 'matomo_', 'piwik_', 'hsa_', 'guce_', 'fb_action_']

const TRACKERS = new Set(
  `__hsfp __hssc __hstc __s _branch_match_id _ga _gl _hsenc _hsmi _openstat at_campaign at_custom1 at_custom2 at_custom3
  at_custom4 at_medium dclid ef_id epik fb_ref fb_source fbclid gad_campaignid gad_source gbraid gclid gclsrc guccounter
  hsctatracking igsh igshid li_fat_id mc_cid mc_eid mkt_tok ml_subscriber ml_subscriber_hash msclkid ncid oly_anon_id
  oly_enc_id rb_clickid ref_src ref_url s_cid s_kwcid soc_src soc_trk srsltid ttclid twclid vero_conv vero_id wbraid
  wickedid wprov wt_mc wt_zmc xtor yclid ysclid`.split(/\s+/u),
)

/** Those that mean the same everywhere; a list of many sites' own is handed in by whoever has it. */
const isKnownTracker = (name: string): boolean =>
  TRACKERS.has(name) || TRACKER_PREFIXES.some((prefix) => name.startsWith(prefix))

/**
 * The address without what does not change the page: tracking parameters, fragment, default port, credentials, the dot
 * after the host. All other parameters stay as they are, in their order: secrets too, so this is for opening and
 * comparing, not for keeping or showing.
 */
export function withoutTrackers(address: URL, isTracker: IsTracker = () => false): URL {
  const url = new URL(address)
  url.hash = ''
  url.username = ''
  url.password = ''
  url.hostname = url.hostname.replace(/\.$/u, '')
  const kept = parametersOf(url).filter(({ name }) => !isKnownTracker(name) && !isTracker(url.hostname, name))
  setParameters(url, kept)
  return url
}

/**
 * The address as it is stored and shown: without trackers and the like (`withoutTrackers`) and without tokens,
 * signatures and session ids (`withoutSecrets`). A string that is no address comes back trimmed.
 */
export function cleanAddress(address: URL | string, isTracker?: IsTracker): string {
  const url = URL.parse(address.toString())
  return url === null ? address.toString().trim() : withoutSecrets(withoutTrackers(url, isTracker)).href
}

const CODE = /(?<!`)(`+)(?!`)[\s\S]*?(?<!`)\1(?!`)/gu
/** Discord shows no preview for a link in angle brackets: whoever writes it so wants the link left alone. */
const LEFT_ALONE = /<https?:\/\/[^\s<>]*>/giu
const LINK = /(?<![a-z\d])https?:\/\/[^\s<>"`|\\^{}「」『』【】（）《》。、，！？；：“”«»]+/giu
const TRAILING = /[.,;:!?'’…*~]+$/u
const OPENING: Readonly<Record<string, string>> = { ')': '(', ']': '[' }

/** Up to the first bracket that closes more than the link has opened: `(see https://a.example/b_(c))`. */
function cutAtUnbalanced(link: string): string {
  for (const [close, open] of Object.entries(OPENING)) {
    let depth = 0
    for (let index = 0; index < link.length; index += 1) {
      if (link[index] === open) depth += 1
      else if (link[index] === close && (depth -= 1) < 0) link = link.slice(0, index)
    }
  }
  return link
}

/**
 * The http(s) links of a chat message in their order, each once, spelled as in the message. Links inside `<…>`, code
 * spans and code blocks are left out; punctuation and Markdown around a link do not belong to it.
 */
export function findLinks(text: string): string[] {
  const visible = text.replace(CODE, ' ').replace(LEFT_ALONE, ' ')
  const links = new Set<string>()
  const pattern = new RegExp(LINK)
  for (let match = pattern.exec(visible); match !== null; match = pattern.exec(visible)) {
    const balanced = cutAtUnbalanced(match[0])
    // What was cut off may hold the next link: `[https://a.example](https://b.example)`.
    pattern.lastIndex = match.index + balanced.length
    let link = balanced.replace(TRAILING, '')
    // `_https://…_` is emphasis, `https://…_` alone may be an address.
    if (visible[match.index - 1] === '_') link = link.replace(/_+$/u, '')
    if (parseAddress(link) !== null) links.add(link)
  }
  return [...links]
}

const MEDIA_FILE =
  /\.(?:avif|bmp|gifv?|heic|ico|jpe?g|jxl|png|svg|tiff?|webp|3gp|avi|m4v|mkv|mov|mp4|mpe?g|ogv|webm|aac|flac|m4a|mp3|oga|ogg|opus|wav)$/iu
const MEDIA_HOST = /(?:^|\.)(?:tenor\.com|giphy\.com|gph\.is)$/u
const DISCORD_HOST =
  /^(?:(?:www\.|ptb\.|canary\.)?discord(?:app)?\.com|(?:.+\.)?discordapp\.(?:com|net)|(?:www\.)?discord\.(?:gg|gift|new))$/u

/** True for what is never an article: pictures, video and sound files, GIF sites, Discord's own pages and files. */
export function isMediaOrDiscordLink(address: URL | string): boolean {
  const url = URL.parse(address.toString())
  if (url === null) return false
  const host = url.hostname.replace(/\.$/u, '')
  return DISCORD_HOST.test(host) || MEDIA_HOST.test(host) || MEDIA_FILE.test(url.pathname)
}
