import { expect, it } from 'vitest'
import { MOMENTS } from '../support/endurance/moments.ts'
import { simulateCrashes } from '../support/endurance/simulate-crashes.ts'

// A small share of `npm run bench -- crashes`, which kills 200 times.

it(
  'kill -9 at six moments of its life loses, doubles and leaves hanging nothing that people were shown',
  { timeout: 300_000 },
  async () => {
    const names = [
      'when a message is posted, before that is known',
      'while a reply of the model arrives and is stored',
      'when a message is edited, before that is known',
      'while it ends what the last crash cut off',
      'while it stops',
      'while it starts',
    ]
    const moments = names.map((name) => MOMENTS.find((moment) => moment.name === name)!)
    const outcome = await simulateCrashes({ moments, seed: 7, mostTried: 6 })
    expect(outcome.wrong).toEqual([])
    expect([...outcome.kills.values()].reduce((sum, times) => sum + times, 0)).toBe(names.length)
    expect(outcome.looked['conversations']).toBeGreaterThan(0)
  },
)
