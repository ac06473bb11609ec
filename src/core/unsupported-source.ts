/** Where a page is a video or a post of a social network: its words are not in what the server sends. */
const SOURCES: readonly {
  readonly host: RegExp
  readonly path: RegExp
  readonly what: 'video' | 'post'
}[] = [
  {
    host: /^(?:(?:www|m|music)\.)?youtube(?:-nocookie)?\.com$/,
    path: /^\/(?:watch|shorts|live|embed|clip)\b/,
    what: 'video',
  },
  { host: /^youtu\.be$/, path: /^\/[\w-]+/, what: 'video' },
  { host: /^(?:www\.|player\.)?vimeo\.com$/, path: /^\/(?:.*\/)?\d+/, what: 'video' },
  { host: /^(?:www|vm|vt|m)\.tiktok\.com$|^tiktok\.com$/, path: /^\/./, what: 'video' },
  { host: /^(?:(?:www|m|clips)\.)?twitch\.tv$/, path: /^\/./, what: 'video' },
  { host: /^(?:www\.)?dailymotion\.com$|^dai\.ly$/, path: /^\/./, what: 'video' },
  { host: /^(?:(?:www|mobile|m)\.)?(?:x|twitter)\.com$/, path: /^\/\w+\/status(?:es)?\/\d/, what: 'post' },
  { host: /^(?:www\.)?instagram\.com$/, path: /^\/(?:[\w.]+\/)?(?:p|reels?|tv|stories)\//, what: 'post' },
  { host: /^(?:www\.)?threads\.(?:net|com)$/, path: /^\/@[\w.]+\/post\//, what: 'post' },
  { host: /^(?:(?:www|m|web)\.)?facebook\.com$|^fb\.watch$/, path: /^\/./, what: 'post' },
  { host: /^bsky\.app$/, path: /^\/profile\/[^/]+\/post\//, what: 'post' },
]

/** What an address leads to that is no article, null where it may be one. Told from the address alone. */
export function unsupportedSource(address: URL): 'video' | 'post' | null {
  const host = address.hostname.replace(/\.$/, '')
  return SOURCES.find((source) => source.host.test(host) && source.path.test(address.pathname))?.what ?? null
}
