import type { Interactions } from './interactions.ts'
import type { Routes } from './route.ts'
import { channelRoutes } from './routes-channels.ts'
import { commandRoutes } from './routes-commands.ts'
import { guildRoutes } from './routes-guilds.ts'
import { interactionRoutes } from './routes-interactions.ts'
import { messageRoutes } from './routes-messages.ts'
import { threadRoutes } from './routes-threads.ts'
import type { World } from './world.ts'

/** REST v10 as far as the bot uses it. Anything else is a 404, and on record. */
export const createRoutes = (
  world: World,
  interactions: Interactions,
  gatewayAddress: () => string,
): Routes => ({
  'GET /gateway/bot': () => ({
    url: gatewayAddress(),
    shards: world.gateway.shards,
    session_start_limit: {
      total: 1000,
      remaining: 1000,
      reset_after: 0,
      max_concurrency: world.gateway.maxConcurrency,
    },
  }),
  ...commandRoutes(world),
  ...guildRoutes(world),
  ...channelRoutes(world),
  ...messageRoutes(world),
  ...threadRoutes(world),
  ...interactionRoutes(world, interactions),
})
