import { type Client, Events } from 'discord.js'
import type { Metrics, Outcome } from '../../app/ports.ts'

/** The request that acknowledges an interaction, with the interaction's id. */
const CALLBACK = /^\/interactions\/(\d+)\/[^/]+\/callback/u
/** Discord waits three seconds for one; what is older was never acknowledged. */
const MOST_OPEN = 1000

/** Times acknowledgements, and counts requests to Discord and what happens to the connection. */
export function observeClient(client: Client, metrics: Metrics): void {
  const open = new Map<string, (outcome: Outcome) => void>()
  client.on(Events.InteractionCreate, ({ id }) => {
    open.set(id, metrics.begin('acknowledgement'))
    const [oldest] = open.keys()
    if (open.size > MOST_OPEN && oldest !== undefined) open.delete(oldest)
  })
  client.rest.on('response', ({ path }, { status }) => {
    metrics.count({ what: 'discord-request', status })
    const id = CALLBACK.exec(path)?.[1] ?? ''
    open.get(id)?.(status < 400 ? 'done' : 'refused')
    open.delete(id)
  })
  client.rest.on('rateLimited', () => metrics.count({ what: 'rate-limit' }))
  client.on(Events.ShardReady, () => metrics.count({ what: 'gateway', event: 'ready' }))
  client.on(Events.ShardResume, () => metrics.count({ what: 'gateway', event: 'resumed' }))
  client.on(Events.ShardReconnecting, () => metrics.count({ what: 'gateway', event: 'reconnecting' }))
  client.on(Events.ShardDisconnect, () => metrics.count({ what: 'gateway', event: 'closed' }))
}
