import { Gauge, type Registry } from 'prom-client'
import type { SpendingUnit } from '../../app/ports.ts'
import { NANODOLLARS_PER_DOLLAR } from '../../core/price.ts'
import type { Look } from './create-metrics.ts'

const UNITS: Readonly<Record<SpendingUnit, readonly [name: string, what: string, by: number]>> = {
  calls: ['model_calls', 'Requests to models', 1],
  nanodollars: ['dollars', 'US dollars for models with a price', NANODOLLARS_PER_DOLLAR],
  unpricedTokens: ['unpriced_tokens', 'Tokens of models without a price', 1],
}

/** Gauges that are set anew whenever somebody looks; what could not be looked up shows no value. */
export function setStanding(registers: Registry[]): (look: Look) => void {
  const gauge = <Label extends string>(name: string, help: string, ...labelNames: Label[]): Gauge<Label> =>
    new Gauge({ name: `footnote_${name}`, help, labelNames, registers })
  const ready = gauge('gateway_ready', 'Whether Discord is connected')
  const shardReady = gauge('shard_ready', 'Whether this gateway shard of the process is connected', 'shard')
  const ping = gauge('gateway_ping_seconds', "Until Discord's gateway answers a heartbeat")
  const guilds = gauge('guilds', 'Servers that the bot is in')
  const line = gauge('line', 'Requests that are worked on, and that wait for their turn', 'state')
  const queue = gauge('jobs', 'Jobs of all workers: those that run, wait, and were set aside', 'state')
  const readable = gauge('spending_readable', 'Whether the store could say what was spent')
  const money = Object.entries(UNITS).map(([unit, [name, what, by]]) => ({
    unit,
    by,
    used: gauge(
      `spent_${name}`,
      `${what} in this UTC day and month, worst cases of open requests included`,
      'period',
    ),
    most: gauge(`limit_${name}`, `${what} that are allowed in a UTC day and month`, 'period'),
  }))

  return ({ standing, spent, jobs }) => {
    for (const each of [ping, line, queue, shardReady, ...money.flatMap(({ used, most }) => [used, most])])
      each.reset()
    ready.set(standing?.gateway?.isReady === true ? 1 : 0)
    readable.set(spent === null ? 0 : 1)
    if (standing !== null) {
      const { gateway } = standing
      guilds.set(gateway?.guilds ?? 0)
      const milliseconds = gateway?.pingMilliseconds ?? null
      for (const { id, isReady } of gateway?.shards ?? [])
        shardReady.set({ shard: String(id) }, isReady ? 1 : 0)
      if (milliseconds !== null) ping.set(milliseconds / 1000)
      line.set({ state: 'running' }, standing.line.running)
      line.set({ state: 'waiting' }, standing.line.waiting)
    }
    if (jobs !== null) {
      queue.set({ state: 'running' }, jobs.running)
      queue.set({ state: 'waiting' }, jobs.waiting)
      queue.set({ state: 'set-aside' }, jobs.setAside)
    }
    for (const { period, unit, used, most } of spent ?? []) {
      const found = money.find((each) => each.unit === unit)
      found?.used.set({ period }, used / found.by)
      if (most !== null) found?.most.set({ period }, most / found.by)
    }
  }
}
