import type { Check } from '../app/check.ts'
import { counted } from '../core/counted.ts'
import { block, type Block, emptyLine, type Piece } from './styled.ts'

const WORDS = { ok: 'ok', warning: 'warning', failed: 'FAILED', skipped: 'skipped' } as const
const COLOURS = { warning: 'yellow', failed: 'red' } as const
const WIDTH = 9
const ARROW = '→ '
/** An address that is longer does not fit on a line with others. */
const LONG_ADDRESS = /\s*(https?:\/\/\S{50,})/u

/** One check: its status, its name and what was found; below it what to do. */
export function renderCheck({ name, status, found, remedy }: Check): Block[] {
  const colour = status === 'warning' || status === 'failed' ? COLOURS[status] : undefined
  const title: Piece = { text: `${name}: `, bold: true, ...(colour !== undefined && { colour }) }
  const lead = WORDS[status].padEnd(WIDTH)
  return [
    ...withAddress(found, (text) => block([title, { text, dim: status === 'skipped' }], lead)),
    ...(remedy === null ? [] : [block(remedy, `${' '.repeat(WIDTH)}${ARROW}`)]),
  ]
}

/** A long address stands whole on a line of its own, so that it can be copied and opened. */
function withAddress(words: string, toBlock: (text: string) => Block): Block[] {
  const [, address] = LONG_ADDRESS.exec(words) ?? []
  if (address === undefined) return [toBlock(words)]
  return [
    toBlock(words.replace(LONG_ADDRESS, '')),
    { ...block([{ text: address, link: address }]), whole: true },
  ]
}

export function renderVerdict(checks: readonly Check[]): Block[] {
  const count = (status: Check['status']): number => checks.filter((check) => check.status === status).length
  const [failures, warnings] = [count('failed'), count('warning')]
  const remarks = warnings === 0 ? '' : `, ${counted(warnings, 'warning')}`
  const words = failures === 0 ? `Nothing failed${remarks}.` : `${failures} failed${remarks}.`
  return [emptyLine, block([{ text: words, bold: true, ...(failures > 0 && { colour: 'red' as const }) }])]
}
