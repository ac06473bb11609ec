import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // What is waited for comes when it comes: a busy machine is no failure.
    expect: { poll: { timeout: 30_000 } },
    // Many tests wait for processes, timers and servers of their own: a third file has something to do meanwhile.
    maxWorkers: 3,
    // No test changes what others share; a process for each file would take a third of the time.
    isolate: false,
  },
})
