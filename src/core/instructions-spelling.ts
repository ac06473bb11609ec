const pairs = (signs: string, letters: string): ReadonlyMap<string, string> =>
  new Map([...signs].map((sign, index) => [sign, letters[index] ?? sign]))

/** Letters of other scripts that look like Latin ones, and small capitals: what `normalize('NFKC')` leaves apart. */
const LOOKALIKES = pairs(
  'авекмнорстухіјѕһԁԛԝӏгпαβεηικμνορτυχɑɡɩɪᴀʙᴄᴅᴇɢʜᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ',
  'abekmhopctyxijshdqwlrnabenikuvoptuxagiiabcdeghjklmnoprstuvwyz',
)
const LEET = pairs('0134579@$!', 'oieastgasi')
const OTHER_SCRIPT = /[\p{Script=Cyrillic}\p{Script=Greek}]/u
const LATIN = /\p{Script=Latin}/u
const SMALL_CAPITALS = /[ɑɡɩɪᴀʙᴄᴅᴇɢʜᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ]/g
const WORD = /[\p{L}\p{M}]+/gu
/** A word in which digits or signs stand for letters. */
const LEET_WORD =
  /(?<![\p{L}\p{N}])(?=[\p{L}\p{N}@$!]*\p{L})[\p{L}\p{N}@$]*[0134570@$][\p{L}\p{N}@$!]*[\p{L}\p{N}@$]/gu
const LEET_HINT = /[a-z][013457@$]|[013457@$][a-z]/
/** "M4", "2nd" and "A380" are no words in disguise. */
const LEAST_LETTERS = 3
/** Six letters or more, each apart from the next by the same sign: `i g n o r e`, `i.g.n.o.r.e`. */
const SPACED_HINT = /\b[a-z](?:[ .·_*|-][a-z]\b){5}/
const SPACED_OUT = /(?<![\p{L}\p{N}])\p{L}(?:([ .·_*|-])\p{L})(?:\1\p{L}){4,}(?![\p{L}\p{N}])/gu

/**
 * Words as the rules know them: lower case, Latin letters without accents, one apostrophe, no Arabic vowel signs, and
 * letters of another script that pose as Latin ones undone.
 */
export function foldSpelling(text: string): string {
  if (/^[\t\n -~]*$/.test(text)) return text.toLowerCase().replace(/\s+/g, ' ')
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(/(?<=[a-z])[\u0300-\u036f]+|[\u064b-\u065f\u0640]/g, '')
    .normalize('NFC')
    .replace(/ı/g, 'i')
    .replace(/[أإآٱ]/g, 'ا')
    .replace(/ى/g, 'ي')
    .replace(SMALL_CAPITALS, (letter) => LOOKALIKES.get(letter) ?? letter)
    .replace(/\s+/g, ' ')
  return LATIN.test(plain) && OTHER_SCRIPT.test(plain) ? plain.replace(WORD, latinised) : plain
}

/** A word of two scripts, or all of whose letters pass for Latin ones beside Latin words. */
function latinised(word: string): string {
  if (!OTHER_SCRIPT.test(word)) return word
  const letters = [...word]
  const isPosing = LATIN.test(word) || letters.every((letter) => LOOKALIKES.has(letter))
  return isPosing ? letters.map((letter) => LOOKALIKES.get(letter) ?? letter).join('') : word
}

/** Other readings of a folded text: digits read as letters, spaced-out letters closed up, ROT13 turned back. */
export function otherReadings(folded: string): string[] {
  const readings: string[] = []
  if (LEET_HINT.test(folded)) readings.push(folded.replace(LEET_WORD, withoutDigits))
  if (SPACED_HINT.test(folded))
    readings.push(folded.replace(SPACED_OUT, (run) => run.replace(/[ .·_*|-]/g, '')))
  if (ROT13_HINT.test(folded)) readings.push(rot13(folded))
  return readings
}

function withoutDigits(word: string): string {
  const letters = word.match(/\p{L}/gu)?.length ?? 0
  return letters < LEAST_LETTERS ? word : [...word].map((sign) => LEET.get(sign) ?? sign).join('')
}

const rot13 = (text: string): string =>
  text.replace(/[a-z]/gu, (letter) => String.fromCharCode(((letter.charCodeAt(0) - 97 + 13) % 26) + 97))
/** ROT13 of "ignore", "disregard", "forget", "instruction", "prompt" and "assistant". */
const ROT13_HINT = /vtaber|qvfertneq|sbetrg|vafgehpgvba|cebzcg|nffvfgnag/

const CODED = /(?<![\w+/=-])[\w+/-]{24,4000}={0,2}(?![\w+/=-])/gu
const MOST_UNREADABLE = 0.1

/** What stands in a text in Base64, where that is readable words. */
export function decodedWords(text: string): string[] {
  return (text.match(CODED) ?? []).flatMap((coded) => {
    const binary = decoded(coded)
    const words = binary === null ? '' : new TextDecoder().decode(binary)
    const unreadable = words.match(/[^\p{L}\p{M}\p{N}\p{P}\p{Zs}\n]/gu)?.length ?? 0
    return /\p{L} \p{L}/u.test(words) && unreadable < words.length * MOST_UNREADABLE ? [words] : []
  })
}

function decoded(coded: string): Uint8Array | null {
  try {
    return Uint8Array.from(atob(coded.replace(/-/gu, '+').replace(/_/gu, '/')), (sign) => sign.charCodeAt(0))
  } catch {
    return null
  }
}
