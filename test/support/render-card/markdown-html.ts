// Discord's Markdown as far as the bot writes it, as HTML.

const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** What Discord reads as one piece inside a line, tried in this order. */
const PIECES =
  /\\([^\p{L}\p{N}\s])|\[([^\]\n]+)\]\((https?:\/\/[^()\s]+)\)|(https?:\/\/[^\s<>]+)|<t:(-?\d+):(\w)>|<(@[!&]?\d+|#\d+)>|(@everyone|@here)|`([^`\n]+)`|\*\*((?:\\.|[^\\*]|\*(?!\*))+)\*\*|\*((?:\\.|[^\\*])+)\*/gu

function inline(text: string): string {
  let html = ''
  let at = 0
  for (const match of text.matchAll(PIECES)) {
    const [whole, escaped, label, address, bare, seconds, style, mention, everybody, code, bold, italic] =
      match
    html += escapeHtml(text.slice(at, match.index))
    at = match.index + whole.length
    if (escaped !== undefined) html += escapeHtml(escaped)
    else if (label !== undefined && address !== undefined) {
      html += `<a href="${escapeHtml(address)}">${inline(label)}</a>`
    } else if (bare !== undefined) html += `<a>${escapeHtml(bare)}</a>`
    else if (seconds !== undefined) html += `<time>${moment(Number(seconds), style ?? 'f')}</time>`
    else if (mention !== undefined || everybody !== undefined) {
      html += `<mark>${escapeHtml(mention ?? everybody ?? '')}</mark>`
    } else if (code !== undefined) html += `<code>${escapeHtml(code)}</code>`
    else if (bold !== undefined) html += `<b>${inline(bold)}</b>`
    else if (italic !== undefined) html += `<i>${inline(italic)}</i>`
  }
  return html + escapeHtml(text.slice(at))
}

function moment(seconds: number, style: string): string {
  const date = new Date(seconds * 1000)
  if (style === 'R') {
    const hours = Math.round((date.getTime() - Date.now()) / 3_600_000)
    const relative = new Intl.RelativeTimeFormat('en')
    if (Math.abs(hours) < 48) return relative.format(hours, 'hour')
    const days = Math.round(hours / 24)
    if (Math.abs(days) < 60) return relative.format(days, 'day')
    return Math.abs(days) < 365
      ? relative.format(Math.round(days / 30), 'month')
      : relative.format(Math.trunc(days / 365), 'year')
  }
  const time = style === 'D' ? {} : ({ timeStyle: 'short' } as const)
  return date.toLocaleString('en', { dateStyle: 'long', timeZone: 'UTC', ...time })
}

const LINES: readonly [RegExp, (rest: string) => string][] = [
  [/^### (.*)/u, (rest) => `<h3>${inline(rest)}</h3>`],
  [/^-# (.*)/u, (rest) => `<small>${inline(rest)}</small>`],
  [/^> (.*)/u, (rest) => `<blockquote>${inline(rest)}</blockquote>`],
  [/^- (.*)/u, (rest) => `<p class="item">•&ensp;${inline(rest)}</p>`],
  [/^(\d+\. .*)/u, (rest) => `<p class="item">${inline(rest)}</p>`],
]

const CODE_BLOCK = /^```(?:\w+\n)?([^]+?)```$/gmu

export function markdownHtml(text: string): string {
  let html = ''
  let at = 0
  for (const { 0: block, 1: code = '', index } of text.matchAll(CODE_BLOCK)) {
    html += `${linesHtml(text.slice(at, index))}<pre>${escapeHtml(code.trim())}</pre>`
    at = index + block.length
  }
  return html + linesHtml(text.slice(at))
}

function linesHtml(text: string): string {
  if (text === '') return ''
  return text
    .split('\n')
    .map((line) => {
      for (const [form, toHtml] of LINES) {
        const rest = form.exec(line)?.[1]
        if (rest !== undefined) return toHtml(rest)
      }
      return `<p>${inline(line)}</p>`
    })
    .join('\n')
}
