// How Discord reads the text of a message, as far as it matters for what a stranger's words could do: which parts it
// would show as links, mentions, emoji, invites and blocks. Written from its documentation and the behaviour of its
// client, without a look at the code that it judges.

export interface DiscordReading {
  readonly links: readonly string[]
  /** People, roles, channels, commands, everyone. */
  readonly mentions: readonly string[]
  readonly emoji: readonly string[]
  readonly timestamps: readonly string[]
  readonly invites: readonly string[]
  /** Line starts that change how a line looks: `#`, `-#`, `>`, `-`, `1.`, and code fences and spoilers. */
  readonly blocks: readonly string[]
  readonly invisible: readonly string[]
}

const RULES: readonly (readonly [kind: Exclude<keyof DiscordReading, 'blocks'> | 'code', rule: RegExp])[] = [
  ['code', /```[^]+?```|(`{1,2})[^`](?:[^]*?[^`])?\1(?!`)/y],
  ['mentions', /<@[!&]?\d+>|<#\d+>|<\/[^<>\n]+:\d+>|<id:\w+>/iy],
  ['emoji', /<a?:\w+:\d+>/iy],
  ['timestamps', /<t:-?\d+(?::[tTdDfFR])?>/iy],
  [
    'links',
    /<(?:https?:\/\/[^\s<>]+|(?:mailto|tel|sms):[^\s<>]+|[^\s<>@]+@[^\s<>@]+\.[^\s<>@]+|\+?\d[\d ()-]{4,})>/iy,
  ],
  [
    'links',
    /\[(?:\\[^]|[^\]\\\n]|\[(?:\\[^]|[^\]\\\n])*\])*\]\(\s*<?((?:\\[^]|[^\s()<>\\]|\([^\s()]*\))+)>?(?:\s+["'][^"'\n]*["'])?\s*\)/y,
  ],
  ['links', /(?:https?|steam|discord):\/\/[^\s<]+[^<.,:;"')\]\s]/iy],
]
/** Nothing begins there. */
const PLAIN = /[^`<[\\hsd]*/iy
const INVITE = /discord(?:(?:app)?\.com\/invite|\.gg|\.gift|\.new|(?:app)?\.com\/gifts)\/[\w-]+/giu
const BLOCK = /^[ \t]*(#{1,3} |-# |>>> |> |[-*+] |\d{1,9}[.)] )/gmu
const SPOILER = /(?<!\\)\|\|[^]+?(?<!\\)\|\||(?<!\\)```/gu
const INVISIBLE =
  /[\p{Bidi_Control}\p{Cs}\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180e\u200b\u2060-\u206f\u2800\u3164\ufeff\uffa0\ufff9-\ufffb\u{e0000}-\u{e0fff}]|(?!\n)\p{Cc}/gu

/** What Discord would make of these words in a message or a card. */
export function readAsDiscord(text: string): DiscordReading {
  const found: Record<Exclude<keyof DiscordReading, 'blocks'>, string[]> = {
    links: [],
    // Discord's servers look for these before anything else is read: no escape helps.
    mentions: text.match(/@(?:everyone|here)/giu) ?? [],
    emoji: [],
    timestamps: [],
    invites: [],
    invisible: text.match(INVISIBLE) ?? [],
  }
  let unlinked = ''
  for (let at = 0; at < text.length;) {
    PLAIN.lastIndex = at
    const plain = PLAIN.exec(text)?.[0] ?? ''
    unlinked += plain
    at += plain.length
    if (at >= text.length) break
    const rest = nextToken(text, at)
    if (rest === null) {
      const isEscape = text[at] === '\\' && /[^0-9A-Za-z\s]/u.test(text[at + 1] ?? ' ')
      unlinked += text.slice(at, at + (isEscape ? 2 : 1))
      at += isEscape ? 2 : 1
      continue
    }
    const target = rest.kind === 'links' ? (rest.group ?? rest.words.replace(/^<|>$/gu, '')) : rest.words
    if (rest.kind !== 'code')
      found[rest.kind].push(rest.kind === 'links' ? target.replace(/\\([^0-9A-Za-z\s])/gu, '$1') : target)
    at += rest.words.length
  }
  found.invites.push(...(unlinked.match(INVITE) ?? []))
  return { ...found, blocks: [...(text.match(BLOCK) ?? []), ...(text.match(SPOILER) ?? [])] }
}

function nextToken(text: string, at: number) {
  for (const [kind, rule] of RULES) {
    rule.lastIndex = at
    const match = rule.exec(text)
    if (match !== null) return { kind, words: match[0], group: kind === 'links' ? match[1] : undefined }
  }
  return null
}
