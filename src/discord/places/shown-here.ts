import type { BaseInteraction } from 'discord.js'
import type { Conversation, Place } from '../../app/ports.ts'
import type { Asked } from '../tasks/asked.ts'
import type { Bot } from '../bot.ts'

// Ids of buttons and forms say what they are about. Whoever sends one may have it from elsewhere.

type User = Pick<BaseInteraction, 'user' | 'guildId' | 'channelId'>

/** What stands in a server is for that server, what stands in a direct message or was shown to one person for that person. */
function isFor({ user, guildId, channelId }: User, place: Place): boolean {
  if (place.guildId !== null) return place.guildId === guildId
  if (place.personId === user.id) return true
  return place.cardMessageId !== null && place.channelId === channelId
}

/** The conversation that a button or form is about. Undefined for one that is gone, and for one of another place. */
export async function findShownHere(
  { assistant }: Bot,
  user: User,
  id: string,
): Promise<Conversation | undefined> {
  const conversation = await assistant.conversations.find(id)
  const place = conversation?.place ?? null
  return place !== null && isFor(user, place) ? conversation : undefined
}

/** Whether a request that failed is one that this person may have done again. */
export function isAskedHere({ user, guildId, channelId }: User, asked: Asked): boolean {
  if (asked.person.id === user.id) return true
  return asked.guildId === null ? !asked.away && asked.channelId === channelId : asked.guildId === guildId
}
