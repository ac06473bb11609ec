import type { Bound } from './bounds.ts'
import type { Failure } from './failure.ts'
import { isRange } from './ranges.ts'
import type { Quantity } from './read-quantities.ts'
import type { Unit } from './units.ts'

/** Words that are a number in one sentence and something else in the next: a room, a means, a quarter of a town. */
const NO_SURE_NUMBER =
  /^(?:medi[oa]|cuartos?|quartos?|quarti|mezz[oa]|terz[oi]|tercios?|tiers|quarts?|mei[oa]|demie?|viertel|пол|kwart|half|neuf|pair|couple|both|beiden?|ambos|ambas|double|doubles|duo|trio|threesome|foursome|quartet|quintet|sextet|quarters?|[一二两兩三四五六七八九十])$/iu
/** Rounding that words such as "about" allow. */
const ROUNDED = 0.06
const ROUNDED_BEYOND = 0.12
const SAME = 1e-6

export interface NumbersToCheck {
  readonly claim: string
  readonly stated: readonly Quantity[]
  readonly proof: string
  readonly proven: readonly Quantity[]
  /** The claim is in another language than the article: only digits and dates are compared. */
  readonly isTranslated: boolean
}

/** Every number, month and weekday of a claim stands in its proof, with its unit, as exactly as it is meant there. */
export function checkNumbers(given: NumbersToCheck): Failure | null {
  for (const quantity of given.stated) {
    const failure = checkQuantity(quantity, given)
    if (failure !== null) return failure
  }
  return null
}

function checkQuantity(quantity: Quantity, given: NumbersToCheck): Failure | null {
  const { claim, proven, isTranslated } = given
  const words = claim.slice(quantity.start, quantity.end)
  if (isNeverChecked(quantity, words, given)) return null
  const same = proven.filter((other) => isSameQuantity(quantity, other))
  if (same.length === 0) {
    if (quantity.isWord && NO_SURE_NUMBER.test(words)) return null
    const isNear = proven.some((other) => isRoundedFrom(quantity, other))
    return isNear || countsList(quantity, given)
      ? null
      : { why: 'number-unsupported', detail: `“${words}” is not in the proof` }
  }
  if (lacksUnit(quantity, same, proven)) {
    return { why: 'number-unsupported', detail: `“${words}” counts something else in the proof` }
  }
  if (isTranslated || quantity.kind !== 'number') return null
  const bounds = new Set([...quantity.bounds, ...boundsSaidElsewhere(claim)])
  if (
    !same.some(
      (other) =>
        isAsExact(quantity.bounds, other.bounds) ||
        (other.bounds.size > 0 && isAsExact(bounds, other.bounds)),
    )
  ) {
    return { why: 'certainty-changed', detail: `“${words}” is meant less or more exactly in the proof` }
  }
  return isEndOfRange(quantity, same, given)
    ? { why: 'certainty-changed', detail: `“${words}” is one end of a range in the proof` }
    : null
}

function isNeverChecked(quantity: Quantity, words: string, { claim, isTranslated }: NumbersToCheck): boolean {
  if (quantity.kind !== 'number') return false
  // CO2, G20 and COVID-19 are words.
  if (/\p{L}-?$/u.test(claim.slice(0, quantity.start)) && !quantity.isWord) return true
  if (quantity.isWord && isTranslated) return true
  // "One", "a" and "first" are written everywhere; a bare zero is a minute or a score.
  return quantity.readings.includes(0) || (quantity.isWord && quantity.readings[0] === 1)
}

/** "Tom Hale, Ida Brand and Pia Lund": people or places by name, side by side. */
const LIST =
  /\p{Lu}[\p{L}\p{M}.'’-]*(?: (?:de |van |von |al )?\p{Lu}[\p{L}\p{M}.'’-]*){0,4}(?:, \p{Lu}[\p{L}\p{M}.'’-]*(?: (?:de |van |von |al )?\p{Lu}[\p{L}\p{M}.'’-]*){0,4})+,? (?:and|und|et|y|e|en|и) \p{Lu}/gu
const LONGEST_LIST = 12

/** A small number that the proof does not state may count the names that it lists. */
function countsList(
  { readings: [count = 0], unit, isOrdinal }: Quantity,
  { proof }: NumbersToCheck,
): boolean {
  if (unit !== null || isOrdinal || count > LONGEST_LIST) return false
  return [...proof.matchAll(LIST)].some(
    ([list]) => count === list.replace(/, (?=(?:and|und|et|y|e|en|и) )/u, ' ').split(', ').length + 1,
  )
}

const isClose = (one: number, other: number, tolerance = SAME): boolean =>
  Math.abs(one - other) <= tolerance * Math.max(Math.abs(one), Math.abs(other), 1e-9)

export function isSameQuantity(one: Quantity, other: Quantity): boolean {
  const [time, otherTime] = [minutesOf(one), minutesOf(other)]
  if (time !== null && time === otherTime && (one.kind === 'time' || other.kind === 'time')) return true
  if (one.kind !== other.kind) return false
  return one.readings.some((reading) =>
    other.readings.some((number) => isSameValue(reading, one.unit, number, other.unit)),
  )
}

