import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { InTurn } from '../../../app/ports.ts'
import { redisFailure } from '../redis-failure.ts'
import type { Leases } from './leases.ts'

const SHORTEST_PAUSE = 20
const LONGEST_PAUSE = 200

/** In turn among all processes: in each in the order in which it came, between them as it happens. */
export const shareTurns =
  (leases: Leases, local: InTurn): InTurn =>
  (key, work) =>
    local(key, async () => {
      const name = `turn:${key}`
      const me = randomUUID()
      const take = async (): Promise<boolean> => {
        try {
          return (await leases.take(name, me)) === me
        } catch (error) {
          throw redisFailure(error)
        }
      }
      for (let wait = SHORTEST_PAUSE; !(await take()); wait = Math.min(2 * wait, LONGEST_PAUSE))
        await pause(wait)
      try {
        return await work()
      } finally {
        // One that cannot be given back is given up by itself.
        await leases.give(name, me).catch(() => {})
      }
    })
