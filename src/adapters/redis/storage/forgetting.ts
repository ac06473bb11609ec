import { randomUUID } from 'node:crypto'
import type { Clock, Forgetting, Forgotten } from '../../../app/ports.ts'
import { REQUESTS_KEPT, USES_KEPT } from '../../../core/lifetimes.ts'
import type { Overwriting } from './overwriting.ts'
import type { Given, Run } from './scripts.ts'

/** A server does one thing at a time: what is a lot goes in portions, and others have their turn in between. */
const CONVERSATIONS_AT_ONCE = 20
const ROWS_AT_ONCE = 200

const NOTHING_FORGOTTEN: Forgotten = { conversations: 0, questions: 0, messages: [] }

const together = (one: Forgotten, other: Forgotten): Forgotten => ({
  conversations: one.conversations + other.conversations,
  questions: one.questions + other.questions,
  messages: [...one.messages, ...other.messages],
})

type Told = readonly [conversations: number, questions: number, messages: [string, string][], more?: number]

const forgottenOf = ([conversations, questions, messages]: Told): Forgotten => ({
  conversations,
  questions,
  messages: messages.map(([channelId, messageId]) => ({ channelId, messageId })),
})

/** Takes rows out of all tables. */
export function openForgetting(run: Run, overwriting: Overwriting, clock: Clock): Forgetting {
  const tell = async (action: string, given: Given): Promise<Told> => {
    const call = randomUUID()
    const told: Told = await run('forgetting', action, { call, ...given })
    await run('forgetting', 'heard', { heard: call }).catch(() => {})
    return told
  }
  const forget = async (action: string, given: Given): Promise<Forgotten> =>
    forgottenOf(await tell(action, given))
  /** Somebody waits for it: no copy of it is to be left in the server's files, either. */
  const awaited = async (work: Promise<Forgotten>): Promise<Forgotten> => {
    const forgotten = await work
    await overwriting.ask()
    return forgotten
  }
  /** Again and again, until there is nothing more. */
  const inPortions = async (action: string, given: Given): Promise<void> => {
    for (;;) {
      const done: number = await run('forgetting', action, { ...given, most: ROWS_AT_ONCE })
      if (done < ROWS_AT_ONCE) return
    }
  }
  const guild = async (guildId: string): Promise<Forgotten> => {
    let all = NOTHING_FORGOTTEN
    for (;;) {
      const told = await tell('guild', { guild_id: guildId, most: CONVERSATIONS_AT_ONCE })
      all = together(all, forgottenOf(told))
      if (told[3] !== 1) return all
    }
  }

  return {
    conversation: (id) => forget('conversation', { id }),
    question: (messageId) => forget('question', { message_id: messageId, requests_live: REQUESTS_KEPT }),
    thread: (threadId) => awaited(forget('thread', { thread_id: threadId })),
    person: (personId) => awaited(forget('person', { person_id: personId })),
    guild: (guildId) => awaited(guild(guildId)),
    leftGuild: async (guildId) => {
      await run('forgetting', 'left_guild', { guild_id: guildId })
      return awaited(guild(guildId))
    },
    guilds: () => run('forgetting', 'guilds', {}),
    oldest: async () => {
      const time: string | null = await run('forgetting', 'oldest', {})
      return time === null ? null : Number(time)
    },
    requestsBefore: (time) => run('forgetting', 'requests_before', { call: randomUUID(), time }),
    expired: async () => {
      const now = clock()
      await inPortions('expired', { now, uses_until: now - USES_KEPT })
      await overwriting.asked()
    },
    overwrite: () => overwriting.all(),
    unusedSince: async (time) => {
      await inPortions('tasks_before', { time })
      let all = NOTHING_FORGOTTEN
      for (;;) {
        const forgotten = await forget('unused_since', { time, most: CONVERSATIONS_AT_ONCE })
        if (forgotten.conversations === 0) return all
        all = together(all, forgotten)
      }
    },
  }
}
