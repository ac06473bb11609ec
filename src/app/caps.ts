import { counted } from '../core/counted.ts'
import { sayDollars } from '../core/price.ts'
import type { Cap } from './ports.ts'

type Kind = Omit<Cap, 'most'>

/** Every cap that a host can set, by the name of its variable. */
export const CAPS = {
  DAILY_CALL_LIMIT: { per: 'all', period: 'day', unit: 'calls' },
  DAILY_BUDGET: { per: 'all', period: 'day', unit: 'nanodollars' },
  MONTHLY_BUDGET: { per: 'all', period: 'month', unit: 'nanodollars' },
  DAILY_TOKEN_LIMIT: { per: 'all', period: 'day', unit: 'unpricedTokens' },
  GUILD_DAILY_BUDGET: { per: 'guild', period: 'day', unit: 'nanodollars' },
  GUILD_MONTHLY_BUDGET: { per: 'guild', period: 'month', unit: 'nanodollars' },
  GUILD_DAILY_TOKEN_LIMIT: { per: 'guild', period: 'day', unit: 'unpricedTokens' },
} as const satisfies Readonly<Record<string, Kind>>

export type CapName = keyof typeof CAPS

export const CAP_NAMES = Object.keys(CAPS) as CapName[]

/** The variable that sets this cap. */
export const nameOfCap = (cap: Cap): CapName | '' =>
  CAP_NAMES.find((name) => {
    const { per, period, unit } = CAPS[name]
    return per === cap.per && period === cap.period && unit === cap.unit
  }) ?? ''

/** An amount in a cap's unit: `$1.00`, `200 calls`, `300,000 tokens`. */
export function sayAmount({ unit }: Cap, amount: number): string {
  if (unit === 'nanodollars') return sayDollars(amount)
  return counted(amount, unit === 'calls' ? 'call' : 'token')
}

/** `$0.51 of $1.00`, `12 of 200 calls`. */
export const sayShare = (cap: Cap, used: number): string =>
  `${cap.unit === 'nanodollars' ? sayDollars(used) : used.toLocaleString('en')} of ${sayAmount(cap, cap.most)}`
