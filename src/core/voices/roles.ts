import type { VoiceToken } from './frame.ts'

/** Words that make another office of the next one: the prime minister is no minister of finance. */
const OFFICE =
  /^(?:vice|deputy|prime|first|press|foreign|home|shadow|attorney|finance|defen[cs]e|interior|health|education|justice|treasury|chief)$/u

/** What a title or noun at a token makes of somebody, with the word before it where that makes an office of its own. */
export const roleAt = (tokens: readonly VoiceToken[], at: number): string => {
  const before = tokens[at - 1]?.small ?? ''
  return OFFICE.test(before) ? `${before} ${tokens[at]!.small}` : tokens[at]!.small
}

/** The same, and the bare word beside it: the foreign minister is a minister, the vice president no president. */
export const rolesAt = (tokens: readonly VoiceToken[], at: number): string[] => {
  const role = roleAt(tokens, at)
  return /^(?:vice|deputy) /u.test(role) || role === tokens[at]!.small ? [role] : [role, tokens[at]!.small]
}
