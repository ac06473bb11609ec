import type { Cap, OpenExpenses, SpendingRow } from '../app/ports.ts'
import { nameOfCap } from '../app/caps.ts'
import { toDollars } from '../core/price.ts'
import { monthOf, utcDayOf } from '../core/utc-day.ts'
import type { Invocation } from './host.ts'
import { renderUsage } from './render-usage.ts'
import { lookOf, show, write } from './terminal.ts'
import { jsonLine } from './visible.ts'

/** What models cost, as `footnote usage` knows it. */
export interface Usage {
  /** UTC: `2026-11-22`. */
  readonly today: string
  /** Of everybody and of guilds, days and months, newest first. */
  readonly rows: readonly SpendingRow[]
  /** Of this month. */
  readonly open: OpenExpenses
  readonly caps: readonly Cap[]
}

const MONTHS = 12

/** `footnote usage`: what was spent, by day, month and guild, and what the caps leave. */
export async function usageCommand({ host, streams, json }: Invocation): Promise<void> {
  const { caps, terminal } = await host.settings()
  const { spending } = (await host.open()).assistant
  const today = utcDayOf(Date.now())
  const usage = {
    today,
    rows: await spending.list(firstDay(today)),
    open: await spending.listOpen(monthOf(today)),
    caps,
  }
  if (json) await write(streams.stdout, jsonLine(toJson(usage)))
  else await show(streams.stdout, renderUsage(usage), lookOf(streams.stdout, terminal))
}

/** Of the oldest month that is shown. */
function firstDay(today: string): string {
  const date = new Date(`${today}T00:00:00Z`)
  return utcDayOf(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() - MONTHS + 1, 1))
}

export const isDay = ({ period }: SpendingRow): boolean => period.length > 7

/** How much of a cap that is not one for each guild is used. */
export function usedOf({ period, unit }: Cap, { rows, today }: Usage): number {
  const wanted = period === 'day' ? today : monthOf(today)
  return rows.find((row) => row.guildId === null && row.period === wanted)?.[unit] ?? 0
}

function toJson(usage: Usage): unknown {
  const { rows, open, caps, today } = usage
  const everybody = rows.filter(({ guildId }) => guildId === null)
  return {
    today,
    days: everybody.filter(isDay).map((row) => ({ day: row.period, ...figures(row) })),
    months: everybody.filter((row) => !isDay(row)).map((row) => ({ month: row.period, ...figures(row) })),
    guilds: rows.flatMap((row) =>
      row.guildId === null || isDay(row) ? [] : [{ guild: row.guildId, month: row.period, ...figures(row) }],
    ),
    unsettled: {
      calls: open.calls,
      cost: toDollars(open.nanodollars),
      tokensWithoutPrice: open.unpricedTokens,
    },
    limits: caps.map((cap) => ({
      name: nameOfCap(cap),
      most: inUnit(cap, cap.most),
      used: cap.per === 'guild' ? null : inUnit(cap, usedOf(cap, usage)),
    })),
  }
}

const inUnit = ({ unit }: Cap, amount: number): number =>
  unit === 'nanodollars' ? toDollars(amount) : amount

/** Dollars, and tokens as servers counted them; those of models without a price at their worst case until settled. */
const figures = ({ calls, tokens, nanodollars, unpricedTokens }: SpendingRow) => ({
  calls,
  tokens,
  cost: toDollars(nanodollars),
  tokensWithoutPrice: unpricedTokens,
})
