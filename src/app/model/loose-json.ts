// Models write almost-JSON: a trailing comma, a line break or an unescaped quotation mark inside a string, an end that
// never comes. JSON.parse gives all of it up for one mark; this keeps what is whole.

const DEEPEST = 24
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f' }

interface Parsed {
  readonly value: unknown
  /** Where reading went on. */
  readonly end: number
  /** False where the text ended first: an array then holds its whole members, an object its whole fields and arrays. */
  readonly whole: boolean
}

/**
 * Reads the JSON object or array that starts at `start`, as tolerantly as nothing is guessed; null where there is none.
 * Every valid JSON text reads as JSON.parse would read it.
 */
export function readLooseJson(text: string, start: number): Parsed | null {
  return readValue(text, start, 0)
}

function readValue(text: string, start: number, depth: number): Parsed | null {
  const at = skipSpace(text, start)
  const mark = text[at]
  if (depth > DEEPEST || mark === undefined) return null
  if (mark === '{') return readObject(text, at, depth)
  if (mark === '[') return readArray(text, at, depth)
  if (mark === '"') return readString(text, at)
  const [word] =
    /^(?:true|false|null|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\w.])/.exec(text.slice(at, at + 40)) ?? []
  if (word === undefined) return null
  const end = at + word.length
  // A number at the very end may have lost digits.
  return { value: JSON.parse(word), end, whole: end < text.length }
}

function readArray(text: string, start: number, depth: number): Parsed | null {
  const value: unknown[] = []
  let at = skipSeparators(text, start + 1)
  while (text[at] !== ']') {
    if (at >= text.length) return { value, end: at, whole: false }
    const item = readValue(text, at, depth + 1)
    if (item === null || !item.whole) return { value, end: item?.end ?? at, whole: false }
    value.push(item.value)
    at = skipSeparators(text, item.end)
  }
  return { value, end: at + 1, whole: true }
}

function readObject(text: string, start: number, depth: number): Parsed | null {
  const fields = new Map<string, unknown>()
  const done = (end: number, whole: boolean): Parsed => ({ value: Object.fromEntries(fields), end, whole })
  let at = skipSeparators(text, start + 1)
  while (text[at] !== '}') {
    if (text[at] !== '"') return done(at, false)
    const key = readString(text, at)
    if (!key.whole) return done(key.end, false)
    const colon = skipSpace(text, key.end)
    if (text[colon] !== ':') return done(colon, false)
    const field = readValue(text, colon + 1, depth + 1)
    if (field === null) return done(colon, false)
    if (field.whole || Array.isArray(field.value)) fields.set(String(key.value), field.value)
    if (!field.whole) return done(field.end, false)
    at = skipSeparators(text, field.end)
  }
  return done(at + 1, true)
}

function readString(text: string, start: number): Parsed {
  let value = ''
  let at = start + 1
  for (; at < text.length; at++) {
    const mark = text[at]!
    if (mark === '\\') {
      at++
      const code = /^u([0-9a-fA-F]{4})/.exec(text.slice(at, at + 5))?.[1]
      if (code === undefined) value += ESCAPES[text[at] ?? ''] ?? text[at] ?? ''
      else {
        value += String.fromCharCode(Number.parseInt(code, 16))
        at += 4
      }
    } else if (mark === '"' && endsString(text, at + 1)) return { value, end: at + 1, whole: true }
    else value += mark
  }
  return { value, end: Math.min(at, text.length), whole: false }
}

/** After a string JSON has one of these marks; before anything else the quotation mark belongs to the words. */
function endsString(text: string, at: number): boolean {
  const next = text[skipSpace(text, at)]
  return next === undefined || ',}]:'.includes(next)
}

function skipSpace(text: string, start: number): number {
  let at = start
  while (at < text.length && /\s/u.test(text[at]!)) at++
  return at
}

function skipSeparators(text: string, start: number): number {
  let at = skipSpace(text, start)
  while (text[at] === ',') at = skipSpace(text, at + 1)
  return at
}
