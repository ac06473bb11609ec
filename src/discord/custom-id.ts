/** What a button or form does, and for what: all that is left of it after a restart. */
const ACTIONS = [
  'ask',
  'sources',
  'retry',
  'plain',
  'question',
  'question-about',
  'settings',
  'greeting',
] as const

export type Action = (typeof ACTIONS)[number]

export interface CustomId {
  readonly action: Action
  /** Of a conversation for `ask`, `sources` and `question`, of a task for the others; what a control of settings changes. */
  readonly id: string
}

export const customId = (action: Action, id: string): string => `${action}:${id}`

/** Null for an id that is none of ours, from an older version perhaps. */
export function parseCustomId(raw: string): CustomId | null {
  const colon = raw.indexOf(':')
  const action = ACTIONS.find((name) => name === raw.slice(0, Math.max(0, colon)))
  const id = raw.slice(colon + 1)
  return action === undefined || id === '' ? null : { action, id }
}
