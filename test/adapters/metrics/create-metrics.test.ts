import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { createMetrics, type Look } from '../../../src/adapters/metrics/create-metrics.ts'

const TWO = [
  { id: 2, isReady: true },
  { id: 3, isReady: false },
]
const NOTHING: Look = { standing: null, spent: null, jobs: null }
const open = () => createMetrics({ version: '1.2.3', engine: 'extractive' })

/** The samples of one metric, in Prometheus' text format. */
const samplesOf = (text: string, name: string): string[] =>
  text.split('\n').filter((line) => line.startsWith(`footnote_${name}`))

it('counts points that stand, and those that were dropped by reason', async () => {
  const metrics = open()
  metrics.count({ what: 'points', proven: 4, dropped: ['quote-not-found', 'quote-not-found', 'malformed'] })
  metrics.count({ what: 'points', proven: 1, dropped: [] })
  const text = await metrics.write(NOTHING)
  expect(samplesOf(text, 'points')).toEqual([
    'footnote_points_proven_total 5',
    'footnote_points_dropped_total{reason="quote-not-found"} 2',
    'footnote_points_dropped_total{reason="malformed"} 1',
  ])
})

it('counts every other happening under a name of its own', async () => {
  const metrics = open()
  metrics.count({ what: 'article', from: 'site' })
  metrics.count({ what: 'summary', from: 'cache' })
  metrics.count({ what: 'card', from: 'seen-before' })
  metrics.count({ what: 'answer', status: 'not-in-article' })
  metrics.count({ what: 'tokens', tokens: { input: 900, cached: 700, output: 50 } })
  metrics.count({ what: 'failure', event: 'task-failed', code: 'model-busy' })
  metrics.count({ what: 'gateway', event: 'resumed' })
  metrics.count({ what: 'discord-request', status: 429 })
  metrics.count({ what: 'rate-limit' })
  expect((await metrics.write(NOTHING)).split('\n')).toEqual(
    expect.arrayContaining([
      'footnote_info{version="1.2.3",engine="extractive"} 1',
      'footnote_articles_total{source="site"} 1',
      'footnote_summaries_total{source="cache"} 1',
      'footnote_cards_total{source="seen-before"} 1',
      'footnote_answers_total{status="not-in-article"} 1',
      'footnote_model_tokens_total{kind="input"} 900',
      'footnote_model_tokens_total{kind="cached"} 700',
      'footnote_model_tokens_total{kind="output"} 50',
      'footnote_failures_total{event="task-failed",code="model-busy"} 1',
      'footnote_gateway_events_total{event="resumed"} 1',
      'footnote_discord_requests_total{status="429"} 1',
      'footnote_discord_rate_limits_total 1',
    ]),
  )
})

it('times a stretch of work, and says how it ended', async () => {
  const metrics = open()
  metrics.begin('fetch')('done')
  metrics.begin('fetch')('link-timeout')
  metrics.begin('model')('model-busy')
  const text = await metrics.write(NOTHING)
  expect(samplesOf(text, 'phases_total')).toEqual([
    'footnote_phases_total{phase="fetch",outcome="done"} 1',
    'footnote_phases_total{phase="fetch",outcome="link-timeout"} 1',
    'footnote_phases_total{phase="model",outcome="model-busy"} 1',
  ])
  expect(samplesOf(text, 'phase_seconds_count')).toEqual([
    'footnote_phase_seconds_count{phase="fetch"} 2',
    'footnote_phase_seconds_count{phase="model"} 1',
  ])
})

it('shows how things stand, money in dollars', async () => {
  const text = await open().write({
    standing: {
      gateway: { isReady: false, pingMilliseconds: 120, guilds: 3, shards: TWO },
      line: { running: 2, waiting: 5 },
    },
    spent: [
      { period: 'day', unit: 'nanodollars', used: 250_000_000, most: 1_000_000_000 },
      { period: 'month', unit: 'nanodollars', used: 750_000_000, most: null },
      { period: 'day', unit: 'calls', used: 12, most: 200 },
    ],
    jobs: { running: 2, waiting: 5, setAside: 1 },
  })
  const lines = text.split('\n')
  expect(lines).toEqual(
    expect.arrayContaining([
      'footnote_gateway_ready 0',
      'footnote_shard_ready{shard="2"} 1',
      'footnote_shard_ready{shard="3"} 0',
      'footnote_gateway_ping_seconds 0.12',
      'footnote_guilds 3',
      'footnote_line{state="running"} 2',
      'footnote_line{state="waiting"} 5',
      'footnote_spent_dollars{period="day"} 0.25',
      'footnote_limit_dollars{period="day"} 1',
      'footnote_spent_dollars{period="month"} 0.75',
      'footnote_spent_model_calls{period="day"} 12',
      'footnote_limit_model_calls{period="day"} 200',
    ]),
  )
  expect(samplesOf(text, 'limit_dollars')).toHaveLength(1)
})

it('shows no old figure where one cannot be looked up', async () => {
  const metrics = open()
  const standing = {
    gateway: { isReady: true, pingMilliseconds: 120, guilds: 3, shards: TWO },
    line: { running: 2, waiting: 5 },
  }
  await metrics.write({
    standing,
    spent: [{ period: 'day', unit: 'calls', used: 12, most: null }],
    jobs: null,
  })
  const text = await metrics.write(NOTHING)
  expect(samplesOf(text, 'shard_ready')).toEqual([])
  expect(samplesOf(text, 'gateway_ready')).toEqual(['footnote_gateway_ready 0'])
  expect(samplesOf(text, 'spending_readable')).toEqual(['footnote_spending_readable 0'])
  expect(samplesOf(text, 'spent_')).toEqual([])
  expect(samplesOf(text, 'line')).toEqual([])
})

it('tells how the process does: its memory and the lag of its event loop', async () => {
  const text = await open().write(NOTHING)
  expect(text).toMatch(/^process_resident_memory_bytes \d/mu)
  expect(text).toMatch(/^nodejs_eventloop_lag_p99_seconds /mu)
})

it('the page for whoever runs it names every figure, and no other', async () => {
  const text = await open().write(NOTHING)
  const served = [...text.matchAll(/^# TYPE (footnote_\w+)/gmu)].map(([, name]) => name)
  const page = readFileSync('docs/operating.md', 'utf8')
  const told = new Set(page.match(/\bfootnote_\w+/gu))
  expect(told).toEqual(new Set(served))
})
