import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'
import type { Happening, JobCounts, Metrics, SpentInPeriod, Standing } from '../../app/ports.ts'
import { setStanding } from './standing-gauges.ts'

/** In seconds: from what is there at once to a long article on a slow model. */
const BUCKETS = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120, 300]

/** What is looked up at the moment somebody looks; a part that cannot be had is null. */
export interface Look {
  readonly standing: Standing | null
  readonly spent: readonly SpentInPeriod[] | null
  readonly jobs: JobCounts | null
}

export interface PrometheusMetrics extends Metrics {
  readonly contentType: string
  /** Everything in Prometheus' text format. */
  write(look: Look): Promise<string>
}

/** Metrics in memory, in a registry of their own, with those of the process beside them. */
export function createMetrics(about: Readonly<Record<'version' | 'engine', string>>): PrometheusMetrics {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })
  const info = new Gauge({
    name: 'footnote_info',
    help: 'Always 1; the labels say what runs',
    labelNames: ['version', 'engine'],
    registers,
  })
  info.set(about, 1)
  const phases = new Histogram({
    name: 'footnote_phase_seconds',
    help: 'How long a stretch of work took, also where it failed',
    labelNames: ['phase'],
    buckets: BUCKETS,
    registers,
  })
  const counter = <Label extends string>(
    name: string,
    help: string,
    ...labelNames: Label[]
  ): Counter<Label> => new Counter({ name: `footnote_${name}_total`, help, labelNames, registers })
  const outcomes = counter(
    'phases',
    'Stretches of work, by how they ended: done, or a code',
    'phase',
    'outcome',
  )
  const articles = counter('articles', 'Links read, by where their words were found', 'source')
  const summaries = counter('summaries', 'Summaries, by where they were found', 'source')
  const cards = counter('cards', 'Cards shown in Discord, by where they were found', 'source')
  const answers = counter('answers', 'Questions answered, by status', 'status')
  const proven = counter('points_proven', 'Points that stand with their proof')
  const dropped = counter('points_dropped', 'Points that were dropped for want of proof', 'reason')
  const tokens = counter(
    'model_tokens',
    'Tokens as servers counted them; cached ones are among those of input',
    'kind',
  )
  const failures = counter('failures', 'Failures that were logged', 'event', 'code')
  const gateway = counter('gateway_events', "What happened to the connection to Discord's gateway", 'event')
  const requests = counter('discord_requests', "Requests to Discord's API, by HTTP status", 'status')
  const limits = counter('discord_rate_limits', 'Waits that Discord asked for')
  const gauges = setStanding(registers)

  const count = (happening: Happening): void => {
    switch (happening.what) {
      case 'article':
        return articles.inc({ source: happening.from })
      case 'summary':
        return summaries.inc({ source: happening.from })
      case 'card':
        return cards.inc({ source: happening.from })
      case 'answer':
        return answers.inc({ status: happening.status })
      case 'points':
        proven.inc(happening.proven)
        return happening.dropped.forEach((reason) => dropped.inc({ reason }))
      case 'tokens':
        return (['input', 'cached', 'output'] as const).forEach((kind) =>
          tokens.inc({ kind }, happening.tokens[kind]),
        )
      case 'failure':
        return failures.inc({ event: happening.event, code: happening.code })
      case 'gateway':
        return gateway.inc({ event: happening.event })
      case 'discord-request':
        return requests.inc({ status: happening.status })
      case 'rate-limit':
        return limits.inc()
    }
  }

  return {
    contentType: registry.contentType,
    begin: (phase) => {
      const started = performance.now()
      return (outcome) => {
        phases.observe({ phase }, (performance.now() - started) / 1000)
        outcomes.inc({ phase, outcome })
      }
    },
    count,
    write: (look) => {
      gauges(look)
      return registry.metrics()
    },
  }
}
