/** Discord's way to say no: an HTTP status and a code of its own. */
export class Refusal extends Error {
  readonly status: number
  readonly code: number

  constructor(status: number, code: number, message: string) {
    super(message)
    this.name = 'Refusal'
    this.status = status
    this.code = code
  }
}

export const invalidForm = (problems: readonly string[]): Refusal =>
  new Refusal(400, 50035, `Invalid Form Body: ${problems.join('; ')}`)

/** Something that is not there, by the code for its kind: 10003 channel, 10008 message, 10062 interaction. */
export const unknown = (code: number, what: string): Refusal => new Refusal(404, code, `Unknown ${what}`)

/** What is found, or the refusal. */
export function found<Thing>(thing: Thing | undefined, code: number, what: string): Thing {
  if (thing === undefined) throw unknown(code, what)
  return thing
}
