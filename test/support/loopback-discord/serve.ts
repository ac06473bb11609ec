import type { IncomingMessage, ServerResponse } from 'node:http'
import { type Body, readBody } from './read-body.ts'
import { Refusal } from './refusal.ts'
import type { Routes } from './route.ts'
import type { World } from './world.ts'

/** Answers HTTP requests: files by their path, everything else by the routes, with Discord's errors. */
export function createServing(world: World, routes: Routes) {
  const compiled = Object.entries(routes).map(([key, route]) => {
    const [method = '', pattern = ''] = key.split(' ')
    return {
      method,
      path: new RegExp(`^/api/v10${pattern.replace(/:(\w+)/gu, '(?<$1>[^/]+)')}$`, 'u'),
      route,
    }
  })
  let losing: RegExp | null = null

  const route = (request: IncomingMessage, url: URL, { fields: body, files }: Body): unknown => {
    const isByToken = /\/(?:interactions|webhooks)\//u.test(url.pathname)
    if (!isByToken && request.headers.authorization !== `Bot ${world.token}`) {
      throw new Refusal(401, 0, '401: Unauthorized')
    }
    const pathname = decodeURIComponent(url.pathname)
    for (const { method, path, route: job } of compiled) {
      const match = method === request.method ? path.exec(pathname) : null
      if (match !== null) return job({ path: { ...match.groups }, query: url.searchParams, body, files })
    }
    throw new Refusal(404, 0, '404: Not Found')
  }

  return {
    answer: async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
      const url = new URL(request.url ?? '/', 'http://127.0.0.1')
      const file = world.files.get(url.pathname)
      if (file !== undefined) {
        response.writeHead(200, file.type === null ? {} : { 'content-type': file.type }).end(file.bytes)
        return
      }
      try {
        const result = route(request, url, await readBody(request))
        if (losing?.test(url.pathname) === true) {
          losing = null
          response.destroy()
          return
        }
        sendJson(response, result === undefined ? 204 : 200, result)
      } catch (error) {
        const { status, code, message } =
          error instanceof Refusal
            ? error
            : new Refusal(500, 0, error instanceof Error ? (error.stack ?? '') : '')
        world.violations.push(`${request.method} ${url.pathname}: ${message}`)
        world.changed()
        sendJson(response, status, { code, message })
      }
    },
    loseAnswer: (path: RegExp): void => {
      losing = path
    },
  }
}

function sendJson(response: ServerResponse, status: number, body: unknown): void {
  if (response.destroyed) return
  if (body === undefined) response.writeHead(status).end()
  else response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}
