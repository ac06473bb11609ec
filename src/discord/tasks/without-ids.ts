import { MENTIONED } from '../texts.ts'

/** Somebody, a role, a channel, an emoji or a command, as Discord writes them into messages: with their ids. */
const MENTION = /<(@[!&]?|#|a?:\w{1,40}:|\/[^<>:]{1,100}:|id:\w{1,20}:)\d{15,21}>/gu
/** The address of a message or channel. */
const PLACE =
  /(https?:\/\/(?:\w+\.)?discord(?:app)?\.com\/channels\/)(?:@me|\d{15,21})(?:\/\d{15,21}){0,2}/giu

function nameOf(_mention: string, kind: string): string {
  if (kind === '@&') return MENTIONED.role
  if (kind.startsWith('@')) return MENTIONED.person
  if (kind === '#') return MENTIONED.channel
  return kind.startsWith('/') ? kind.slice(0, -1) : kind.replace(/^a(?=:)/u, '')
}

/** What people write, without ids of people, roles, channels and messages: a model gets none. */
export const withoutIds = (text: string): string => text.replace(MENTION, nameOf).replace(PLACE, '$1…')
