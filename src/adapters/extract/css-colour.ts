/** Red, green, blue from 0 to 255, and how opaque it is, 0 to 1. */
export type Colour = readonly [number, number, number, number]

/** Names that pages hide text with, and the usual ones that they do not. */
const NAMED: Readonly<Record<string, Colour>> = {
  white: [255, 255, 255, 1],
  snow: [255, 250, 250, 1],
  ivory: [255, 255, 240, 1],
  ghostwhite: [248, 248, 255, 1],
  whitesmoke: [245, 245, 245, 1],
  floralwhite: [255, 250, 240, 1],
  mintcream: [245, 255, 250, 1],
  azure: [240, 255, 255, 1],
  aliceblue: [240, 248, 255, 1],
  black: [0, 0, 0, 1],
  red: [255, 0, 0, 1],
  green: [0, 128, 0, 1],
  blue: [0, 0, 255, 1],
  yellow: [255, 255, 0, 1],
  navy: [0, 0, 128, 1],
  gray: [128, 128, 128, 1],
  grey: [128, 128, 128, 1],
  silver: [192, 192, 192, 1],
  transparent: [0, 0, 0, 0],
}
const FUNCTION =
  /^(rgb|hsl)a?\(\s*([-\d.]+)(?:deg)?[\s,]+([-\d.]+)%?[\s,]+([-\d.]+)%?(?:[\s,/]+([\d.]+)(%?))?\s*\)$/
/** Closer than this in every channel, no reader tells text from its ground. */
const SAME_WITHIN = 20
const LEAST_OPAQUE = 0.06

/** A colour of CSS, null where it is none or of a form that nobody hides text with (`var()`, `lab()`). */
export function readColour(written: string): Colour | null {
  const value = written.trim().toLowerCase()
  const named = Object.hasOwn(NAMED, value) ? NAMED[value] : undefined
  if (named !== undefined) return named
  const hex = /^#([0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})$/.exec(value)?.[1]
  if (hex !== undefined) {
    const pairs = hex.length < 6 ? [...hex].map((digit) => digit + digit) : (hex.match(/../g) ?? [])
    const [red = 0, green = 0, blue = 0, alpha = 255] = pairs.map((pair) => Number.parseInt(pair, 16))
    return [red, green, blue, alpha / 255]
  }
  const parts = FUNCTION.exec(value)
  if (parts === null) return null
  const [first = 0, second = 0, third = 0] = parts.slice(2, 5).map(Number)
  const alpha = parts[5] === undefined ? 1 : Number(parts[5]) / (parts[6] === '%' ? 100 : 1)
  const [red, green, blue] =
    parts[1] === 'rgb' ? [first, second, third] : fromHue(first, second / 100, third / 100)
  return [red, green, blue, alpha]
}

/** CSS Color 4, section 7: from hue (degrees), saturation and lightness (0 to 1). */
function fromHue(hue: number, saturation: number, lightness: number): readonly [number, number, number] {
  const reach = saturation * Math.min(lightness, 1 - lightness)
  const channel = (shift: number): number => {
    const place = (shift + hue / 30) % 12
    return 255 * (lightness - reach * Math.max(-1, Math.min(place - 3, 9 - place, 1)))
  }
  return [channel(0), channel(8), channel(4)]
}

/** Whether text of this colour cannot be seen on this ground. */
export const isUnseen = (text: Colour, ground: Colour): boolean =>
  text[3] < LEAST_OPAQUE ||
  (ground[3] === 1 &&
    [0, 1, 2].every((channel) => Math.abs(text[channel]! - ground[channel]!) <= SAME_WITHIN))
