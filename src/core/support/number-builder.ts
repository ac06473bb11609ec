import type { NumberPart } from './number-words.ts'

/** A number that is being read word by word. Each reading is one that its digits allow. */
export interface OpenNumber {
  readonly start: number
  readonly end: number
  /** What is complete ("two million"), and what may still be multiplied ("three hundred"). */
  readonly readings: readonly { readonly done: number; readonly group: number | null }[]
  readonly lastAdded: number
  /** The last thousand, million …; 0 before there is one. */
  readonly lastScale: number
  readonly isWord: boolean
  readonly isOrdinal: boolean
}

/** `isFrench`: 80 is four twenties and 97 is 80, 10 and 7. `isJoined`: an "and" stands before the part. */
export interface Manner {
  readonly isJoined: boolean
  readonly isFrench: boolean
}

export const startNumber = (
  start: number,
  end: number,
  readings: readonly number[],
  { isWord, isOrdinal }: Pick<OpenNumber, 'isWord' | 'isOrdinal'>,
): OpenNumber => ({
  start,
  end,
  readings: readings.map((group) => ({ done: 0, group })),
  lastAdded: readings[0] ?? 0,
  lastScale: 0,
  isWord,
  isOrdinal,
})

export const valuesOf = ({ readings }: OpenNumber): number[] =>
  readings.map(({ done, group }) => done + (group ?? 0))

/** Whether a part goes on with the number before it: "twenty" takes "four", "three" takes "million", not "five". */
export function takesOn(number: OpenNumber, part: NumberPart, { isJoined, isFrench }: Manner): boolean {
  const { lastAdded, lastScale, isWord, isOrdinal } = number
  const { kind, value } = part
  if (isOrdinal) return false
  if (kind === 'multiplies') return true
  // Two thirds; six and a half.
  if (value < 1) return (isWord && lastAdded >= 1 && lastAdded < 10) || isJoined
  if (!isWord) return false
  if (isTens(lastAdded) && value < 10) return true
  if (isFrench && (lastAdded === 60 || lastAdded === 80) && value < 20) return true
  if (isFrench && (isFourTwenties(lastAdded, value) || (lastAdded === 10 && value > 6 && value < 10)))
    return true
  if (isJoined && lastAdded < 10 && isTens(value)) return true
  const isHundreds = lastAdded >= 100 && lastAdded < 1000 && lastAdded % 100 === 0
  return (isHundreds && value < 100) || (lastScale > 0 && lastAdded === lastScale && value < lastScale)
}

export function takeOn(
  number: OpenNumber,
  part: NumberPart,
  end: number,
  { isFrench, isJoined }: Manner,
): OpenNumber {
  const { kind, value } = part
  const { lastAdded, lastScale } = number
  if (kind !== 'multiplies') {
    const isEighty = isFrench && isFourTwenties(lastAdded, value)
    const readings = number.readings.map(({ done, group }) => ({
      done,
      group: added(group ?? 0, value, isEighty, isJoined),
    }))
    return { ...number, end, readings, lastAdded: isEighty ? 80 : value, isOrdinal: kind === 'ordinal' }
  }
  if (value < 1000) {
    const readings = number.readings.map(({ done, group }) => ({ done, group: (group ?? 1) * value }))
    return { ...number, end, readings, lastAdded: readings[0]?.group ?? value }
  }
  const scaled = number.readings.map(({ done, group }) => ({
    // "Dos mil millones": a larger scale right behind a smaller one multiplies all that is there.
    done: lastScale > 0 && value > lastScale ? (done + (group ?? 0)) * value : done + (group ?? 1) * value,
    group: null,
  }))
  return { ...number, end, readings: scaled, lastAdded: value, lastScale: value }
}

/** The same where a lone "m" may be a million or a metre. */
export const takeOnUnsure = (
  number: OpenNumber,
  part: NumberPart,
  end: number,
  manner: Manner,
): OpenNumber => {
  const taken = takeOn(number, part, end, manner)
  return { ...taken, readings: [...taken.readings, ...number.readings] }
}

const isTens = (value: number): boolean => value >= 20 && value < 100 && value % 10 === 0
const isFourTwenties = (before: number, value: number): boolean => before === 4 && value === 20

function added(group: number, value: number, isEighty: boolean, isJoined: boolean): number {
  if (isEighty) return group - 4 + 80
  return value < 1 && !isJoined ? group * value : group + value
}
