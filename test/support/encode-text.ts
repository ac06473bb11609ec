// Node decodes every encoding of the standard and encodes UTF-8 alone, so the tables are turned round here.

const tables = new Map<string, ReadonlyMap<string, readonly number[]>>()

function tableOf(charset: string): ReadonlyMap<string, readonly number[]> {
  const known = tables.get(charset)
  if (known !== undefined) return known
  const table = new Map<string, readonly number[]>()
  const put = (...bytes: readonly number[]): void => {
    const character = new TextDecoder(charset).decode(Uint8Array.from(bytes))
    if ([...character].length === 1 && character !== '\ufffd' && !table.has(character))
      table.set(character, bytes)
  }
  for (let byte = 0; byte < 256; byte += 1) put(byte)
  if (/jis|euc|gb|big5/u.test(charset)) {
    for (let lead = 0x81; lead < 0xff; lead += 1)
      for (let trail = 0x40; trail < 0xff; trail += 1) put(lead, trail)
  }
  tables.set(charset, table)
  return table
}

/** The rows of JIS X 0208 between escapes, as EUC-JP has them with the eighth bit set. */
function encodeIso2022Jp(text: string): Uint8Array {
  const bytes: number[] = []
  let isWide = false
  const switchTo = (wide: boolean): void => {
    if (wide !== isWide) bytes.push(0x1b, wide ? 0x24 : 0x28, 0x42)
    isWide = wide
  }
  for (const character of text) {
    const code = codeOf(character, 'euc-jp')
    switchTo(code.length > 1)
    bytes.push(...code.map((byte) => byte & 0x7f))
  }
  switchTo(false)
  return Uint8Array.from(bytes)
}

function codeOf(character: string, charset: string): readonly number[] {
  const code = tableOf(charset).get(character)
  if (code === undefined) throw new Error(`${charset} has no ${character}`)
  return code
}

/** Text in any encoding that `TextDecoder` knows by one or two bytes a character, in UTF-16 and in ISO-2022-JP. */
export function encodeText(text: string, charset: string): Uint8Array {
  if (charset === 'utf-8') return new TextEncoder().encode(text)
  if (charset === 'iso-2022-jp') return encodeIso2022Jp(text)
  if (charset.startsWith('utf-16')) {
    const bytes = Buffer.from(text, 'utf16le')
    return Uint8Array.from(charset === 'utf-16be' ? bytes.swap16() : bytes)
  }
  return Uint8Array.from([...text].flatMap((character) => codeOf(character, charset)))
}
