/** What a button or form does, and for what: all that is left of it after a restart. */
const ACTIONS = [
  'ask',
  'sources',
  'more',
  'page',
  'who',
  'longer',
  'copy',
  'refresh',
  'remove',
  'retry',
  'plain',
  'question',
  'question-about',
  'give',
  'settings',
  'greeting',
] as const

export type Action = (typeof ACTIONS)[number]

export interface CustomId {
  readonly action: Action
  /**
   * Of a task for `retry`, `plain` and `question-about`, of a conversation for the others; for `give` length and language,
   * for `settings` and `greeting` what a control changes.
   */
  readonly id: string
  /** What else it takes, such as the number of a page. */
  readonly details: readonly string[]
}

export const customId = (action: Action, id: string, ...details: readonly string[]): string =>
  [action, id, ...details].join(':')

/** Null for an id that is none of ours, from an older version perhaps. */
export function parseCustomId(raw: string): CustomId | null {
  const [name, id = '', ...details] = raw.split(':')
  const action = ACTIONS.find((known) => known === name)
  return action === undefined || id === '' ? null : { action, id, details }
}
