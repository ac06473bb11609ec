import { type Colour, readColour } from './css-colour.ts'
import type { Declarations } from './style-sheet.ts'

/** How a page keeps an element from being seen: not laid out, faded out, or put where no reader looks. */
export type Hiding = 'removed' | 'faded' | 'away'

const LEAST_OPACITY = 0.05
/** Of no screen is so much to the left of or above the page. */
const FAR = -400
const TINY_PIXELS = 2
/** Pixels of one unit, roughly. */
const UNITS: Readonly<Record<string, number>> = {
  px: 1,
  pt: 1.3,
  em: 16,
  rem: 16,
  ex: 8,
  ch: 8,
  vw: 4.2,
  vh: 4.2,
  '%': 4.2,
  '': 1,
}
const LENGTH = /^([-+]?(?:\d+\.?\d*|\.\d+))(px|pt|r?em|ex|ch|vw|vh|%|)$/
const CLIPPED =
  /^rect\(\s*(0|1px|0px)[\s,]+\1[\s,]+\1[\s,]+\1\s*\)$|^(?:inset\(\s*(?:100%|[5-9]\d(?:\.\d+)?%)|circle\(\s*0|polygon\(\s*0(?:px|%)?\s+0(?:px|%)?\s*(?:,\s*0(?:px|%)?\s+0(?:px|%)?\s*)+\))/
const SHRUNK = /(?:^|\s)scale(?:3d|x|y)?\(\s*0?(?:\.0\d*)?\s*[),]/
const MOVED =
  /translate(?:3d|x|y)?\(\s*([-+\d.]+(?:px|r?em|vw|vh|%)?)(?:\s*,\s*([-+\d.]+(?:px|r?em|vw|vh|%)?))?/

/** How an element of this style is hidden, with all that is in it; null where it is not. */
export function hidingOf(style: Declarations): Hiding | null {
  const value = (name: string): string => (style.get(name) ?? '').replace(/\s*!important$/, '')
  const pixels = (name: string): number => pixelsOf(value(name))
  if (value('display') === 'none' || /^(?:hidden|collapse)$/.test(value('visibility'))) return 'removed'
  if (value('content-visibility') === 'hidden') return 'removed'
  if (style.size === 0) return null
  if (numberOf(value('opacity')) < LEAST_OPACITY || /opacity\(\s*0?(?:\.0\d*)?%?\s*\)/.test(value('filter')))
    return 'faded'
  if (
    /^(?:absolute|fixed)$/.test(value('position')) &&
    ['left', 'top', 'right', 'bottom'].some((side) => pixels(side) <= FAR)
  )
    return 'away'
  if (['margin-left', 'margin-top'].some((name) => pixels(name) <= FAR * 5)) return 'away'
  if (pixels('text-indent') <= FAR || CLIPPED.test(value('clip')) || CLIPPED.test(value('clip-path')))
    return 'away'
  const moved = MOVED.exec(value('transform'))
  if (SHRUNK.test(value('transform')) || /^0(?:\s|$)/.test(value('scale')) || value('zoom') === '0')
    return 'away'
  if (moved !== null && [moved[1], moved[2]].some((by) => pixelsOf(by ?? '') <= FAR * 2)) return 'away'
  const isCut = ['overflow', 'overflow-x', 'overflow-y'].some((name) => /hidden|clip/.test(value(name)))
  const isNothing = ['height', 'max-height', 'width', 'max-width'].some((name) => pixels(name) <= 1)
  return isCut && isNothing ? 'away' : null
}

/** Whether text of this size cannot be read; null where the style says nothing of size. */
export function isTiny(style: Declarations): boolean | null {
  const shorthand = /(?:^|\s)([\d.]+(?:px|pt|r?em|%))(?:\s*\/|\s)/.exec(`${style.get('font') ?? ''} `)?.[1]
  const size = pixelsOf((style.get('font-size') ?? shorthand ?? '').replace(/\s*!important$/, ''), {
    '%': 0.16,
  })
  if (!Number.isNaN(size)) return size <= TINY_PIXELS
  return style.has('font-size') ? false : null
}

/** The ground that this style paints: a colour, null for a picture or something unknown, undefined where it paints none. */
export function groundOf(style: Declarations): Colour | null | undefined {
  const painted = style.get('background') ?? ''
  if (/url\(|gradient\(/.test(painted + (style.get('background-image') ?? ''))) return null
  const written = (style.get('background-color') ?? painted).replace(/\s*!important$/, '')
  if (/^(?:|none|transparent|inherit|unset|initial)$/.test(written)) return undefined
  const colour = readColour(written)
  if (colour === null || colour[3] === 0) return colour === null ? null : undefined
  return colour[3] < 1 ? null : colour
}

/** The colour that this style gives text: null for something unknown, undefined where it gives none. */
export function inkOf(style: Declarations): Colour | null | undefined {
  const written = (style.get('color') ?? '').replace(/\s*!important$/, '')
  return /^(?:|inherit|unset|initial|currentcolor)$/.test(written) ? undefined : readColour(written)
}

function pixelsOf(written: string, units: Readonly<Record<string, number>> = {}): number {
  const parts = LENGTH.exec(written.trim())
  return parts === null ? Number.NaN : Number(parts[1]) * (units[parts[2]!] ?? UNITS[parts[2]!] ?? 1)
}

const numberOf = (written: string): number =>
  written === '' ? Number.NaN : Number.parseFloat(written) / (written.endsWith('%') ? 100 : 1)
