import type { Run } from '../../src/core/run.ts'

/** How a result was made, by the built-in engine where nothing else is said. */
export const aRun = (known: Partial<Run> = {}): Run => ({
  engine: 'extractive',
  model: null,
  prompt: null,
  cached: false,
  calls: 0,
  parts: 1,
  tokens: { input: 0, cached: 0, output: 0 },
  cost: null,
  milliseconds: 1,
  notices: [],
  ...known,
})
