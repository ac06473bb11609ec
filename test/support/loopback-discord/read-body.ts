import type { IncomingMessage } from 'node:http'
import { type Fields, isFields } from './fields.ts'
import { Refusal } from './refusal.ts'
import type { File } from './upload.ts'

export interface Body {
  readonly fields: Fields
  /** By the number that the request gives them. */
  readonly files: ReadonlyMap<string, File>
}

const MOST_BYTES = 25 * 1024 * 1024

/** What a request says: JSON, or a form with JSON and files. */
export async function readBody(request: IncomingMessage): Promise<Body> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const bytes = Buffer.concat(chunks)
  const type = request.headers['content-type'] ?? ''
  if (bytes.length > MOST_BYTES) throw new Refusal(413, 40_005, 'Request entity too large')
  if (bytes.length === 0) return { fields: {}, files: new Map() }
  if (type.startsWith('application/json')) return { fields: parse(bytes.toString('utf8')), files: new Map() }
  if (!type.startsWith('multipart/form-data'))
    throw new Refusal(415, 0, 'Only JSON and forms are served here')
  const form = await new Response(bytes, { headers: { 'content-type': type } }).formData()
  const files = new Map<string, File>()
  for (const [name, value] of form) {
    const number = /^files\[(\d+)\]$/u.exec(name)?.[1]
    if (number === undefined || typeof value === 'string') continue
    const text = new Uint8Array(await value.arrayBuffer())
    files.set(number, { name: value.name, text, type: value.type === '' ? null : value.type })
  }
  const json = form.get('payload_json')
  return { fields: typeof json === 'string' ? parse(json) : {}, files }
}

function parse(text: string): Fields {
  try {
    const value: unknown = JSON.parse(text)
    if (isFields(value) || Array.isArray(value)) return value as Fields
  } catch {
    // Told below.
  }
  throw new Refusal(400, 50_109, 'The request body contains invalid JSON.')
}