const minutesOf = ({ kind, readings, minutes }: Quantity): number | null =>
  kind === 'time' ? (readings[0] ?? null) : (minutes ?? null)

function isSameValue(value: number, unit: Unit | null, other: number, otherUnit: Unit | null): boolean {
  if (unit !== null && otherUnit !== null) {
    // 0.06 euros are six cents.
    if (unit.dimension === 'cent' && isMoney(otherUnit)) return isClose(value / 100, other)
    if (isMoney(unit) && otherUnit.dimension === 'cent') return isClose(value, other / 100)
    return unit.dimension === otherUnit.dimension && isClose(value * unit.factor, other * otherUnit.factor)
  }
  if (isClose(value, other)) return true
  // Half is 50 %, a third 33 %.
  if (value < 1 && otherUnit?.dimension === 'percent') return Math.abs(value * 100 - other) < 0.6
  return other < 1 && unit?.dimension === 'percent' && Math.abs(other * 100 - value) < 0.6
}

const isMoney = ({ dimension }: Unit): boolean => dimension.startsWith('money')

/** A number of percent or of money needs a proof in which something is counted so. */
function lacksUnit(
  { unit, readings }: Quantity,
  same: readonly Quantity[],
  proven: readonly Quantity[],
): boolean {
  if (unit === null || same.some((other) => other.unit !== null)) return false
  const isBound = unit.dimension === 'percent' || unit.dimension === 'points' || isMoney(unit)
  const isFraction = same.some((other) => other.readings.some((each) => each < 1)) && (readings[0] ?? 0) >= 1
  return isBound && !isFraction && !proven.some((other) => other.unit?.dimension === unit.dimension)
}

/** "About 11,000" for 11,200; "nearly 12,000" and "over 11,000" too. Without such a word no number is rounded. */
function isRoundedFrom({ readings, bounds, unit }: Quantity, other: Quantity): boolean {
  if (bounds.size === 0 || other.kind !== 'number') return false
  if (unit !== null && other.unit !== null && unit.dimension !== other.unit.dimension) return false
  const [factor, otherFactor] =
    unit === null || other.unit === null ? [1, 1] : [unit.factor, other.unit.factor]
  return readings.some((reading) =>
    other.readings.some((number) => {
      const [value, exact] = [reading * factor, number * otherFactor]
      if (bounds.has('about') && isClose(value, exact, ROUNDED)) return true
      if (bounds.has('over') && value <= exact) return isClose(value, exact, ROUNDED_BEYOND)
      return (
        (bounds.has('under') || bounds.has('at-most')) &&
        value >= exact &&
        isClose(value, exact, ROUNDED_BEYOND)
      )
    }),
  )
}

/** "The top speed is 40": a bound that stands away from its number. */
function boundsSaidElsewhere(claim: string): Bound[] {
  return [
    ...(/(?<!\p{L})(?:maximum|max\.|top|peak|limit(?:s|ed)?|capped|ceiling|highest|most|höchst\p{L}*|obergrenze|maximal\p{L}*|máxim\p{L}*|massim\p{L}*|plafond\p{L}*|plafonn\p{L}*|tope|teto|максим\p{L}*|предел\p{L}*|azami|الحد الأقصى)(?!\p{L})|上限|最大|最高|限/iu.test(
      claim,
    )
      ? (['at-most'] as const)
      : []),
    ...(/(?<!\p{L})(?:minimum|lowest|mindest\p{L}*|mínim\p{L}*|minim\p{L}*|exceed\p{L}*|миним\p{L}*|least|more|above)(?!\p{L})|最低|下限/iu.test(
      claim,
    )
      ? (['over'] as const)
      : []),
    ...(/(?<!\p{L})(?:approximate\p{L}*|estimate\p{L}*|rough\p{L}*|schätz\p{L}*|estim\p{L}*|stima\p{L}*|ungefähr|rund|оцен\p{L}*|tahmin\p{L}*)(?!\p{L})|推计|推定|估/iu.test(
      claim,
    )
      ? (['about'] as const)
      : []),
  ]
}

function isAsExact(claimed: ReadonlySet<Bound>, proven: ReadonlySet<Bound>): boolean {
  if (claimed.size === 0) return proven.size === 0 || proven.has('within')
  if (proven.size === 0) return claimed.has('about') || claimed.has('within')
  if (proven.has('within') && claimed.has('at-most')) return true
  return [...claimed].some((bound) => proven.has(bound))
}

/** Whether the claim names one end of "five to seven days" as if it were all. */
function isEndOfRange(quantity: Quantity, same: readonly Quantity[], given: NumbersToCheck): boolean {
  const { proof, proven, stated } = given
  const numbers = proven.filter(({ kind }) => kind === 'number')
  const isLeftOut = (partner: Quantity | undefined, bound: Bound): boolean =>
    partner !== undefined &&
    !quantity.bounds.has(bound) &&
    !stated.some((each) => isSameQuantity(each, partner))
  return same.every((other) => {
    const at = numbers.indexOf(other)
    const [before, behind] = [numbers[at - 1], numbers[at + 1]]
    return (
      (isRange(proof, before, other) && isLeftOut(before, 'at-most')) ||
      (isRange(proof, other, behind) && isLeftOut(behind, 'over'))
    )
  })
}
