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
    'POST /interactions/:id/:token/callback': ({ path, query, body, files }) => {
      const { original, id, type } = interactions.acknowledge(path.id, path.token, body, files)
      if (query.get('with_response') !== 'true') return undefined
      const message = original === null ? {} : { message: json(original) }
      return { interaction: { id, type }, resource: { type: body.type, ...message } }
    },
    'POST /webhooks/:bot/:token': ({ path, body, files }) =>
      json(interactions.followUp(path.token, body, files)),
    'GET /webhooks/:bot/:token/messages/:message': ({ path }) =>
      json(interactions.findAnswer(path.token, path.message)),
    'PATCH /webhooks/:bot/:token/messages/:message': ({ path, body, files }) => {
      const message = interactions.findAnswer(path.token, path.message)
      return json(interactions.editAnswer(path.token, message, body, files))
    },
    'DELETE /webhooks/:bot/:token/messages/:message': ({ path }) =>
      remove(world, interactions.findAnswer(path.token, path.message)),
  }
}
