import type { Message } from 'discord.js'
import type { Asked } from './asked.ts'

/** A reading that somebody else asked for and that is not done. */
interface Reading {
  readonly by: string
  /** Its card, once it stands; null where there will be none. */
  readonly card: Promise<Message | null>
}

/** What is being read for a card, by where and what: a second person who asks for the same is served by the same card. */
export interface UnderWay {
  find(asked: Asked): Reading | undefined
  /** Notes what begins; the returned function tells how it ended. */
  begin(asked: Asked): (card: Message | null) => void
}

export function createUnderWay(): UnderWay {
  const readings = new Map<string, Reading>()
  return {
    find: (asked) => readings.get(keyOf(asked) ?? ''),
    begin: (asked) => {
      const key = keyOf(asked)
      const { promise, resolve } = Promise.withResolvers<Message | null>()
      const reading = { by: asked.person.name, card: promise }
      if (key !== null && !readings.has(key)) readings.set(key, reading)
      return (card) => {
        if (key !== null && readings.get(key) === reading) readings.delete(key)
        resolve(card)
      }
    },
  }
}

/** Null for what is nobody else's: a text, a file, and what only one person is to see. */
function keyOf({ source, away, channelId, length, language, withoutModel }: Asked): string | null {
  if (source.kind !== 'link' || away) return null
  return JSON.stringify([channelId, source.url, length, language, withoutModel])
}
