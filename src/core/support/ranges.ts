import type { Bound } from './bounds.ts'
import type { Quantity } from './read-quantities.ts'

/** What may stand between the two ends of a range, units aside. */
const GAP =
  /^(?<unit>\s*(?:\p{L}+|[%°€]))?\s*(?:[-–—~〜～]|to|or|bis|oder|à|ou|et|a|al|até|tot|до|или|ile|veya|إلى|至|到|から|and|und|y|e|en|и|و|ve)\s*(?:(?:the|den|les|los|las|gli|i|le|os|as)\s)?(?:[$€£¥]|US\$)?\s*$/iu
const BETWEEN =
  /(?<!\p{L})(?:between|zwischen|entre|tra|fra|tussen|между|بين)\s+(?:(?:the|die|den|les|los|las|gli|i|le|os|as|de)\s)?(?:[$€£¥])?\s*$/iu
const FROM =
  /(?<!\p{L})(?:from|von|vom|de|du|des|da|dal|dai|dagli|dalle|del|dos|das|van|от|с|из|من|从)\s+(?:[$€£¥]|US\$)?\s*$/iu
const AND = /(?<!\p{L})(?:and|und|et|y|e|en|и|و|ve)\s/iu
/** Up to here, "2.45–2.50 billion" leaves out the scale of its first number. */
const SCALE_FROM = 1000

/**
 * Whether two neighbouring numbers are the ends of one range. A change "from 5 to 7" is none, and neither is a score.
 */
export function isRange(text: string, low: Quantity | undefined, high: Quantity | undefined): boolean {
  if (low === undefined || high === undefined || low.kind !== 'number' || high.kind !== 'number') return false
  if (low.isOrdinal || isYear(high)) return false
  if (Math.min(...low.readings) >= Math.max(...high.readings)) return false
  const gap = text.slice(low.end, high.start)
  const before = text.slice(Math.max(0, low.start - 16), low.start)
  if (!GAP.test(gap) || FROM.test(before)) return false
  if (AND.test(gap) && !BETWEEN.test(before)) return false
  return high.unit !== null || low.bounds.size > 0 || BETWEEN.test(before) || /\p{L}/u.test(gap)
}

/**
 * The same numbers with what a range adds: its first end has the scale of the second ("2.45–2.50 billion"), and its second is
 * no upper bound although "to" or "bis" stands before it.
 */
export function withRanges(text: string, quantities: readonly Quantity[]): Quantity[] {
  return quantities.map((quantity, at) => {
    const [before, behind] = [quantities[at - 1], quantities[at + 1]]
    const share = shareOf(text, quantity, behind)
    if (share !== null) return { ...quantity, readings: [...quantity.readings, share] }
    if (
      behind !== undefined &&
      GAP.test(text.slice(quantity.end, behind.start)) &&
      behind.kind === 'number'
    ) {
      const [value = 0] = quantity.readings
      const scale = scaleOf(text.slice(behind.start, behind.end), behind)
      if (scale >= SCALE_FROM && value < SCALE_FROM && !quantity.isWord) {
        return {
          ...quantity,
          readings: [...quantity.readings, ...quantity.readings.map((reading) => reading * scale)],
          unit: quantity.unit ?? behind.unit,
        }
      }
      const bounds = new Set(
        [...quantity.bounds].filter((bound) => bound === 'about' || !isRange(text, quantity, behind)),
      )
      return { ...quantity, bounds, unit: quantity.unit ?? behind.unit }
    }
    if (before === undefined || !GAP.test(text.slice(before.end, quantity.start))) return quantity
    const bounds = new Set<Bound>([...quantity.bounds].filter((bound) => bound !== 'at-most'))
    return { ...quantity, bounds }
  })
}

const OUT_OF = /^\s*(?:in(?: every)?|out of(?: every)?|of|von|sur|de cada|su|em cada|op de|auf|из)\s*$/iu
const MOST_PARTS = 100

/** "Four in ten", "vier von zehn": a part of a whole that is not counted but compared with. Null for all else. */
function shareOf(text: string, part: Quantity, whole: Quantity | undefined): number | null {
  if (whole?.kind !== 'number' || part.kind !== 'number' || part.unit !== null) return null
  const [some = 0, all = 0] = [part.readings[0], whole.readings[0]]
  const isShare =
    some > 0 && some < all && all <= MOST_PARTS && OUT_OF.test(text.slice(part.end, whole.start))
  return isShare ? some / all : null
}

/** The million of "2.50 million": by how much a number is more than its digits. */
function scaleOf(written: string, { readings: [value = 0] }: Quantity): number {
  const digits = /^\d+(?:[.,]\d+)?/u.exec(written)?.[0]
  if (digits === undefined || digits === written) return 1
  return Math.round(value / Number(digits.replace(',', '.')))
}

const isYear = ({ readings: [value = 0], unit }: Quantity): boolean =>
  unit === null && value >= 1500 && value < 2100
