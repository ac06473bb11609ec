import { nameOfCap, sayAmount, sayShare } from '../app/caps.ts'
import type { SpendingRow } from '../app/ports.ts'
import { counted } from '../core/counted.ts'
import { sayDollars } from '../core/price.ts'
import { monthOf } from '../core/utc-day.ts'
import { block, type Block, emptyLine, faint } from './styled.ts'
import { isDay, type Usage, usedOf } from './usage.ts'

const DAYS_SHOWN = 14

export function renderUsage(usage: Usage): Block[] {
  const { rows, today } = usage
  const everybody = rows.filter(({ guildId }) => guildId === null)
  if (everybody.length === 0) {
    return [block('No model call has been made yet.'), ...renderLimits(usage)]
  }
  const month = monthOf(today)
  const guilds = rows.filter(({ guildId, period }) => guildId !== null && period === month)
  return [
    ...renderLimits(usage),
    emptyLine,
    ...table('Day (UTC)', everybody.filter(isDay).slice(0, DAYS_SHOWN), ({ period }) => period),
    emptyLine,
    ...table(
      'Month',
      everybody.filter((spent) => !isDay(spent)),
      ({ period }) => period,
    ),
    ...(guilds.length === 0
      ? []
      : [emptyLine, ...table(`Server, ${month}`, byCost(guilds), ({ guildId }) => guildId ?? '')]),
    ...renderOpen(usage),
  ]
}

/** What is left of each cap that holds for everybody. */
function renderLimits(usage: Usage): Block[] {
  return usage.caps.map((cap) => {
    const limit = `${nameOfCap(cap)}: `
    if (cap.per === 'guild') {
      return block([{ text: limit }, { text: `${sayAmount(cap, cap.most)} for each server` }])
    }
    const used = usedOf(cap, usage)
    const percent = cap.most === 0 ? 100 : Math.round((used * 100) / cap.most)
    return block([
      { text: limit },
      { text: sayShare(cap, used), bold: true },
      { text: ` (${percent} %)`, ...(percent >= 80 && { colour: 'yellow' }) },
    ])
  })
}

const byCost = (rows: readonly SpendingRow[]): SpendingRow[] =>
  rows.toSorted(
    (one, other) => other.nanodollars - one.nanodollars || other.unpricedTokens - one.unpricedTokens,
  )

const WIDTHS = [20, 7, 12, 12] as const

/** The last cell is the block's words, those before it its margin: words lose their spaces, margins keep them. */
function row(
  first: string,
  ...[calls, input, output, cost]: readonly [string, string, string, string]
): Block {
  const cells = [first.padEnd(WIDTHS[0]), calls.padStart(WIDTHS[1]), input.padStart(WIDTHS[2])]
  return block(cost, `${cells.join('')}${output.padStart(WIDTHS[3])}   `)
}

const table = (
  heading: string,
  rows: readonly SpendingRow[],
  nameOf: (row: SpendingRow) => string,
): Block[] => [
  row(heading, 'calls', 'tokens in', 'tokens out', 'cost'),
  ...rows.map((spent) =>
    row(
      nameOf(spent),
      spent.calls.toLocaleString('en'),
      spent.tokens.input.toLocaleString('en'),
      spent.tokens.output.toLocaleString('en'),
      sayCost(spent),
    ),
  ),
]

function sayCost({ nanodollars, unpricedTokens }: SpendingRow): string {
  if (unpricedTokens === 0) return sayDollars(nanodollars)
  return nanodollars === 0 ? 'no price known' : `${sayDollars(nanodollars)} and more`
}

function renderOpen({ open }: Usage): Block[] {
  if (open.calls === 0) return []
  const amounts = [
    ...(open.nanodollars > 0 ? [sayDollars(open.nanodollars)] : []),
    ...(open.unpricedTokens > 0 ? [`${open.unpricedTokens.toLocaleString('en')} tokens`] : []),
  ]
  const worst = amounts.length === 0 ? 'at no cost' : `at the worst case, ${amounts.join(' and ')}`
  const sentence = `${counted(open.calls, 'call')} of this month ${open.calls === 1 ? 'runs' : 'run'} or ended unseen (cut off, or a server that does not say what it used): counted ${worst}.`
  return [emptyLine, faint(sentence)]
}
