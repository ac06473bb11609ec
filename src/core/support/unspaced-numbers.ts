import { boundsOf } from './bounds.ts'
import { unitAround } from './units.ts'
import type { Quantity } from './read-quantities.ts'

const VALUES: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  兩: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
}
const SMALL: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 }
const LARGE: Readonly<Record<string, number>> = { 万: 1e4, 萬: 1e4, 亿: 1e8, 億: 1e8, 兆: 1e12 }

/** Runs of Chinese numerals, or of digits with one of their scales: 十五, 3万4千, 1.2亿, 2000万. */
const RUN =
  /(?:\d[\d,.]*|[零〇一二两兩三四五六七八九])?(?:[零〇一二两兩三四五六七八九十百万萬亿億兆]|千(?![米克瓦赫])|(?<=[十百千万萬亿億兆])\d[\d,.]*)+/gu
const HALF = /半(?=[額额分数数年日価价])|一半|半数/gu
const PART = /\d[\d,.]*|./gu

/** Numbers of Chinese and Japanese that are not digits alone. A lone numeral is often a part of a word. */
export function unspacedNumbers(text: string): Quantity[] {
  const halves = [...text.matchAll(HALF)].map(({ 0: words, index }): Quantity => ({
    kind: 'number',
    readings: [0.5],
    unit: null,
    bounds: new Set(),
    isOrdinal: false,
    isWord: true,
    start: index,
    end: index + words.length,
  }))
  const numbers = [...text.matchAll(RUN)].flatMap(({ 0: run, index }) => {
    const value = valueOf(run)
    if (value === null) return []
    const [start, end] = [index, index + run.length]
    const isPercent =
      /(?:百分之|[％%])$/u.test(text.slice(Math.max(0, start - 3), start)) ||
      /^(?:%|％|パーセント)/u.test(text.slice(end))
    const unit = isPercent ? { dimension: 'percent', factor: 1 } : unitAround(text, start, end, false)
    const bounds = new Set(
      ['zh', 'ja'].flatMap((language) => [...boundsOf(text, start, end, { language, unit })]),
    )
    return [
      {
        kind: 'number',
        readings: [value],
        start,
        end,
        unit,
        bounds,
        isOrdinal: false,
        isWord: true,
      } as const,
    ]
  })
  return [...halves, ...numbers]
}

function valueOf(run: string): number | null {
  let total = 0
  let section = 0
  let current: number | null = null
  let digits = ''
  for (const [part] of run.matchAll(PART)) {
    const small = SMALL[part]
    const large = LARGE[part]
    if (small !== undefined) {
      section += (current ?? 1) * small
      current = null
    } else if (large !== undefined) {
      const before = section + (current ?? 0)
      total = total > 0 && before === 0 ? total * large : total + (before === 0 ? 1 : before) * large
      section = 0
      current = null
    } else {
      const value = VALUES[part] ?? Number(part.replaceAll(',', ''))
      if (Number.isNaN(value)) return null
      digits += String(VALUES[part] ?? '')
      current = value
    }
  }
  // 二〇二四: a year, read digit by digit.
  if (section === 0 && total === 0 && digits.length > 1) return Number(digits)
  return total + section + (current ?? 0)
}
