import { remove } from './bot-messages.ts'
import type { Interactions } from './interactions.ts'
import { messageJson } from './message-json.ts'
import type { Routes } from './route.ts'
import type { Message } from './things.ts'
import type { World } from './world.ts'

/** Answers to what people did. */
export function interactionRoutes(world: World, interactions: Interactions): Routes {
  const json = (message: Message): unknown => messageJson(world, message, world.messageContent)
  return {
    'POST /interactions/:id/:token/callback': ({ path, query, body }) => {
      const { original, id, type } = interactions.acknowledge(path.id, path.token, body)
      if (query.get('with_response') !== 'true') return undefined
      const message = original === null ? {} : { message: json(original) }
      return { interaction: { id, type }, resource: { type: body.type, ...message } }
    },
    'POST /webhooks/:bot/:token': ({ path, body }) => json(interactions.followUp(path.token, body)),
    'GET /webhooks/:bot/:token/messages/:message': ({ path }) =>
      json(interactions.findAnswer(path.token, path.message)),
    'PATCH /webhooks/:bot/:token/messages/:message': ({ path, body }) =>
      json(interactions.editAnswer(path.token, interactions.findAnswer(path.token, path.message), body)),
    'DELETE /webhooks/:bot/:token/messages/:message': ({ path }) =>
      remove(world, interactions.findAnswer(path.token, path.message)),
  }
}
