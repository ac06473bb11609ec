import { setTimeout as pause } from 'node:timers/promises'
import { takeJobs } from '../../../src/adapters/redis/jobs/do-jobs.ts'

// A process that does jobs, to be killed: `node doing-process.ts ADDRESS`. A job of the kind `deadly` ends it at once.

const [address = ''] = process.argv.slice(2)
const say = (line: object): void => void process.stdout.write(`${JSON.stringify(line)}\n`)

await takeJobs({
  address,
  atOnce: 2,
  lockMilliseconds: 1000,
  doJob: async ({ kind, input }, { isAgain }) => {
    say({ began: kind, input, isAgain })
    if (kind === 'deadly') process.kill(process.pid, 'SIGKILL')
    if (kind === 'slow') await pause(1500)
    return { by: process.pid, isAgain }
  },
  log: {
    info: () => {},
    warn: (event) => say({ event }),
    failure: (event) => {
      say({ event })
      return 'abc123'
    },
  },
})
say({ ready: true })
