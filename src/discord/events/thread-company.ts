import type { Message, SendableChannels } from 'discord.js'
import { nameOfThrown } from '../../core/error.ts'
import type { Log } from '../../app/ports.ts'

/** Who has written in our threads: where that is one person, every message of theirs is for the bot. */
export interface Company {
  /** Notes a message by a person in a thread. */
  note(threadId: string, personId: string): void
  /** Whether nobody but this person has written there. False where nobody can tell. */
  isAlone(thread: SendableChannels, personId: string): Promise<boolean>
}

/** Threads that are remembered; of others, the messages are looked at again. */
const MOST_THREADS = 2000
const MESSAGES_LOOKED_AT = 100

/** Remembers in memory alone: after a restart it looks at who wrote the last messages of a thread. */
export function createCompany(log: Log): Company {
  const writers = new Map<string, Set<string>>()

  const remember = (threadId: string, people: Iterable<string>): Set<string> => {
    const known = writers.get(threadId) ?? new Set()
    for (const person of people) known.add(person)
    writers.delete(threadId)
    writers.set(threadId, known)
    const oldest = writers.keys().next().value
    if (writers.size > MOST_THREADS && oldest !== undefined) writers.delete(oldest)
    return known
  }
  return {
    note: (threadId, personId) => {
      if (writers.has(threadId)) remember(threadId, [personId])
    },
    isAlone: async (thread, personId) => {
      let known = writers.get(thread.id)
      if (known === undefined) {
        try {
          const messages = await thread.messages.fetch({ limit: MESSAGES_LOOKED_AT })
          known = remember(
            thread.id,
            [...messages.values()].filter(isByPerson).map(({ author }) => author.id),
          )
        } catch (error) {
          log.warn('thread-not-readable', { name: nameOfThrown(error) })
          return false
        }
      }
      remember(thread.id, [personId])
      return known.size === 1
    },
  }
}

const isByPerson = (message: Message): boolean =>
  !message.author.bot && message.webhookId === null && !message.system
