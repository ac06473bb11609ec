import type { MessagePlace, Place } from '../../app/ports.ts'

/** Whether the thread of a card starts from the card itself, as for a command: then it has the card's id. */
export const startsThread = ({ threadId, cardMessageId }: Place): boolean =>
  threadId !== null && threadId === cardMessageId

/** The message of a card; null where it has none. One that its thread starts from stands in the channel. */
export function cardPlace(place: Place): MessagePlace | null {
  const { channelId, threadId, cardMessageId: messageId } = place
  if (messageId === null) return null
  return { channelId: startsThread(place) ? channelId : (threadId ?? channelId), messageId }
}

/** The address of a message, as Discord's clients open it. */
export const addressOfMessage = (guildId: string | null, { channelId, messageId }: MessagePlace): string =>
  `https://discord.com/channels/${guildId ?? '@me'}/${channelId}/${messageId}`
