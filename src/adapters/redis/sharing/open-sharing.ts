import type { InTurn, OncePerKey, Reached, Slots } from '../../../app/ports.ts'
import { connectRedis, PREFIX, type RedisConnection } from '../connect.ts'
import { openLeases } from './leases.ts'
import { shareOnce } from './shared-once.ts'
import { shareSlots } from './shared-slots.ts'
import { shareTurns } from './shared-turns.ts'

/** What all processes on a server do as one. Each part widens the one that holds in a single process. */
export interface Sharing {
  once<Event>(local: OncePerKey<Event>): OncePerKey<Event>
  inTurn(local: InTurn): InTurn
  /** `server` names whose places they are. */
  slots(server: string, local: Slots): Slots
  /** Tells every process, this one too, that a share of a budget is spent. */
  tellReached(reached: Reached): Promise<void>
  onReached(hear: (reached: Reached) => void): Promise<void>
  close(): Promise<void>
}

export interface SharingOptions {
  /** What a process holds that is gone is free after so long. */
  readonly leaseMilliseconds?: number
}

const REACHED = `${PREFIX}reached`

/** Throws `storage-unavailable` where there is no server at that address. */
export async function openSharing(
  address: string,
  { leaseMilliseconds }: SharingOptions = {},
): Promise<Sharing> {
  const { redis, close } = await connectRedis(address)
  const leases = openLeases(redis, leaseMilliseconds)
  // One that listens can do nothing else. Noted while it connects: a command may end before that is done.
  const ears: Promise<RedisConnection>[] = []
  return {
    once: (local) => shareOnce(redis, leases, local),
    inTurn: (local) => shareTurns(leases, local),
    slots: (server, local) => shareSlots(redis, server, local, leaseMilliseconds),
    tellReached: async (reached) => void (await redis.publish(REACHED, JSON.stringify(reached))),
    onReached: async (hear) => {
      const connecting = connectRedis(address)
      ears.push(connecting)
      const ear = await connecting
      ear.redis.on('message', (_channel: string, words: string) => hear(JSON.parse(words) as Reached))
      await ear.redis.subscribe(REACHED)
    },
    close: async () => {
      leases.close()
      await Promise.all([close(), ...ears.map(closeEar)])
    },
  }
}

async function closeEar(connecting: Promise<RedisConnection>): Promise<void> {
  // Whoever wanted to listen is told why that was not possible.
  const ear = await connecting.catch(() => null)
  await ear?.close()
}
