import type { IncomingMessage, ServerResponse } from 'node:http'
import { createBuckets } from './buckets.ts'
import { type Faults, nameOf } from './faults.ts'
import { type Body, readBody } from './read-body.ts'
import { Refusal } from './refusal.ts'
import type { Routes } from './route.ts'
import type { World } from './world.ts'

type Answer = (request: IncomingMessage, response: ServerResponse) => Promise<void>

/** Answers HTTP requests: files by their path, everything else by the routes, with Discord's errors and its faults. */
export function createServing(world: World, routes: Routes, faults: Faults): Answer {
  const compiled = Object.entries(routes).map(([key, route]) => {
    const [method = '', pattern = ''] = key.split(' ')
    return {
      method,
      path: new RegExp(`^/api/v10${pattern.replace(/:(\w+)/gu, '(?<$1>[^/]+)')}$`, 'u'),
      route,
    }
  })
  const isOverLimit = createBuckets(world)

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

  return async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1')
    const file = world.files.get(url.pathname)
    if (file !== undefined) {
      response.writeHead(200, file.type === null ? {} : { 'content-type': file.type }).end(file.bytes)
      return
    }
    const name = nameOf(request, url.pathname)
    try {
      const body = await readBody(request)
      world.requests.push({ name, body: body.fields })
      faults.judgePatience(name)
      if (await faults.strike(name, 'before', response, body.fields)) return
      if (isOverLimit(name, response)) return
      const result = route(request, url, body)
      if (await faults.strike(name, 'after', response, body.fields)) return
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
  }
}

function sendJson(response: ServerResponse, status: number, body: unknown): void {
  if (response.destroyed) return
  if (body === undefined) response.writeHead(status).end()
  else response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}
