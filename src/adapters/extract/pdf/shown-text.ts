import type { Names, Operators } from './drawn.ts'
import { type Box, boxIn, EVERYWHERE, isFill, standsOn, widened } from './grounds.ts'
import { type Matrix, multiplied, numbersOf } from './matrix.ts'

/** A run of characters in the order in which a page draws them, and whether anybody sees it. */
export interface ShownText {
  readonly text: string
  readonly isSeen: boolean
}

interface State {
  readonly matrix: Matrix
  /** Of the ink that fills letters. */
  readonly isWhite: boolean
  readonly isClear: boolean
  /** 3 draws nothing. */
  readonly mode: number
  readonly lineWidth: number
}

const START: State = { matrix: [1, 0, 0, 1, 0, 0], isWhite: false, isClear: false, mode: 0, lineWidth: 1 }
const INVISIBLE_MODE = 3
/** Letters without an outline of their own. */
const FILLED_MODES: ReadonlySet<number> = new Set([0, 4])
/** Thicker lines are bars, on which white words may stand. */
const BAR_WIDTH = 4
/** Ink with every part from here on is white to the eye; below the other share, clear. */
const WHITE_FROM = 0xf0
const CLEAR_BELOW = 0.05
/** How deeply a page may save its state; deeper ones are made to cost time. */
const DEEPEST = 200
/** Grounds that are kept: the last ones of a page that draws more. */
const MOST_GROUNDS = 200

/**
 * The text that a page draws, and what of it cannot be seen: drawn in no ink (rendering mode 3) or in clear ink, or in
 * white where nothing was drawn before. What a later drawing covers is not told.
 */
export function shownTexts({ fnArray, argsArray }: Operators, names: Names): ShownText[] {
  const texts: ShownText[] = []
  const grounds: Box[] = []
  const saved: State[] = []
  let state = START
  let line: Matrix = START.matrix
  let leading = 0
  /** A picture that was left out leaves a moved square in which nothing is drawn. */
  let isMoved = false
  const ground = (matrix: Matrix, box: Box): void => {
    grounds.push(boxIn(matrix, box))
    if (grounds.length > MOST_GROUNDS) grounds.shift()
  }
  const move = (x: number, y: number): void => {
    line = multiplied(line, [1, 0, 0, 1, x, y])
  }
  for (const [index, operator] of fnArray.entries()) {
    const args = (argsArray[index] ?? []) as readonly unknown[]
    const wasMoved = isMoved
    isMoved = isMoved && operator === names['setGState']
    switch (operator) {
      case names['save']:
      case names['paintFormXObjectBegin']:
        if (saved.length < DEEPEST) saved.push(state)
        if (operator !== names['save'] && args[0] != null)
          state = { ...state, matrix: multiplied(state.matrix, numbersOf(args[0])) }
        break
      case names['restore']:
      case names['paintFormXObjectEnd']:
        if (wasMoved) ground(state.matrix, [0, 0, 1, 1])
        state = saved.pop() ?? state
        break
      case names['transform']:
        state = { ...state, matrix: multiplied(state.matrix, numbersOf(args)) }
        isMoved = true
        break
      case names['setFillRGBColor']:
        state = { ...state, isWhite: isWhite(args[0]) }
        break
      case names['setFillColorN']:
        state = { ...state, isWhite: false }
        break
      case names['setGState']:
        state = { ...state, isClear: isClear(args[0]) ?? state.isClear }
        break
      case names['setLineWidth']:
        state = { ...state, lineWidth: Number(args[0]) }
        break
      case names['setTextRenderingMode']:
        state = { ...state, mode: Number(args[0]) }
        break
      case names['beginText']:
        line = START.matrix
        break
      case names['setTextMatrix']:
        line = numbersOf(args[0])
        break
      case names['setLeading']:
        leading = -Number(args[0])
        break
      case names['moveText']:
        move(Number(args[0]), Number(args[1]))
        break
      case names['setLeadingMoveText']:
        leading = -Number(args[1])
        move(Number(args[0]), Number(args[1]))
        break
      case names['nextLine']:
        move(0, -leading)
        break
      case names['constructPath']:
        if (args[2] == null) break
        if (isFill(Number(args[0]), names) && !state.isWhite && !state.isClear)
          ground(state.matrix, numbersOf(args[2]) as unknown as Box)
        else if (state.lineWidth >= BAR_WIDTH)
          ground(state.matrix, widened(numbersOf(args[2]) as unknown as Box, state.lineWidth / 2))
        break
      case names['paintImageXObject']:
      case names['paintInlineImageXObject']:
      case names['paintImageMaskXObject']:
        ground(state.matrix, [0, 0, 1, 1])
        break
      case names['shadingFill']:
      case names['paintImageXObjectRepeat']:
      case names['paintImageMaskXObjectGroup']:
      case names['paintImageMaskXObjectRepeat']:
      case names['paintInlineImageXObjectGroup']:
      case names['paintSolidColorImageMask']:
        grounds.push(EVERYWHERE)
        break
      case names['showText']: {
        const place = multiplied(state.matrix, line)
        const isSeen =
          state.mode !== INVISIBLE_MODE &&
          !state.isClear &&
          (!state.isWhite || !FILLED_MODES.has(state.mode) || grounds.some((box) => standsOn(box, place)))
        texts.push({ text: charactersOf(args[0]), isSeen })
        break
      }
      default:
    }
  }
  return texts
}

const isWhite = (colour: unknown): boolean =>
  typeof colour === 'string' &&
  /^#[0-9a-f]{6}$/iu.test(colour) &&
  [1, 3, 5].every((at) => Number.parseInt(colour.slice(at, at + 2), 16) >= WHITE_FROM)

/** What a graphics state says of the ink of letters; null where it says nothing. */
function isClear(entries: unknown): boolean | null {
  const ink = Array.isArray(entries)
    ? (entries as readonly unknown[]).find((entry) => Array.isArray(entry) && entry[0] === 'ca')
    : undefined
  return Array.isArray(ink) ? Number(ink[1]) < CLEAR_BELOW : null
}

/** Glyphs stand between numbers, which are gaps. */
const charactersOf = (glyphs: unknown): string =>
  Array.isArray(glyphs)
    ? glyphs
        .map((glyph: unknown) =>
          typeof glyph === 'object' && glyph !== null && 'unicode' in glyph ? String(glyph.unicode) : '',
        )
        .join('')
    : ''
