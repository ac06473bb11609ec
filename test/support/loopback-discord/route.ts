import type { Files } from './attach.ts'
import type { Fields } from './fields.ts'

/** What a route gets: the parts of its path by name, the query and the body. */
interface Call {
  readonly path: Readonly<Record<string, string>>
  readonly query: URLSearchParams
  readonly body: Fields
  readonly files: Files
}

/** Gives back what is sent as JSON; undefined: 204. By `METHOD /path/:name`. */
export type Routes = Record<string, (call: Call) => unknown>
